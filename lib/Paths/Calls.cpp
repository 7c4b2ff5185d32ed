//===- Paths/Calls.cpp - Calls and summaries ------------------------------===//
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
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::TypeModel;

const ir::Function *Machine::dispatch(const ir::Function *Callee, const Value &Object) {
  if (!Object.isRef())
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
  unsigned Choice = C.choose(Derived.size());
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
  if (Virtual)
    Callee = dispatch(Callee, Object);
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
  if (Callee->K == ir::Function::Constructor && Object.isRef()) {
    // The object is of this class while its constructor runs: a virtual call
    // from a base's constructor reaches the base's version.
    NodeId N = placeOf(Object);
    llvm::StringRef Was = D.node(N).Class;
    bool Derived = !Was.empty() && Was != Callee->Record;
    Node &Obj = D.edit(N);
    Obj.Class = E.intern(Callee->Record);
    Obj.Model = E.typeModel(Callee->Record);
    Obj.Dynamic = true;
    Obj.Constructed = true;
    Obj.Dead = false;
    if (Derived) {
      Outcome O;
      {
        Extract In = extract(D, Args, Object, Class ? Into : 0,
                             [&](unsigned G) { return E.readsGlobal(Callee, G); });
        const Summary *S = E.summary(Callee, In, &F);
        if (!S)
          return callUnknown(Callee, Object, Args, Into, Result);
        for (const SendRecord &R : S->Sends)
          adopt(In, R, Callee);
        if (S->Exits.empty())
          return Outcome::Dead;
        const Exit &X = S->Exits[C.choose(S->Exits.size())];
        O = X.Thrown ? Outcome::Thrown : Outcome::Returned;
        splice(In, X, Callee, Result);
      }
      Node &After = D.edit(N);
      After.Class = Was;
      After.Model = E.typeModel(Was);
      return O;
    }
  }
  Extract In = extract(D, Args, Object, Class ? Into : 0,
                       [&](unsigned G) { return E.readsGlobal(Callee, G); });
  const Summary *S = E.summary(Callee, In, &F);
  if (!S)
    return callUnknown(Callee, Object, Args, Into, Result);
  for (const SendRecord &R : S->Sends)
    adopt(In, R, Callee);
  if (S->Exits.empty())
    return Outcome::Dead;
  const Exit &X = S->Exits[C.choose(S->Exits.size())];
  bool Thrown = X.Thrown;
  splice(In, X, Callee, Result);
  if (Class && !Thrown)
    Result = Value::ref(Into);
  if (Callee->K == ir::Function::Destructor && Object.isRef())
    D.edit(placeOf(Object)).Dead = true;
  return Thrown ? Outcome::Thrown : Outcome::Returned;
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
    D.Globals[G] = Nodes[N];
  for (auto &[T, V] : Out.Terms)
    D.Terms.insert_or_assign(Term{T.Op, Rename(T.A), Rename(T.B)}, Rename(V));
  D.Laters.clear();
  for (Later L : Out.Laters) {
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
    D.Exception = Out.Exception ? Nodes[Out.Exception] : 0;
    D.ExceptionType = Out.ExceptionType;
  }
  D.Approximate |= Out.Approximate;
  for (auto &[S, What] : Out.Facts)
    D.fact(S < In.Symbols.size() ? D.Symbols[In.Symbols[S]].InputId : 0, What);
  for (const std::string &Fact : Out.OutsideFacts)
    if (!llvm::is_contained(D.OutsideFacts, Fact))
      D.OutsideFacts.push_back(Fact);
  // What the callee learnt about unknowns that it was given.
  for (auto &[S, V] : Out.Narrowed) {
    SymbolId Mine = In.Symbols[S];
    Value New = Rename(V);
    bool Itself = New.isSymbol() && New.S == Mine;
    if (New.isText())
      New.T->forEachHole([&](const Hole &H) { Itself |= H.Symbol == Mine; });
    if (Itself)
      continue;
    if (Result.isSymbol() && Result.S == Mine)
      Result = New;
    D.substitute(Mine, New);
  }
  if (Out.Trail) {
    std::vector<const TrailEvent *> Events;
    for (const TrailNode *T = Out.Trail.get(); T; T = T->Before.get())
      Events.push_back(&T->Event);
    D.note(TrailEvent::Called, At, Callee->Name.str());
    for (const TrailEvent *Event : llvm::reverse(Events))
      D.note(Event->K, Event->At, Event->Detail);
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
  Frame Here;
  Here.Function = F.Name.str();
  Here.Key = F.Key.str();
  Here.At = At;
  Here.FunctionAt = F.At;
  // A send put off before this call already has the frames that led to it.
  if (Mine.Above)
    --Mine.Above;
  else
    Mine.S.Frames.insert(Mine.S.Frames.begin(), Here);
  // The trail up to the call comes first.
  Disjunct Joined;
  Joined.Trail = D.Trail;
  Joined.note(TrailEvent::Called, At, Callee->Name.str());
  std::vector<const TrailEvent *> Events;
  for (const TrailNode *T = R.Trail.get(); T; T = T->Before.get())
    Events.push_back(&T->Event);
  for (const TrailEvent *Event : llvm::reverse(Events))
    Joined.note(Event->K, Event->At, Event->Detail);
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

bool Machine::isCallable(const Value &V) {
  if (V.is(Value::Func))
    return true;
  if (!V.isRef() || V.I >= 0)
    return false;
  const Node &N = D.node(V.N);
  if (N.Val.is(Value::Func))
    return true;
  if (N.Model && N.Model->Is == TypeModel::Callable)
    return true;
  const ir::Record *R = E.P.record(N.Class);
  return R && !R->Calls.empty();
}

Outcome Machine::callUnknown(const ir::Function *Callee, const Value &Object,
                             llvm::ArrayRef<Value> Args, NodeId Into, Value &Result) {
  OriginRef Why = origin(Callee->UserCode ? Origin::Outside : Origin::Unknown,
                         ("a call of '" + Callee->Name + "'").str());
  auto PassedForWriting = [](const ir::Type *Ty) {
    if (!Ty)
      return true;
    if (Ty->K == ir::Type::Reference || Ty->K == ir::Type::Pointer)
      return !(Ty->Inner && Ty->Inner->Const);
    return Ty->isClass();
  };
  bool Escapes = false;
  for (unsigned I = 0; I < Args.size(); ++I) {
    const ir::Type *Ty = I < Callee->Params.size() ? Callee->Params[I].Ty : nullptr;
    if (isCallable(Args[I])) {
      // It may be called; what it does then happens here.
      Value Ignored;
      if (C.choose(2) == 0) {
        Outcome O = callValue(Args[I], {}, 0, Ignored);
        if (O != Outcome::Returned)
          return O;
      }
      continue;
    }
    if (Callee->UserCode) {
      Value V = scalarOf(Args[I]);
      for (const Value &Reached : {Args[I], V})
        if (Reached.isRef() && (D.node(Reached.N).Request || D.node(Reached.N).Session))
          Escapes = true;
    }
    if (PassedForWriting(Ty))
      forget(Args[I], Why, Callee->UserCode);
  }
  if (Object.isRef() && !Callee->ConstThis && Callee->K != ir::Function::Destructor)
    forget(Object, Why, Callee->UserCode);
  if (Escapes)
    D.note(TrailEvent::Called, At, Callee->Name.str());
  if (Callee->NoReturn)
    return Outcome::Dead;
  bool IsC = !llvm::StringRef(Callee->Key).contains('(');
  if (Callee->UserCode && !Callee->NoExcept && !IsC && C.choose(2) == 1) {
    D.Exception = D.make();
    D.edit(D.Exception).Open = Why;
    D.ExceptionType = nullptr;
    return Outcome::Thrown;
  }
  const ir::Type *Ty = Callee->Result;
  if (Ty && Ty->isClass()) {
    if (!Into)
      Into = makePlace(Ty);
    makeUnknown(Into, Ty, Why);
    Result = Value::ref(Into);
  } else if (Ty && Ty->K != ir::Type::Void) {
    Result = unknown(Ty, Why);
  }
  return Outcome::Returned;
}

/// Makes arguments that came through a library fit a callee's parameters: a
/// reference to a scalar becomes the scalar, a text for a string object a place.
static std::vector<Value> fitting(Machine &M, const ir::Function &Callee, llvm::ArrayRef<Value> Args) {
  std::vector<Value> All(Args.begin(), Args.end());
  for (unsigned I = 0; I < All.size() && I < Callee.Params.size(); ++I) {
    const ir::Type *Ty = Callee.Params[I].Ty;
    Value &V = All[I];
    if (!Ty)
      continue;
    bool Reference = Ty->K == ir::Type::Reference;
    const ir::Type *To = Reference ? Ty->Inner : Ty;
    if (To && To->isClass() && !V.isRef()) {
      NodeId N = M.makePlace(To);
      M.D.edit(N).Val = V.isText() || V.isSymbol() ? Value::text(M.textOf(V)) : V;
      M.D.edit(N).Constructed = true;
      V = Value::ref(N);
    } else if (To && To->isClass() && V.isRef() && V.I < 0 && M.D.node(V.N).Class.empty() &&
               (M.D.node(V.N).Val.isText() || M.D.node(V.N).Val.isSymbol())) {
      Text T = M.textOf(V);
      NodeId N = M.makePlace(To);
      M.D.edit(N).Val = Value::text(T);
      M.D.edit(N).Constructed = true;
      V = Value::ref(N);
    } else if (!Reference && !Ty->isClass() && V.isRef() && V.I < 0) {
      const Node &Held = M.D.node(V.N);
      bool Scalar = Held.Class.empty() && !Held.Request && !Held.Session && Held.Elems.empty() && Held.Children.empty();
      if (Scalar && (Held.Val.isInt() || Held.Val.isRef() || Held.Val.isNull() || Held.Val.isSymbol() || Held.Val.is(Value::Func) ||
                     (Held.Val.isText() && !(Held.Ty && Held.Ty->K == ir::Type::Array))))
        V = Held.Val;
    }
  }
  return All;
}

Outcome Machine::callValue(const Value &Callable, llvm::ArrayRef<Value> Given,
                           NodeId Into, Value &Result) {
  llvm::ArrayRef<Value> Args = Given;
  std::vector<Value> Fit;
  if (Callable.is(Value::Func)) {
    const ir::Function *Callee = Callable.F;
    if (!Callee->hasThis()) {
      Fit = fitting(*this, *Callee, Given);
      Args = Fit;
    }
    if (Callee->hasThis() && !Args.empty() && E.P.record(Callee->Record) &&
        !E.P.record(Callee->Record)->Lambda) {
      Value Object = Args[0].isRef() ? Args[0] : Value::ref(placeOf(Args[0]));
      if (D.node(placeOf(Object)).Val.isRef())
        Object = D.node(placeOf(Object)).Val;
      return call(Callee, Object, Args.drop_front(), Into, Callee->Virtual, Result);
    }
    Value Object;
    if (Callee->hasThis())
      Object = Value::ref(makeClass(Callee->Record));
    return call(Callee, Object, Args.take_front(Callee->Variadic ? Args.size() : std::min<size_t>(Args.size(), Callee->Params.size())),
                Into, false, Result);
  }
  if (Callable.isRef()) {
    NodeId N = placeOf(Callable);
    if (NodeId Front = D.node(N).child("$front")) {
      llvm::SmallVector<Value> All;
      for (NodeId A : D.node(Front).Elems)
        All.push_back(D.node(A).Class.empty() && !D.node(A).Val.is(Value::Unset) && !D.node(A).Model ? D.node(A).Val : Value::ref(A));
      All.append(Args.begin(), Args.end());
      Value Target = D.node(N).Val;
      return callValue(Target, All, Into, Result);
    }
    if (NodeId Bound = D.node(N).child("$bound")) {
      llvm::SmallVector<Value> All;
      for (NodeId A : D.node(Bound).Elems) {
        const Node &Given = D.node(A);
        if (NodeId P = Given.child("$placeholder")) {
          int64_t I = D.node(P).Val.I - 1;
          All.push_back(I >= 0 && I < int64_t(Args.size()) ? Args[I] : Value());
        } else if (Given.Class.empty() && !Given.Val.is(Value::Unset)) {
          All.push_back(Given.Val);
        } else {
          All.push_back(Value::ref(A));
        }
      }
      Value Target = D.node(N).Val;
      return callValue(Target, All, Into, Result);
    }
    if (const ir::Record *R = E.P.record(D.node(N).Class); R && !R->Calls.empty()) {
      const ir::Function *Best = nullptr;
      for (llvm::StringRef Key : R->Calls) {
        const ir::Function *Candidate = E.anyFunction(Key);
        if (Candidate && (!Best || (Best->Params.size() != Args.size() && Candidate->Params.size() == Args.size())))
          Best = Candidate;
      }
      if (Best) {
        llvm::SmallVector<Value> All(Args.begin(), Args.end());
        while (All.size() < Best->Params.size())
          All.push_back(unknown(Best->Params[All.size()].Ty, origin(Origin::Runtime, "an argument of a callback")));
        All.resize(Best->Params.size());
        std::vector<Value> Fit = fitting(*this, *Best, All);
        All.assign(Fit.begin(), Fit.end());
        // A scalar for a reference parameter needs a place.
        for (unsigned I = 0; I < All.size(); ++I)
          if (Best->Params[I].Ty && Best->Params[I].Ty->K == ir::Type::Reference && !All[I].isRef())
            All[I] = Value::ref(placeOf(All[I], Best->Params[I].Ty->Inner));
        return call(Best, Value::ref(N), All, Into, false, Result);
      }
    }
    Value Inner = D.node(N).Val;
    if (Inner.is(Value::Func) || (Inner.isRef() && Inner.N != N))
      return callValue(Inner, Args, Into, Result);
  }
  // Nobody knows what runs; it may change whatever it is given.
  OriginRef Why = origin(Origin::Unknown, "a call through an unknown function pointer");
  for (const Value &A : Args)
    forget(A, Why, true);
  Result = D.freshValue(Why);
  return Outcome::Returned;
}

Outcome Machine::destroy(NodeId N) {
  if (!N || D.node(N).Dead)
    return Outcome::Returned;
  llvm::StringRef Class = D.node(N).Class;
  const Node Held = D.node(N);
  if (Held.Model && !Held.Request) {
    D.edit(N).Dead = true;
    Outcome O = Outcome::Returned;
    auto Each = [&](NodeId M) {
      if (O == Outcome::Returned)
        O = destroy(M);
    };
    if (Held.Model->Is == TypeModel::Owner && Held.Val.isRef()) {
      if (NodeId Deleter = Held.child("$deleter")) {
        Value Ignored;
        return callValue(Value::ref(Deleter), {Held.Val}, 0, Ignored);
      }
      Each(placeOf(Held.Val));
    } else if (Held.Model->Is == TypeModel::Optional && Held.Val.isRef()) {
      Each(placeOf(Held.Val));
    } else if (Held.Model->Is == TypeModel::Shared && Held.Val.isRef()) {
      for (NodeId M = 1; M < D.Nodes.size(); ++M)
        if (M != N && D.Nodes[M] && D.node(M).Model && !D.node(M).Dead &&
            D.node(M).Model->Is == TypeModel::Shared && D.node(M).Val == Held.Val)
          return Outcome::Returned;
      if (NodeId Deleter = Held.child("$deleter")) {
        Value Ignored;
        return callValue(Value::ref(Deleter), {Held.Val}, 0, Ignored);
      }
      Each(placeOf(Held.Val));
    } else if (Held.Model->Is == TypeModel::Collection) {
      for (NodeId M : Held.Elems)
        Each(M);
    }
    return O;
  }
  if (Class.empty())
    return Outcome::Returned;
  if (const ir::Function *Dtor = E.destructor(Class); Dtor && Dtor->Defined) {
    Value Ignored;
    Outcome O = call(Dtor, Value::ref(N), {}, 0, false, Ignored);
    D.edit(N).Dead = true;
    return O;
  }
  // No body: a library's, or a trivial one. The members die all the same.
  D.edit(N).Dead = true;
  for (const Child &Ch : llvm::reverse(Held.Children))
    if (!D.node(Ch.Id).Class.empty() && !Ch.Name.starts_with("$"))
      if (Outcome O = destroy(Ch.Id); O != Outcome::Returned)
        return O;
  return Outcome::Returned;
}

Outcome Machine::runLaters() {
  // What runs may register more; a few rounds are enough for what a request
  // can look like.
  for (unsigned Round = 0; Round < 4 && !D.Laters.empty(); ++Round) {
    std::vector<Later> Now;
    std::swap(Now, D.Laters);
    for (Later &L : Now) {
      Loc Was = At;
      At = L.At;
      Outcome O = Outcome::Returned;
      if (L.Sends)
        send(L.Sends, *L.From, L.At, &L);
      else {
        Value Ignored;
        O = callValue(L.Callable, L.Args, 0, Ignored);
      }
      At = Was;
      if (O == Outcome::Dead)
        return O;
    }
  }
  return Outcome::Returned;
}

} // namespace mde::paths
