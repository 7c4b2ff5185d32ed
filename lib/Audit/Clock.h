// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_AUDIT_CLOCK_H
#define MDE_AUDIT_CLOCK_H

#include "llvm/Support/Error.h"
#include <string>

namespace mde::audit {

/// "2026-11-27T08:00:00Z", or the time that the environment variable
/// SOURCE_DATE_EPOCH has; an error if that is no number of seconds since 1970.
/// (https://reproducible-builds.org/specs/source-date-epoch/)
llvm::Expected<std::string> timeNow();

} // namespace mde::audit

#endif
