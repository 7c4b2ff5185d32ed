//===- Paths/Effects.cpp - The steps of a model's entry ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::CallModel;
using models::Effect;
using models::Expr;
using models::TypeModel;

bool Machine::callModel(const ir::Function *Callee, const Value &Object,
                        llvm::ArrayRef<Value> Args, NodeId Into, Value &Result, Outcome &O) {
  return ModelCall(*this, Callee, Object, Args, Into).run(Result, O);
}

bool ModelCall::run(Value &Result, Outcome &O) {
  O = Outcome::Returned;
  llvm::ArrayRef<const CallModel *> Entries = M.E.calls(*Callee);
  bool Maybe = false;
  for (const CallModel *Entry : Entries) {
    Tri T = holdsAll(Entry->When);
    if (T == Tri::No)
      continue;
    noteModelUse(Entry->Lib->File, Entry->Line);
    if (Entry->LowerBody && Callee->Defined)
      return false;
    // Whether a request leaves is worth two ways.
    if (T == Tri::Maybe && maySend(Entries))
      T = M.C.choose(2) == 0 ? Tri::Yes : Tri::No;
    if (T == Tri::No)
      continue;
    if (T == Tri::Maybe) {
      // An unknown selector: whatever this entry could set is not known.
      applyUnknown(*Entry);
      Maybe = true;
      continue;
    }
    if (Maybe)
      break;
    Current = Entry;
    if (callOverrider(*Entry, Result, O))
      return true;
    if (!Entry->Body.empty())
      if (const ir::Function *Body = M.E.modelBody(Entry->Body)) {
        std::vector<Value> All;
        if (Callee->hasThis())
          All.push_back(Object);
        llvm::append_range(All, Args);
        All.resize(Body->Params.size());
        Value Returned;
        O = M.callBody(Body, Value(), All, 0, Returned);
        if (O == Outcome::Returned && Callee->Result && Callee->Result->K != ir::Type::Void)
          deliver(Returned, Result);
        return true;
      }
    if (!apply(*Entry, O))
      return true;
    becomeHttp();
    leaveMovedFrom();
    finish(Entry->Returns, Result);
    return true;
  }
  if (!Entries.empty() && (Maybe || !typeBuiltin(Result, O))) {
    // Modelled, but nothing that this call does matters.
    finish(std::nullopt, Result);
    return true;
  }
  if (!Entries.empty())
    return true;
  return typeBuiltin(Result, O);
}

/// The library calls a virtual method (`via`) that the object's class overrides:
/// then that runs. It is given the request for its parameter of that type.
bool ModelCall::callOverrider(const CallModel &Entry, Value &Result, Outcome &O) {
  if (Entry.Via.empty() || !Object.isRef())
    return false;
  const Node &Held = D.node(M.placeOf(Object));
  const ir::Function *Overrider = Held.Class.empty() ? nullptr : M.E.overriderOf(Entry.Via, Held.Class);
  auto Sends = llvm::find_if(Entry.Do, [](const Effect &X) { return X.V == Effect::Send; });
  if (!Overrider || Sends == Entry.Do.end())
    return false;
  Value Request = Value::ref(M.placeOf(eval(Sends->Place)));
  llvm::StringRef Class = D.node(Request.N).Class;
  std::vector<Value> Given;
  for (const ir::Param &P : Overrider->Params) {
    const ir::Type *Ty = P.Ty;
    while (Ty && Ty->Inner && (Ty->K == ir::Type::Reference || Ty->K == ir::Type::Pointer))
      Ty = Ty->Inner;
    bool IsRequest = Ty && Ty->isClass() && Ty->Name == Class;
    Given.push_back(IsRequest ? Request : M.unknown(P.Ty, M.origin(Origin::Runtime, "an argument of a callback")));
  }
  O = M.callBody(Overrider, Object, Given, Into, Result);
  return true;
}

