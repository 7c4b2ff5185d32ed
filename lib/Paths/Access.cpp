//===- Paths/Access.cpp - Loads, stores and copies -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::TypeModel;

/// The first character of an unknown text: zero exactly when it is empty.
static Value charTest(Machine &M, const Value &Text) {
  Value V = M.test("not-empty", Text, Value());
  if (V.isSymbol())
    M.D.Symbols[V.S].Bool = false;
  return V;
}

Value Machine::load(const Value &Place, const ir::Type *Ty) {
  if (Place.isText()) {
    auto L = Place.T->literal();
    if (L)
      return Value::integer(L->empty() ? 0 : static_cast<unsigned char>((*L)[0]));
    if (Place.T->isEmpty() == Tri::Yes)
      return Value::integer(0);
    // A character of unknown text: null exactly when the text is empty.
    return charTest(*this, Place);
  }
  if (Place.is(Value::Func))
    return Place;
  if (Place.isRef() && Place.I >= 0 && D.node(Place.N).Val.isText()) {
    const Text &T = *D.node(Place.N).Val.T;
    if (auto Back = fromEnd(Place.I)) {
      std::string Suffix = T.alternatives().size() == 1 ? T.alternatives()[0].knownSuffix() : "";
      if (*Back == 0)
        return Value::integer(0);
      if (*Back <= Suffix.size())
        return Value::integer(static_cast<unsigned char>(Suffix[Suffix.size() - *Back]));
      return D.freshValue(origin(Origin::Runtime, "a character of a text"));
    }
    if (auto L = T.literal())
      return Value::integer(size_t(Place.I) < L->size() ? static_cast<unsigned char>((*L)[Place.I]) : 0);
    if (T.alternatives().size() == 1) {
      std::string Prefix = T.alternatives()[0].knownPrefix();
      if (size_t(Place.I) < Prefix.size())
        return Value::integer(static_cast<unsigned char>(Prefix[Place.I]));
      if (size_t(Place.I) == Prefix.size() && Place.I == 0)
        return charTest(*this, D.node(Place.N).Val);
    }
    return D.freshValue(origin(Origin::Runtime, "a character of a text"));
  }
  if (Place.isSymbol() && D.Symbols[Place.S].Ty && D.Symbols[Place.S].Ty->K == ir::Type::Pointer &&
      isChar(D.Symbols[Place.S].Ty->Inner))
    return charTest(*this, Value::text(Text::hole(Place.S, D.Symbols[Place.S].From)));
  NodeId N = placeOf(Place, Ty);
  const Node &Held = D.node(N);
  if (Held.Ty && Held.Ty->K == ir::Type::Array && Held.Val.is(Value::Unset) && !Held.Elems.empty())
    return load(Value::ref(Held.Elems[0]), Ty);
  if (Held.Val.is(Value::Unset)) {
    if (Held.Open) {
      Value V = unknown(Ty ? Ty : Held.Ty, Held.Open);
      D.edit(N).Val = V;
      return V;
    }
    if (!Held.Constructed) {
      // Never written: what is read there is anything, but always the same.
      Value V = unknown(Ty ? Ty : Held.Ty, origin(Origin::Runtime, "an uninitialised value"));
      D.edit(N).Val = V;
      return V;
    }
  }
  return Held.Val;
}

/// A pointer to an array's first element, when an array is stored in a pointer.
Value Machine::decayed(Value V, const ir::Type *To) {
  if (!V.isRef() || V.I >= 0 || !To || To->K != ir::Type::Pointer || !To->Inner ||
      To->Inner->K == ir::Type::Array || To->Inner->K == ir::Type::Char || To->Inner->K == ir::Type::Void)
    return V;
  const Node &N = D.node(V.N);
  if (N.Ty && N.Ty->K == ir::Type::Array && N.Ty->Inner && N.Ty->Inner->K != ir::Type::Char)
    V.I = 0;
  return V;
}

