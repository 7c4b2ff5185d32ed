//===- Paths/State.cpp ----------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/State.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

static int compare(const Value &A, const Value &B) {
  auto Order = [](auto X, auto Y) { return X < Y ? -1 : Y < X ? 1 : 0; };
  if (int C = Order(A.K, B.K))
    return C;
  switch (A.K) {
  case Value::Unset:
  case Value::Null:
    return 0;
  case Value::Symbol:
    return Order(A.S, B.S);
  case Value::Int:
    return Order(A.I, B.I);
  case Value::Text:
    return A.T == B.T || *A.T == *B.T ? 0 : *A.T < *B.T ? -1 : 1;
  case Value::Ref:
    if (int C = Order(A.N, B.N))
      return C;
    return Order(A.I, B.I);
  case Value::Func:
    return A.F == B.F ? 0 : A.F->Key.compare(B.F->Key) ? A.F->Key.compare(B.F->Key)
                                                       : Order(A.F, B.F);
  case Value::Member:
    return A.Name.compare(B.Name);
  }
  return 0;
}

bool operator==(const Value &A, const Value &B) { return compare(A, B) == 0; }

bool operator<(const Term &A, const Term &B) {
  if (int C = A.Op.compare(B.Op))
    return C < 0;
  if (int C = compare(A.A, B.A))
    return C < 0;
  return compare(A.B, B.B) < 0;
}

void Disjunct::forEachTarget(const Value &V, llvm::function_ref<void(NodeId)> Do) const {
  if (!V.isSymbol() && !V.isRef())
    return;
  Value From = V.isRef() ? Value::ref(V.N) : V;
  for (auto It = Terms.lower_bound(Term{MayReferTo, From, Value()});
       It != Terms.end() && It->first.Op == MayReferTo && It->first.A == From; ++It)
    Do(It->first.B.N);
}

NodeId Node::child(llvm::StringRef Name) const {
  auto It = llvm::lower_bound(
      Children, Name, [](const Child &C, llvm::StringRef N) { return C.Name < N; });
  return It != Children.end() && It->Name == Name ? It->Id : 0;
}

bool SymbolInfo::notZero() const {
  return Lo > 0 || Hi < 0 || llvm::binary_search(NotInts, 0);
}

/// A trail is read by a person; one that is longer than this helps nobody.
constexpr unsigned MaxTrail = 512;

void Disjunct::note(TrailEvent Event) {
  unsigned Length = Trail ? Trail->Length + 1 : 1;
  if (Length > MaxTrail)
    return;
  Trail = std::make_shared<const TrailNode>(TrailNode{std::move(Event), Trail, nullptr, Length});
}

void Disjunct::note(const TrailRef &Inner) {
  unsigned Length = (Trail ? Trail->Length : 0) + (Inner ? Inner->Length : 0);
  if (Inner && Length <= MaxTrail)
    Trail = std::make_shared<const TrailNode>(TrailNode{TrailEvent(), Trail, Inner, Length});
}

static void addEvents(const TrailNode *T, std::vector<const TrailEvent *> &Events) {
  llvm::SmallVector<const TrailNode *, 64> Nodes;
  for (; T; T = T->Before.get())
    Nodes.push_back(T);
  for (const TrailNode *Node : llvm::reverse(Nodes))
    if (Node->Inner)
      addEvents(Node->Inner.get(), Events);
    else
      Events.push_back(&Node->Event);
}

std::vector<const TrailEvent *> eventsOf(const TrailRef &Trail) {
  std::vector<const TrailEvent *> Events;
  addEvents(Trail.get(), Events);
  return Events;
}

void forEachValue(Disjunct &D, llvm::function_ref<void(Value &)> F) {
  for (NodeId N = 1; N < D.Nodes.size(); ++N)
    if (D.Nodes[N] && !D.Nodes[N]->Val.is(Value::Unset)) {
      Value Before = D.node(N).Val, After = Before;
      F(After);
      if (!(Before == After) || Before.T != After.T)
        D.edit(N).Val = std::move(After);
    }
  for (auto &[T, V] : D.Temps)
    F(V);
  F(D.This);
  F(D.Result);
  for (Later &L : D.Laters) {
    F(L.Callable);
    for (Value &V : L.Args)
      F(V);
  }
  for (auto &[S, V] : D.Narrowed)
    F(V);
}

