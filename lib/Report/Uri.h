// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// File names as URIs: RFC 3986, RFC 8089.
#ifndef MDE_REPORT_URI_H
#define MDE_REPORT_URI_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mde::report {

/// A relative reference for a relative name, file:/// for an absolute one.
std::string uriOf(llvm::StringRef File);

} // namespace mde::report

#endif
