// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clang's own headers (stddef.h ...) belong to the clang that a program is
// linked with, and lie beside its library, not beside the program.
#ifndef MDE_AUDIT_RESOURCEDIR_H
#define MDE_AUDIT_RESOURCEDIR_H

#include <string>

namespace mde::audit {

/// The folder for -resource-dir; "" when there is none that fits.
std::string resourceDir();

} // namespace mde::audit

#endif