bool ModelCall::apply(const CallModel &Entry, Outcome &O) {
  for (const Effect &X : Entry.Do) {
    if (X.If) {
      Tri T = holds(*X.If);
      if (T == Tri::Maybe)
        T = M.C.choose(2) == 0 ? Tri::Yes : Tri::No;
      if (T == Tri::No)
        continue;
    }
    if (!applyOne(Entry, X, O))
      return false;
    if (Returned || M.Dead)
      break;
  }
  return true;
}

void ModelCall::applyUnknown(const CallModel &Entry) {
  if (mutant("unknown-option-sets-nothing"))
    return;
  OriginRef Why = M.origin(Origin::Runtime, ("which setting '" + Callee->Name + "' changes").str());
  for (const Effect &X : Entry.Do) {
    if (X.V != Effect::Set && X.V != Effect::Clear && X.V != Effect::Append)
      continue;
    const Expr *Target = &X.Place;
    if (Target->K != Expr::Slot)
      continue;
    NodeId Owner = place(Target->Operands[0]);
    NodeId Before = D.node(Owner).child(Target->Name);
    NodeId N = D.make();
    Value V = D.freshValue(Why);
    // It may be as it was: a host that was known is not forgotten.
    if (Before && D.node(Before).Val.isText())
      V = Value::text(Text::join({*D.node(Before).Val.T, Text::hole(V.S, Why)}, D.fresh(Why)));
    D.edit(N).Val = V;
    D.edit(N).Open = Why;
    M.setChild(Owner, Target->Name, N);
  }
}

Outcome ModelCall::destroyAll(std::vector<NodeId> Objects) {
  for (NodeId N : Objects)
    if (Outcome O = M.destroy(N); O != Outcome::Returned)
      return O;
  return Outcome::Returned;
}

/// An effect on a null object does nothing: the library checks, or the program
/// would have ended.
bool ModelCall::isOnNull(const Effect &X) {
  const Expr *Target = X.Place.K == Expr::Slot && !X.Place.Operands.empty() ? &X.Place.Operands[0]
                       : X.V == Effect::Send                                ? &X.Place
                                                                            : nullptr;
  return Target && Target->K == Expr::Arg && X.V != Effect::Append && eval(*Target).isNull();
}

