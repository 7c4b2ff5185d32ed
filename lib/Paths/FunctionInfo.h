//===- Paths/FunctionInfo.h - What a function's code says -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts about one function that don't depend on state, computed once: the
// numbers of its variables, the order of its blocks, and what is alive where.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_FUNCTIONINFO_H
#define MDE_PATHS_FUNCTIONINFO_H

#include "Ir/Ir.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace mde::paths {

class FunctionInfo {
public:
  explicit FunctionInfo(const ir::Function &F);

  unsigned variable(llvm::StringRef Name) const { return Variables.lookup(Name); }
  unsigned numVariables() const { return Variables.size(); }
  const ir::Type *typeOf(unsigned Variable) const { return Types[Variable]; }
  /// The variable that holds what a variadic function was given beyond its
  /// parameters.
  static constexpr llvm::StringLiteral Rest = "...";
  const llvm::StringMap<unsigned> &names() const { return Variables; }

  /// Position of a block in reverse post-order.
  std::vector<unsigned> Order;
  std::vector<ir::BlockId> ByOrder;
  /// By order: the first block, in order, to which an edge leads from this one
  /// or one behind it. What stands before that is never seen again.
  std::vector<unsigned> BackTo;
  /// Blocks that an edge from a later block (in Order) enters.
  llvm::BitVector LoopHeads;
  /// Per block: what may be read from its beginning on, before it is set anew.
  std::vector<llvm::BitVector> LiveVars, LiveTemps;
  /// Per block: the exception in flight may still be looked at.
  llvm::BitVector LiveException;
  /// Variables and temporaries that matter to requests. Set by the Slice.
  llvm::BitVector SliceVars, SliceTemps;
  bool HasSlice = false;
  /// Branches that decide something that matters; one bit per block.
  llvm::BitVector SliceBranches;

private:
  void number(const ir::Function &F);
  void order(const ir::Function &F);
  void liveness(const ir::Function &F);

  llvm::StringMap<unsigned> Variables;
  std::vector<const ir::Type *> Types;
};

/// The blocks that \p I, a terminator, or its unwind edge, can go to.
llvm::SmallVector<ir::BlockId, 4> targets(const ir::Instr &I);

} // namespace mde::paths

#endif // MDE_PATHS_FUNCTIONINFO_H
