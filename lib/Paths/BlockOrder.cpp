//===- Paths/BlockOrder.cpp -----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/BlockOrder.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using namespace ir;

BlockList targets(const Instr &I) {
  BlockList Result;
  for (BlockId B : {I.Then, I.Else, I.Unwind})
    if (B != NoBlock)
      Result.push_back(B);
  for (const Case &C : I.Cases)
    Result.push_back(C.Target);
  return Result;
}

namespace {

/// Some blocks of a function, and the edges among them.
struct Region {
  struct Node {
    const Region *In;
    BlockId B;
    std::vector<const Node *> Next;
  };
  std::vector<Node> Nodes;
  Node Entry; ///< leads to all of them

  Region(llvm::ArrayRef<BlockId> Blocks, llvm::ArrayRef<BlockList> Edges)
      : Entry{this, NoBlock, {}} {
    llvm::DenseMap<BlockId, unsigned> Index;
    Nodes.reserve(Blocks.size());
    for (BlockId B : Blocks) {
      Index[B] = Nodes.size();
      Nodes.push_back({this, B, {}});
    }
    for (Node &N : Nodes) {
      for (BlockId To : Edges[N.B])
        if (auto It = Index.find(To); It != Index.end())
          N.Next.push_back(&Nodes[It->second]);
      Entry.Next.push_back(&N);
    }
  }
};

} // namespace
} // namespace mde::paths

template <> struct llvm::GraphTraits<mde::paths::Region> {
  using NodeRef = const mde::paths::Region::Node *;
  using ChildIteratorType = std::vector<NodeRef>::const_iterator;
  static NodeRef getEntryNode(const mde::paths::Region &R) { return &R.Entry; }
  static ChildIteratorType child_begin(NodeRef N) { return N->Next.begin(); }
  static ChildIteratorType child_end(NodeRef N) { return N->Next.end(); }
};

namespace mde::paths {

namespace {

/// Appends \p Blocks to \p Order. The first of them that is in a loop is the
/// loop's head.
void appendInOrder(llvm::ArrayRef<BlockId> Blocks, llvm::ArrayRef<BlockList> All, unsigned Around, BlockOrder &Order) {
  Region R(Blocks, All);
  llvm::DenseMap<BlockId, unsigned> Position;
  for (unsigned I = 0; I < Blocks.size(); ++I)
    Position[Blocks[I]] = I;
  std::vector<std::vector<BlockId>> Components;
  for (auto It = llvm::scc_begin(R); !It.isAtEnd(); ++It) {
    std::vector<BlockId> Component;
    for (const Region::Node *N : *It)
      if (N->B != NoBlock)
        Component.push_back(N->B);
    llvm::sort(Component, [&](BlockId A, BlockId B) { return Position.lookup(A) < Position.lookup(B); });
    Components.push_back(std::move(Component));
  }
  for (const std::vector<BlockId> &Component : llvm::reverse(Components)) {
    if (Component.empty())
      continue;
    BlockId Head = Component[0];
    unsigned In = Around;
    if (Component.size() > 1 || llvm::is_contained(All[Head], Head)) {
      In = Order.Loops.size();
      Order.Loops.push_back({unsigned(Order.Blocks.size()), unsigned(Order.Blocks.size() + Component.size()), Around});
    }
    Order.LoopOf[Head] = In;
    Order.Position[Head] = Order.Blocks.size();
    Order.Blocks.push_back(Head);
    if (Component.size() > 1)
      appendInOrder(llvm::ArrayRef(Component).drop_front(), All, In, Order);
  }
}

} // namespace

BlockOrder::BlockOrder(const Function &F) : Position(F.Blocks.size(), None), LoopOf(F.Blocks.size(), None) {
  std::vector<BlockList> All(F.Blocks.size());
  for (BlockId B = 0; B < F.Blocks.size(); ++B)
    for (const Instr &I : F.Blocks[B].Instrs)
      llvm::append_range(All[B], targets(I));
  appendInOrder(reversePostOrder(All), All, None, *this);
}

} // namespace mde::paths