/// \p V as what a hole becomes when its symbol is replaced by it.
static std::optional<Text> textFor(const Value &V) {
  switch (V.K) {
  case Value::Text:
    return *V.T;
  case Value::Int:
    return Text::literal(std::to_string(V.I));
  case Value::Null:
    return Text();
  default:
    return std::nullopt;
  }
}

static Value replaced(const Value &In, SymbolId S, const Value &V) {
  if (In.isSymbol())
    return In.S == S ? V : In;
  if (!In.isText())
    return In;
  bool Found = false;
  In.T->forEachHole([&](const Hole &H) { Found |= H.Symbol == S; });
  if (!Found)
    return In;
  std::vector<Text> Ways;
  for (const Pattern &P : In.T->alternatives()) {
    Text Whole;
    for (const Piece &Part : P.pieces()) {
      if (!Part.isHole()) {
        Whole = concat(Whole, Text::literal(Part.Literal, Part.At));
      } else if (Part.AHole->Symbol == S) {
        if (V.isSymbol()) {
          Hole H = *Part.AHole;
          H.Symbol = V.S;
          Whole = concat(Whole, Text::hole(H));
        } else if (auto T = textFor(V)) {
          Whole = concat(Whole, *T);
        } else {
          Whole = concat(Whole, Text::hole(*Part.AHole));
        }
      } else {
        Whole = concat(Whole, Text::hole(*Part.AHole));
      }
    }
    Ways.push_back(std::move(Whole));
  }
  return Value::text(Ways.size() == 1 ? Ways[0] : Text::join(Ways, 0));
}

void Disjunct::fact(SymbolId Input, std::string What) {
  std::pair<SymbolId, std::string> New(Input, std::move(What));
  if (Input && !llvm::is_contained(Facts, New))
    Facts.push_back(std::move(New));
}

/// Forgets what the getters returned for which \p Is holds of their object.
static void forgetGetters(std::map<Term, Value> &Terms, llvm::function_ref<bool(const Value &)> Is) {
  // Terms are in the order of their operators.
  for (auto It = Terms.lower_bound(Term{GetterPrefix, Value(), Value()});
       It != Terms.end() && It->first.Op.starts_with(GetterPrefix);)
    It = Is(It->first.A) ? Terms.erase(It) : std::next(It);
}

void Disjunct::touch() {
  Touched = true;
  forgetGetters(Terms, [](const Value &) { return true; });
}

void Disjunct::touch(NodeId Object) {
  forgetGetters(Terms, [&](const Value &Of) { return Of.isRef() && Of.N == Object; });
  if (node(Object).InputId)
    Terms.emplace(Term{MayHaveChanged, Value::ref(Object), Value()}, Value::integer(1));
}

void Disjunct::forgetElements(NodeId Collection) {
  for (llvm::StringRef Op : {"absent", "size", "unknown-elements"})
    for (auto It = Terms.lower_bound(Term{Op, Value(), Value()});
         It != Terms.end() && It->first.Op == Op;)
      It = It->first.A.isRef() && It->first.A.N == Collection ? Terms.erase(It)
                                                              : std::next(It);
}

void Disjunct::substitute(SymbolId S, const Value &V) {
  assert(!(V.isSymbol() && V.S == S) && "a symbol can't stand for itself");
  if (SymbolId In = Symbols[S].InputId) {
    Narrowed.emplace_back(In, V);
    if (V.isInt() || V.isNull())
      fact(In, "=" + std::to_string(V.I));
    else if (V.isText())
      fact(In, V.T->isEmpty() == Tri::Yes ? "=0" : "=" + print(*V.T));
  }
  forEachValue(*this, [&](Value &Old) { Old = replaced(Old, S, V); });
  std::map<Term, Value> Renamed;
  for (auto &[T, R] : Terms)
    Renamed.emplace(Term{T.Op, replaced(T.A, S, V), replaced(T.B, S, V)},
                    replaced(R, S, V));
  Terms = std::move(Renamed);
}

} // namespace mde::paths
