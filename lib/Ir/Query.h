//===- Ir/Query.h - Questions about the blocks of a function ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Edges, orders, (post-)dominators and control dependence. All of it takes a
// valid function of any size: nothing recurses, and the work is about linear.
//
// A call may go on to its unwind block from the middle of a block. Such edges
// are there in Edges::All and not in Edges::Normal. (A `throw` to a handler of
// its own function is a normal edge: it is certain.)
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_QUERY_H
#define MDE_IR_QUERY_H

#include "Ir/Ir.h"
#include "llvm/ADT/BitVector.h"

namespace mde::ir {

enum class Edges : uint8_t { Normal, All };

using BlockList = llvm::SmallVector<BlockId, 2>;

/// Where control can go from \p B; each block once.
BlockList successors(const Block &B, Edges E = Edges::All);
/// By block: where control can come from.
std::vector<BlockList> predecessors(const Function &F, Edges E = Edges::All);
/// The handlers that \p B looks for one in; none if it doesn't.
BlockList handlersOf(const Block &B);
/// Adds to \p Reached, one bit per block, what is reachable from \p From without going
/// through what is in it.
void addReachable(const Function &F, llvm::ArrayRef<BlockId> From, Edges E, llvm::BitVector &Reached);
/// The blocks that are reachable from the entry, each before its successors
/// except along back edges.
std::vector<BlockId> reversePostOrder(const Function &F, Edges E = Edges::All);
/// The same of any edges, by block: a block's are followed in their order.
std::vector<BlockId> reversePostOrder(const std::vector<BlockList> &Next);

/// A tree of blocks in which a parent is what all paths to (Dominators) or from
/// (PostDominators) the block have in common.
class DominatorTree {
public:
  /// The parent; NoBlock where there is none: for the entry and for what it
  /// does not reach, or for a block that only the function's exit follows.
  BlockId immediate(BlockId B) const { return Parent[B]; }
  /// True also if \p A is \p B.
  bool dominates(BlockId A, BlockId B) const {
    return In[A] <= In[B] && In[B] < Out[A];
  }
  unsigned level(BlockId B) const { return Level[B]; }
  llvm::ArrayRef<BlockId> children(BlockId B) const { return Children[B]; }

protected:
  using Graph = std::vector<BlockList>;
  DominatorTree(BlockId Root, const Graph &Next, const Graph &Back);

private:
  void number(BlockId Root);

  std::vector<BlockId> Parent;
  std::vector<unsigned> Level;
  std::vector<unsigned> In, Out; ///< A's descendants have In in [In, Out).
  std::vector<BlockList> Children;
};

/// Of the blocks that the entry reaches; any other has only itself.
class Dominators : public DominatorTree {
public:
  explicit Dominators(const Function &F, Edges E = Edges::All);
};

/// With a virtual exit behind every block that leaves the function. An endless
/// loop is taken to leave it, too, from one of its blocks.
class PostDominators : public DominatorTree {
public:
  explicit PostDominators(const Function &F, Edges E = Edges::Normal);
  /// The immediate post-dominator; NoBlock: only the exit follows.
  BlockId immediate(BlockId B) const {
    BlockId P = DominatorTree::immediate(B);
    return P == Exit ? NoBlock : P;
  }

private:
  explicit PostDominators(const Graph &WithExit);
  BlockId Exit;
};

/// Which blocks decide whether a block runs. A block decides by its terminator
/// or, for handlers and cleanups, by a call in it that throws.
///
///   block 0:  branch %1 block 1 else block 2
///   block 1:  call "set" ()  unwind block 3; jump block 2
///   block 2:  ret
///   block 3:  resume
///
/// Here 1 depends on 0, and 3 on 1. Block 2 depends on none: that "set" might
/// throw makes nothing depend on it but what runs because it threw.
class ControlDependence {
public:
  explicit ControlDependence(const Function &F);

  /// The blocks that decide directly whether \p B runs, in order.
  std::vector<BlockId> of(BlockId B) const;
  /// The blocks that decide, directly or through others, whether any of
  /// \p Blocks runs. Cheaper than of() again and again.
  llvm::BitVector closure(const llvm::BitVector &Blocks) const;

private:
  template <typename Fn>
  void forEachDecider(BlockId B, const llvm::BitVector &Stop, Fn Visit) const;

  PostDominators Post;
  std::vector<BlockList> Before;
};

} // namespace mde::ir

#endif // MDE_IR_QUERY_H
