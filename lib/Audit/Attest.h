// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a report was made from, as evidence: the time, git's commit, and hashes.
#ifndef MDE_AUDIT_ATTEST_H
#define MDE_AUDIT_ATTEST_H

#include "Report/Attestation.h"
#include "llvm/Support/Error.h"

namespace mde::audit {

/// \p R as evidence; \p Arguments are those of the command line. The time is
/// SOURCE_DATE_EPOCH's when that is set; one that is no number is an error. What
/// has changed since it was read, or cannot be read any more, proves nothing.
llvm::Expected<report::Attestation>
attest(const report::Report &R, const std::vector<std::string> &Arguments);

} // namespace mde::audit

#endif
