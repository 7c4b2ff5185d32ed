//===- Paths/Dump.h - States as text, for traces and tests ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_DUMP_H
#define MDE_PATHS_DUMP_H

#include "Paths/Engine.h"

namespace mde::paths {

/// Prints what the local variables, `this` and the globals of \p D hold.
void dump(const Disjunct &D, const ir::Function &F, const FunctionInfo &Info,
          const Engine &E, llvm::raw_ostream &OS);

} // namespace mde::paths

#endif // MDE_PATHS_DUMP_H
