//===- Paths/FunctionRun.cpp - A function, run on one input --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/FunctionRun.h"
#include "Paths/Dump.h"
#include "Paths/Invariants.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/xxhash.h"

namespace mde::paths {

using namespace ir;

static bool sameFacts(const Disjunct &A, const Disjunct &B) {
  if (A.Symbols.size() != B.Symbols.size() || A.Terms.size() != B.Terms.size() ||
      A.Narrowed.size() != B.Narrowed.size() || A.Approximate != B.Approximate)
    return false;
  for (SymbolId S = 1; S < A.Symbols.size(); ++S) {
    const SymbolInfo &X = A.Symbols[S], &Y = B.Symbols[S];
    if (X.Lo != Y.Lo || X.Hi != Y.Hi || X.NotInts != Y.NotInts || X.NotEmpty != Y.NotEmpty ||
        X.NotTexts != Y.NotTexts || X.NotTextsNoCase != Y.NotTextsNoCase)
      return false;
  }
  return true;
}

/// Where the input's literals were written, except those of constants: a
/// constant is not something that a caller passes in.
static std::vector<Loc> literalsIn(const Engine &E, const Disjunct &In) {
  llvm::DenseSet<NodeId> Constant;
  llvm::SmallVector<NodeId> Work;
  for (auto &[G, N] : In.Globals)
    if (!const_cast<Engine &>(E).isMutable(E.global(G)))
      Work.push_back(N);
  while (!Work.empty()) {
    NodeId N = Work.pop_back_val();
    if (!Constant.insert(N).second)
      continue;
    for (const Child &C : In.node(N).Children)
      Work.push_back(C.Id);
    for (NodeId Elem : In.node(N).Elems)
      Work.push_back(Elem);
  }
  std::vector<Loc> Locs, Known;
  auto Collect = [&](const Value &V, std::vector<Loc> &Locs) {
    if (V.isText())
      for (const Pattern &P : V.T->alternatives())
        for (const Piece &Part : P.pieces())
          if (!Part.isHole() && Part.At.isValid())
            Locs.push_back(Part.At);
  };
  for (NodeId N = 1; N < In.Nodes.size(); ++N)
    Collect(In.node(N).Val, Constant.count(N) ? Known : Locs);
  for (const auto &[T, V] : In.Temps)
    Collect(V, Locs);
  llvm::sort(Known);
  llvm::erase_if(Locs, [&](Loc L) { return llvm::binary_search(Known, L); });
  llvm::sort(Locs);
  return Locs;
}

void FunctionRun::run(const Disjunct &In) {
  Unit = E.unitOf(&F);
  Blocks.resize(F.Blocks.size());
  Exits.resize(Info.Order.Loops.size());
  Given = std::make_shared<const std::vector<Loc>>(literalsIn(E, In));
  Arrived.resize(F.Blocks.size());
  enter(In);
  do
    runPending();
  while (!Bounded && enterHandlers());
  finish();
}

void FunctionRun::runPending() {
  while (!Pending.empty()) {
    auto [Position, B] = *Pending.begin();
    Pending.erase(Pending.begin());
    forgetBefore(Info.BackTo[Position]);
    std::vector<SeenState *> &Waiting = Blocks[B].Waiting;
    while (!Waiting.empty() && !Bounded) {
      std::shared_ptr<Disjunct> Start = Waiting.front()->second;
      Waiting.erase(Waiting.begin());
      trace(B, *Start);
      runBlock(B, *Start);
    }
    if (Bounded)
      break;
  }
}

/// Nothing arrives any more at the blocks that stand before \p Order: their
/// states go.
void FunctionRun::forgetBefore(unsigned Order) {
  for (; Forgotten < Order; ++Forgotten)
    Blocks[Info.Order.Blocks[Forgotten]] = BlockState();
}

void FunctionRun::enter(const Disjunct &In) {
  Disjunct D = In;
  std::vector<Value> Args;
  for (auto &[T, V] : D.Temps)
    Args.push_back(std::move(V));
  D.Temps.clear();
  D.Locals.assign(Info.numVariables(), 0);
  Chooser C({});
  Machine M(E, F, Info, D, C, Out.Sends, Given);
  M.At = F.At;
  for (unsigned I = 0; I < F.Params.size(); ++I) {
    const Param &P = F.Params[I];
    Value V = I < Args.size() ? Args[I] : Value();
    unsigned Var = Info.variable(P.Name);
    if (P.Ty && P.Ty->isClass() && V.isRef()) {
      D.Locals[Var] = M.placeOf(V);
      continue;
    }
    NodeId N = M.makePlace(P.Ty);
    V = M.decayed(std::move(V), P.Ty);
    D.edit(N).Val = V;
    D.edit(N).Constructed = true;
    D.Locals[Var] = N;
  }
  if (F.Variadic) {
    D.Locals[Info.variable(FunctionInfo::Rest)] =
        M.restOf(llvm::ArrayRef(Args).drop_front(std::min(Args.size(), F.Params.size())));
  }
  arrive(0, std::move(D));
}

Roots FunctionRun::rootsAt(BlockId B) const {
  Roots R;
  R.LiveLocals = &Info.LiveVars[B];
  R.LiveTemps = &Info.LiveTemps[B];
  if (E.HasSlice)
    R.Heap = &E.Heap;
  if (Info.HasSlice) {
    R.SliceLocals = &Info.SliceVars;
    R.SliceTemps = &Info.SliceTemps;
    R.SliceResult = Info.SliceResult;
  }
  return R;
}

/// So many places to renumber and to join count as an instruction: of a table of
/// thousands of rows each may still be looked at once.
static constexpr size_t PlacesPerStep = 64;

void FunctionRun::arrive(BlockId B, Disjunct D) {
  if (!Info.LiveException.test(B))
    D.Exception = 0;
  if (!D.Exception)
    D.ExceptionType = nullptr;
  Arrived.set(B);
  // A state of thousands of places costs as much as many instructions.
  E.RootSteps += D.Nodes.size() / PlacesPerStep;
  std::string Key = renumber(D, rootsAt(B));
  checkNumbered(D, rootsAt(B), Key);
  BlockState &State = Blocks[B];
  auto It = State.Seen.find(Key);
  OriginRef Merged = makeOrigin(Origin::Runtime, "paths that came together", F.At);
  auto Wait = [&](SeenState &Entry) {
    if (!llvm::is_contained(State.Waiting, &Entry))
      State.Waiting.push_back(&Entry);
    Pending[Info.Order.Position[B]] = B;
  };
  if (It != State.Seen.end()) {
    Disjunct &Old = *It->second;
    Disjunct New = join(Old, D, Merged);
    renumber(New, rootsAt(B));
    bool Same = sameFacts(Old, New);
    if (Same && Info.HasSlice)
      Same = distance(Old, New) == 0;
    if (Same)
      return;
    It->second = std::make_shared<Disjunct>(std::move(New));
    Wait(*It);
    return;
  }
  if (State.Seen.size() >= E.Options.Limits.DisjunctsPerBlock)
    letFinishedGo(B);
  if (State.Seen.size() < E.Options.Limits.DisjunctsPerBlock) {
    auto &Entry = *State.Seen.try_emplace(Key, std::make_shared<Disjunct>(std::move(D))).first;
    State.InOrder.push_back(&Entry);
    Wait(Entry);
    return;
  }
  // Too many ways: the nearest one takes this one in.
  E.RootSteps += State.InOrder.size() * D.Nodes.size() / PlacesPerStep;
  OriginRef Why = makeOrigin(Origin::Bound, "too many ways to get here", F.At);
  SeenState *Nearest = nullptr;
  unsigned Least = ~0u;
  for (auto *Entry : State.InOrder)
    if (unsigned Far = distance(*Entry->second, D); Far < Least) {
      Least = Far;
      Nearest = Entry;
    }
  // What a loop changes in each round would go on changing.
  bool Widen = Info.Order.LoopOf[B] != BlockOrder::None &&
               State.Overflows > E.Options.Limits.DisjunctsPerBlock / 4;
  Disjunct New = join(*Nearest->second, D, Why, Widen);
  New.Approximate = true;
  renumber(New, rootsAt(B));
  if (distance(*Nearest->second, New) == 0 && sameFacts(*Nearest->second, New))
    return;
  // What keeps changing is given up after a while: the loop must end.
  if (++State.Overflows > 4 * E.Options.Limits.DisjunctsPerBlock) {
    Bounded = true;
    return;
  }
  Nearest->second = std::make_shared<Disjunct>(std::move(New));
  Wait(*Nearest);
}

/// Control goes on to \p To. Counts how often a loop was left since it was
/// entered.
void FunctionRun::go(BlockId From, BlockId To, Disjunct D) {
  const BlockOrder &Order = Info.Order;
  for (unsigned L = Order.LoopOf[From]; L != BlockOrder::None; L = Order.Loops[L].Around)
    if (!Order.Loops[L].holds(Order.Position[To]))
      ++Exits[L];
  for (unsigned L = Order.LoopOf[To]; L != BlockOrder::None; L = Order.Loops[L].Around)
    if (!Order.Loops[L].holds(Order.Position[From]))
      Exits[L] = 0;
  arrive(To, std::move(D));
}

/// The iterations of a loop over a table follow each other: those that were run
/// need not be kept for the next ones. Not so when nobody knows where the loop
/// ends, or when more and more states come around, which is what the bound is for.
void FunctionRun::letFinishedGo(BlockId B) {
  const Bounds &Limits = E.Options.Limits;
  BlockState &State = Blocks[B];
  unsigned Few = Limits.DisjunctsPerBlock / 4, Loop = Info.Order.LoopOf[B];
  if (Loop == BlockOrder::None || Exits[Loop] > Few || State.Waiting.size() > Few ||
      State.Finished.size() >= Limits.TableElements)
    return;
  llvm::erase_if(State.InOrder, [&](SeenState *Entry) {
    // What came back once stays: the loop must end.
    if (llvm::is_contained(State.Waiting, Entry) ||
        !State.Finished.insert(llvm::xxh3_64bits(Entry->getKey())).second)
      return false;
    State.Seen.erase(Entry->getKey());
    return true;
  });
}

void FunctionRun::runBlock(BlockId B, Disjunct Start) {
  std::vector<Step> Work;
  Work.push_back({std::make_shared<const Disjunct>(std::move(Start)), 0, {}});
  const Block &Body = F.Blocks[B];
  while (!Work.empty()) {
    Step S = std::move(Work.back());
    Work.pop_back();
    Disjunct D = *S.D;
    S.D.reset();
    for (; S.Instr < Body.Instrs.size(); ++S.Instr) {
      if (++Steps > E.Options.Limits.StepsPerContext ||
          ++E.RootSteps > E.Options.Limits.StepsPerRoot || E.isOverBudget()) {
        Bounded = true;
        return;
      }
      const Instr &I = Body.Instrs[S.Instr];
      Chooser C(S.Given);
      bool MayFork = I.Opcode == Op::Call || I.Opcode == Op::CallIndirect || I.Opcode == Op::Branch ||
                     I.Opcode == Op::Switch || I.Opcode == Op::Element || I.Opcode == Op::Field || I.Opcode == Op::Binary ||
                     I.Opcode == Op::Unary || I.Opcode == Op::Load || I.Opcode == Op::DynamicCast ||
                     I.Opcode == Op::Dispatch || I.Opcode == Op::Store;
      std::shared_ptr<const Disjunct> Before;
      if (MayFork)
        Before = std::make_shared<const Disjunct>(D);
      Machine M(E, F, Info, D, C, Out.Sends, Given);
      M.At = I.At;
      bool Goes = step(M, B, I);
      for (auto &Other : C.Others)
        Work.push_back({Before, S.Instr, std::move(Other)});
      S.Given.clear();
      if (Goes && Info.mayHandle(I.Unwind) && !Arrived.test(Info.HandlersOf[I.Unwind]) && mayThrow(I))
        Unthrown.try_emplace(I.Unwind, Before);
      if (!Goes || M.Dead)
        break;
    }
  }
}

/// The calls on the way to a send, the outermost first. One more turn of a
/// recursion is no other way.
static std::vector<std::string> wayOf(const SendRecord &R) {
  std::vector<std::string> Way;
  for (const Activation &Fr : R.Frames) {
    std::string Call = keyOf(Fr) + char('0' + Fr.HostFromOutside * 2 + Fr.AgentFromOutside);
    if (auto Before = llvm::find(Way, Call); Before != Way.end())
      Way.erase(Before, Way.end());
    Way.push_back(std::move(Call));
  }
  return Way;
}

/// Of many ways that differ in nothing but the calls on the way, those are kept
/// that show each of these calls: three calls on each of ten levels are 59,049
/// ways, and 30 calls. As long as they are not too many, each is shown next to each
/// call above it. \p Alike are from one sending call; \p Drop gets the others.
static void keepWaysThatShowAllCalls(llvm::ArrayRef<SendRecord> Sends, std::vector<unsigned> Alike,
                                     llvm::BitVector &Drop) {
  constexpr size_t Few = 16, Many = 128;
  if (Alike.size() <= Few)
    return;
  llvm::stable_sort(Alike, [&](unsigned A, unsigned B) { return Sends[A].Frames.size() < Sends[B].Frames.size(); });
  llvm::StringSet<> Shown;
  for (unsigned I : Alike) {
    bool Shows = false;
    std::string Above;
    for (std::string &Call : wayOf(Sends[I])) {
      Shows |= Shown.insert(Above + Call).second;
      if (Alike.size() <= Many)
        Above = std::move(Call);
    }
    if (!Shows)
      Drop.set(I);
  }
}

/// The sends without those that repeat another one: a send that is seen again
/// after a fork is one.
std::vector<SendRecord> FunctionRun::distinctSends() {
  std::vector<SendRecord> Distinct;
  llvm::StringMap<unsigned> Index;
  llvm::StringMap<std::vector<unsigned>> Alike;
  for (SendRecord &R : Out.Sends) {
    std::string Way, Looks;
    for (const std::string &Call : wayOf(R))
      Way += Call;
    auto Put = [&](const Text &T, const std::vector<Loc> &Locs) {
      Looks += print(T);
      for (Loc L : Locs)
        Looks += keyOf(L);
      Looks += '|';
    };
    Put(R.S.Url, R.HostLocs);
    for (const Text &A : R.S.Agents)
      Put(A, R.AgentLocs);
    Looks += R.S.AgentsOpen ? R.S.AgentsOpen->What + char('a' + R.S.AgentsOpen->K) : "-";
    for (auto &[S, What] : R.Assumed)
      Looks += std::to_string(S) + What + ",";
    for (const std::string &Fact : R.OutsideFacts)
      Looks += Fact;
    for (SymbolId S : R.HostSymbols)
      Looks += std::to_string(S) + ",";
    Looks += std::to_string(R.Request) + "/" + std::to_string(R.Session);
    Looks += R.S.Approximate ? "~" : "";
    auto [It, New] = Index.try_emplace(Way + Looks, Distinct.size());
    if (New) {
      auto &Like = Alike[keyOf(R.Frames.back()) + Looks];
      if (Like.empty())
        Out.SendKeys += llvm::xxh3_64bits(keyOf(R.Frames.back()) + Looks);
      Like.push_back(Distinct.size());
      Distinct.push_back(std::move(R));
      continue;
    }
    SendRecord &Old = Distinct[It->second];
    if (R.Frames.size() < Old.Frames.size())
      Old = std::move(R);
    else if (R.Trail && Old.Trail && R.Trail->Length < Old.Trail->Length)
      Old.Trail = R.Trail;
  }
  llvm::BitVector Drop(Distinct.size());
  for (auto &Entry : Alike)
    keepWaysThatShowAllCalls(Distinct, Entry.second, Drop);
  llvm::erase_if(Distinct, [&](const SendRecord &R) { return Drop.test(&R - Distinct.data()); });
  return Distinct;
}

void FunctionRun::finish() {
  auto CameIn = [&](const std::vector<Loc> &Locs, const std::vector<SymbolId> &Symbols) {
    return llvm::any_of(Symbols, [](SymbolId S) { return S != 0; }) ||
           llvm::any_of(Locs, [&](Loc L) { return llvm::binary_search(*Given, L); });
  };
  for (SendRecord &R : Out.Sends) {
    R.S.Approximate |= Bounded;
    if (R.PutOff)
      continue;
    Activation &Here = R.Frames.front();
    Here.HostFromOutside = R.HostNode || CameIn(R.HostLocs, R.HostSymbols);
    Here.AgentFromOutside = R.S.Agents.empty()
                                ? R.Request || R.Session
                                : R.AgentNode || CameIn(R.AgentLocs, R.AgentSymbols);
  }
  Out.Sends = distinctSends();
  Out.GaveUp = Bounded;
}

void FunctionRun::trace(BlockId B, const Disjunct &D) {
  if (!E.Options.Trace)
    return;
  *E.Options.Trace << F.Key << " block " << B << ":\n";
  dump(D, F, Info, E, *E.Options.Trace);
}

} // namespace mde::paths
