//===- Paths/Collections.cpp - Elements, keys and iterators ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An iterator is a reference to (collection, index); the end is EndIndex. An
// open collection has one more, unknown, element whenever an iterator reaches
// its known end, or it has none: both ways are taken.
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::Effect;
using models::Expr;
using models::Fn;
using models::TypeModel;

bool Machine::refsEqual(const Value &A, const Value &B) {
  return ModelCall(*this, nullptr, Value(), {}, 0).iteratorsEqual(A, B) == Tri::Yes;
}

/// std::array is a class around one array.
static NodeId wrapped(const Disjunct &D, NodeId N) {
  const Node &Held = D.node(N);
  if (Held.Elems.empty() && Held.Children.size() == 1) {
    const Node &Inner = D.node(Held.Children[0].Id);
    if (Inner.Ty && Inner.Ty->K == ir::Type::Array)
      return Held.Children[0].Id;
  }
  return N;
}

NodeId ModelCall::collectionOf(const Value &V) {
  Value It = V;
  if (It.isRef() && It.I < 0) {
    const Node &N = D.node(It.N);
    if (!N.Model && N.Val.isRef())
      It = N.Val;
  }
  return wrapped(D, It.isRef() ? It.N : M.placeOf(It));
}

/// `Name: value` -> Name. `Name;` is libcurl's way to send an empty one.
static Text nameOfLine(Disjunct &D, const Text &Line) {
  std::optional<Text> One;
  for (const Pattern &P : Line.alternatives()) {
    std::string Prefix = P.knownPrefix();
    size_t End = Prefix.find_first_of(":;");
    Text Name;
    if (End != std::string::npos)
      Name = Text::literal(llvm::StringRef(Prefix).take_front(End).trim(" \t"));
    else if (P.isLiteral())
      Name = Text::literal(llvm::StringRef(Prefix).trim(" \t"));
    else {
      // The name reaches into a hole.
      SymbolId S = 0;
      std::vector<Piece> Pieces;
      for (const Piece &Part : P.pieces()) {
        size_t Colon = Part.isHole() ? std::string::npos : Part.Literal.find(':');
        if (Colon != std::string::npos) {
          if (Colon)
            Pieces.push_back(Piece::literal(llvm::StringRef(Part.Literal).take_front(Colon), Part.At));
          break;
        }
        Pieces.push_back(Part);
        S = Part.isHole() ? Part.AHole->Symbol : S;
      }
      (void)S;
      Name = Text(Pattern(std::move(Pieces)));
    }
    One = One ? Text::join({*One, Name}, D.fresh(nullptr)) : Name;
  }
  return One ? *One : Text();
}

Text ModelCall::keyOf(NodeId Coll, NodeId Elem) {
  const TypeModel *T = D.node(Coll).Model;
  if (NodeId First = D.node(Elem).child("first"))
    return M.textOf(Value::ref(First));
  if (T && T->Of == "header-line")
    return nameOfLine(D, M.textOf(Value::ref(Elem)));
  return M.textOf(Value::ref(Elem));
}

NodeId ModelCall::valueOf(NodeId Coll, NodeId Elem) {
  (void)Coll;
  if (NodeId Second = D.node(Elem).child("second"))
    return Second;
  return Elem;
}

int64_t ModelCall::lookup(NodeId Coll, const Value &Key) {
  const TypeModel *T = D.node(Coll).Model;
  bool NoCase = T && T->KeyIgnoresCase;
  Value Wanted = M.scalarOf(Key);
  for (size_t I = 0; I < D.node(Coll).Elems.size(); ++I) {
    NodeId Elem = D.node(Coll).Elems[I];
    NodeId First = D.node(Elem).child("first");
    Value Have = M.scalarOf(Value::ref(First ? First : Elem));
    Tri Same;
    Text KeyText, WantedText;
    bool Texts = Wanted.isText() || Have.isText();
    if (Texts) {
      KeyText = keyOf(Coll, Elem);
      WantedText = M.textOf(Key);
      Same = equalTexts(KeyText, WantedText, NoCase);
    } else {
      Same = M.truth(M.binary("==", Have, Wanted));
    }
    if (Same == Tri::Yes)
      return I;
    if (Same == Tri::No)
      continue;
    Value V = Texts ? M.test(NoCase ? "equal-no-case" : "equal", Value::text(KeyText), Value::text(WantedText))
                    : M.binary("==", Have, Wanted);
    if (M.decide(V))
      return I;
  }
  if (!D.node(Coll).Open)
    return -1;
  // Remember what was found out: the same question has the same answer.
  Term Absent{M.E.intern("absent"), Value::ref(Coll), Wanted.isText() ? Wanted : Value::text(M.textOf(Key))};
  if (D.Terms.count(Absent))
    return -1;
  M.noteOutside(D.node(Coll).Open, "keys");
  if (M.C.choose(2) == 0) {
    D.Terms[Absent] = Value::integer(1);
    return -1;
  }
  OriginRef Why = D.node(Coll).Open;
  NodeId Elem = D.make();
  if (T && T->Of == "pair") {
    NodeId First = D.make(), Second = D.make();
    D.edit(First).Val = Wanted.isText() ? Wanted : Value::text(M.textOf(Key));
    Value V = D.freshValue(Why);
    D.edit(Second).Val = V;
    M.setChild(Elem, "first", First);
    M.setChild(Elem, "second", Second);
  } else {
    D.edit(Elem).Val = Wanted.isText() ? Wanted : Value::text(M.textOf(Key));
  }
  D.edit(Coll).Elems.push_back(Elem);
  return D.node(Coll).Elems.size() - 1;
}

