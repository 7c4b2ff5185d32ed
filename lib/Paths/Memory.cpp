//===- Paths/Memory.cpp - Places and what is in them ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::TypeModel;

NodeId Machine::makeClass(llvm::StringRef Class) {
  NodeId N = D.make();
  Node &Made = D.edit(N);
  Made.Class = E.intern(Class);
  Made.Dynamic = !Class.empty();
  Made.Model = E.typeModel(Class);
  Made.Made = At;
  return N;
}

NodeId Machine::makePlace(const ir::Type *Ty) {
  NodeId N = Ty && Ty->isClass() ? makeClass(Ty->Name) : D.make();
  D.edit(N).Ty = Ty;
  D.edit(N).Made = At;
  return N;
}

void Machine::makeUnknown(NodeId N, const ir::Type *Ty, const OriginRef &Why) {
  const TypeModel *Model = D.node(N).Model;
  if (Model && Model->Is == TypeModel::Text) {
    Value V = D.freshValue(Why, Ty);
    D.edit(N).Val = Value::text(Text::hole(V.S, Why));
    return;
  }
  if (Model && (Model->Is == TypeModel::Pointer || Model->Is == TypeModel::Owner ||
                Model->Is == TypeModel::Shared || Model->Is == TypeModel::Optional ||
                Model->Is == TypeModel::Callable)) {
    D.edit(N).Val = D.freshValue(Why, Ty);
    return;
  }
  if (Ty && Ty->K == ir::Type::Array && isChar(Ty->Inner)) {
    SymbolId S = D.fresh(Why, Ty);
    D.edit(N).Val = Value::text(Text::hole(S, Why));
    return;
  }
  if (Model || (Ty && (Ty->isClass() || Ty->K == ir::Type::Array)) || !D.node(N).Class.empty()) {
    D.edit(N).Open = Why;
    if (!Model || Model->Is != TypeModel::Collection)
      D.edit(N).Dynamic = false;
    if (Model && Model->Is == TypeModel::Request)
      D.edit(N).Request = true, D.edit(N).Lib = Model->Lib;
    if (Model && Model->Is == TypeModel::Session)
      D.edit(N).Session = true, D.edit(N).Lib = Model->Lib;
    return;
  }
  D.edit(N).Val = unknown(Ty, Why);
}

/// An unknown scalar of type \p Ty, or a reference to an unknown object.
Value Machine::unknown(const ir::Type *Ty, const OriginRef &Why) {
  if (Ty && (Ty->isClass() || Ty->K == ir::Type::Array)) {
    NodeId N = makePlace(Ty);
    makeUnknown(N, Ty, Why);
    return Value::ref(N);
  }
  if (Ty && Ty->K == ir::Type::Reference) {
    NodeId N = makePlace(Ty->Inner);
    makeUnknown(N, Ty->Inner, Why);
    return Value::ref(N);
  }
  Value V = D.freshValue(Why, Ty);
  D.Symbols[V.S].Bool = Ty && Ty->K == ir::Type::Bool;
  return V;
}

/// What a pointer, smart pointer, iterator or optional of this type refers to.
static llvm::StringRef pointeeClass(const ir::Type *Ty) {
  if (!Ty)
    return "";
  if ((Ty->K == ir::Type::Pointer || Ty->K == ir::Type::Reference) && Ty->Inner)
    return Ty->Inner->isClass() ? Ty->Inner->Name : llvm::StringRef();
  if (Ty->isClass())
    if (auto Args = templateArgs(Ty->Name); !Args.empty())
      return Args[0];
  return "";
}

NodeId Machine::placeOf(const Value &V, const ir::Type *Pointee) {
  switch (V.K) {
  case Value::Ref:
    return V.I < 0 ? V.N : element(V.N, V.I);
  case Value::Symbol: {
    // From here on the unknown pointer refers to a place of its own, so that
    // what is stored through it is found again.
    SymbolInfo Info = D.Symbols[V.S];
    NodeId N;
    const ir::Type *Ty = Info.Ty && Info.Ty->K == ir::Type::Pointer ? Info.Ty->Inner : nullptr;
    if (!Ty || Ty->K == ir::Type::Void)
      Ty = Pointee;
    if (Ty && Ty->K != ir::Type::Void) {
      N = makePlace(Ty);
      makeUnknown(N, Ty, Info.From);
    } else {
      N = makeClass(pointeeClass(Info.Ty));
      makeUnknown(N, nullptr, Info.From);
      D.edit(N).Open = Info.From;
    }
    D.edit(N).Dynamic = false;
    D.substitute(V.S, Value::ref(N));
    return N;
  }
  case Value::Text:
  case Value::Func:
  case Value::Int:
  case Value::Member: {
    NodeId N = D.make();
    D.edit(N).Val = V;
    return N;
  }
  case Value::Unset:
  case Value::Null: {
    // A path that goes through a null pointer ends there at run time; the
    // engine's null may be a lost value, so it goes on with an unknown object.
    NodeId N = makePlace(Pointee);
    D.edit(N).Open = origin(Origin::Unknown, "what a null pointer refers to");
    return N;
  }
  }
  return 0;
}

