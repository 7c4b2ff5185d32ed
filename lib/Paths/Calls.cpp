//===- Paths/Calls.cpp - Calls and summaries -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call with a body always goes through a summary: what the callee can see is
// cut out of the state, the callee is run on that (or was, on the same), and
// each way in which it can end is put back. So it does not matter for the
// result whether a summary was there already.
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

const ir::Function *Machine::dispatch(const ir::Function *Callee, const Value &Object) {
  if (!Object.isRef() || mutant("virtual-calls-are-not"))
    return Callee;
  NodeId N = placeOf(Object);
  llvm::StringRef Class = D.node(N).Class;
  if (D.node(N).Dynamic && !Class.empty()) {
    const ir::Function *Final = E.P.finalOverrider(Class, Callee);
    return Final ? Final : Callee;
  }
  // An object of unknown origin: each class whose version is known.
  std::vector<const ir::Record *> Derived =
      E.P.derivedFrom(Class.empty() ? Callee->Record : Class);
  llvm::erase_if(Derived, [&](const ir::Record *R) { return R->Abstract; });
  if (Derived.empty())
    return Callee;
  // Where not all code is there, it may be of a class that nobody has seen.
  bool Open = !E.Options.Linked && !llvm::StringRef(Callee->Record).contains("(anonymous");
  if (const OriginRef &Why = D.node(N).Open; Why && Derived.size() + Open > 1)
    noteOutside(Why, "the class");
  unsigned Choice = mutant("first-overrider-only") ? 0 : C.choose(Derived.size() + Open);
  if (Choice == Derived.size())
    return nullptr;
  const ir::Record *R = Derived[Choice];
  Node &Obj = D.edit(N);
  Obj.Class = E.intern(R->Name);
  Obj.Model = E.typeModel(R->Name);
  Obj.Dynamic = true;
  const ir::Function *Final = E.P.finalOverrider(R->Name, Callee);
  return Final ? Final : Callee;
}

Outcome Machine::call(const ir::Function *Callee, Value Object, llvm::ArrayRef<Value> Args,
                      NodeId Into, bool Virtual, Value &Result) {
  if (Virtual) {
    const ir::Function *Version = dispatch(Callee, Object);
    if (!Version)
      return callUnknown(Callee, Object, Args, Into, Result);
    Callee = Version;
  }
  if (!Callee->Defined) {
    if (Object.isRef() && !Callee->ConstThis)
      D.touch(placeOf(Object));
    for (const auto &[V, P] : llvm::zip(Args, Callee->Params))
      if (V.isRef() && canStoreThrough(P.Ty))
        D.touch(V.N);
  }
  Outcome O = Outcome::Returned;
  if (callModel(Callee, Object, Args, Into, Result, O))
    return O;
  if (Callee->Defined)
    return callBody(Callee, Object, Args, Into, Result);
  return callUnknown(Callee, Object, Args, Into, Result);
}

Outcome Machine::callBody(const ir::Function *Callee, const Value &Object,
                          llvm::ArrayRef<Value> Args, NodeId Into, Value &Result) {
  bool Class = Callee->Result && Callee->Result->isClass();
  if (Class && !Into)
    Into = makePlace(Callee->Result);
  auto Become = [&](NodeId N, llvm::StringRef Class) {
    Node &Obj = D.edit(N);
    Obj.Class = Class;
    Obj.Model = E.typeModel(Class);
  };
  llvm::StringRef Derived;
  if (Callee->K == ir::Function::Constructor && Object.isRef()) {
    // The object is of this class while its constructor runs: a virtual call
    // from a base's constructor reaches the base's version.
    NodeId N = placeOf(Object);
    if (D.node(N).Class != Callee->Record)
      Derived = D.node(N).Class;
    Become(N, E.intern(Callee->Record));
    Node &Obj = D.edit(N);
    Obj.Dynamic = true;
    Obj.Constructed = true;
    Obj.Dead = false;
  }
  if (Callee->K == ir::Function::Destructor && Object.isRef())
    if (NodeId N = placeOf(Object); D.node(N).Dynamic && D.node(N).Class != Callee->Record)
      // What it derives is gone already: a virtual call reaches this version.
      Become(N, E.intern(Callee->Record));
  Outcome O = runBody(Callee, Object, Args, Into, Result);
  if (O == Outcome::Dead)
    return O;
  if (Class && O == Outcome::Returned)
    Result = Value::ref(Into);
  if (!Derived.empty())
    Become(placeOf(Object), Derived);
  if (Callee->K == ir::Function::Destructor && Object.isRef())
    D.edit(placeOf(Object)).Dead = true;
  return O;
}

