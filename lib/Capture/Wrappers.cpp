//===- Capture/Wrappers.cpp ------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Wrappers.h"

namespace mde::capturing {

void findWrappers(UnitBuilder &) {}

} // namespace mde::capturing
