// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The CI files that init proposes. Not for use from outside this library.
#ifndef MDE_AUDIT_INITCI_H
#define MDE_AUDIT_INITCI_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mde::audit {

std::string gitHubFile();
std::string gitLabFile();
std::string azureFile();

} // namespace mde::audit

#endif
