//===- Ir/Query.cpp - Questions about the blocks of a function ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Query.h"
#include "llvm/ADT/STLExtras.h"
#include <queue>

using namespace mde;
using namespace mde::ir;

using Graph = std::vector<BlockList>;

//===----------------------------------------------------------------------===//
// Edges and orders
//===----------------------------------------------------------------------===//

BlockList ir::successors(const Block &B, Edges E) {
  BlockList To;
  for (const Instr &I : B.Instrs) {
    bool Certain = I.Opcode == Op::Throw;
    if (I.Unwind != NoBlock && (Certain || E == Edges::All))
      To.push_back(I.Unwind);
    if (I.Then != NoBlock)
      To.push_back(I.Then);
    for (const Case &C : I.Cases)
      To.push_back(C.Target);
    if (I.Else != NoBlock)
      To.push_back(I.Else);
  }
  llvm::sort(To);
  To.erase(llvm::unique(To), To.end());
  return To;
}

BlockList ir::handlersOf(const Block &B) {
  BlockList All;
  if (!B.Instrs.empty() && B.Instrs.back().Opcode == Op::Dispatch)
    for (const Case &C : B.Instrs.back().Cases)
      All.push_back(C.Target);
  return All;
}

void ir::addReachable(const Function &F, llvm::ArrayRef<BlockId> From, Edges E, llvm::BitVector &Reached) {
  llvm::SmallVector<BlockId> Todo;
  auto Reach = [&](BlockId B) {
    if (!Reached.test(B))
      Todo.push_back(B);
    Reached.set(B);
  };
  llvm::for_each(From, Reach);
  while (!Todo.empty())
    llvm::for_each(successors(F.Blocks[Todo.pop_back_val()], E), Reach);
}

static Graph successorsOf(const Function &F, Edges E) {
  Graph G;
  G.reserve(F.Blocks.size() + 1); // A virtual exit may follow.
  for (const Block &B : F.Blocks)
    G.push_back(successors(B, E));
  return G;
}

static Graph reversed(const Graph &G) {
  Graph R(G.size());
  for (const auto &[From, To] : llvm::enumerate(G))
    for (BlockId B : To)
      R[B].push_back(From);
  return R;
}

std::vector<BlockList> ir::predecessors(const Function &F, Edges E) {
  return reversed(successorsOf(F, E));
}

/// Appends what \p Root reaches and \p Seen does not hold yet, each block
/// behind its successors.
static void postOrder(BlockId Root, const Graph &Next, llvm::BitVector &Seen,
                      std::vector<BlockId> &Order) {
  std::vector<std::pair<BlockId, size_t>> Stack; // block, next successor
  Seen.set(Root);
  Stack.push_back({Root, 0});
  while (!Stack.empty()) {
    auto &[B, I] = Stack.back();
    if (I == Next[B].size()) {
      Order.push_back(B);
      Stack.pop_back();
      continue;
    }
    BlockId To = Next[B][I++];
    if (!Seen[To]) {
      Seen.set(To);
      Stack.push_back({To, 0});
    }
  }
}

std::vector<BlockId> ir::reversePostOrder(const Graph &Next) {
  std::vector<BlockId> Order;
  llvm::BitVector Seen(Next.size());
  if (!Next.empty())
    postOrder(0, Next, Seen, Order);
  std::reverse(Order.begin(), Order.end());
  return Order;
}

std::vector<BlockId> ir::reversePostOrder(const Function &F, Edges E) {
  return reversePostOrder(successorsOf(F, E));
}

//===----------------------------------------------------------------------===//
// Dominators
//===----------------------------------------------------------------------===//

// Cooper, Harvey, Kennedy: "A simple, fast dominance algorithm".
DominatorTree::DominatorTree(BlockId Root, const Graph &Next, const Graph &Back)
    : Parent(Next.size(), NoBlock), Level(Next.size(), 0), In(Next.size(), 0),
      Out(Next.size(), 0), Children(Next.size()) {
  if (Next.empty())
    return;
  std::vector<BlockId> Order;
  llvm::BitVector Seen(Next.size());
  postOrder(Root, Next, Seen, Order);
  std::vector<unsigned> Rank(Next.size(), 0);
  for (const auto &[N, B] : llvm::enumerate(Order))
    Rank[B] = N;

  Parent[Root] = Root;
  auto Common = [&](BlockId A, BlockId B) {
    while (A != B)
      if (Rank[A] < Rank[B])
        A = Parent[A];
      else
        B = Parent[B];
    return A;
  };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (BlockId B : llvm::drop_begin(llvm::reverse(Order))) {
      BlockId New = NoBlock;
      for (BlockId From : Back[B])
        if (Seen[From] && Parent[From] != NoBlock)
          New = New == NoBlock ? From : Common(New, From);
      Changed |= Parent[B] != New;
      Parent[B] = New;
    }
  }
  Parent[Root] = NoBlock;
  for (BlockId B : llvm::reverse(Order))
    if (Parent[B] != NoBlock) {
      Level[B] = Level[Parent[B]] + 1;
      Children[Parent[B]].push_back(B);
    }
  number(Root);
}

