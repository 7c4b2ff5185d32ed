// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asks the git of this machine.
#ifndef MDE_AUDIT_GIT_H
#define MDE_AUDIT_GIT_H

#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace mde::audit {

class Git {
public:
  /// \p Scratch: a folder for what git writes.
  static llvm::Expected<Git> find(std::string Scratch);

  /// What `git ARGUMENTS` in the current directory prints; an error with what it
  /// says when it fails. With \p Index, that file is the index.
  llvm::Expected<std::string> run(std::vector<std::string> Arguments,
                                  llvm::StringRef Index = "") const;

private:
  Git(std::string Program, std::string Scratch)
      : Program(std::move(Program)), Scratch(std::move(Scratch)) {}
  std::string Program, Scratch;
};

/// The lines, or what NULs separate, of \p Output.
std::vector<std::string> splitOutput(llvm::StringRef Output, char Separator);

} // namespace mde::audit

#endif
