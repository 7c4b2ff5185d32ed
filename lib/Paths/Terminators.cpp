//===- Paths/Terminators.cpp - Where control goes from a block -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/FunctionRun.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace mde::paths {

using namespace ir;

bool FunctionRun::terminate(Machine &M, BlockId B, const Instr &I) {
  Disjunct &D = M.D;
  auto Arg = [&](unsigned N) { return N < I.Args.size() ? operand(M, I.Args[N]) : Value(); };
  switch (I.Opcode) {
  case Op::Jump:
    go(B, I.Then, std::move(D));
    return false;
  case Op::Branch: {
    Value V = Arg(0);
    bool Open = M.truth(V) == Tri::Maybe;
    bool Truth = M.decide(V);
    if (M.Dead)
      return false;
    if (Open && I.At.isValid() && (!Info.HasSlice || Info.SliceBranches.test(B)))
      D.note(Truth ? TrailEvent::BranchTrue : TrailEvent::BranchFalse, I.At);
    go(B, Truth ? I.Then : I.Else, std::move(D));
    return false;
  }
  case Op::Switch: {
    Value V = Arg(0);
    if (V.is(Value::Unset) || V.isNull())
      V = Value::integer(0);
    BlockId Target = I.Else;
    if (V.isInt()) {
      for (const Case &C : I.Cases)
        if (V.I >= C.First && V.I <= C.Last)
          Target = C.Target;
    } else if (V.isSymbol()) {
      unsigned Which = M.C.choose(I.Cases.size() + 1);
      const Case *Taken = Which < I.Cases.size() ? &I.Cases[Which] : nullptr;
      auto Assume = [&](llvm::StringRef Op, int64_t N, bool Truth) {
        return M.assume(M.binary(Op, V, Value::integer(N)), Truth);
      };
      if (Taken && Taken->First == Taken->Last) {
        if (!Assume("==", Taken->First, true))
          return false;
      } else if (Taken) {
        if (!Assume("<", Taken->First, false) || !Assume("<=", Taken->Last, true))
          return false;
        if (M.D.Symbols[V.S].Lo > M.D.Symbols[V.S].Hi)
          return false;
      } else {
        // A range longer than this is not ruled out, value by value.
        constexpr int64_t Longest = 256;
        for (const Case &C : I.Cases)
          for (int64_t N = C.First; N <= C.Last && C.Last - C.First < Longest; ++N)
            if (!Assume("==", N, false))
              return false;
      }
      Target = Taken ? Taken->Target : I.Else;
      if (I.At.isValid() && (!Info.HasSlice || Info.SliceBranches.test(B)))
        D.note(TrailEvent::CaseTaken, I.At, Taken ? std::to_string(Taken->First) : "default");
    } else {
      unsigned Which = M.C.choose(I.Cases.size() + 1);
      Target = Which < I.Cases.size() ? I.Cases[Which].Target : I.Else;
    }
    if (Target != NoBlock)
      go(B, Target, std::move(D));
    return false;
  }
  case Op::Ret:
    D.Result = Arg(0);
    leave(std::move(D), false);
    return false;
  case Op::Throw: {
    Value V = Arg(0);
    D.Exception = M.placeOf(V);
    D.ExceptionType = I.Ty;
    if (I.Ty && I.Ty->isClass() && D.node(D.Exception).Class.empty())
      D.edit(D.Exception).Class = I.Ty->Name;
    if (I.Unwind == NoBlock)
      leave(std::move(D), true);
    else
      arrive(I.Unwind, std::move(D));
    return false;
  }
  case Op::Dispatch:
    dispatch(M, I);
    return false;
  case Op::Resume:
    leave(std::move(D), true);
    return false;
  default:
    return false;
  }
}

void FunctionRun::leave(Disjunct D, bool Thrown) {
  D.Locals.clear();
  D.Temps.clear();
  if (!Thrown) {
    D.Exception = 0;
    D.ExceptionType = nullptr;
  }
  Roots All;
  All.Heap = E.HasSlice ? &E.Heap : nullptr;
  All.SliceResult = Info.SliceResult;
  std::string Key = renumber(D, All);
  E.Outside.gather(D, E.Heap);
  Key += Thrown ? 'T' : 'R';
  auto [It, New] = ExitKeys.try_emplace(Key, Out.Exits.size());
  OriginRef Merged = makeOrigin(Origin::Runtime, "paths that came together", F.At);
  if (New)
    Out.ExitKeys += llvm::xxh3_64bits(Key);
  if (New && Out.Exits.size() < E.Options.Limits.DisjunctsPerBlock) {
    Out.Exits.push_back({std::move(D), Thrown});
    return;
  }
  if (!New) {
    Exit &Old = Out.Exits[It->second];
    Old.D = join(Old.D, D, Merged);
    renumber(Old.D, All);
    return;
  }
  // Too many ways to leave: the nearest takes it in.
  OriginRef Why = makeOrigin(Origin::Bound, "too many ways out of a function", F.At);
  unsigned Least = ~0u, Nearest = ~0u;
  for (unsigned I = 0; I < Out.Exits.size(); ++I)
    if (Out.Exits[I].Thrown == Thrown)
      if (unsigned Far = distance(Out.Exits[I].D, D); Far < Least) {
        Least = Far;
        Nearest = I;
      }
  if (Nearest == ~0u) {
    It->second = Out.Exits.size();
    Out.Exits.push_back({std::move(D), Thrown});
    return;
  }
  It->second = Nearest;
  Exit &Old = Out.Exits[Nearest];
  Old.D = join(Old.D, D, Why);
  Old.D.Approximate = true;
  renumber(Old.D, All);
}

} // namespace mde::paths