/// Gives every node the interval of its descendants.
void DominatorTree::number(BlockId Root) {
  std::vector<BlockId> Order;
  llvm::BitVector Seen(Parent.size());
  postOrder(Root, Children, Seen, Order);
  std::vector<unsigned> Size(Parent.size(), 1);
  for (BlockId B : Order)
    for (BlockId C : Children[B])
      Size[B] += Size[C];
  // From the root down: children share the interval behind their parent's own.
  unsigned Free = Order.size();
  for (BlockId B = 0; B < Parent.size(); ++B)
    if (!Seen[B]) {
      In[B] = Free++;
      Out[B] = Free;
    }
  for (BlockId B : llvm::reverse(Order)) {
    Out[B] = In[B] + Size[B];
    unsigned At = In[B] + 1;
    for (BlockId C : Children[B]) {
      In[C] = At;
      At += Size[C];
    }
  }
}

Dominators::Dominators(const Function &F, Edges E)
    : DominatorTree(0, successorsOf(F, E), predecessors(F, E)) {}

/// The graph with one more node, the exit, which every block reaches.
static Graph withExit(const Function &F, Edges E) {
  Graph G = successorsOf(F, E);
  BlockId Exit = G.size();
  for (BlockList &To : G)
    if (To.empty())
      To.push_back(Exit);
  G.emplace_back();
  Graph Back = reversed(G);
  std::vector<BlockId> Order;
  llvm::BitVector Seen(G.size());
  postOrder(Exit, Back, Seen, Order);
  // What is left runs for ever. It leaves, as if it gave up, from where it
  // got farthest; code that nothing reaches comes last.
  std::vector<BlockId> Farthest;
  llvm::BitVector Reached(G.size());
  for (BlockId B = 0; B < Exit; ++B)
    if (!Reached[B])
      postOrder(B, G, Reached, Farthest);
  for (BlockId B : Farthest)
    if (!Seen[B] && B != Exit) {
      G[B].push_back(Exit);
      postOrder(B, Back, Seen, Order);
    }
  return G;
}

PostDominators::PostDominators(const Function &F, Edges E)
    : PostDominators(withExit(F, E)) {}

PostDominators::PostDominators(const Graph &G)
    : DominatorTree(G.size() - 1, reversed(G), G), Exit(G.size() - 1) {}

//===----------------------------------------------------------------------===//
// Control dependence
//===----------------------------------------------------------------------===//

// A decides whether B runs if an edge leads from A to a block that B
// post-dominates while B does not strictly post-dominate A: Ferrante,
// Ottenstein, Warren: "The program dependence graph and its use in
// optimization". Edges of calls that unwind decide, too, but post-dominators
// are those without them; see the example in the header.

ControlDependence::ControlDependence(const Function &F)
    : Post(F), Before(predecessors(F)) {}

/// Visits the deciders of \p B but not those that come in below a block of
/// \p Stop: they decide whether that block runs, too.
template <typename Fn>
void ControlDependence::forEachDecider(BlockId B, const llvm::BitVector &Stop,
                                       Fn Visit) const {
  std::vector<BlockId> Work{B};
  while (!Work.empty()) {
    BlockId D = Work.back();
    Work.pop_back();
    for (BlockId A : Before[D])
      if (A == B || !Post.dominates(B, A))
        Visit(A);
    for (BlockId C : Post.children(D))
      if (!Stop[C])
        Work.push_back(C);
  }
}

std::vector<BlockId> ControlDependence::of(BlockId B) const {
  std::vector<BlockId> All;
  forEachDecider(B, llvm::BitVector(Before.size()),
                 [&](BlockId A) { All.push_back(A); });
  llvm::sort(All);
  All.erase(llvm::unique(All), All.end());
  return All;
}

llvm::BitVector
ControlDependence::closure(const llvm::BitVector &Blocks) const {
  // Deepest first: what lies below a block that is done need not be seen again.
  std::priority_queue<std::pair<unsigned, BlockId>> Work;
  llvm::BitVector Queued = Blocks, Done(Before.size()), Deciders(Before.size());
  for (unsigned B : Blocks.set_bits())
    Work.push({Post.level(B), B});
  while (!Work.empty()) {
    BlockId B = Work.top().second;
    Work.pop();
    forEachDecider(B, Done, [&](BlockId A) {
      Deciders.set(A);
      if (!Queued[A]) {
        Queued.set(A);
        Work.push({Post.level(A), A});
      }
    });
    Done.set(B);
  }
  return Deciders;
}
