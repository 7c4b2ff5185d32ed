//===- Paths/CollectionCalls.cpp - Models' functions of collections ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::Expr;
using models::Fn;
using models::TypeModel;

Value ModelCall::collectionCall(const Expr &X) {
  auto Arg = [&](unsigned I) { return eval(X.Operands[I]); };
  switch (X.F) {
  case Fn::Size: {
    NodeId Coll = collectionOf(Arg(0));
    if (!D.node(Coll).Open)
      return Value::integer(D.node(Coll).Elems.size());
    Value V = M.test("size", Value::ref(Coll), Value());
    if (V.isSymbol())
      D.Symbols[V.S].Bool = false, D.Symbols[V.S].Lo = D.node(Coll).Elems.size();
    return V;
  }
  case Fn::Has:
    return Value::integer(lookup(collectionOf(Arg(0)), Arg(1)) >= 0);
  case Fn::Get:
  case Fn::GetOrAdd: {
    NodeId Coll = collectionOf(Arg(0));
    Value Key = Arg(1);
    int64_t I = lookup(Coll, Key);
    if (I >= 0)
      return Value::ref(valueOf(Coll, D.node(Coll).Elems[I]));
    if (X.F == Fn::Get)
      return X.Operands.size() > 2 ? Arg(2) : Value();
    auto Names = templateArgs(D.node(Coll).Class);
    NodeId Second;
    if (Names.size() > 1) {
      Second = M.makeClass(Names[1]);
      if (const TypeModel *T = D.node(Second).Model)
        defaultState(Second, *T);
    } else {
      Second = D.make();
    }
    D.edit(Second).Constructed = true;
    NodeId Elem = D.make(), First = D.make();
    D.edit(First).Val = M.scalarOf(Key).isInt() ? M.scalarOf(Key) : Value::text(M.textOf(Key));
    M.setChild(Elem, "first", First);
    M.setChild(Elem, "second", Second);
    putIn(Coll, Elem);
    return Value::ref(Second);
  }
  case Fn::CountKey: {
    NodeId Coll = collectionOf(Arg(0));
    Value Key = Arg(1);
    int64_t N = 0;
    for (size_t I = 0; I < D.node(Coll).Elems.size(); ++I)
      N += M.decide(hasKey(Coll, D.node(Coll).Elems[I], Key));
    if (!D.node(Coll).Open)
      return Value::integer(N);
    Value Count = D.freshValue(D.node(Coll).Open);
    D.Symbols[Count.S].Lo = N;
    return Count;
  }
  case Fn::At: {
    NodeId Coll = collectionOf(Arg(0));
    if (D.node(Coll).Val.isText())
      return M.elementRef(Value::ref(Coll, 0), M.scalarOf(Arg(1)));
    Value I = M.scalarOf(Arg(1));
    if (I.isInt() && I.I >= 0 && I.I < int64_t(D.node(Coll).Elems.size()))
      return Value::ref(D.node(Coll).Elems[I.I]);
    return M.elementRef(Value::ref(Coll), I);
  }
  case Fn::First:
  case Fn::Last: {
    NodeId Coll = collectionOf(Arg(0));
    const Node &N = D.node(Coll);
    if (N.Val.isText()) {
      if (X.F == Fn::First)
        return Value::ref(Coll, 0);
      auto L = N.Val.T->literal();
      if (L && !L->empty())
        return Value::ref(Coll, L->size() - 1);
      std::string Suffix = N.Val.T->alternatives().size() == 1 ? N.Val.T->alternatives()[0].knownSuffix() : "";
      return Suffix.empty() ? D.freshValue(M.origin(Origin::Runtime, "a character"))
                            : Value::integer(static_cast<unsigned char>(Suffix.back()));
    }
    if (N.Elems.empty() || (X.F == Fn::Last && N.Open)) {
      OriginRef Why = N.Open ? N.Open : M.origin(Origin::Unknown, "an element of an empty collection");
      NodeId Elem = M.unknownElement(Coll, Why);
      if (D.node(Coll).Open)
        D.edit(Coll).Elems.push_back(Elem);
      return Value::ref(Elem);
    }
    return Value::ref(X.F == Fn::First ? N.Elems.front() : N.Elems.back());
  }
  case Fn::Begin:
    return Value::ref(collectionOf(Arg(0)), 0);
  case Fn::End:
    return Value::ref(collectionOf(Arg(0)), EndIndex);
  case Fn::FindKey: {
    NodeId Coll = collectionOf(Arg(0));
    int64_t I = lookup(Coll, Arg(1));
    return Value::ref(Coll, I < 0 ? EndIndex : I);
  }
  case Fn::FindValue: {
    Value From = iteratorOf(Arg(0)), To = iteratorOf(Arg(1)), Wanted = Arg(2);
    if (!From.isRef() || !To.isRef() || From.N != To.N)
      return D.freshValue(M.origin(Origin::Runtime, "a search"));
    for (int64_t I = std::max<int64_t>(From.I, 0);; ++I) {
      if (iteratorsEqual(Value::ref(From.N, I), To) != Tri::No || M.Dead)
        return To;
      NodeId Elem = M.element(From.N, I);
      Value Have = M.scalarOf(Value::ref(Elem)), W = M.scalarOf(Wanted);
      Value Same;
      if (Have.isText() || W.isText()) {
        Text A = M.textOf(Value::ref(Elem)), B = M.textOf(Wanted);
        Same = M.ofTri(equalTexts(A, B, false), "equal", Value::text(A), Value::text(B));
      } else if (Have.isRef() && Have.N == Elem && Have.I < 0) {
        // An object; its class says which others are equal.
        Same = M.test("equal", Have, W);
      } else {
        Same = M.binary("==", Have, W);
      }
      if (M.decide(Same))
        return Value::ref(From.N, I);
    }
  }
  case Fn::Advance:
  case Fn::Retreat: {
    Value It = iteratorOf(Arg(0));
    auto By = intOf(X.Operands[1]);
    if (!By)
      return D.freshValue(M.origin(Origin::Runtime, "an iterator"));
    return advance(It, X.F == Fn::Advance ? *By : -*By);
  }
  case Fn::Distance: {
    Value A = iteratorOf(Arg(0)), B = iteratorOf(Arg(1));
    if (A.isRef() && B.isRef() && A.N == B.N && D.node(A.N).Val.isText()) {
      if (A.I <= 0 && B.I == EndIndex)
        return lengthOf(*D.node(A.N).Val.T);
      auto Length = D.node(A.N).Val.T->length();
      auto Index = [&](const Value &V) -> std::optional<int64_t> {
        auto Back = fromEnd(V.I);
        if (Back && !Length)
          return std::nullopt;
        return Back ? int64_t(*Length) - int64_t(*Back) : std::max<int64_t>(V.I, 0);
      };
      if (auto I = Index(A), J = Index(B); I && J)
        return Value::integer(*J - *I);
      if (fromEnd(A.I) && fromEnd(B.I))
        return Value::integer(B.I - A.I);
    } else if (A.isRef() && B.isRef() && A.N == B.N && !D.node(A.N).Open) {
      auto Index = [&](const Value &V) {
        return V.I == EndIndex ? int64_t(D.node(V.N).Elems.size()) : std::max<int64_t>(V.I, 0);
      };
      return Value::integer(Index(B) - Index(A));
    }
    return D.freshValue(M.origin(Origin::Runtime, "a distance"));
  }
  case Fn::Deref: {
    Value V = Arg(0);
    // A character of a text has its place in the text.
    auto OfText = [&](const Value &X) { return X.isRef() && X.I >= 0 && D.node(X.N).Val.isText(); };
    if (OfText(V))
      return V;
    if (V.isRef() && V.I < 0) {
      Value Held = D.node(V.N).Val;
      if (OfText(Held))
        return Held;
      if (Held.isRef())
        return Held.I >= 0 ? Value::ref(M.element(Held.N, Held.I == EndIndex ? 0 : Held.I)) : Held;
      if (Held.isSymbol() && !(D.node(V.N).Model && D.node(V.N).Model->Is == TypeModel::Text))
        return Value::ref(M.placeOf(Held));
      if (Held.isNull())
        return Value::ref(M.placeOf(Held));
      if (Held.is(Value::Func))
        return Held;
      return V;
    }
    return Value::ref(M.placeOf(V));
  }
  case Fn::Range: {
    Value A = iteratorOf(Arg(0)), B = iteratorOf(Arg(1));
    NodeId Made = D.make();
    D.edit(Made).Constructed = true;
    if (!A.isRef() || !B.isRef() || A.N != B.N) {
      D.edit(Made).Open = M.origin(Origin::Runtime, "a range");
      return Value::ref(Made);
    }
    int64_t From = std::max<int64_t>(A.I, 0);
    int64_t To = B.I == EndIndex ? D.node(A.N).Elems.size() : std::max<int64_t>(B.I, 0);
    // What an iterator goes past is there, known or not.
    if (D.node(A.N).Open && To > From)
      M.element(A.N, To - 1);
    for (int64_t I = From; I < To && I < int64_t(D.node(A.N).Elems.size()); ++I) {
      NodeId Elem = M.clone(D.node(A.N).Elems[I]);
      D.edit(Made).Elems.push_back(Elem);
    }
    if (B.I == EndIndex || To > int64_t(D.node(A.N).Elems.size()))
      D.edit(Made).Open = D.node(A.N).Open;
    return Value::ref(Made);
  }
  case Fn::Pair:
  case Fn::Tuple: {
    NodeId Made = 0;
    if (Callee->Result && Callee->Result->isClass())
      Made = M.makeClass(Callee->Result->Name);
    else
      Made = D.make();
    D.edit(Made).Constructed = true;
    std::vector<Value> All = evalAll(X.Operands);
    for (size_t I = 0; I < All.size(); ++I) {
      NodeId Part;
      const Value &V = All[I];
      if (V.isRef() && V.I < 0 && (D.node(V.N).Model || !D.node(V.N).Class.empty()))
        Part = M.clone(V.N);
      else {
        Part = D.make();
        D.edit(Part).Val = V.isRef() && V.I < 0 ? M.scalarOf(V) : V;
        D.edit(Part).Constructed = true;
      }
      llvm::StringRef Name = X.F == Fn::Pair ? (I ? "second" : "first") : M.E.intern(std::to_string(I));
      M.setChild(Made, Name, Part);
    }
    return Value::ref(Made);
  }
  case Fn::Element: {
    NodeId N = M.placeOf(Arg(0));
    auto I = intOf(X.Operands[1]);
    if (!I)
      return D.freshValue(M.origin(Origin::Runtime, "an element"));
    if (*I < 2 && (D.node(N).child("first") || withoutTemplateArgs(D.node(N).Class) == "std::pair"))
      return Value::ref(M.field(N, *I ? "second" : "first"));
    if (NodeId Part = D.node(N).child(std::to_string(*I)))
      return Value::ref(Part);
    if (withoutTemplateArgs(D.node(N).Class) == "std::tuple")
      return Value::ref(M.field(N, M.E.intern(std::to_string(*I))));
    return Value::ref(M.element(N, *I));
  }
  default:
    return Value();
  }
}

} // namespace mde::paths