void Machine::overwrite(NodeId N, const OriginRef &Why) {
  const Node Old = D.node(N);
  if (Old.Request || Old.Session)
    return forget(Value::ref(N), Why, true);
  for (const Child &C : Old.Children)
    overwrite(C.Id, Why);
  for (NodeId Elem : Old.Elems)
    overwrite(Elem, Why);
  bool Parts = !Old.Class.empty() || (Old.Ty && Old.Ty->K == ir::Type::Array);
  Value V = Old.Val;
  if (V.isText())
    V = Value::text(Text::hole(D.fresh(Why), Why));
  else if (!V.is(Value::Unset) || !Parts)
    V = D.freshValue(Why, Parts ? nullptr : Old.Ty);
  Node &Edited = D.edit(N);
  Edited.Val = std::move(V);
  // There may be more than was looked at so far.
  if (Parts && Edited.Val.is(Value::Unset))
    Edited.Open = Why;
}

void Machine::mayChange(const Value &Place, bool Deep) {
  // What stands for the places, or a part of it.
  auto Holds = [&](auto &Self, NodeId N, unsigned Depth) -> bool {
    const Node &Held = D.node(N);
    return N == Place.N || (Depth && (llvm::any_of(Held.Children, [&](const Child &C) { return Self(Self, C.Id, Depth - 1); }) ||
                                      llvm::any_of(Held.Elems, [&](NodeId E) { return Self(Self, E, Depth - 1); })));
  };
  llvm::SmallVector<NodeId> Targets;
  for (auto It = D.Terms.lower_bound(Term{MayReferTo, Value(), Value()});
       It != D.Terms.end() && It->first.Op == MayReferTo; ++It) {
    const Value &From = It->first.A;
    if (From.isRef() ? Place.isRef() && Holds(Holds, From.N, 8) : From == Place)
      Targets.push_back(It->first.B.N);
  }
  if (Targets.empty())
    return;
  OriginRef Why = origin(Origin::Runtime, "what a pointer that was set differently before refers to");
  for (NodeId N : Targets)
    if (Deep)
      forget(Value::ref(N), Why, true);
    else
      overwrite(N, Why);
}

void Machine::store(const Value &Place, Value V) {
  mayChange(Place, /*Deep=*/false);
  if (Place.isRef() && Place.I >= 0 && D.node(Place.N).Val.isText()) {
    // A character of a buffer.
    Text Old = *D.node(Place.N).Val.T;
    OriginRef Why = origin(Origin::Runtime, "an edited text");
    Text Head = textBefore(Old, Place.I);
    if (V.isInt() && V.I == 0) {
      D.edit(Place.N).Val = Value::text(Head);
      return;
    }
    if (V.isInt() && Place.I == EndIndex) {
      D.edit(Place.N).Val = Value::text(concat(Head, Text::literal(std::string(1, char(V.I)), At)));
      return;
    }
    auto L = Old.literal();
    if (V.isInt() && L && size_t(Place.I) <= L->size()) {
      std::string New = *L;
      if (size_t(Place.I) == New.size())
        New.push_back(char(V.I));
      else
        New[Place.I] = char(V.I);
      D.edit(Place.N).Val = Value::text(Text::literal(New, At));
      return;
    }
    SymbolId Rest = D.fresh(Why);
    D.edit(Place.N).Val = Value::text(concat(Head, Text::hole(Rest, Why)));
    return;
  }
  NodeId N = placeOf(Place);
  V = decayed(std::move(V), D.node(N).Ty);
  Node &Held = D.edit(N);
  Held.Val = std::move(V);
  Held.Constructed = true;
}

NodeId Machine::shared(NodeId N) {
  const TypeModel *Model = D.node(N).Model;
  if (!Model || !Model->CopyShares || mutant("handles-are-copied"))
    return N;
  if (D.node(N).Val.isRef())
    return D.node(N).Val.N;
  NodeId Object = D.make();
  Node Held = D.node(N);
  Held.InputId = 0;
  Held.Model = nullptr;
  D.edit(Object) = std::move(Held);
  Node &Handle = D.edit(N);
  Handle.Children.clear();
  Handle.Elems.clear();
  Handle.Open = nullptr;
  Handle.Request = Handle.Session = false;
  Handle.Val = Value::ref(Object);
  Handle.Constructed = true;
  return Object;
}

NodeId Machine::clone(NodeId From) {
  if (mutant("copies-are-shared"))
    return From;
  NodeId N = D.make();
  assign(N, From);
  return N;
}

