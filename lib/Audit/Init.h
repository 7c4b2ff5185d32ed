//===- Audit/Init.h - What a project needs to be checked --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The files with which clang-tidy, editors and CI look at every change.
// docs/ci.md shows the CI files.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_INIT_H
#define MDE_AUDIT_INIT_H

#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <string>
#include <vector>

namespace mde::audit {

enum class CiService { GitHub, GitLab, Azure };

struct InitOptions {
  std::string Company, Product; ///< "": any.
  std::optional<CiService> Ci;
};

struct ProposedFile {
  std::string Path;
  std::string Text;
  std::string Purpose; ///< One sentence.
};

/// The files for a project. An error when Company or Product can be no part of a
/// User-Agent.
llvm::Expected<std::vector<ProposedFile>> proposedFiles(const InitOptions &O);

/// Says what is proposed for the current directory. With \p Write, writes the
/// files that are not there; of one that is there it only says what to add.
llvm::Error propose(llvm::ArrayRef<ProposedFile> Files, bool Write,
                    llvm::raw_ostream &OS);

} // namespace mde::audit

#endif // MDE_AUDIT_INIT_H
