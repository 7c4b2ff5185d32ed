//===- Report/Terminal.h - A report for people at a terminal ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Findings look as clang prints diagnostics; then how many requests there are
// of each library with each verdict, and which units are not covered.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REPORT_TERMINAL_H
#define MDE_REPORT_TERMINAL_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

struct TerminalOptions {
  bool Colour = false;
  bool Verify = false; ///< Only what is proven, or has a reason, passes.
};

/// Each finding with its notes, source lines and carets; with a baseline, those
/// that were introduced.
void printFindings(const Report &R, const TerminalOptions &O,
                   llvm::raw_ostream &OS);

/// The table, the unverified requests, and the units.
void printSummary(const Report &R, const TerminalOptions &O,
                  llvm::raw_ostream &OS);

} // namespace mde::report

#endif // MDE_REPORT_TERMINAL_H