bool ModelCall::applyOne(const CallModel &Entry, const Effect &X, Outcome &O) {
  if (isOnNull(X))
    return true;
  switch (X.V) {
  case Effect::New:
    make(Entry, X);
    return true;
  case Effect::Copy: {
    NodeId From = M.placeOf(eval(X.Value));
    NodeId N = M.clone(From);
    D.edit(N).Dead = false;
    D.edit(N).Made = M.At;
    if (X.Place.K == Expr::Result) {
      ResultValue = Value::ref(N), HasResult = true;
      return true;
    }
    setPlace(place(X.Place), Value::ref(N));
    if (NodeId To = collectionOf(eval(X.Place)); D.node(To).Model != D.node(From).Model)
      arrange(To);
    return true;
  }
  case Effect::Set:
    set(X);
    return true;
  case Effect::Clear:
    if (X.Place.K == Expr::Slot) {
      NodeId Owner = place(X.Place.Operands[0]);
      M.dropChild(Owner, X.Place.Name);
      annotate(Entry, Owner, X.Place.Name);
    } else {
      NodeId N = place(X.Place);
      bool Http = D.node(N).Request || D.node(N).Session;
      if (Http && mutant("reset-keeps-settings"))
        return true;
      O = destroyAll(D.node(N).Elems);
      if (O != Outcome::Returned)
        return false;
      M.clear(N);
      D.edit(N).Zeroed = !D.node(N).Model;
      if (D.node(N).Model && D.node(N).Model->Is == TypeModel::Text)
        D.edit(N).Val = Value::text(Text());
      if (Http)
        D.note(TrailEvent::AgentCleared, M.At, Callee->Name.str());
    }
    return true;
  case Effect::Append: {
    NodeId Coll = placeOrNew(X.Place);
    Value V = eval(X.Value);
    bool Moves = isMovedFrom(X.Value);
    if (X.HasKey) {
      Value Key = eval(X.Key);
      append(Coll, &Key, V, X.Dup, Moves);
    } else {
      append(Coll, nullptr, V, X.Dup, Moves);
    }
    return true;
  }
  case Effect::Insert: {
    NodeId Coll = collectionOf(eval(X.Place));
    Value At = iteratorOf(eval(X.Key));
    NodeId N = append(Coll, nullptr, eval(X.Value), Effect::Add, isMovedFrom(X.Value));
    if (At.isRef() && At.I >= 0) {
      std::vector<NodeId> &Elems = D.edit(Coll).Elems;
      if (size_t(At.I) < Elems.size() && Elems.back() == N) {
        Elems.pop_back();
        Elems.insert(Elems.begin() + At.I, N);
      }
    }
    return true;
  }
  case Effect::Remove: {
    NodeId Coll = collectionOf(eval(X.Place));
    std::vector<NodeId> Gone;
    auto Take = [&](int64_t I) {
      std::vector<NodeId> &Elems = D.edit(Coll).Elems;
      Gone.push_back(Elems[I]);
      Elems.erase(Elems.begin() + I);
      moveIterators(Coll, I + 1, -1);
    };
    D.forgetElements(Coll);
    if (!X.HasKey) {
      if (!D.node(Coll).Elems.empty())
        Take(D.node(Coll).Elems.size() - 1);
      O = destroyAll(Gone);
      return O == Outcome::Returned;
    }
    Value Key = eval(X.Key);
    Value It = iteratorOf(Key);
    if (It.isRef() && It.I >= 0 && It.N == Coll) {
      if (size_t(It.I) < D.node(Coll).Elems.size())
        Take(It.I);
    } else {
      OriginRef Open = D.node(Coll).Open;
      D.edit(Coll).Open = nullptr;
      for (int64_t I; (I = lookup(Coll, Key)) >= 0;)
        Take(I);
      D.edit(Coll).Open = Open;
    }
    O = destroyAll(Gone);
    return O == Outcome::Returned;
  }
  case Effect::Bind: {
    NodeId Request = place(X.Place);
    NodeId N = D.make();
    D.edit(N).Val = Value::ref(M.placeOf(eval(X.Value)));
    M.setChild(Request, "$session", N);
    return true;
  }
  case Effect::Send: {
    NodeId Request = M.placeOf(eval(X.Place));
    if (!X.Later || mutant("later-sends-are-now")) {
      M.send(Request, Entry, Callee->Name, M.At);
      return true;
    }
    Later L;
    L.Sends = Request;
    L.From = &Entry;
    L.Callee = Callee->Name;
    L.At = M.At;
    LaterFrame Here;
    Here.F = &M.F;
    Here.At = M.At;
    Here.Given = M.Given;
    Here.RequestFromOutside = D.node(Request).InputId != 0;
    L.Frames.push_back(Here);
    D.Laters.push_back(std::move(L));
    return true;
  }
  case Effect::Invoke: {
    if (mutant("library-calls-no-callback"))
      return true;
    Value Callable = M.scalarOf(eval(X.Value));
    if (!M.isCallable(Callable))
      Callable = eval(X.Value);
    std::vector<Value> All = evalAll(X.Args);
    if (Callable.isNull() || Callable.is(Value::Unset))
      return true;
    if (Callable.isRef() && !M.isCallable(Callable) && D.node(Callable.N).Val.isNull())
      return true;
    if (X.Later) {
      Later L;
      L.Callable = Callable;
      L.Args = std::move(All);
      L.At = M.At;
      D.Laters.push_back(std::move(L));
      return true;
    }
    // What was made before stays the result.
    Value Returned;
    O = M.callValue(Callable, All, 0, HasResult ? Returned : ResultValue);
    return O == Outcome::Returned;
  }
  case Effect::RunLater:
    O = M.runLaters(false);
    return O == Outcome::Returned;
  case Effect::Cancel: {
    if (mutant("removed-transfer-is-sent"))
      return true;
    NodeId Request = M.shared(M.placeOf(eval(X.Place)));
    llvm::SmallVector<Loc> Gone;
    for (const Later &L : D.Laters)
      if (L.Sends == Request)
        Gone.push_back(L.At);
    llvm::erase_if(D.Laters, [&](const Later &L) { return L.Known.empty() && llvm::is_contained(Gone, L.At); });
    return true;
  }
  case Effect::Forget:
    M.forget(eval(X.Place), M.origin(Origin::Unknown, ("a call of '" + Callee->Name + "'").str()), true);
    return true;
  case Effect::Destroy: {
    Value V = eval(X.Place);
    if (V.isRef())
      O = M.destroy(M.placeOf(V));
    return O == Outcome::Returned;
  }
  case Effect::Construct:
    construct(X, O);
    return O == Outcome::Returned;
  case Effect::Throws:
    // Under a condition it is certain, else it may.
    if (!mutant("libraries-do-not-throw") && (X.If || M.C.choose(2) == 1)) {
      NodeId N = M.makeClass(X.ObjectKind);
      D.edit(N).Open = M.origin(Origin::Runtime, "an exception");
      D.Exception = N;
      D.ExceptionType = nullptr;
      O = Outcome::Thrown;
      return false;
    }
    return true;
  case Effect::Swap:
    M.swapContents(place(X.Place), M.placeOf(eval(X.Value)));
    return true;
  case Effect::Move: {
    NodeId From = M.placeOf(eval(X.Value)), To = place(X.Place);
    M.transfer(To, From);
    D.edit(To).Dead = false;
    return true;
  }
  case Effect::Return:
    ResultValue = eval(X.Value);
    HasResult = Returned = true;
    return true;
  }
  return true;
}

