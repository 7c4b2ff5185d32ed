//===- Paths/FunctionRun.cpp ----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/FunctionRun.h"
#include "Paths/Dump.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

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
  for (const Value &V : In.Temps)
    Collect(V, Locs);
  llvm::sort(Known);
  llvm::erase_if(Locs, [&](Loc L) { return llvm::binary_search(Known, L); });
  llvm::sort(Locs);
  return Locs;
}

void FunctionRun::run(const Disjunct &In) {
  Unit = E.unitOf(&F);
  Blocks.resize(F.Blocks.size());
  Given = std::make_shared<const std::vector<Loc>>(literalsIn(E, In));
  enter(In);
  while (!Pending.empty()) {
    BlockId B = Pending.begin()->second;
    Pending.erase(Pending.begin());
    auto Waiting = std::move(Blocks[B].Waiting);
    Blocks[B].Waiting.clear();
    for (auto *Entry : Waiting) {
      if (Bounded)
        break;
      trace(B, *Entry->second);
      runBlock(B, *Entry->second);
    }
    if (Bounded)
      break;
  }
  finish(In);
}

void FunctionRun::enter(const Disjunct &In) {
  Disjunct D = In;
  std::vector<Value> Args = std::move(D.Temps);
  D.Temps.assign(F.NumTemps + 1, Value());
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
  arrive(0, std::move(D));
}

Roots FunctionRun::rootsAt(BlockId B) const {
  Roots R;
  R.LiveLocals = &Info.LiveVars[B];
  R.LiveTemps = &Info.LiveTemps[B];
  if (Info.HasSlice) {
    R.SliceLocals = &Info.SliceVars;
    R.SliceTemps = &Info.SliceTemps;
  }
  return R;
}

