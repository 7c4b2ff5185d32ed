//===- Paths/Collections.cpp - Elements, keys and iterators --------------===//
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
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace mde::paths {

using models::Effect;
using models::TypeModel;

bool Machine::refsEqual(const Value &A, const Value &B) {
  return ModelCall(*this, nullptr, Value(), {}, 0).iteratorsEqual(A, B) == Tri::Yes;
}

NodeId Machine::unknownElement(NodeId Coll, const OriginRef &Why) {
  const TypeModel *T = D.node(Coll).Model;
  if (T && T->Of == "pair") {
    NodeId Elem = D.make();
    for (llvm::StringRef Name : {"first", "second"}) {
      NodeId Part = D.make();
      Value V = D.freshValue(Why);
      D.edit(Part).Val = Value::text(Text::hole(V.S, Why));
      setChild(Elem, Name, Part);
    }
    return Elem;
  }
  auto Names = templateArgs(D.node(Coll).Class);
  bool IsClass = !Names.empty() && (E.P.record(Names[0]) || E.typeModel(Names[0]));
  NodeId Elem = IsClass ? makeClass(Names[0]) : D.make();
  makeUnknown(Elem, nullptr, Why);
  return Elem;
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

/// The key of a pair; any other element is its own.
static Value keyPlace(const Disjunct &D, NodeId Elem) {
  NodeId First = D.node(Elem).child("first");
  return Value::ref(First ? First : Elem);
}

Text ModelCall::keyOf(NodeId Coll, NodeId Elem) {
  const TypeModel *T = D.node(Coll).Model;
  const Value Key = keyPlace(D, Elem);
  Text Whole = M.textOf(Key);
  return T && T->Of == "header-line" && Key.N == Elem ? nameOfLine(D, Whole) : Whole;
}

NodeId ModelCall::valueOf(NodeId Coll, NodeId Elem) {
  (void)Coll;
  if (NodeId Second = D.node(Elem).child("second"))
    return Second;
  return Elem;
}

Value ModelCall::hasKey(NodeId Coll, NodeId Elem, const Value &Key) {
  const TypeModel *T = D.node(Coll).Model;
  bool NoCase = T && T->KeyIgnoresCase && !mutant("keys-with-case");
  const Value Have = M.scalarOf(keyPlace(D, Elem)), Wanted = M.scalarOf(Key);
  if (Have.isText() || Wanted.isText()) {
    Text A = keyOf(Coll, Elem), B = M.textOf(Key);
    return M.ofTri(equalTexts(A, B, NoCase), NoCase ? "equal-no-case" : "equal", Value::text(A), Value::text(B));
  }
  Value Same = M.binary("==", Have, Wanted);
  // What a comparison of the user's own says of an object and a key.
  if (Have.isRef() != Wanted.isRef() && M.truth(Same) == Tri::No)
    return M.test("equal", Have, Wanted);
  return Same;
}

int64_t ModelCall::lookup(NodeId Coll, const Value &Key) {
  const TypeModel *T = D.node(Coll).Model;
  Value Wanted = M.scalarOf(Key);
  for (size_t I = 0; I < D.node(Coll).Elems.size(); ++I)
    if (M.decide(hasKey(Coll, D.node(Coll).Elems[I], Key)))
      return I;
  if (!D.node(Coll).Open || mutant("open-collections-are-closed"))
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
  // Of what is no set, the value is another thing than the key.
  if (!T || T->Of == "pair") {
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

/// The class orders its keys with `<` on texts and numbers, or does not order them.
static bool ordersByLess(const Disjunct &D, NodeId Coll) {
  auto Arguments = templateArgs(D.node(Coll).Class);
  size_t Keys = D.node(Coll).Model->Of == "pair" ? 2 : 1;
  return Arguments.size() <= Keys || llvm::StringRef(Arguments[Keys]).starts_with("std::less<");
}

std::optional<ModelCall::KnownKey> ModelCall::knownKey(NodeId Elem) {
  const Value Key = M.scalarOf(keyPlace(D, Elem));
  if (Key.isInt())
    return KnownKey{Key.I, ""};
  if (auto Literal = Key.isText() ? Key.T->literal() : std::nullopt)
    return KnownKey{0, std::move(*Literal)};
  return std::nullopt;
}

/// Where \p Elem goes: behind all, or in a sorted collection whose keys are known
/// before the first that is larger.
size_t ModelCall::placeFor(NodeId Coll, NodeId Elem) {
  const TypeModel *T = D.node(Coll).Model;
  const size_t End = D.node(Coll).Elems.size();
  if (!T || !T->Sorted || D.node(Coll).Open || !ordersByLess(D, Coll))
    return End;
  auto New = knownKey(Elem);
  size_t Place = End;
  for (size_t I = End; New && I-- > 0;) {
    auto Old = knownKey(D.node(Coll).Elems[I]);
    if (!Old)
      return End;
    if (*New < *Old)
      Place = I;
  }
  return Place;
}

void ModelCall::putIn(NodeId Coll, NodeId Elem) {
  D.forgetElements(Coll);
  size_t Place = placeFor(Coll, Elem);
  if (Place != D.node(Coll).Elems.size())
    moveIterators(Coll, Place, 1);
  std::vector<NodeId> &Elems = D.edit(Coll).Elems;
  Elems.insert(Elems.begin() + Place, Elem);
}

void ModelCall::arrange(NodeId Coll) {
  const TypeModel *T = D.node(Coll).Model;
  bool Unique = T && (T->Set || (T->Of == "pair" && !T->Multi));
  if (!T || !(T->Sorted || Unique) || !ordersByLess(D, Coll))
    return;
  std::vector<std::pair<KnownKey, NodeId>> Keyed;
  for (NodeId Elem : std::vector<NodeId>(D.node(Coll).Elems)) {
    auto Key = knownKey(Elem);
    if (!Key)
      return;
    Keyed.push_back({std::move(*Key), Elem});
  }
  if (T->Sorted)
    llvm::stable_sort(Keyed, llvm::less_first());
  std::set<KnownKey> Seen;
  std::vector<NodeId> Elems;
  for (auto &[Key, Elem] : Keyed)
    if (Seen.insert(Key).second || !Unique)
      Elems.push_back(Elem);
  D.edit(Coll).Elems = std::move(Elems);
}

void ModelCall::moveIterators(NodeId Coll, int64_t From, int64_t By) {
  const TypeModel *T = D.node(Coll).Model;
  // Those of a sequence are places, not elements.
  if (!T || !(T->Set || T->Sorted || T->Of == "pair"))
    return;
  forEachValue(D, [&](Value &V) {
    if (V.isRef() && V.N == Coll && V.I >= From && V.I < EndIndex / 2)
      V.I += By;
  });
}

NodeId ModelCall::append(NodeId Coll, const Value *Key, const Value &V, Effect::Duplicate Dup, bool Moves) {
  const TypeModel *T = D.node(Coll).Model;
  if (Dup == Effect::Default)
    Dup = !T || T->Multi || !(T->Set || Key || T->Of == "pair") || (T->Of != "pair" && !T->Set && !Key)
              ? Effect::Add
              : Effect::Keep;
  NodeId Elem;
  auto Hold = [&](const Value &X) {
    if (X.isRef() && X.I < 0) {
      const Node &N = D.node(X.N);
      if (Moves && (N.Model || !N.Class.empty())) {
        NodeId Taken = M.makeClass(N.Class);
        M.transfer(Taken, X.N);
        return Taken;
      }
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
        if (Dup == Effect::Replace && !mutant("later-header-replaces-nothing")) {
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
      if (int64_t I = lookup(Coll, keyPlace(D, Elem)); I >= 0) {
        if (Dup == Effect::Replace)
          D.edit(Coll).Elems[I] = Elem;
        return D.node(Coll).Elems[I];
      }
    }
  }
  D.edit(Elem).PlainHeader = T && T->Of == "header-line" && isPlainHeader(keyOf(Coll, Elem));
  putIn(Coll, Elem);
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
  NodeId Elem = M.unknownElement(Coll, Why);
  D.edit(Coll).Elems.push_back(Elem);
  return Tri::No;
}

Value ModelCall::advance(const Value &V, int64_t By) {
  if (By == 0)
    return V; // the end stays the end, however many elements there are
  if (!V.isRef())
    return V.isSymbol() ? D.freshValue(D.Symbols[V.S].From, D.Symbols[V.S].Ty) : V;
  int64_t I = std::max<int64_t>(V.I, 0);
  if (I == EndIndex) {
    const Node &Held = D.node(V.N);
    if (Held.Val.isText()) {
      auto Length = Held.Val.T->length();
      return Value::ref(V.N, Length ? std::max<int64_t>(*Length + By, 0) : I + By);
    }
    if (Held.Open)
      return D.freshValue(Held.Open);
    I = Held.Elems.size();
  }
  return Value::ref(V.N, std::max<int64_t>(I + By, 0));
}

} // namespace mde::paths
