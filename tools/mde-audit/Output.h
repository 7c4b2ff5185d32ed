// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every verb that ends in a report has in common.
#ifndef MDE_TOOLS_MDE_AUDIT_OUTPUT_H
#define MDE_TOOLS_MDE_AUDIT_OUTPUT_H

#include "Report/Report.h"

namespace mde::audit {

/// Writes \p R as the command line asks; returns the exit code, with
/// \p MustVerify that of --verify.
int present(report::Report &R, bool MustVerify = false);

/// The suppressions file that the command line names, or "".
const std::string &suppressionsFile();

/// Whether the command line names a baseline.
bool hasBaseline();

/// Only what was asked for: no progress, no summary.
bool isQuiet();

/// --verify was given.
bool isVerifying();

} // namespace mde::audit

#endif
