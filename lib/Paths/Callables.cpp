//===- Paths/Callables.cpp - Calls through values ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::TypeModel;

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

/// Makes arguments that came through a library fit a callee's parameters: a
/// reference to a scalar becomes the scalar, a text for a string object a place.
static std::vector<Value> fitting(Machine &M, const ir::Function &Callee, llvm::ArrayRef<Value> Args) {
  std::vector<Value> All(Args.begin(), Args.end());
  for (unsigned I = 0; I < All.size() && I < Callee.Params.size(); ++I) {
    const ir::Type *Ty = Callee.Params[I].Ty;
    Value &V = All[I];
    if (!Ty)
      continue;
    if (V.isRef() && V.I >= 0 && M.D.node(V.N).Val.isText() && (Ty->K == ir::Type::Char || Ty->K == ir::Type::Int))
      V = M.load(V);
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

/// How well the overload \p Callee takes these arguments; -1: not at all.
static int fit(Machine &M, const ir::Function &Callee, llvm::ArrayRef<Value> Args) {
  if (Callee.Params.size() != Args.size())
    return 0;
  int Score = 1;
  for (unsigned I = 0; I < Args.size(); ++I) {
    const ir::Type *Ty = Callee.Params[I].Ty;
    if (Ty && Ty->K == ir::Type::Reference)
      Ty = Ty->Inner;
    const Node *Held = Args[I].isRef() && Args[I].I < 0 ? &M.D.node(Args[I].N) : nullptr;
    const Value &Scalar = Held && Held->Class.empty() ? Held->Val : Args[I];
    if (!Ty)
      continue;
    if (Held && !Held->Class.empty()) {
      if (!Ty->isClass())
        return -1;
      bool Same = Ty->Name == Held->Class;
      if (!Same && !M.E.P.derivesFrom(Held->Class, Ty->Name) && M.E.P.record(Ty->Name))
        return -1;
      Score += Same ? 4 : 2;
    } else if (Scalar.isText()) {
      const models::TypeModel *T = Ty->isClass() ? M.E.typeModel(Ty->Name) : nullptr;
      bool Chars = (Ty->K == ir::Type::Pointer || Ty->K == ir::Type::Array) && isChar(Ty->Inner);
      if (!Chars && !(T && T->Is == TypeModel::Text))
        return -1;
      Score += Chars ? 4 : 2;
    } else if (Scalar.isInt()) {
      bool Number = Ty->K == ir::Type::Int || Ty->K == ir::Type::Enum || Ty->K == ir::Type::Bool || Ty->K == ir::Type::Char;
      if (!Number)
        return -1;
      Score += Ty->K == ir::Type::Int ? 4 : 2;
    }
  }
  return Score;
}

/// std::ref: what is called gets what the wrapper refers to.
static Value unwrapped(const Machine &M, const Value &V) {
  if (!V.isRef() || V.I >= 0)
    return V;
  const Node &N = M.D.node(V.N);
  return withoutTemplateArgs(N.Class) == "std::reference_wrapper" && N.Val.isRef() ? N.Val : V;
}

Outcome Machine::callValue(const Value &Callable, llvm::ArrayRef<Value> Wrapped,
                           NodeId Into, Value &Result) {
  llvm::SmallVector<Value> Given;
  for (const Value &V : Wrapped)
    Given.push_back(unwrapped(*this, V));
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
    while (Fit.size() < Callee->Params.size())
      Fit.push_back(unknown(Callee->Params[Fit.size()].Ty, origin(Origin::Runtime, "an argument of a callback")));
    if (!Callee->hasThis())
      Args = Fit;
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
      int BestFit = -1;
      for (llvm::StringRef Key : R->Calls) {
        const ir::Function *Candidate = E.anyFunction(Key);
        int Fit = Candidate ? fit(*this, *Candidate, Args) : -1;
        if (Candidate && (!Best || Fit > BestFit)) {
          Best = Candidate;
          BestFit = Fit;
        }
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
  for (const Value &A : Args) {
    pend(A, "a function that a pointer holds", Why);
    forget(A, Why, true);
  }
  D.touch();
  Result = D.freshValue(Why);
  return Outcome::Returned;
}

Value Machine::converted(const Value &V) {
  NodeId N = V.isRef() && V.I < 0 ? V.N : 0;
  const ir::Record *R = N && !D.node(N).Model ? E.P.record(D.node(N).Class) : nullptr;
  if (!R)
    return V;
  for (llvm::StringRef Key : R->Conversions) {
    const ir::Function *F = E.anyFunction(Key);
    const ir::Type *To = F ? F->Result : nullptr;
    const models::TypeModel *T = To && To->isClass() ? E.typeModel(To->Name) : nullptr;
    bool ToText = (T && T->Is == models::TypeModel::Text) ||
                  (To && To->K == ir::Type::Pointer && isChar(To->Inner));
    if (!ToText)
      continue;
    NodeId Into = T ? makePlace(To) : 0;
    Value Result;
    if (call(F, V, {}, Into, false, Result) == Outcome::Dead)
      Dead = true;
    return Into ? Value::ref(Into) : Result;
  }
  return V;
}

} // namespace mde::paths
