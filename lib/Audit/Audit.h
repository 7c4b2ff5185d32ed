//===- Audit/Audit.h - A whole project, judged ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Captured units in, a report out: links them, runs the program along all its
// paths, judges what leaves.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_AUDIT_H
#define MDE_AUDIT_AUDIT_H

#include "Audit/CapturedUnit.h"
#include "Audit/ProjectOptions.h"
#include "Report/Report.h"

namespace mde::audit {

/// The order of \p Units decides nothing but that of what is equal otherwise.
/// \p UnitsLeftOut: how many units of the program are not among them. With
/// those, or units that are not complete, nobody is taken to be the only caller
/// or writer.
llvm::Expected<report::Report> judge(std::vector<CapturedUnit> Units,
                                     unsigned UnitsLeftOut,
                                     const ProjectOptions &O,
                                     llvm::StringRef Root);

/// What a gate makes of a report.
struct Gate {
  bool AllowIncomplete =
      false;           ///< A unit that was not understood is no failure.
  bool Verify = false; ///< Only what is proven compliant passes.
};

/// Exit codes of mde-audit.
enum ExitCode {
  ExitClean = 0,
  ExitFindings = 1,
  ExitUsage = 2,
  ExitIncomplete = 3
};

/// Findings are a failure before incomplete units are; those that a baseline has
/// and those that are suppressed are none, but under Verify, where only a
/// suppression with a reason counts, and one that has expired is a failure.
ExitCode exitCode(const report::Report &R, const Gate &G);

} // namespace mde::audit

#endif // MDE_AUDIT_AUDIT_H