/// Runs the body on what it can see of this state.
Outcome Machine::runBody(const ir::Function *Callee, const Value &Object,
                         llvm::ArrayRef<Value> Args, NodeId Into, Value &Result) {
  bool Class = Callee->Result && Callee->Result->isClass();
  Extract In = extract(D, Args, Object, Class ? Into : 0,
                       [&](unsigned G) { return E.readsGlobal(Callee, G); });
  const Summary *S = E.summary(Callee, In);
  if (!S)
    return callBound(Callee, Object, Args, nullptr, Into, Result);
  for (const SendRecord &R : S->Sends)
    adopt(In, R, Callee);
  if (S->GaveUp)
    return callBound(Callee, Object, Args, S, Into, Result);
  if (S->Exits.empty())
    return Outcome::Dead;
  const Exit &X = S->Exits[C.choose(S->Exits.size())];
  splice(In, X, Callee, Result);
  return X.Thrown ? Outcome::Thrown : Outcome::Returned;
}

/// Puts the end state of a callee back into the caller's.
void Machine::splice(const Extract &In, const Exit &X, const ir::Function *Callee, Value &Result) {
  const Disjunct &Out = X.D;
  std::vector<NodeId> Nodes(Out.Nodes.size(), 0);
  std::vector<SymbolId> Symbols(Out.Symbols.size(), 0);
  for (SymbolId S = 1; S < Out.Symbols.size(); ++S) {
    const SymbolInfo &Info = Out.Symbols[S];
    if (Info.InputId) {
      SymbolId Mine = In.Symbols[Info.InputId];
      SymbolId MyInput = D.Symbols[Mine].InputId;
      D.Symbols[Mine] = Info;
      D.Symbols[Mine].InputId = MyInput;
      Symbols[S] = Mine;
    } else {
      D.Symbols.push_back(Info);
      Symbols[S] = D.Symbols.size() - 1;
    }
  }
  for (NodeId N = 1; N < Out.Nodes.size(); ++N) {
    NodeId Input = Out.node(N).InputId;
    Nodes[N] = Input ? In.Nodes[Input] : D.make();
  }
  auto Rename = [&](Value V) {
    if (V.isRef())
      V.N = Nodes[V.N];
    else if (V.isSymbol())
      V.S = Symbols[V.S];
    else if (V.isText() && !V.T->isLiteral())
      V = Value::text(V.T->mapHoles([&](const Hole &H) {
        Hole New = H;
        New.Symbol = Symbols[H.Symbol];
        return Piece::hole(New);
      }));
    return V;
  };
  for (NodeId N = 1; N < Out.Nodes.size(); ++N) {
    NodePtr Copy = new Node(Out.node(N));
    Copy->InputId = D.Nodes[Nodes[N]]->InputId;
    Copy->Val = Rename(Copy->Val);
    for (Child &Ch : Copy->Children)
      Ch.Id = Nodes[Ch.Id];
    for (NodeId &Elem : Copy->Elems)
      Elem = Nodes[Elem];
    D.Nodes[Nodes[N]] = std::move(Copy);
  }
  for (auto &[G, N] : Out.Globals)
    D.Globals.set(G, Nodes[N]);
  if (Out.Touched)
    D.touch();
  // The same test of the same unknowns, made here before and in the callee.
  std::vector<std::pair<Value, Value>> Same;
  for (auto &[T, V] : Out.Terms) {
    if (T.Op == MayHaveChanged) {
      D.touch(Nodes[T.A.N]);
      continue;
    }
    Term Mine{T.Op, Rename(T.A), Rename(T.B)};
    Value New = Rename(V);
    auto It = D.Terms.find(Mine);
    bool OfState = Mine.A.isRef() || Mine.B.isRef();
    if (It != D.Terms.end() && !OfState && !(It->second == New))
      Same.emplace_back(It->second, New);
    else
      D.Terms.insert_or_assign(std::move(Mine), std::move(New));
  }
  D.Laters.clear();
  for (Later L : Out.Laters) {
    // What a library's body puts off, its caller did.
    if (!L.At.isValid())
      L.At = At;
    L.Callable = Rename(L.Callable);
    for (Value &V : L.Args)
      V = Rename(V);
    L.Sends = L.Sends ? Nodes[L.Sends] : 0;
    if (L.Above) {
      --L.Above;
    } else if (L.Sends) {
      LaterFrame Here;
      Here.F = &F;
      Here.At = At;
      Here.Given = Given;
      Here.RequestFromOutside = D.node(L.Sends).InputId != 0;
      L.Frames.insert(L.Frames.begin(), Here);
    }
    D.Laters.push_back(std::move(L));
  }
  Result = Rename(Out.Result);
  if (X.Thrown) {
    Dead |= mutant("functions-do-not-throw");
    D.Exception = Out.Exception ? Nodes[Out.Exception] : 0;
    D.ExceptionType = Out.ExceptionType;
  }
  D.Approximate |= Out.Approximate && !mutant("bounds-stay-in-a-function");
  for (auto &[S, What] : Out.Facts)
    D.fact(S < In.Symbols.size() ? D.Symbols[In.Symbols[S]].InputId : 0, What);
  for (const std::string &Fact : Out.OutsideFacts)
    if (!llvm::is_contained(D.OutsideFacts, Fact))
      D.OutsideFacts.push_back(Fact);
  for (auto [Known, New] : Same) {
    if (New.isSymbol()) {
      if (Result == New)
        Result = Known;
      D.substitute(New.S, Known);
    } else if (Known.isSymbol()) {
      if (!New.isInt() || !assume(Known, New.I != 0))
        Dead |= New.isInt();
    } else if (Known.isInt() && New.isInt()) {
      Dead = true; // the callee took the opposite for true
    }
  }
  // What the callee learnt about unknowns that it was given.
  for (auto &[S, V] : Out.Narrowed) {
    if (mutant("callees-teach-nothing"))
      break;
    SymbolId Mine = In.Symbols[S];
    Value New = Rename(V);
    bool Itself = New.isSymbol() && New.S == Mine;
    if (New.isText())
      New.T->forEachHole([&](const Hole &H) { Itself |= H.Symbol == Mine; });
    if (Itself)
      continue;
    if (Result.isSymbol() && Result.S == Mine)
      Result = New;
    // A flag says what was compared to make it, too.
    if (Value Flag = Value::symbol(Mine); New.isInt() && D.Symbols[Mine].Bool && truth(Flag) == Tri::Maybe)
      Dead |= !assume(Flag, New.I != 0);
    else
      D.substitute(Mine, New);
  }
  if (Out.Trail) {
    D.note(TrailEvent::Called, At, Callee->Name.str());
    D.note(Out.Trail);
    D.note(TrailEvent::Returned, At, Callee->Name.str());
  }
}