/// A header line that is known to be no User-Agent.
static bool isPlainHeader(const Text &Name) {
  auto L = Name.literal();
  return L && !llvm::StringRef(*L).equals_insensitive("user-agent");
}

NodeId ModelCall::append(NodeId Coll, const Value *Key, const Value &V, Effect::Duplicate Dup) {
  const TypeModel *T = D.node(Coll).Model;
  if (Dup == Effect::Default)
    Dup = !T || T->Multi || !(T->Set || Key || T->Of == "pair") || (T->Of != "pair" && !T->Set && !Key)
              ? Effect::Add
              : Effect::Keep;
  NodeId Elem;
  auto Hold = [&](const Value &X) {
    if (X.isRef() && X.I < 0) {
      const Node &N = D.node(X.N);
      if (N.Model || !N.Class.empty() || !N.Children.empty() || !N.Elems.empty() || N.Val.isText())
        return M.clone(X.N);
    }
    NodeId N = D.make();
    D.edit(N).Val = X.isRef() && X.I >= 0 ? M.load(X) : X.isRef() && D.node(X.N).Class.empty() && !D.node(X.N).Val.is(Value::Unset) ? D.node(X.N).Val : X;
    D.edit(N).Constructed = true;
    return N;
  };
  if (Key) {
    if (Dup != Effect::Add) {
      OriginRef Open = D.node(Coll).Open;
      int64_t I = lookup(Coll, *Key);
      if (I >= 0) {
        Elem = D.node(Coll).Elems[I];
        if (Dup == Effect::Replace) {
          NodeId New = Hold(V);
          M.setChild(Elem, "second", New);
        }
        return Elem;
      }
    }
    Elem = D.make();
    NodeId First = D.make();
    D.edit(First).Val = M.scalarOf(*Key).isInt() ? M.scalarOf(*Key) : Value::text(M.textOf(*Key));
    M.setChild(Elem, "first", First);
    NodeId Second = Hold(V);
    M.setChild(Elem, "second", Second);
  } else {
    Elem = Hold(V);
    D.edit(Elem).Dead = false;
    if (T && (T->Set || (T->Of == "pair" && Dup != Effect::Add))) {
      NodeId First = D.node(Elem).child("first");
      Value K = Value::ref(First ? First : Elem);
      if (int64_t I = lookup(Coll, K); I >= 0) {
        if (Dup == Effect::Replace)
          D.edit(Coll).Elems[I] = Elem;
        return D.node(Coll).Elems[I];
      }
    }
  }
  D.edit(Elem).PlainHeader = T && T->Of == "header-line" && isPlainHeader(keyOf(Coll, Elem));
  D.edit(Coll).Elems.push_back(Elem);
  return Elem;
}

Value ModelCall::iteratorOf(const Value &V) {
  if (V.isRef() && V.I < 0) {
    const Node &N = D.node(V.N);
    if (N.Val.isRef() || N.Val.isSymbol() || N.Val.isNull())
      return N.Val;
  }
  return V;
}

