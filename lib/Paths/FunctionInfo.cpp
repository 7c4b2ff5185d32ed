//===- Paths/FunctionInfo.cpp ---------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/FunctionInfo.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using namespace ir;

llvm::SmallVector<BlockId, 4> targets(const Instr &I) {
  llvm::SmallVector<BlockId, 4> Result;
  for (BlockId B : {I.Then, I.Else, I.Unwind})
    if (B != NoBlock)
      Result.push_back(B);
  for (const Case &C : I.Cases)
    if (C.Target != NoBlock)
      Result.push_back(C.Target);
  return Result;
}

FunctionInfo::FunctionInfo(const Function &F) {
  number(F);
  order(F);
  liveness(F);
}

void FunctionInfo::number(const Function &F) {
  auto Add = [&](llvm::StringRef Name, const Type *Ty) {
    if (Variables.try_emplace(Name, Types.size()).second)
      Types.push_back(Ty);
    else if (Ty && !Types[Variables.lookup(Name)])
      Types[Variables.lookup(Name)] = Ty;
  };
  for (const Param &P : F.Params)
    Add(P.Name, P.Ty);
  if (F.Variadic)
    Add(Rest, nullptr);
  for (const Block &B : F.Blocks)
    for (const Instr &I : B.Instrs)
      if (I.Opcode == Op::Var || I.Opcode == Op::Declare || I.Opcode == Op::Alias)
        Add(I.Name, I.Opcode == Op::Declare ? I.Ty : nullptr);
}

void FunctionInfo::order(const Function &F) {
  unsigned N = F.Blocks.size();
  auto Successors = [&](BlockId B) {
    llvm::SmallVector<BlockId, 4> All;
    for (const Instr &I : F.Blocks[B].Instrs)
      for (BlockId T : targets(I))
        All.push_back(T);
    return All;
  };
  std::vector<BlockId> Post;
  llvm::BitVector Seen(N);
  struct Visit {
    BlockId B;
    llvm::SmallVector<BlockId, 4> Next;
    unsigned I = 0;
  };
  std::vector<Visit> Stack;
  if (N) {
    Seen.set(0);
    Stack.push_back({0, Successors(0)});
  }
  while (!Stack.empty()) {
    Visit &V = Stack.back();
    if (V.I < V.Next.size()) {
      BlockId Next = V.Next[V.I++];
      if (!Seen.test(Next)) {
        Seen.set(Next);
        Stack.push_back({Next, Successors(Next)});
      }
      continue;
    }
    Post.push_back(V.B);
    Stack.pop_back();
  }
  Order.assign(N, ~0u);
  for (unsigned I = 0; I < Post.size(); ++I)
    Order[Post[I]] = Post.size() - 1 - I;
  LoopHeads.resize(N);
  ByOrder.assign(Post.rbegin(), Post.rend());
  BackTo.assign(Post.size() + 1, Post.size());
  for (unsigned I = Post.size(); I-- > 0;) {
    BackTo[I] = std::min(BackTo[I + 1], I);
    for (BlockId S : Successors(Post[Post.size() - 1 - I]))
      BackTo[I] = std::min(BackTo[I], Order[S]);
  }
  for (BlockId B = 0; B < N; ++B)
    if (Order[B] != ~0u)
      for (BlockId S : Successors(B))
        if (Order[S] <= Order[B])
          LoopHeads.set(S);
}

void FunctionInfo::liveness(const Function &F) {
  unsigned N = F.Blocks.size(), Vars = numVariables(), Temps = F.NumTemps + 1;
  LiveVars.assign(N, llvm::BitVector(Vars));
  LiveTemps.assign(N, llvm::BitVector(Temps));
  LiveException.resize(N);
  // Backward to a fixpoint, in post-order.
  std::vector<BlockId> Blocks;
  for (BlockId B = 0; B < N; ++B)
    if (Order[B] != ~0u)
      Blocks.push_back(B);
  llvm::sort(Blocks, [&](BlockId A, BlockId B) { return Order[A] > Order[B]; });
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (BlockId B : Blocks) {
      llvm::BitVector V(Vars), T(Temps);
      if (F.Variadic)
        V.set(variable(Rest));
      for (const Instr &I : llvm::reverse(F.Blocks[B].Instrs)) {
        for (BlockId S : targets(I)) {
          V |= LiveVars[S];
          T |= LiveTemps[S];
        }
        if (I.Result)
          T.reset(I.Result);
        if (I.Opcode == Op::Declare || I.Opcode == Op::Alias)
          V.reset(variable(I.Name));
        if (I.IntoPlace)
          T.set(I.IntoPlace);
        for (const Operand &O : I.Args)
          if (O.K == Operand::Temp)
            T.set(O.Temp_);
        // Who names it wants the same place, even when it only stores to it: a
        // temporary may already refer to it.
        if (I.Opcode == Op::Var)
          V.set(variable(I.Name));
      }
      bool Exception = false;
      for (const Instr &I : F.Blocks[B].Instrs) {
        Exception |= I.Opcode == Op::Caught || I.Opcode == Op::Dispatch || I.Opcode == Op::Resume;
        if (I.isTerminator() && I.Opcode != Op::Throw)
          for (BlockId S : targets(I))
            Exception |= LiveException.test(S);
      }
      if (Exception && !LiveException.test(B)) {
        LiveException.set(B);
        Changed = true;
      }
      if (V != LiveVars[B] || T != LiveTemps[B]) {
        LiveVars[B] = std::move(V);
        LiveTemps[B] = std::move(T);
        Changed = true;
      }
    }
  }
}

} // namespace mde::paths
