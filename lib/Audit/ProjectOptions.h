//===- Audit/ProjectOptions.h - One configuration for all units -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The options of mde-user-agent, from the .clang-tidy files that clang-tidy
// would read for the units. A program is judged as one, so its units have to
// agree. What is wrong is an error; it never means that options are left out.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_PROJECTOPTIONS_H
#define MDE_AUDIT_PROJECTOPTIONS_H

#include "Requirement/Options.h"

namespace mde::audit {

struct ProjectOptions {
  requirement::Options Requirement;
  std::vector<std::string> UserCode;   ///< Globs.
  std::vector<std::string> ModelFiles; ///< Absolute.
};

/// The options of all of \p Files. With \p ConfigFile, those that it holds,
/// and no .clang-tidy is read.
llvm::Expected<ProjectOptions>
readProjectOptions(llvm::ArrayRef<std::string> Files,
                   llvm::StringRef ConfigFile);

} // namespace mde::audit

#endif // MDE_AUDIT_PROJECTOPTIONS_H