void ModelCall::finish(const std::optional<Expr> &Returns, Value &Result) {
  if (Returns && !Returned) {
    ResultValue = eval(*Returns);
    HasResult = true;
  }
  const ir::Type *Ty = Callee->Result;
  if (!HasResult) {
    if (!Ty || Ty->K == ir::Type::Void || Callee->K == ir::Function::Constructor ||
        Callee->K == ir::Function::Destructor)
      return;
    OriginRef Why = M.origin(Origin::Runtime, ("the result of '" + Callee->Name + "'").str());
    if (Ty->isClass()) {
      if (!Into)
        Into = M.makePlace(Ty);
      M.makeUnknown(Into, Ty, Why);
      Result = Value::ref(Into);
    } else {
      Result = M.unknown(Ty, Why);
    }
    return;
  }
  deliver(ResultValue, Result);
}

void ModelCall::deliver(const Value &V, Value &Result) {
  const ir::Type *Ty = Callee->Result;
  if (Ty && Ty->isClass()) {
    if (!Into)
      Into = M.makePlace(Ty);
    if (!(V.isRef() && V.N == Into && V.I < 0)) {
      if (!D.node(Into).Model && !D.node(Into).Class.empty()) {
        D.edit(Into).Model = M.E.typeModel(D.node(Into).Class);
      }
      if (D.node(Into).Class.empty()) {
        D.edit(Into).Class = M.E.intern(Ty->Name);
        D.edit(Into).Model = M.E.typeModel(Ty->Name);
        D.edit(Into).Dynamic = true;
      }
      const TypeModel *T = D.node(Into).Model;
      if (V.isRef() && V.I < 0 && T && D.node(V.N).Model == T)
        M.assign(Into, V.N);
      else
        setPlace(Into, V);
    }
    Result = Value::ref(Into);
    return;
  }
  if (Ty && Ty->K == ir::Type::Reference) {
    Result = V.isRef() || V.isSymbol() ? V : Value::ref(M.placeOf(V, Ty->Inner));
    return;
  }
  bool Scalar = Ty && (Ty->K == ir::Type::Int || Ty->K == ir::Type::Bool || Ty->K == ir::Type::Char ||
                       Ty->K == ir::Type::Enum);
  Result = Scalar ? M.scalarOf(V) : V;
}

} // namespace mde::paths