void Machine::setChild(NodeId Object, llvm::StringRef Name, NodeId Child) {
  Node &N = D.edit(Object);
  auto It = llvm::lower_bound(N.Children, Name, [](const struct Child &C, llvm::StringRef S) {
    return C.Name < S;
  });
  if (It != N.Children.end() && It->Name == Name)
    It->Id = Child;
  else
    N.Children.insert(It, {E.intern(Name), Child});
}

void Machine::dropChild(NodeId Object, llvm::StringRef Name) {
  if (D.node(Object).child(Name))
    llvm::erase_if(D.edit(Object).Children,
                   [&](const Child &C) { return C.Name == Name; });
}

/// parameter 'config' -> parameter 'config.fqdn'; the object -> the object's fqdn.
/// A list's or tree's deeper nodes are like the first: a name stands there once.
static OriginRef partOrigin(const Origin &Whole, llvm::StringRef Name) {
  llvm::StringRef What = Whole.What;
  bool Quoted = What.consume_back("'");
  llvm::SmallVector<llvm::StringRef> Names;
  What.split(Names, Quoted ? "." : "'s ");
  for (llvm::StringRef Known : llvm::drop_begin(Names))
    if (Known == Name) {
      auto Same = std::make_shared<Origin>(Whole);
      Same->What = std::string(Whole.What.data(), Known.end()) + (Quoted ? "'" : "");
      return Same;
    }
  auto Part = std::make_shared<Origin>(Whole);
  Part->What = (What + (Quoted ? "." : "'s ") + Name + (Quoted ? "'" : "")).str();
  return Part;
}

/// A field of an object from outside is unknown, or what captured code stores to
/// it elsewhere.
void Machine::makeOutsideField(NodeId N, llvm::StringRef Class, llvm::StringRef Name, const OriginRef &Why) {
  const StoredValues *Stored = E.outsideField(Class, Name);
  if (!Stored)
    return;
  bool MayBeOther = Stored->Others || !E.Options.Linked;
  // What is not known may be empty, too.
  llvm::SmallVector<const Value *, 8> Values;
  for (const Value &V : Stored->Values)
    if (!MayBeOther || !V.isText() || V.T->isEmpty() != Tri::Yes)
      Values.push_back(&V);
  unsigned Choice = C.choose(Values.size() + MayBeOther);
  // What a class stores in its own fields is no caller's choice.
  if (Values.size() + MayBeOther > 1 && !llvm::StringRef(Why->What).starts_with(ObjectOrigin))
    noteOutside(Why, "the value");
  if (Choice == Values.size())
    return;
  Value V = *Values[Choice];
  if (V.isText())
    V = Value::text(V.T->mapHoles([&](const Hole &H) { return Piece::hole({D.fresh(H.From), H.From}); }));
  D.edit(N).Val = V;
  D.note({TrailEvent::FieldTaken, At, Why->What, V.isText() ? display(*V.T) : ""});
}

/// The members of a union share a place. One of the same type is the same place;
/// others are gone once this one is written.
NodeId Machine::unionMember(NodeId Object, const ir::Record &Union, const ir::Field &Wanted, bool ToStore) {
  for (const ir::Field &Other : Union.Fields) {
    NodeId There = D.node(Object).child(Other.Name);
    if (!There)
      continue;
    if (Other.Ty == Wanted.Ty) {
      setChild(Object, Wanted.Name, There);
      return There;
    }
    if (ToStore)
      dropChild(Object, Other.Name);
  }
  return 0;
}

NodeId Machine::field(NodeId Object, llvm::StringRef Name, bool ToStore) {
  if (NodeId N = D.node(Object).child(Name))
    return N;
  const ir::Record *In = nullptr;
  const ir::Field *Declared = findField(E.P, D.node(Object).Class, Name, &In);
  const ir::Type *Ty = Declared ? Declared->Ty : nullptr;
  if (In && In->Union)
    if (NodeId Member = unionMember(Object, *In, *Declared, ToStore))
      return Member;
  NodeId N = makePlace(Ty);
  if (OriginRef Why = D.node(Object).Open; Why && !Name.starts_with("$")) {
    OriginRef Part = partOrigin(*Why, Name);
    makeUnknown(N, Ty, Part);
    if (!ToStore && Part->K == Origin::Outside && Declared && E.Heap.Fields.contains(Name))
      makeOutsideField(N, D.node(Object).Class, Name, Part);
  }
  if (D.node(Object).Zeroed && !D.node(Object).Open)
    D.edit(N).Zeroed = D.edit(N).Constructed = true;
  setChild(Object, Name, N);
  return N;
}

