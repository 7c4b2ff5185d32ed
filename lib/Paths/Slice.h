//===- Paths/Slice.h - What matters to requests -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the variables, temporaries and branches that can have a say in how a
// request looks, backward from the calls of modelled HTTP functions and without
// regard to order. States that differ in nothing else become one at a join, so
// cost follows the number of ways a request can look:
//
//   if (verbose) level = 2;           // level only goes into a log line
//   if (gov) host = "api-gov...";     // host goes into CURLOPT_URL
//
// Here `gov` and `host` are in the slice, `verbose` and `level` are not. What
// the slice misses costs certainty, never a request: a joined value is unknown.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_SLICE_H
#define MDE_PATHS_SLICE_H

#include "Paths/Engine.h"

namespace mde::paths {

/// Sets the slice of every function of the engine's program.
void computeSlice(Engine &E);

} // namespace mde::paths

#endif // MDE_PATHS_SLICE_H
