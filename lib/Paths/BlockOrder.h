//===- Paths/BlockOrder.h - The order in which blocks are run ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_BLOCKORDER_H
#define MDE_PATHS_BLOCKORDER_H

#include "Ir/Query.h"
#include <vector>

namespace mde::paths {

/// The blocks that \p I, a terminator, or its unwind edge, can go to.
ir::BlockList targets(const ir::Instr &I);

/// The blocks of a function that can be reached, so that each stands behind
/// those that lead to it, loops aside, and the blocks of a loop stand together,
/// its head first. Who takes the first block that waits finishes a loop before
/// what follows it. This is a weak topological order (Bourdoncle: "Efficient
/// chaotic iteration strategies with widenings", FMPA 1993).
struct BlockOrder {
  BlockOrder() = default;
  explicit BlockOrder(const ir::Function &F);

  static constexpr unsigned None = ~0u;
  /// A loop: positions, and the loop that it is in.
  struct Loop {
    unsigned Begin, End, Around = None;
    bool holds(unsigned Position) const { return Begin <= Position && Position < End; }
  };
  std::vector<ir::BlockId> Blocks;
  std::vector<unsigned> Position; ///< by block; None where it can't be reached
  std::vector<Loop> Loops;
  std::vector<unsigned> LoopOf; ///< by block: the innermost one, or None
};

} // namespace mde::paths

#endif // MDE_PATHS_BLOCKORDER_H