NodeId Machine::element(NodeId Array, int64_t Index) {
  const Node &A = D.node(Array);
  if (Index >= 0 && Index < int64_t(A.Elems.size()))
    return A.Elems[Index];
  const ir::Type *Ty = A.Ty && A.Ty->K == ir::Type::Array ? A.Ty->Inner : nullptr;
  bool Bounded = Index >= 0 && Index < E.Options.Limits.TableElements;
  OriginRef Why = A.Open;
  // A scalar place taken for an array of one.
  if (Index == 0 && !A.Model && A.Elems.empty() && !(A.Ty && A.Ty->K == ir::Type::Array))
    return Array;
  if (!Bounded || (A.Model && A.Model->Is == TypeModel::Collection && !Why)) {
    NodeId N = makePlace(Ty);
    makeUnknown(N, Ty, Bounded ? origin(Origin::Unknown, "an element past the end")
                               : origin(Origin::Bound, "an element of a large table"));
    return N;
  }
  const bool IsOpenCollection = A.Model && A.Model->Is == TypeModel::Collection;
  while (int64_t(D.node(Array).Elems.size()) <= Index) {
    NodeId N = IsOpenCollection ? unknownElement(Array, Why) : makePlace(Ty);
    if (Why && !IsOpenCollection)
      makeUnknown(N, Ty, Why);
    else if (!Why && D.node(Array).Zeroed)
      D.edit(N).Zeroed = D.edit(N).Constructed = true;
    D.edit(Array).Elems.push_back(N);
  }
  return D.node(Array).Elems[Index];
}

namespace {

/// A number of characters: those of some unknown texts, and so many more.
struct Count {
  std::vector<SymbolId> Unknown; ///< sorted
  int64_t Known = 0;

  Count &operator+=(const Count &Other) {
    llvm::append_range(Unknown, Other.Unknown);
    llvm::sort(Unknown);
    Known += Other.Known;
    return *this;
  }
};

} // namespace

static std::optional<Count> countOf(const Text &T) {
  if (T.alternatives().size() != 1)
    return std::nullopt;
  Count C;
  for (const Piece &P : T.alternatives()[0].pieces())
    if (P.isHole())
      C.Unknown.push_back(P.AHole->Symbol);
    else
      C.Known += P.Literal.size();
  llvm::sort(C.Unknown);
  return C;
}

/// What the number \p V counts: `n += snprintf(...)`.
static std::optional<Count> countOf(const Disjunct &D, const Value &V, unsigned Depth = 0) {
  if (V.isInt()) {
    Count C;
    C.Known = V.I;
    return C;
  }
  if (!V.isSymbol() || Depth > 16)
    return std::nullopt;
  for (auto &[Tm, R] : D.Terms) {
    if (!(R == V))
      continue;
    if (Tm.Op == "length" && Tm.A.isText())
      return countOf(*Tm.A.T);
    if (Tm.Op != "+" && !(Tm.Op == "-" && Tm.B.isInt()))
      continue;
    auto A = countOf(D, Tm.A, Depth + 1), B = countOf(D, Tm.B, Depth + 1);
    if (!A || !B)
      continue;
    if (Tm.Op == "-")
      B->Known = -B->Known;
    return *A += *B;
  }
  return std::nullopt;
}

std::optional<int64_t> Machine::offsetFromLength(const Value &V, const Text &T) const {
  if (!V.isSymbol())
    return std::nullopt;
  auto Counted = countOf(D, V), All = countOf(T);
  if (!Counted || !All || Counted->Unknown != All->Unknown)
    return std::nullopt;
  return Counted->Known - All->Known;
}