void FunctionRun::arrive(BlockId B, Disjunct D) {
  if (!Info.LiveException.test(B))
    D.Exception = 0;
  if (!D.Exception)
    D.ExceptionType = nullptr;
  std::string Key = renumber(D, rootsAt(B));
  BlockState &State = Blocks[B];
  auto It = State.Seen.find(Key);
  OriginRef Merged = makeOrigin(Origin::Runtime, "paths that came together", F.At);
  auto Wait = [&](llvm::StringMapEntry<std::shared_ptr<Disjunct>> &Entry) {
    if (!llvm::is_contained(State.Waiting, &Entry))
      State.Waiting.push_back(&Entry);
    Pending[Info.Order[B]] = B;
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
  if (State.Seen.size() < E.Options.Limits.DisjunctsPerBlock) {
    auto &Entry = *State.Seen.try_emplace(Key, std::make_shared<Disjunct>(std::move(D))).first;
    State.InOrder.push_back(&Entry);
    Wait(Entry);
    return;
  }
  // Too many ways: the nearest one takes this one in.
  OriginRef Why = makeOrigin(Origin::Bound, "too many ways to get here", F.At);
  llvm::StringMapEntry<std::shared_ptr<Disjunct>> *Nearest = nullptr;
  unsigned Least = ~0u;
  for (auto *Entry : State.InOrder)
    if (unsigned Far = distance(*Entry->second, D); Far < Least) {
      Least = Far;
      Nearest = Entry;
    }
  Disjunct New = join(*Nearest->second, D, Why);
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

void FunctionRun::runBlock(BlockId B, Disjunct Start) {
  std::vector<Step> Work;
  Work.push_back({std::move(Start), 0, {}});
  const Block &Body = F.Blocks[B];
  while (!Work.empty()) {
    Step S = std::move(Work.back());
    Work.pop_back();
    for (; S.Instr < Body.Instrs.size(); ++S.Instr) {
      if (++Steps > E.Options.Limits.StepsPerContext ||
          ++E.RootSteps > E.Options.Limits.StepsPerRoot) {
        Bounded = true;
        return;
      }
      const Instr &I = Body.Instrs[S.Instr];
      Chooser C(S.Given);
      bool MayFork = I.Opcode == Op::Call || I.Opcode == Op::CallIndirect || I.Opcode == Op::Branch ||
                     I.Opcode == Op::Switch || I.Opcode == Op::Element || I.Opcode == Op::Binary ||
                     I.Opcode == Op::Unary || I.Opcode == Op::Load || I.Opcode == Op::DynamicCast ||
                     I.Opcode == Op::Dispatch || I.Opcode == Op::Store;
      std::optional<Disjunct> Before;
      if (MayFork)
        Before = S.D;
      Machine M(E, F, Info, S.D, C, Out.Sends, Given);
      M.At = I.At;
      bool Goes = step(M, B, I);
      for (auto &Other : C.Others)
        Work.push_back({*Before, S.Instr, std::move(Other)});
      S.Given.clear();
      if (!Goes || M.Dead)
        break;
    }
  }
}

Value FunctionRun::operand(Machine &M, const Operand &O) {
  switch (O.K) {
  case Operand::None:
    return Value();
  case Operand::Temp:
    return M.D.Temps[O.Temp_];
  case Operand::Text:
    return Value::text(Text::literal(O.Str, O.At.isValid() ? O.At : M.At));
  case Operand::Int:
    return Value::integer(O.Value, O.Str);
  case Operand::Float:
    return M.D.freshValue(M.origin(Origin::Runtime, "a floating-point number"));
  case Operand::Null:
    return Value::null();
  case Operand::Function:
    if (const Function *Target = E.function(Unit, O.Str))
      return Value::func(Target);
    return M.D.freshValue(M.origin(Origin::Unknown, "an unknown function"));
  case Operand::Member:
    return Value::member(O.Str);
  case Operand::Unknown:
    return M.D.freshValue(M.origin(Origin::Unknown, O.Str));
  }
  return Value();
}

Value FunctionRun::castTo(Machine &M, const Type *Ty, Value V) {
  if (!Ty)
    return V;
  if (V.is(Value::Unset))
    V = Value::integer(0);
  if (Ty->K == Type::Bool)
    return M.unary("bool", V);
  if (Ty->K == Type::Pointer && V.isInt() && V.I == 0)
    return Value::null();
  if ((Ty->K == Type::Int || Ty->K == Type::Char) && V.isInt() && Ty->K == Type::Char)
    return Value::integer(static_cast<int64_t>(static_cast<uint32_t>(V.I)), V.Name);
  return V;
}

bool FunctionRun::step(Machine &M, BlockId B, const Instr &I) {
  Disjunct &D = M.D;
  auto Arg = [&](unsigned N) { return N < I.Args.size() ? operand(M, I.Args[N]) : Value(); };
  auto Set = [&](Value V) {
    if (I.Result)
      D.Temps[I.Result] = std::move(V);
  };
  switch (I.Opcode) {
  case Op::Var: {
    NodeId &N = D.Locals[Info.variable(I.Name)];
    if (!N)
      N = M.makePlace(Info.typeOf(Info.variable(I.Name)));
    Set(Value::ref(N));
    return true;
  }
  case Op::Global: {
    const GlobalVar *G = E.P.global(Unit, I.Name);
    if (G)
      Set(Value::ref(M.globalPlace(G)));
    else
      Set(D.freshValue(M.origin(Origin::Outside, ("global '" + I.Name + "'").str())));
    return true;
  }
  case Op::This:
    Set(D.This);
    return true;
  case Op::Return:
    if (!D.ReturnPlace)
      D.ReturnPlace = M.makePlace(F.Result);
    Set(Value::ref(D.ReturnPlace));
    return true;
  case Op::Temp:
    Set(Value::ref(M.makePlace(I.Ty)));
    return true;
  case Op::New: {
    NodeId N = M.makePlace(I.Ty);
    if (!I.Args.empty() && I.Ty && !I.Ty->isClass()) {
      Type Array;
      Array.K = Type::Array;
      D.edit(N).Constructed = false;
    }
    Set(Value::ref(N));
    return true;
  }
  case Op::Field: {
    Value Base = Arg(0);
    if (Base.is(Value::Null) || Base.is(Value::Unset))
      Base = Value::ref(M.placeOf(Base));
    Set(Value::ref(M.field(M.placeOf(Base), I.Name)));
    return true;
  }
  case Op::Element:
    Set(M.elementRef(Arg(0), Arg(1)));
    return !M.Dead;
  case Op::Load:
    Set(M.load(Arg(0)));
    return true;
  case Op::Store:
    M.store(Arg(0), Arg(1));
    return true;
  case Op::Copy: {
    Value To = Arg(0), From = Arg(1);
    if (From.isRef() || From.isSymbol())
      M.assign(M.placeOf(To), M.placeOf(From));
    else
      M.store(To, From);
    return true;
  }
  case Op::Declare:
    D.Locals[Info.variable(I.Name)] = M.makePlace(I.Ty);
    return true;
  case Op::Alias:
    D.Locals[Info.variable(I.Name)] = M.placeOf(Arg(0));
    return true;
  case Op::Unary:
    Set(M.unary(I.Name, Arg(0)));
    return true;
  case Op::Binary:
    Set(M.binary(I.Name, Arg(0), Arg(1)));
    return !M.Dead;
  case Op::Cast:
    Set(castTo(M, I.Ty, Arg(0)));
    return true;
  case Op::DynamicCast: {
    Value V = Arg(0);
    const Type *To = I.Ty && I.Ty->Inner ? I.Ty->Inner : nullptr;
    if (V.isRef() && To && To->isClass()) {
      const Node &N = D.node(M.placeOf(V));
      if (N.Dynamic && !N.Class.empty() && !E.P.derivesFrom(N.Class, To->Name)) {
        Set(Value::null());
        return true;
      }
      if (!N.Dynamic && M.C.choose(2) == 1) {
        Set(Value::null());
        return true;
      }
    }
    Set(V);
    return true;
  }
  case Op::List: {
    NodeId N = D.make();
    D.edit(N).Constructed = true;
    for (unsigned A = 0; A < I.Args.size(); ++A) {
      Value V = Arg(A);
      if (V.isRef() && V.I < 0 && I.Ty && I.Ty->isClass()) {
        D.edit(N).Elems.push_back(V.N);
      } else {
        NodeId Elem = M.makePlace(I.Ty);
        D.edit(Elem).Val = V;
        D.edit(Elem).Constructed = true;
        D.edit(N).Elems.push_back(Elem);
      }
    }
    D.edit(N).Model = E.typeModel("std::initializer_list");
    Set(Value::ref(N));
    return true;
  }
  case Op::Call:
  case Op::CallIndirect:
    return callStep(M, I);
  case Op::Caught:
    if (!D.Exception) {
      D.Exception = D.make();
      D.edit(D.Exception).Open = M.origin(Origin::Runtime, "an exception");
    }
    Set(Value::ref(D.Exception));
    return true;
  case Op::Unknown: {
    OriginRef Why = M.origin(Origin::Unknown, I.Name);
    for (unsigned A = 0; A < I.Args.size(); ++A)
      M.forget(Arg(A), Why, true);
    Set(M.unknown(I.Ty, Why));
    return true;
  }
  default:
    return terminate(M, B, I);
  }
}

bool FunctionRun::callStep(Machine &M, const Instr &I) {
  Disjunct &D = M.D;
  std::vector<Value> Args;
  for (const Operand &O : I.Args)
    Args.push_back(operand(M, O));
  NodeId Into = I.IntoPlace ? M.placeOf(D.Temps[I.IntoPlace]) : 0;
  Value Result;
  Outcome O;
  if (I.Opcode == Op::CallIndirect) {
    Value Target = Args.front();
    Args.erase(Args.begin());
    O = M.callValue(Target, Args, Into, Result);
  } else {
    const Function *Callee = E.function(Unit, I.Name);
    if (!Callee) {
      OriginRef Why = M.origin(Origin::Unknown, ("a call of '" + I.Name + "'").str());
      for (const Value &A : Args)
        M.forget(A, Why, false);
      Result = D.freshValue(Why);
      O = Outcome::Returned;
    } else {
      Value Object;
      if (Callee->hasThis() && !Args.empty()) {
        Object = Args.front();
        Args.erase(Args.begin());
        if (!Object.isRef() || Object.I >= 0)
          Object = Value::ref(M.placeOf(Object));
      }
      O = M.call(Callee, Object, Args, Into, I.Virtual, Result);
    }
  }
  if (M.Dead || O == Outcome::Dead)
    return false;
  if (O == Outcome::Thrown) {
    if (I.Unwind == NoBlock)
      leave(std::move(D), true);
    else
      arrive(I.Unwind, std::move(D));
    return false;
  }
  if (I.Result)
    D.Temps[I.Result] = std::move(Result);
  return true;
}

bool FunctionRun::terminate(Machine &M, BlockId B, const Instr &I) {
  Disjunct &D = M.D;
  auto Arg = [&](unsigned N) { return N < I.Args.size() ? operand(M, I.Args[N]) : Value(); };
  switch (I.Opcode) {
  case Op::Jump:
    arrive(I.Then, std::move(D));
    return false;
  case Op::Branch: {
    Value V = Arg(0);
    bool Open = M.truth(V) == Tri::Maybe;
    bool Truth = M.decide(V);
    if (M.Dead)
      return false;
    if (Open && I.At.isValid() && (!Info.HasSlice || Info.SliceBranches.test(B)))
      D.note(Truth ? TrailEvent::BranchTrue : TrailEvent::BranchFalse, I.At);
    arrive(Truth ? I.Then : I.Else, std::move(D));
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
      for (const Case &C : I.Cases) {
        if (C.First != C.Last)
          continue;
        if (&C == Taken) {
          if (!M.assume(M.binary("==", V, Value::integer(C.First)), true))
            return false;
        } else if (!Taken) {
          if (!M.assume(M.binary("==", V, Value::integer(C.First)), false))
            return false;
        }
      }
      Target = Taken ? Taken->Target : I.Else;
      if (I.At.isValid() && (!Info.HasSlice || Info.SliceBranches.test(B)))
        D.note(TrailEvent::CaseTaken, I.At, Taken ? std::to_string(Taken->First) : "default");
    } else {
      unsigned Which = M.C.choose(I.Cases.size() + 1);
      Target = Which < I.Cases.size() ? I.Cases[Which].Target : I.Else;
    }
    if (Target != NoBlock)
      arrive(Target, std::move(D));
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

/// To the first handler that matches the exception's type.
void FunctionRun::dispatch(Machine &M, const Instr &I) {
  Disjunct &D = M.D;
  llvm::StringRef Class = D.Exception ? D.node(D.Exception).Class : llvm::StringRef();
  bool Known = !Class.empty() || D.ExceptionType;
  for (const Case &C : I.Cases) {
    const Type *Ty = C.Ty;
    if (Ty && Ty->K == Type::Reference)
      Ty = Ty->Inner;
    Tri Matches = Tri::Maybe;
    if (!Ty)
      Matches = Tri::Yes;
    else if (!Class.empty() && Ty->isClass())
      Matches = Class == Ty->Name || E.P.derivesFrom(Class, Ty->Name) ? Tri::Yes
                : E.P.record(Class) ? Tri::No : Tri::Maybe;
    else if (Known && !Class.empty() != Ty->isClass())
      Matches = Tri::No;
    else if (D.ExceptionType)
      Matches = triOf(print(*D.ExceptionType) == print(*Ty));
    if (Matches == Tri::No)
      continue;
    if (Matches == Tri::Maybe && M.C.choose(2) == 1)
      continue;
    D.note(TrailEvent::Caught, I.At);
    arrive(C.Target, std::move(D));
    return;
  }
  if (I.Else == NoBlock)
    leave(std::move(D), true);
  else
    arrive(I.Else, std::move(D));
}

void FunctionRun::leave(Disjunct D, bool Thrown) {
  D.Locals.clear();
  D.Temps.clear();
  if (!Thrown) {
    D.Exception = 0;
    D.ExceptionType = nullptr;
  }
  std::string Key = renumber(D, Roots());
  Key += Thrown ? 'T' : 'R';
  auto [It, New] = ExitKeys.try_emplace(Key, Out.Exits.size());
  OriginRef Merged = makeOrigin(Origin::Runtime, "paths that came together", F.At);
  if (New && Out.Exits.size() < E.Options.Limits.DisjunctsPerBlock) {
    Out.Exits.push_back({std::move(D), Thrown});
    return;
  }
  if (!New) {
    Exit &Old = Out.Exits[It->second];
    Old.D = join(Old.D, D, Merged);
    renumber(Old.D, Roots());
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
  renumber(Old.D, Roots());
}

void FunctionRun::finish(const Disjunct &In) {
  auto CameIn = [&](const std::vector<Loc> &Locs, const std::vector<SymbolId> &Symbols) {
    return llvm::any_of(Symbols, [](SymbolId S) { return S != 0; }) ||
           llvm::any_of(Locs, [&](Loc L) { return llvm::binary_search(*Given, L); });
  };
  // The same send, seen again after a fork, is one.
  std::vector<SendRecord> Distinct;
  llvm::StringMap<unsigned> Index;
  for (SendRecord &R : Out.Sends) {
    if (!R.PutOff) {
      Frame &Here = R.S.Frames.front();
      Here.HostFromOutside = R.HostNode || CameIn(R.HostLocs, R.HostSymbols);
      Here.AgentFromOutside = R.S.Agents.empty()
                                  ? R.Request || R.Session
                                  : R.AgentNode || CameIn(R.AgentLocs, R.AgentSymbols);
    }
    std::string Key;
    for (const Frame &Fr : R.S.Frames)
      Key += Fr.Key + llvm::formatv("@{0}:{1}:{2}/{3}{4};", Fr.At.File, Fr.At.Line, Fr.At.Col, Fr.HostFromOutside, Fr.AgentFromOutside).str();
    auto Put = [&](const Text &T, const std::vector<Loc> &Locs) {
      Key += print(T);
      for (Loc L : Locs)
        Key += llvm::formatv("@{0}:{1}:{2}", L.File, L.Line, L.Col).str();
      Key += '|';
    };
    Put(R.S.Url, R.HostLocs);
    for (const Text &A : R.S.Agents)
      Put(A, R.AgentLocs);
    Key += R.S.AgentsOpen ? R.S.AgentsOpen->What + char('a' + R.S.AgentsOpen->K) : "-";
    for (auto &[S, What] : R.Assumed)
      Key += std::to_string(S) + What + ",";
    for (const std::string &Fact : R.OutsideFacts)
      Key += Fact;
    for (SymbolId S : R.HostSymbols)
      Key += std::to_string(S) + ",";
    Key += std::to_string(R.Request) + "/" + std::to_string(R.Session);
    Key += R.S.Approximate ? "~" : "";
    auto [It, New] = Index.try_emplace(Key, Distinct.size());
    if (New) {
      Distinct.push_back(std::move(R));
      continue;
    }
    SendRecord &Old = Distinct[It->second];
    if (R.Trail && Old.Trail && R.Trail->Length < Old.Trail->Length)
      Old.Trail = R.Trail;
  }
  Out.Sends = std::move(Distinct);
  if (!Bounded)
    return;
  // Given up: say so at each place that could have sent, and let the caller
  // go on with nothing known.
  E.noteBound(F, In, Out);
}

void FunctionRun::trace(BlockId B, const Disjunct &D) {
  if (!E.Options.Trace)
    return;
  *E.Options.Trace << F.Key << " block " << B << ":\n";
  dump(D, F, Info, E, *E.Options.Trace);
}

} // namespace mde::paths