/// Takes over a send that a callee met: it now has this function as one more
/// frame, and what decided it is named in terms of this function's input.
void Machine::adopt(const Extract &In, const SendRecord &R, const ir::Function *Callee) {
  SendRecord Mine = R;
  auto Symbols = [&](std::vector<SymbolId> &All) {
    for (SymbolId &S : All)
      S = S ? D.Symbols[In.Symbols[S]].InputId : 0;
  };
  Symbols(Mine.HostSymbols);
  Symbols(Mine.AgentSymbols);
  auto Input = [&](NodeId N) { return N ? D.node(In.Nodes[N]).InputId : 0; };
  Mine.Request = Input(R.Request);
  Mine.Session = Input(R.Session);
  Mine.HostNode = Input(R.HostNode);
  Mine.AgentNode = Input(R.AgentNode);
  // A send put off before this call already has the frames that led to it.
  if (Mine.Above)
    --Mine.Above;
  else
    Mine.Frames.insert(Mine.Frames.begin(), {&F, At});
  // The trail up to the call comes first.
  Disjunct Joined;
  Joined.Trail = D.Trail;
  Joined.note(TrailEvent::Called, At, Callee->Name.str());
  Joined.note(R.Trail);
  Mine.Trail = Joined.Trail;
  Mine.S.Approximate |= D.Approximate;
  for (auto &[S, What] : Mine.Assumed)
    S = S ? D.Symbols[In.Symbols[S]].InputId : 0;
  llvm::append_range(Mine.Assumed, D.Facts);
  llvm::erase_if(Mine.Assumed, [](const Assumption &A) { return A.first == 0; });
  llvm::sort(Mine.Assumed);
  Mine.Assumed.erase(llvm::unique(Mine.Assumed), Mine.Assumed.end());
  for (const std::string &Fact : D.OutsideFacts)
    if (!llvm::is_contained(Mine.OutsideFacts, Fact))
      Mine.OutsideFacts.push_back(Fact);
  Sends.push_back(std::move(Mine));
}

void Machine::noteOutside(const OriginRef &Why, llvm::StringRef What) {
  if (!Why || Why->K != Origin::Outside)
    return;
  std::string Fact = (What + " of " + Why->What).str();
  if (!llvm::is_contained(D.OutsideFacts, Fact))
    D.OutsideFacts.push_back(Fact);
}

} // namespace mde::paths
