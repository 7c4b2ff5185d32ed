//===- Paths/Expressions.cpp - The expressions of models -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::Expr;
using models::Fn;
using models::TypeModel;

Value ModelCall::resultPlace() {
  if (HasResult)
    return ResultValue;
  if (!Into && Callee->Result && Callee->Result->isClass())
    Into = M.makePlace(Callee->Result);
  if (Into)
    return Value::ref(Into);
  NodeId N = D.make();
  ResultValue = Value::ref(N);
  HasResult = true;
  return ResultValue;
}

Value ModelCall::eval(const Expr &X) {
  switch (X.K) {
  case Expr::Arg:
    return size_t(X.Index) < Args.size() ? Args[X.Index] : Value();
  case Expr::Args:
    return Value();
  case Expr::This:
    return Object;
  case Expr::Result:
    return resultPlace();
  case Expr::TArg: {
    if (X.Name == "class") {
      auto Names = templateArgs(Callee->Record);
      int64_t N = 0;
      if (size_t(X.Index) < Names.size() && !Names[X.Index].getAsInteger(10, N))
        return Value::integer(N);
      return Value();
    }
    if (size_t(X.Index) < Callee->TemplateArgs.size() && !Callee->TemplateArgs[X.Index].Ty)
      return Value::integer(Callee->TemplateArgs[X.Index].Value);
    return Value();
  }
  case Expr::User:
    return Value();
  case Expr::Int:
    return Value::integer(X.Index, X.Name.empty() ? llvm::StringRef() : M.E.intern(X.Name));
  case Expr::Text:
    return Value::text(Text::literal(X.Name));
  case Expr::Null:
    return Value::null();
  case Expr::Bool:
    return Value::integer(X.Index);
  case Expr::Field: {
    // A field that was never set reads as null.
    NodeId Owner = place(X.Operands[0]);
    NodeId N = D.node(Owner).child(X.Name);
    if (!N && !D.node(Owner).Open)
      return Value::null();
    return Value::ref(N ? N : M.field(Owner, M.E.intern(X.Name)));
  }
  case Expr::Slot: {
    NodeId Owner = place(X.Operands[0]);
    NodeId N = M.slot(Owner, X.Name);
    if (N)
      return D.node(N).Val.is(Value::Unset) ? Value::ref(N) : D.node(N).Val;
    // What a library keeps for itself is taken to be as it was made.
    static constexpr llvm::StringLiteral Shared[] = {"$url", "$host", "$path", "$headers", "$user-agent", "$session"};
    if (OriginRef Why = D.node(Owner).Open; Why && llvm::is_contained(Shared, X.Name))
      return D.freshValue(Why);
    return Value::null();
  }
  case Expr::Call:
    return call(X);
  }
  return Value();
}

NodeId ModelCall::place(const Expr &X) {
  if (X.K == Expr::Field)
    return M.field(place(X.Operands[0]), M.E.intern(X.Name));
  if (X.K == Expr::Slot) {
    NodeId Owner = place(X.Operands[0]);
    NodeId N = D.node(Owner).child(X.Name);
    if (!N) {
      N = M.field(Owner, M.E.intern(X.Name));
      if (OriginRef Why = D.node(Owner).Open)
        D.edit(N).Open = Why;
    }
    Value V = D.node(N).Val;
    return V.isRef() ? M.placeOf(V) : N;
  }
  Value V = eval(X);
  const ir::Type *Pointee = nullptr;
  if (X.K == Expr::Arg && size_t(X.Index) < Callee->Params.size()) {
    const ir::Type *Ty = Callee->Params[X.Index].Ty;
    if (Ty && (Ty->K == ir::Type::Pointer || Ty->K == ir::Type::Reference))
      Pointee = Ty->Inner;
  }
  NodeId N = M.shared(M.placeOf(V, Pointee));
  // A null or literal argument got a place of its own; keep it.
  if (X.K == Expr::Arg && !V.isRef() && size_t(X.Index) < Args.size())
    Args[X.Index] = Value::ref(N);
  return N;
}

