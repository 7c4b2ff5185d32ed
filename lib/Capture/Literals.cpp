//===- Capture/Literals.cpp ------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Literals.h"

namespace mde::capturing {

void collectLiterals(UnitBuilder &) {}

} // namespace mde::capturing