Text Machine::textBefore(const Text &T, int64_t Index) {
  auto Back = fromEnd(Index);
  OriginRef Why = originOfPart(T);
  if (!Back)
    return substr(T, 0, Index, D.fresh(Why), Why);
  // Characters of a known end are taken off; of a hole, they are its own.
  return T.map([&](const Pattern &P) {
    std::vector<Piece> Pieces(P.pieces().begin(), P.pieces().end());
    uint64_t Left = *Back;
    while (Left && !Pieces.empty() && !Pieces.back().isHole()) {
      std::string &L = Pieces.back().Literal;
      uint64_t Taken = std::min<uint64_t>(Left, L.size());
      L.resize(L.size() - Taken);
      Left -= Taken;
      if (L.empty())
        Pieces.pop_back();
    }
    if (Left && !Pieces.empty())
      Pieces.back() = Piece::hole({D.fresh(Why), Why});
    return Pattern(std::move(Pieces));
  });
}

Value Machine::elementRef(const Value &Pointer, const Value &Index) {
  Value Base = Pointer;
  // An element of an array of arrays is an array, not a pointer into the outer.
  if (Base.isRef() && Base.I >= 0) {
    const ir::Type *Ty = D.node(Base.N).Ty;
    if (Ty && Ty->K == ir::Type::Array && Ty->Inner && Ty->Inner->K == ir::Type::Array)
      Base = Value::ref(element(Base.N, Base.I));
  }
  if (Base.isText() && Index.isInt()) {
    if (Index.I == 0)
      return Base;
    if (Index.I > 0)
      return Value::text(substr(*Base.T, Index.I, TextNpos, D.fresh(nullptr),
                                originOfPart(*Base.T)));
  }
  if (Base.isRef() && Index.isInt()) {
    int64_t I = std::max<int64_t>(Base.I, 0) + Index.I;
    if (I >= 0)
      return Value::ref(Base.N, I);
  }
  // Writing at base + length is append.
  if (Base.isRef() && Base.I <= 0 && D.node(Base.N).Val.isText())
    if (auto Offset = offsetFromLength(Index, *D.node(Base.N).Val.T); Offset && *Offset <= 0)
      return Value::ref(Base.N, EndIndex + *Offset);
  if (Base.isRef()) {
    // Some element of a known table: one way for each.
    NodeId N = Base.N;
    size_t Size = D.node(N).Elems.size();
    if (Size && !D.node(N).Open && Size <= E.Options.Limits.RowsTried && Index.isSymbol()) {
      unsigned I = C.choose(Size);
      const SymbolInfo &Info = D.Symbols[Index.S];
      if (int64_t(I) < Info.Lo || int64_t(I) > Info.Hi || llvm::is_contained(Info.NotInts, I))
        Dead = true;
      D.substitute(Index.S, Value::integer(I));
      return Value::ref(N, I);
    }
    const ir::Type *Ty = D.node(N).Ty && D.node(N).Ty->K == ir::Type::Array ? D.node(N).Ty->Inner : nullptr;
    NodeId U = makePlace(Ty);
    bool Large = Size && !D.node(N).Open && Index.isSymbol();
    OriginRef Why = origin(Large ? Origin::Bound : Origin::Runtime, "an element at an unknown index");
    makeUnknown(U, Ty, Why);
    D.Terms.emplace(Term{MayReferTo, Value::ref(U), Value::ref(N)}, Value::integer(1));
    if (Large) {
      // What all rows have in common stays known.
      std::vector<Text> Rows;
      for (NodeId E : D.node(N).Elems)
        if (D.node(E).Val.isText())
          Rows.push_back(*D.node(E).Val.T);
      if (Rows.size() == Size)
        D.edit(U).Val = Value::text(Text::join(Rows, D.fresh(Why)));
      D.Approximate = true;
    }
    return Value::ref(U);
  }
  if (Base.isSymbol()) {
    if (Index.isInt() && Index.I == 0)
      return Base;
    return D.freshValue(D.Symbols[Base.S].From, D.Symbols[Base.S].Ty);
  }
  return Base;
}

static constexpr llvm::StringLiteral RestClass = "va_list";

NodeId Machine::unknownRest(const OriginRef &Why) {
  NodeId N = makeClass(RestClass);
  D.edit(N).Open = Why;
  return N;
}

NodeId Machine::restOf(llvm::ArrayRef<Value> Args) {
  if (Args.size() == 1 && Args[0].isRef() && D.node(Args[0].N).Class == RestClass)
    return Args[0].N;
  NodeId Rest = makeClass(RestClass);
  for (const Value &V : Args) {
    NodeId N = D.make();
    D.edit(N).Val = V;
    D.edit(N).Constructed = true;
    D.edit(Rest).Elems.push_back(N);
  }
  return Rest;
}

NodeId Machine::restIn(const Value &V) {
  if (!V.isRef() || !V.N)
    return 0;
  const Value Held = D.node(placeOf(V)).Val;
  return Held.isRef() && D.node(Held.N).Class == RestClass ? Held.N : 0;
}

} // namespace mde::paths