NodeId ModelCall::placeOrNew(const Expr &X) {
  if (X.K == Expr::Slot)
    return place(X);
  Value V = eval(X);
  if (V.isRef() && V.I < 0) {
    NodeId N = V.N;
    const Value Held = D.node(N).Val;
    if (D.node(N).Model || !D.node(N).Elems.empty())
      return N;
    if (Held.isRef())
      return M.placeOf(Held);
    if (!Held.isNull())
      return N;
  }
  if (V.isSymbol())
    return M.placeOf(V);
  if (V.isNull() || V.is(Value::Unset) || V.isRef()) {
    NodeId N = D.make();
    Node &Made = D.edit(N);
    Made.Made = M.At;
    Made.Constructed = true;
    // The collection that the library's own type describes.
    if (Current)
      for (const TypeModel &T : Current->Lib->Types)
        if (T.Is == TypeModel::Collection && X.K == Expr::Arg &&
            size_t(X.Index) < Callee->Params.size() && Callee->Params[X.Index].Ty &&
            Callee->Params[X.Index].Ty->Inner &&
            llvm::is_contained(T.Names, withoutTemplateArgs(Callee->Params[X.Index].Ty->Inner->Name).str())) {
          Made.Model = &T;
          Made.Class = M.E.intern(T.Names.front());
        }
    if (X.K == Expr::Arg && size_t(X.Index) < Args.size())
      Args[X.Index] = Value::ref(N);
    return N;
  }
  return M.placeOf(V);
}

std::vector<Value> ModelCall::evalAll(llvm::ArrayRef<Expr> Xs, size_t From) {
  std::vector<Value> All;
  for (size_t I = From; I < Xs.size(); ++I)
    if (Xs[I].K == Expr::Args)
      for (size_t J = Xs[I].Index; J < Args.size(); ++J)
        All.push_back(Args[J]);
    else
      All.push_back(eval(Xs[I]));
  return All;
}

/// The arguments, characters as texts: what their parameters' types say.
std::vector<Value> ModelCall::printable(llvm::ArrayRef<Expr> Xs) {
  std::vector<Value> All;
  auto Add = [&](const Value &V, size_t Arg) {
    const ir::Type *Ty = Arg < Callee->Params.size() ? Callee->Params[Arg].Ty : nullptr;
    if (Ty && Ty->K == ir::Type::Reference)
      Ty = Ty->Inner;
    Value S = M.scalarOf(V);
    if (Ty && Ty->K == ir::Type::Char && S.isInt())
      All.push_back(Value::text(Text::literal(std::string(1, char(S.I)), M.At)));
    else
      All.push_back(V);
  };
  for (const Expr &X : Xs)
    if (X.K == Expr::Args)
      for (size_t J = X.Index; J < Args.size(); ++J)
        Add(Args[J], J);
    else if (X.K == Expr::Arg && size_t(X.Index) < Args.size())
      Add(Args[X.Index], X.Index);
    else
      All.push_back(eval(X));
  return All;
}

std::optional<int64_t> ModelCall::intOf(const Expr &X) {
  Value V = M.scalarOf(eval(X));
  if (V.isInt())
    return V.I;
  if (V.isNull() || V.is(Value::Unset))
    return 0;
  return std::nullopt;
}

Text ModelCall::holeText(Origin::Kind K, llvm::StringRef What) {
  OriginRef Why = M.origin(K, What);
  return Text::hole(D.fresh(Why), Why);
}

Value ModelCall::call(const Expr &X) {
  switch (X.F) {
  case Fn::IsEmpty: case Fn::Equal: case Fn::EqualNoCase: case Fn::Compare:
  case Fn::CompareNoCase: case Fn::StartsWith: case Fn::StartsWithNoCase:
  case Fn::EndsWith: case Fn::Contains: case Fn::Fits: case Fn::Less: case Fn::Not: case Fn::NotNull:
  case Fn::IsText: case Fn::Known: case Fn::Holds:
    return testCall(X);
  case Fn::Size: case Fn::Has: case Fn::Get: case Fn::GetOrAdd: case Fn::At:
  case Fn::First: case Fn::Last: case Fn::Begin: case Fn::End: case Fn::FindKey:
  case Fn::FindValue: case Fn::Advance: case Fn::Retreat: case Fn::Distance: case Fn::Deref:
  case Fn::Range: case Fn::Pair: case Fn::Tuple: case Fn::Element: case Fn::CountKey:
    return collectionCall(X);
  case Fn::HeaderLine: case Fn::ParseHeaders: case Fn::UrlPart: case Fn::BuildUrl:
  case Fn::JoinUrl: case Fn::ResponseOf: case Fn::RequestPart: case Fn::IsRequest:
    return httpCall(X);
  case Fn::Variable: case Fn::Ref: case Fn::Value: case Fn::Clone: case Fn::Fresh: case Fn::BindCall:
  case Fn::BindFront: case Fn::MaybeNull: case Fn::CallOf: case Fn::FunctionNamed: case Fn::CallerArgs: case Fn::NextArg: case Fn::Or: case Fn::Select: case Fn::BitSet:
    return objectCall(X);
  default:
    return textCall(X);
  }
}

} // namespace mde::paths
