//===- Paths/Effects.cpp - The steps of a model's entry -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::CallModel;
using models::Condition;
using models::Effect;
using models::Expr;
using models::TypeModel;

bool Machine::callModel(const ir::Function *Callee, const Value &Object,
                        llvm::ArrayRef<Value> Args, NodeId Into, Value &Result, Outcome &O) {
  return ModelCall(*this, Callee, Object, Args, Into).run(Result, O);
}

bool ModelCall::run(Value &Result, Outcome &O) {
  O = Outcome::Returned;
  llvm::ArrayRef<const CallModel *> Entries = M.E.M.calls(Callee->Name);
  bool Maybe = false;
  for (const CallModel *Entry : Entries) {
    Tri T = holdsAll(Entry->When);
    if (T == Tri::No)
      continue;
    if (Entry->LowerBody && Callee->Defined)
      return false;
    if (T == Tri::Maybe) {
      // An unknown selector: whatever this entry could set is not known.
      applyUnknown(*Entry);
      Maybe = true;
      continue;
    }
    if (Maybe)
      break;
    Current = Entry;
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

/// What any class of a type model can do: be made, copied, assigned, destroyed.
bool ModelCall::typeBuiltin(Value &Result, Outcome &O) {
  if (!Callee->hasThis() || !Object.isRef())
    return false;
  const TypeModel *T = M.E.typeModel(Callee->Record);
  if (!T)
    return false;
  NodeId This = M.placeOf(Object);
  if (Callee->K == ir::Function::Constructor) {
    Node &N = D.edit(This);
    if (N.Class.empty() || !N.Model) {
      N.Class = M.E.intern(Callee->Record);
      N.Model = T;
      N.Dynamic = true;
    }
    N.Dead = false;
    if (!builtinConstruct(This, *T))
      M.makeUnknown(This, nullptr, M.origin(Origin::Unknown, ("a constructor of '" + Callee->Record + "'").str()));
    return true;
  }
  if (Callee->K == ir::Function::Destructor) {
    O = M.destroy(This);
    return true;
  }
  if (!llvm::StringRef(Callee->Name).ends_with("::operator=") || Args.size() != 1)
    return false;
  if (T->Is == TypeModel::Owner || T->Is == TypeModel::Shared) {
    // What it owned until now dies.
    NodeId Old = D.make();
    Node Copy = D.node(This);
    Copy.InputId = 0;
    Copy.Dead = false;
    D.edit(Old) = Copy;
    D.edit(This).Val = Value::null();
    O = M.destroy(Old);
    if (O != Outcome::Returned)
      return true;
  }
  if (!builtinConstruct(This, *T))
    return false;
  Result = Value::ref(This);
  return true;
}

void ModelCall::defaultState(NodeId N, const TypeModel &T) {
  M.clear(N);
  Node &Held = D.edit(N);
  Held.Model = &T;
  Held.Dead = false;
  switch (T.Is) {
  case TypeModel::Text:
    Held.Val = Value::text(Text());
    break;
  case TypeModel::Pointer:
  case TypeModel::Owner:
  case TypeModel::Shared:
  case TypeModel::Optional:
  case TypeModel::Callable:
    Held.Val = Value::null();
    break;
  case TypeModel::Request:
    Held.Request = true;
    Held.Lib = T.Lib;
    break;
  case TypeModel::Session:
    Held.Session = true;
    Held.Lib = T.Lib;
    break;
  case TypeModel::Collection:
  case TypeModel::Object:
  case TypeModel::Scalar:
    break;
  }
}

/// Default, copy and move construction and assignment. False for others.
bool ModelCall::builtinConstruct(NodeId This, const TypeModel &T) {
  if (Args.empty()) {
    defaultState(This, T);
    return true;
  }
  if (Args.size() != 1 || !Args[0].isRef())
    return false;
  const ir::Type *Ty = Callee->Params.empty() ? nullptr : Callee->Params[0].Ty;
  NodeId From = M.placeOf(Args[0]);
  if (D.node(From).Model != &T)
    return false;
  bool Moves = Ty && Ty->K == ir::Type::Reference && Ty->RValue;
  if (Moves && T.Is != TypeModel::Text && !T.CopyShares)
    M.transfer(This, From);
  else
    M.assign(This, From);
  D.edit(This).Dead = false;
  D.edit(This).Constructed = true;
  return true;
}

//===----------------------------------------------------------------------===//
// When
//===----------------------------------------------------------------------===//

Tri ModelCall::holdsAll(llvm::ArrayRef<Condition> Cs) {
  Tri All = Tri::Yes;
  for (const Condition &C : Cs) {
    Tri T = holds(C);
    if (T == Tri::No)
      return Tri::No;
    if (T == Tri::Maybe)
      All = Tri::Maybe;
  }
  return All;
}

Tri ModelCall::holds(const Condition &C) {
  Tri T = Tri::No;
  switch (C.K) {
  case Condition::ArgCount:
    T = triOf(llvm::is_contained(C.Ints, int64_t(Args.size())));
    break;
  case Condition::ParamType:
    T = paramIs(C);
    break;
  case Condition::Value:
    T = valueIs(C);
    break;
  }
  return C.Negated ? !T : T;
}

Tri ModelCall::paramIs(const Condition &C) {
  const ir::Type *Ty = C.Index < Callee->Params.size() ? Callee->Params[C.Index].Ty : nullptr;
  if (Ty && Ty->K == ir::Type::Reference)
    Ty = Ty->Inner;
  if (!Ty)
    return Tri::No;
  const TypeModel *T = Ty->isClass() ? M.E.typeModel(Ty->Name) : nullptr;
  bool Indirect = Ty->K == ir::Type::Pointer || Ty->K == ir::Type::Array;
  bool Chars = Indirect && Ty->Inner && Ty->Inner->K == ir::Type::Char;
  const ir::Record *R = Ty->isClass() ? M.E.P.record(Ty->Name) : nullptr;
  auto One = [&](llvm::StringRef Name) {
    if (Name == "text")
      return Chars || (T && T->Is == TypeModel::Text);
    if (Name == "char")
      return Ty->K == ir::Type::Char;
    if (Name == "int")
      return Ty->K == ir::Type::Int || Ty->K == ir::Type::Enum;
    if (Name == "bool")
      return Ty->K == ir::Type::Bool;
    if (Name == "float")
      return Ty->K == ir::Type::Float;
    if (Name == "pointer")
      return Indirect;
    if (Name == "collection")
      return T && T->Is == TypeModel::Collection;
    if (Name == "iterator")
      return (T && T->Is == TypeModel::Pointer) || (Indirect && !Chars);
    if (Name == "callable")
      return (T && T->Is == TypeModel::Callable) || (R && !R->Calls.empty()) ||
             Ty->K == ir::Type::Function ||
             (Indirect && Ty->Inner && Ty->Inner->K == ir::Type::Function);
    if (Name == "record")
      return Ty->isClass();
    return Ty->isClass() && withoutTemplateArgs(Ty->Name) == Name;
  };
  return triOf(llvm::any_of(C.Types, One));
}

Tri ModelCall::valueIs(const Condition &C) {
  Value V = eval(C.Subject);
  if (V.isRef() && V.I < 0 && !V.isNull()) {
    const Node &N = D.node(V.N);
    if (!N.Val.is(Value::Unset) && !(N.Val.isRef()))
      V = N.Val;
  }
  switch (V.K) {
  case Value::Int:
    if (C.Null && V.I == 0)
      return Tri::Yes;
    if (C.Truth)
      return triOf(llvm::is_contained(C.Ints, int64_t(V.I != 0)));
    if (!V.Name.empty() && llvm::is_contained(C.Names, V.Name))
      return Tri::Yes;
    return triOf(llvm::is_contained(C.Ints, V.I));
  case Value::Null:
  case Value::Unset:
    return triOf(C.Null || (!C.Ints.empty() && llvm::is_contained(C.Ints, 0)));
  case Value::Text: {
    Tri Any = Tri::No;
    for (const std::string &Name : C.Names) {
      Tri T = equalTexts(*V.T, Text::literal(Name), false);
      if (T == Tri::Yes)
        return T;
      if (T == Tri::Maybe)
        Any = T;
    }
    return Any;
  }
  case Value::Func:
    return triOf(llvm::is_contained(C.Names, V.F->Name));
  case Value::Ref:
    if (C.Truth)
      return triOf(llvm::is_contained(C.Ints, 1));
    return Tri::No;
  case Value::Symbol: {
    if (C.Truth) {
      bool Truth = M.decide(V);
      return triOf(llvm::is_contained(C.Ints, int64_t(Truth)));
    }
    if (C.Null && C.Ints.empty() && C.Names.empty()) {
      Tri T = M.truth(V);
      if (T != Tri::Maybe)
        return triOf(T == Tri::No);
      // Null or not: worth two ways.
      return triOf(!M.decide(V));
    }
    return Tri::Maybe;
  }
  case Value::Member:
    return Tri::No;
  }
  return Tri::Maybe;
}

//===----------------------------------------------------------------------===//
// Do
//===----------------------------------------------------------------------===//

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
  OriginRef Why = M.origin(Origin::Runtime, ("which setting '" + Callee->Name + "' changes").str());
  for (const Effect &X : Entry.Do) {
    if (X.V != Effect::Set && X.V != Effect::Clear && X.V != Effect::Append)
      continue;
    const Expr *Target = &X.Place;
    if (Target->K != Expr::Slot)
      continue;
    NodeId Owner = place(Target->Operands[0]);
    NodeId N = D.make();
    Value V = D.freshValue(Why);
    D.edit(N).Val = V;
    D.edit(N).Open = Why;
    M.setChild(Owner, Target->Name, N);
  }
}

bool ModelCall::applyOne(const CallModel &Entry, const Effect &X, Outcome &O) {
  switch (X.V) {
  case Effect::New:
    make(Entry, X);
    return true;
  case Effect::Copy: {
    NodeId From = M.placeOf(eval(X.Value));
    NodeId N = M.clone(From);
    D.edit(N).Dead = false;
    D.edit(N).Made = M.At;
    if (X.Place.K == Expr::Result)
      ResultValue = Value::ref(N), HasResult = true;
    else
      setPlace(place(X.Place), Value::ref(N));
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
      M.clear(N);
      if (D.node(N).Model && D.node(N).Model->Is == TypeModel::Text)
        D.edit(N).Val = Value::text(Text());
      if (Http)
        D.note(TrailEvent::AgentCleared, M.At, Callee->Name.str());
    }
    return true;
  case Effect::Append: {
    NodeId Coll = placeOrNew(X.Place);
    Value V = eval(X.Value);
    if (X.HasKey) {
      Value Key = eval(X.Key);
      append(Coll, &Key, V, X.Dup);
    } else {
      append(Coll, nullptr, V, X.Dup);
    }
    return true;
  }
  case Effect::Insert: {
    NodeId Coll = collectionOf(eval(X.Place));
    Value At = iteratorOf(eval(X.Key));
    NodeId N = append(Coll, nullptr, eval(X.Value), Effect::Add);
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
    if (!X.HasKey) {
      if (!D.node(Coll).Elems.empty())
        D.edit(Coll).Elems.pop_back();
      return true;
    }
    Value Key = eval(X.Key);
    Value It = iteratorOf(Key);
    if (It.isRef() && It.I >= 0 && It.N == Coll) {
      if (size_t(It.I) < D.node(Coll).Elems.size())
        D.edit(Coll).Elems.erase(D.edit(Coll).Elems.begin() + It.I);
      return true;
    }
    OriginRef Open = D.node(Coll).Open;
    D.edit(Coll).Open = nullptr;
    for (int64_t I; (I = lookup(Coll, Key)) >= 0;)
      D.edit(Coll).Elems.erase(D.edit(Coll).Elems.begin() + I);
    D.edit(Coll).Open = Open;
    return true;
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
    if (!X.Later) {
      M.send(Request, Entry, M.At);
      return true;
    }
    Later L;
    L.Sends = Request;
    L.From = &Entry;
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
    O = M.callValue(Callable, All, 0, ResultValue);
    HasResult = false;
    return O == Outcome::Returned;
  }
  case Effect::RunLater:
    O = M.runLaters();
    return O == Outcome::Returned;
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
    if (M.C.choose(2) == 1) {
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
    if (D.node(From).Model && D.node(From).Model->Is == TypeModel::Text)
      M.assign(To, From);
    else
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

/// Tells the trail what changed in a request.
void ModelCall::annotate(const CallModel &Entry, NodeId Owner, llvm::StringRef Slot) {
  (void)Entry;
  NodeId N = D.node(Owner).child(Slot);
  if (Slot == "$url" || Slot == "$host" || Slot == "$path") {
    D.note(TrailEvent::UrlSet, M.At, N && D.node(N).Val.isText() ? display(*D.node(N).Val.T) : "");
  } else if (Slot == "$user-agent") {
    if (N && D.node(N).Val.isText())
      D.note(TrailEvent::AgentSet, M.At, display(*D.node(N).Val.T));
    else
      D.note(TrailEvent::AgentCleared, M.At, "");
  } else if (Slot == "$headers") {
    D.note(N ? TrailEvent::HeadersSet : TrailEvent::AgentCleared, M.At, "");
  }
}

/// Slots hold text as it is now, or a reference (headers, session).
void ModelCall::setSlot(NodeId Owner, llvm::StringRef Slot, const Value &V) {
  Value New = V;
  if (New.isRef() && New.I < 0) {
    const Node &N = D.node(New.N);
    bool Structured = (N.Model && N.Model->Is != TypeModel::Text) || N.Request || N.Session ||
                      !N.Elems.empty() || N.Val.isRef() || N.Val.is(Value::Func);
    bool Callable = M.isCallable(New);
    if (!Structured && !Callable && (N.Val.isText() || N.Val.isSymbol() || N.Val.is(Value::Unset) || N.Open) &&
        N.Children.empty() && (Slot == "$url" || Slot == "$host" || Slot == "$path" || Slot == "$port" ||
                               Slot == "$scheme" || Slot == "$method" || Slot == "$user-agent" ||
                               Slot == "$default-user-agent" || N.Val.isText()))
      New = Value::text(M.textOf(New));
    else if (N.Val.isRef() && !N.Model)
      New = N.Val;
    else if (N.Val.isNull())
      New = N.Val;
  } else if (New.isRef() || (New.isSymbol() && Slot != "$headers" && Slot != "$session")) {
    bool Textual = Slot == "$url" || Slot == "$host" || Slot == "$path" || Slot == "$user-agent" || Slot == "$method";
    if (New.isSymbol() && Textual && D.Symbols[New.S].Ty && D.Symbols[New.S].Ty->K == ir::Type::Pointer &&
        M.truth(New) == Tri::Maybe && Slot == "$user-agent" &&
        D.Symbols[New.S].From && D.Symbols[New.S].From->K != Origin::Outside) {
      // A pointer that may be null unsets the slot.
      if (!M.decide(New))
        New = Value::null();
    }
    if (Textual && !New.isNull())
      New = Value::text(M.textOf(New));
  }
  if (New.isNull() || (New.isInt() && New.I == 0 && Slot.starts_with("$") && Slot != "$port")) {
    if (D.node(Owner).Open) {
      // Known to be unset, though other slots are not known.
      NodeId N = D.make();
      D.edit(N).Val = Value::null();
      M.setChild(Owner, Slot, N);
    } else {
      M.dropChild(Owner, Slot);
    }
    return;
  }
  NodeId N = D.make();
  D.edit(N).Val = New;
  M.setChild(Owner, Slot, N);
}

void ModelCall::setPlace(NodeId N, const Value &V) {
  const Node &Held = D.node(N);
  if (Held.Model && Held.Model->Is == TypeModel::Text) {
    Text T = M.textOf(V);
    D.edit(N).Val = Value::text(std::move(T));
    D.edit(N).Constructed = true;
    return;
  }
  bool Refers = Held.Model && (Held.Model->Is == TypeModel::Pointer || Held.Model->Is == TypeModel::Owner ||
                               Held.Model->Is == TypeModel::Shared || Held.Model->Is == TypeModel::Optional ||
                               Held.Model->Is == TypeModel::Callable || Held.Model->CopyShares);
  if (V.isRef() && V.I < 0 && !Refers && V.N != N) {
    const Node &From = D.node(V.N);
    bool Object = !From.Class.empty() || !From.Children.empty() || !From.Elems.empty() || From.Open;
    if (Object && (!Held.Class.empty() || Held.Model)) {
      M.assign(N, V.N);
      return;
    }
  }
  Node &Edited = D.edit(N);
  Edited.Val = V;
  Edited.Constructed = true;
  Edited.Dead = false;
}

void ModelCall::set(const Effect &X) {
  if (X.Place.K == Expr::Slot) {
    Value V = eval(X.Value);
    NodeId Owner = place(X.Place.Operands[0]);
    if (X.UnlessPresent && D.node(Owner).child(X.Place.Name))
      return;
    setSlot(Owner, M.E.intern(X.Place.Name), V);
    annotate(*Current, Owner, X.Place.Name);
    return;
  }
  Value V = eval(X.Value);
  if (X.Place.K == Expr::Result) {
    ResultValue = V;
    HasResult = true;
    return;
  }
  NodeId N = place(X.Place);
  if (X.UnlessPresent && !D.node(N).Val.is(Value::Unset))
    return;
  // A text that C code writes into a buffer.
  if (V.isText() && !D.node(N).Model && X.Place.K == Expr::Arg)
    if (Value P = eval(X.Place); P.isRef() && P.I > 0 && D.node(P.N).Val.isText()) {
      Text Head = substr(*D.node(P.N).Val.T, 0, P.I, D.fresh(nullptr), M.origin(Origin::Runtime, "a buffer"));
      D.edit(P.N).Val = Value::text(concat(Head, *V.T));
      return;
    }
  setPlace(N, V);
}

void ModelCall::make(const CallModel &Entry, const Effect &X) {
  const TypeModel *T = M.E.M.type(X.ObjectKind);
  llvm::StringRef Class;
  const ir::Type *Ty = nullptr;
  llvm::StringRef Kind = X.ObjectKind;
  if (unsigned N; Kind.consume_front("class-targ") && !Kind.getAsInteger(10, N)) {
    if (auto Names = templateArgs(Callee->Record); N < Names.size())
      Class = Names[N];
  } else if (Kind = X.ObjectKind; Kind.consume_front("targ") && !Kind.getAsInteger(10, N)) {
    if (N < Callee->TemplateArgs.size())
      Ty = Callee->TemplateArgs[N].Ty;
    if (Ty && Ty->isClass())
      Class = Ty->Name;
  }
  bool ToPlace = X.Place.K != Expr::Result || (Callee->Result && Callee->Result->isClass());
  NodeId N = 0;
  if (ToPlace) {
    N = place(X.Place);
    const Node &Held = D.node(N);
    bool Refers = Held.Model && (Held.Model->Is == TypeModel::Pointer || Held.Model->Is == TypeModel::Owner ||
                                 Held.Model->Is == TypeModel::Shared || Held.Model->Is == TypeModel::Optional ||
                                 Held.Model->Is == TypeModel::Callable);
    bool IsObject = (Held.Model || !Held.Class.empty()) && !Refers;
    // A pointer variable gets a reference to the new object.
    if (!IsObject || (Held.Ty && Held.Ty->K == ir::Type::Pointer)) {
      NodeId Made = D.make();
      D.edit(N).Val = Value::ref(Made);
      N = Made;
    }
  } else {
    N = D.make();
    ResultValue = Value::ref(N);
    HasResult = true;
  }
  M.clear(N);
  Node &Made = D.edit(N);
  Made.Made = M.At;
  Made.Dead = false;
  Made.Lib = Entry.Lib;
  Made.Request = X.ObjectKind == "request";
  Made.Session = X.ObjectKind == "session";
  if (!Class.empty() || Ty) {
    Made.Lib = nullptr;
    Made.Class = M.E.intern(Class);
    Made.Model = M.E.typeModel(Class);
    Made.Dynamic = !Class.empty();
    Made.Ty = Ty;
    return;
  }
  if (T) {
    Made.Class = M.E.intern(T->Names.front());
    Made.Model = T;
    defaultState(N, *T);
    D.edit(N).Lib = Entry.Lib;
  }
  if (X.ObjectKind == "request" || X.ObjectKind == "session") {
    D.edit(N).Request = X.ObjectKind == "request";
    D.edit(N).Session = X.ObjectKind == "session";
    D.note(TrailEvent::RequestMade, M.At, Callee->Name.str());
  }
}

/// Makes an object of a class named by a template argument, with the
/// constructor whose parameters fit best.
void ModelCall::construct(const Effect &X, Outcome &O) {
  const ir::Type *Ty = nullptr;
  llvm::StringRef Class;
  if (X.Value.K == Expr::TArg && X.Value.Name == "class") {
    auto Names = templateArgs(Callee->Record);
    if (size_t(X.Value.Index) < Names.size())
      Class = Names[X.Value.Index];
  } else if (X.Value.K == Expr::TArg && size_t(X.Value.Index) < Callee->TemplateArgs.size()) {
    Ty = Callee->TemplateArgs[X.Value.Index].Ty;
    if (Ty && Ty->isClass())
      Class = Ty->Name;
  }
  NodeId N = place(X.Place);
  std::vector<Value> All = evalAll(X.Args);
  if (D.node(N).Class.empty() && !Class.empty()) {
    Node &Made = D.edit(N);
    Made.Class = M.E.intern(Class);
    Made.Model = M.E.typeModel(Class);
    Made.Dynamic = true;
  }
  const ir::Function *Best = nullptr;
  for (const ir::Function *Ctor : M.E.constructors(Class)) {
    if (Ctor->Params.size() != All.size())
      continue;
    bool Fits = true;
    for (unsigned I = 0; I < All.size() && Fits; ++I) {
      const ir::Type *P = Ctor->Params[I].Ty;
      if (P && P->K == ir::Type::Reference)
        P = P->Inner;
      if (!P)
        continue;
      Value V = All[I];
      const Node *Obj = V.isRef() && V.I < 0 ? &D.node(V.N) : nullptr;
      if (P->isClass() && Obj && !Obj->Class.empty() && Obj->Class != P->Name &&
          !M.E.P.derivedFrom(Obj->Class).empty() && !M.E.P.derivesFrom(Obj->Class, P->Name))
        Fits = false;
      if (!P->isClass() && Obj && !Obj->Class.empty() && P->K != ir::Type::Pointer)
        Fits = false;
    }
    if (Fits && (!Best || (Ctor->Defined && !Best->Defined)))
      Best = Ctor;
  }
  if (Best) {
    for (unsigned I = 0; I < All.size(); ++I) {
      const ir::Type *P = Best->Params[I].Ty;
      if (P && (P->K == ir::Type::Reference || P->isClass())) {
        if (!All[I].isRef()) {
          NodeId Temp = M.makePlace(P->K == ir::Type::Reference ? P->Inner : P);
          setPlace(Temp, All[I]);
          All[I] = Value::ref(Temp);
        }
      } else {
        All[I] = M.scalarOf(All[I]);
      }
    }
    Value Ignored;
    O = M.call(Best, Value::ref(N), All, 0, false, Ignored);
    return;
  }
  if (All.size() == 1) {
    setPlace(N, M.scalarOf(All[0]));
    return;
  }
  if (All.empty()) {
    if (const TypeModel *T = D.node(N).Model)
      defaultState(N, *T);
    D.edit(N).Constructed = true;
    return;
  }
  M.makeUnknown(N, Ty, M.origin(Origin::Unknown, "a constructor that was not seen"));
}

//===----------------------------------------------------------------------===//
// The result
//===----------------------------------------------------------------------===//

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
