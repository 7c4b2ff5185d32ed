//===- Audit/Project.h - From a compilation database to a report *- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_PROJECT_H
#define MDE_AUDIT_PROJECT_H

#include "Audit/Audit.h"
#include "Audit/Workers.h"

namespace mde::audit {

/// What `mde-audit` is asked to look at.
struct Project {
  std::string Database; ///< -p: a folder or file; "" to look for it.
  std::vector<std::string> Patterns; ///< Files and globs; none: all units.
  std::string ConfigFile;            ///< Instead of .clang-tidy files.
  std::string CacheFolder;           ///< "": none.
  /// A file of suppressions; "": .mde-suppressions.yaml, if it is there.
  std::string Suppressions;
  /// A revision in git to compare with, so that the report has a Baseline; "":
  /// none.
  std::string Since;
  WorkerOptions Workers;             ///< Without a cache.
  /// Units that have no say in what is found are parsed, too.
  bool ParseAll = false;
  /// A line to explain: its file relative to the current directory, or absolute.
  std::optional<SourceLine> Explain;
  /// Called with the number of units before the first is looked at.
  std::function<void(size_t)> OnStart;
  /// Called with sentences for people about what does not stop the run.
  std::function<void(llvm::StringRef)> OnWarning;
};

/// Captures the units of \p P, links and judges them. An error is one of use or
/// configuration; what is wrong with a unit is in the report.
llvm::Expected<report::Report> auditProject(const Project &P);

/// Why each unit of \p File, relative to the current directory or absolute, is parsed
/// or skipped when \p P is audited: a sentence for each. An error, too, if none is.
llvm::Expected<std::vector<std::string>> explainSkip(const Project &P,
                                                     llvm::StringRef File);

/// What is to be captured of \p File with these flags of \p Compiler, in the
/// current directory.
llvm::Expected<CaptureJob> captureJob(llvm::StringRef File,
                                      llvm::StringRef Compiler,
                                      const std::vector<std::string> &Flags,
                                      llvm::StringRef ConfigFile);

/// Judges the units in \p Paths, which are taken to be the whole program.
/// \p Suppressions: as Project::Suppressions.
llvm::Expected<report::Report> linkUnits(const std::vector<std::string> &Paths,
                                         llvm::StringRef ConfigFile,
                                         llvm::StringRef Suppressions);

} // namespace mde::audit

#endif // MDE_AUDIT_PROJECT_H
