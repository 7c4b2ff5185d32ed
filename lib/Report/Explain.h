// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is known of one line, for people at a terminal.
#ifndef MDE_REPORT_EXPLAIN_H
#define MDE_REPORT_EXPLAIN_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

/// Prints \p R.Explained, which is there. Where no request is sent there, says so,
/// and which lines are near that have one.
void printExplanation(const Report &R, llvm::raw_ostream &OS);

} // namespace mde::report

#endif