void Machine::assign(NodeId To, NodeId From) {
  if (To == From)
    return;
  shared(From);
  Node Copy = D.node(From);
  Copy.InputId = D.node(To).InputId;
  if (D.node(To).Ty)
    Copy.Ty = D.node(To).Ty;
  Copy.Dead = false;
  Copy.Constructed = true;
  bool Slice = false;
  // Assigning to a base object keeps the dynamic type.
  if (!D.node(To).Class.empty() && D.node(To).Dynamic) {
    Slice = true;
    Copy.Class = D.node(To).Class;
    Copy.Dynamic = true;
    Copy.Model = D.node(To).Model;
  }
  (void)Slice;
  if (Copy.Model && Copy.Model->Is == TypeModel::Optional && Copy.Val.isRef())
    Copy.Val = Value::ref(clone(placeOf(Copy.Val)));
  for (Child &C : Copy.Children)
    // Sessions that a request is bound to are shared, not copied.
    if (C.Name != "$session")
      C.Id = clone(C.Id);
  for (NodeId &Elem : Copy.Elems)
    Elem = clone(Elem);
  D.edit(To) = std::move(Copy);
}

void Machine::transfer(NodeId To, NodeId From) {
  if (To == From)
    return;
  Node Copy = D.node(From);
  Copy.InputId = D.node(To).InputId;
  if (D.node(To).Dynamic) {
    Copy.Class = D.node(To).Class;
    Copy.Dynamic = true;
  }
  D.edit(To) = std::move(Copy);
  Node &Left = D.edit(From);
  Left.Children.clear();
  Left.Elems.clear();
  Left.Val = Value();
  if (const TypeModel *Model = Left.Model) {
    if (Model->Is == TypeModel::Owner || Model->Is == TypeModel::Shared)
      Left.Val = Value::null();
    else if (Model->Is == TypeModel::Collection)
      Left.Open = nullptr, D.forgetElements(From);
    else
      makeUnknown(From, nullptr, origin(Origin::Runtime, "a moved-from object"));
  }
}

void Machine::swapContents(NodeId A, NodeId B) {
  Node X = D.node(A), Y = D.node(B);
  std::swap(X.InputId, Y.InputId);
  D.edit(A) = std::move(Y);
  D.edit(B) = std::move(X);
}

void Machine::clear(NodeId N) {
  Node &Held = D.edit(N);
  Held.Children.clear();
  Held.Elems.clear();
  Held.Open = nullptr;
  Held.Zeroed = false;
  Held.Val = Value();
  Held.Constructed = true;
}

void Machine::forget(const Value &V, const OriginRef &Why, bool Http) {
  if (mutant("unseen-code-changes-nothing"))
    return;
  llvm::SmallVector<NodeId> Work;
  llvm::DenseSet<NodeId> Seen;
  auto Reach = [&](const Value &X) {
    if (X.isRef() && X.N && Seen.insert(X.N).second)
      Work.push_back(X.N);
  };
  Reach(V);
  while (!Work.empty()) {
    NodeId N = Work.pop_back_val();
    const Node Old = D.node(N);
    bool IsHttp = Old.Request || Old.Session || (Old.Model && Old.Model->Of == "header-line");
    if (IsHttp && !Http)
      continue;
    Reach(Old.Val);
    for (const Child &C : Old.Children)
      Reach(Value::ref(C.Id));
    for (NodeId E : Old.Elems)
      Reach(Value::ref(E));
    if (Old.Ty && Old.Ty->Const && !Old.Ty->isClass())
      continue;
    if (IsHttp) {
      Node &Edited = D.edit(N);
      Edited.Children.clear();
      Edited.Elems.clear();
      Edited.Open = Why;
      continue;
    }
    if (Old.Val.isRef() || Old.Val.is(Value::Func))
      continue;
    bool Scalar = Old.Children.empty() && Old.Elems.empty() && Old.Class.empty();
    if (Scalar && Old.Val.isText()) {
      SymbolId S = D.fresh(Why);
      D.edit(N).Val = Value::text(Text::hole(S, Why));
    } else if (Scalar && !Old.Val.is(Value::Unset)) {
      Value U = unknown(Old.Ty, Why);
      D.edit(N).Val = U;
    } else {
      makeUnknown(N, Old.Ty, Why);
      if (Old.Model && Old.Model->Is == TypeModel::Collection) {
        // There may be fewer, too.
        D.edit(N).Open = Why;
        D.edit(N).Elems.clear();
        D.forgetElements(N);
      }
    }
  }
}

} // namespace mde::paths