Tri ModelCall::iteratorsEqual(const Value &A, const Value &B) {
  if (!A.isRef() || !B.isRef() || A.N != B.N)
    return A.isRef() && B.isRef() ? Tri::No : Tri::Maybe;
  int64_t I = std::max<int64_t>(A.I, 0), J = std::max<int64_t>(B.I, 0);
  if (I == J)
    return Tri::Yes;
  if (J != EndIndex)
    std::swap(I, J);
  if (J != EndIndex)
    return Tri::No;
  NodeId Coll = A.N;
  if (D.node(Coll).Val.isText()) {
    const Text &T = *D.node(Coll).Val.T;
    if (auto Size = T.length())
      return triOf(I >= int64_t(*Size));
    if (T.alternatives().size() == 1 && I < int64_t(T.alternatives()[0].knownPrefix().size()))
      return Tri::No;
    return Tri::Maybe;
  }
  if (I < int64_t(D.node(Coll).Elems.size()))
    return Tri::No;
  OriginRef Why = D.node(Coll).Open;
  if (!Why)
    return Tri::Yes;
  M.noteOutside(Why, "elements");
  Term Count{M.E.intern("unknown-elements"), Value::ref(Coll), Value()};
  int64_t Met = D.Terms.count(Count) ? D.Terms[Count].I : 0;
  if (Met >= M.E.Options.Limits.UnknownElements || M.C.choose(2) == 1) {
    // This was all.
    D.edit(Coll).Open = nullptr;
    return Tri::Yes;
  }
  D.Terms[Count] = Value::integer(Met + 1);
  NodeId Elem = D.make();
  const TypeModel *T = D.node(Coll).Model;
  if (T && T->Of == "pair") {
    for (llvm::StringRef Name : {"first", "second"}) {
      NodeId Part = D.make();
      Value V = D.freshValue(Why);
      Text Hole = Text::hole(V.S, Why);
      D.edit(Part).Val = Value::text(Hole);
      M.setChild(Elem, Name, Part);
    }
  } else {
    auto Names = templateArgs(D.node(Coll).Class);
    if (!Names.empty() && M.E.P.record(Names[0])) {
      Elem = M.makeClass(Names[0]);
      M.makeUnknown(Elem, nullptr, Why);
    } else {
      Value V = D.freshValue(Why);
      D.edit(Elem).Val = V;
    }
  }
  D.edit(Coll).Elems.push_back(Elem);
  return Tri::No;
}

Value ModelCall::advance(const Value &V, int64_t By) {
  if (!V.isRef())
    return V.isSymbol() ? D.freshValue(D.Symbols[V.S].From, D.Symbols[V.S].Ty) : V;
  int64_t I = std::max<int64_t>(V.I, 0);
  int64_t Size = D.node(V.N).Elems.size();
  if (I == EndIndex)
    I = Size;
  return Value::ref(V.N, std::max<int64_t>(I + By, 0));
}

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
    D.edit(Coll).Elems.push_back(Elem);
    return Value::ref(Second);
  }
  case Fn::CountKey: {
    NodeId Coll = collectionOf(Arg(0));
    Value Key = Arg(1);
    int64_t I = lookup(Coll, Key);
    if (I < 0)
      return Value::integer(0);
    int64_t N = 1;
    if (D.node(Coll).Model && D.node(Coll).Model->Multi)
      for (size_t J = I + 1; J < D.node(Coll).Elems.size(); ++J)
        N += equalTexts(keyOf(Coll, D.node(Coll).Elems[J]), M.textOf(Key), D.node(Coll).Model->KeyIgnoresCase) == Tri::Yes;
    return Value::integer(N);
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
      auto Names = templateArgs(N.Class);
      OriginRef Why = N.Open ? N.Open : M.origin(Origin::Unknown, "an element of an empty collection");
      NodeId Elem = !Names.empty() && M.E.P.record(Names[0]) ? M.makeClass(Names[0]) : D.make();
      M.makeUnknown(Elem, nullptr, Why);
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
      } else {
        Same = M.binary("==", Have, W);
      }
      if (M.decide(Same))
        return Value::ref(From.N, I);
    }
  }
  case Fn::Advance: {
    Value It = iteratorOf(Arg(0));
    auto By = intOf(X.Operands[1]);
    if (!By)
      return D.freshValue(M.origin(Origin::Runtime, "an iterator"));
    return advance(It, *By);
  }
  case Fn::Distance: {
    Value A = iteratorOf(Arg(0)), B = iteratorOf(Arg(1));
    if (A.isRef() && B.isRef() && A.N == B.N && !D.node(A.N).Open) {
      auto Index = [&](const Value &V) {
        return V.I == EndIndex ? int64_t(D.node(V.N).Elems.size()) : std::max<int64_t>(V.I, 0);
      };
      return Value::integer(Index(B) - Index(A));
    }
    return D.freshValue(M.origin(Origin::Runtime, "a distance"));
  }
  case Fn::Deref: {
    Value V = Arg(0);
    if (V.isRef() && V.I < 0) {
      Value Held = D.node(V.N).Val;
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
    for (int64_t I = From; I < To && I < int64_t(D.node(A.N).Elems.size()); ++I) {
      NodeId Elem = M.clone(D.node(A.N).Elems[I]);
      D.edit(Made).Elems.push_back(Elem);
    }
    if (B.I == EndIndex)
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
