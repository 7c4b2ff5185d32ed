//===- Report/Baseline.h - What a change breaks and mends -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compares a report with an earlier one, by the fingerprints of findings and
// not by changed lines: a change in one line that breaks a request in another
// file introduces a finding, and moved lines do not. Of several findings with
// one fingerprint (one function, host, library and verdict) as many are
// unchanged as there were.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REPORT_BASELINE_H
#define MDE_REPORT_BASELINE_H

#include "Report/Report.h"
#include "llvm/Support/Error.h"

namespace mde::report {

/// Compares \p R with the SARIF file of an earlier run of mde-audit. The error
/// names \p Path.
llvm::Error compare(Report &R, llvm::StringRef Path);

/// The same with the report of an earlier revision, \p Name.
void compare(Report &R, const Report &Before, llvm::StringRef Name);

using findings::hashed;
constexpr llvm::StringLiteral FingerprintName = "mdeRequest/v1";

} // namespace mde::report

#endif // MDE_REPORT_BASELINE_H
