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

#include "Findings/Suppressions.h"
#include "Models/Models.h"
#include "Requirement/Options.h"
#include <optional>
#include <set>

namespace mde::audit {

/// A line that somebody points at.
struct SourceLine {
  std::string File; ///< As reports name it.
  uint32_t Line = 0;
};

struct ProjectOptions {
  requirement::Options Requirement;
  std::vector<std::string> UserCode;   ///< Globs.
  std::vector<std::string> ModelFiles; ///< Absolute.
  /// Every option of ours with its value, as written.
  std::vector<std::pair<std::string, std::string>> Values;
  // By the caller, not by a file of options:
  std::vector<findings::SuppressionEntry> Suppressions;
  /// Sets Report::Explained.
  std::optional<SourceLine> Explain;
};

/// The options of all of \p Files. With \p ConfigFile, those that it holds,
/// and no .clang-tidy is read.
llvm::Expected<ProjectOptions>
readProjectOptions(llvm::ArrayRef<std::string> Files,
                   llvm::StringRef ConfigFile);

/// The user's models in \p O, and of those that come with the program the ones in
/// \p Needed. The error has a line for each mistake.
llvm::Expected<std::shared_ptr<const models::Models>>
projectModels(const ProjectOptions &O, const std::set<std::string> &Needed);

} // namespace mde::audit

#endif // MDE_AUDIT_PROJECTOPTIONS_H
