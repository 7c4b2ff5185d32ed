//===- Paths/Conditions.cpp - The `when` of a model's entry --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::Condition;
using models::TypeModel;

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
    return triOf(C.isInt(V.I, V.Name));
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

} // namespace mde::paths
