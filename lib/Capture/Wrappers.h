//===- Capture/Wrappers.h - Bodies outside user code ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_WRAPPERS_H
#define MDE_CAPTURE_WRAPPERS_H

#include "Capture/Builder.h"

namespace mde::capturing {

/// Puts into UnitBuilder::Wanted the functions with a body outside user code
/// from which a request call can be reached: an SDK's inline wrappers.
void findWrappers(UnitBuilder &B);

} // namespace mde::capturing

#endif // MDE_CAPTURE_WRAPPERS_H
