//===- Paths/Canon.cpp ----------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Canon.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

namespace {

/// Gives out numbers in the order of the first visit and writes the key.
class Renumbering {
public:
  /// \p ForCall: for a callee's input, where every detail counts and the
  /// caller's own inputs do not.
  explicit Renumbering(Disjunct &D, bool ForCall = false)
      : D(D), NewNode(D.Nodes.size(), 0), NewSymbol(D.Symbols.size(), 0),
        ForCall(ForCall) {}

  std::vector<NodeId> Order;
  std::vector<SymbolId> SymbolOrder;

  std::string run(const Roots &R) {
    Heap = R.Heap;
    if (R.SliceResult)
      number(D.ReturnPlace);
    else if (D.ReturnPlace)
      Outside.push_back(D.ReturnPlace);
    number(D.Exception);
    // Handlers are chosen by it.
    if (D.Exception)
      put(D.ExceptionType ? print(*D.ExceptionType) : std::string());
    // The caller sees its own nodes again, whatever points to them here.
    std::vector<std::pair<NodeId, NodeId>> Inputs;
    for (NodeId N = 1; N < D.Nodes.size() && !ForCall; ++N)
      if (D.Nodes[N] && D.Nodes[N]->InputId && (R.SliceResult || N != D.ReturnPlace))
        Inputs.push_back({D.Nodes[N]->InputId, N});
    llvm::sort(Inputs);
    for (auto [In, N] : Inputs)
      reach(N);
    visit(D.This, false);
    visit(D.Result, false);
    for (auto &[G, N] : D.Globals) {
      if (Heap && !Heap->Globals.count(G)) {
        Outside.push_back(N);
        continue;
      }
      put(G);
      reach(N);
    }
    for (const Later &L : D.Laters) {
      visit(L.Callable, false);
      for (const Value &V : L.Args)
        visit(V, false);
      reach(L.Sends);
      put(L.At.Line);
      put(L.At.Col);
      put(L.Above);
      for (const LaterFrame &Fr : L.Frames) {
        put(Fr.At.Line);
        put(Fr.At.Col);
      }
    }
    locals(R, /*InSlice=*/true);
    pointedTo();
    drain();
    put(D.Approximate);
    std::string PropertyKey = std::move(Key);
    Key.clear();
    Heap = nullptr;
    for (NodeId N : Outside)
      reach(N);
    drain();
    locals(R, /*InSlice=*/false);
    drain();
    inputSymbols();
    finish(R);
    return PropertyKey;
  }

private:
  /// The caller has the unknowns that it passed in: what terms say of them is
  /// for it to know. They tell no states apart, so they are numbered last.
  void inputSymbols() {
    if (ForCall)
      return;
    std::vector<std::pair<SymbolId, SymbolId>> Inputs;
    for (SymbolId S = 1; S < D.Symbols.size(); ++S)
      if (D.Symbols[S].InputId && !NewSymbol[S])
        Inputs.push_back({D.Symbols[S].InputId, S});
    llvm::sort(Inputs);
    for (auto [In, S] : Inputs)
      symbol(S);
    // What a symbol that is kept stands for is kept, too: `!(strcmp(u, "x"))`.
    auto Keep = [&](const Value &V) {
      if (V.isSymbol())
        symbol(V.S);
      else if (V.isText())
        V.T->forEachHole([&](const Hole &H) { symbol(H.Symbol); });
    };
    for (size_t Before = 0; Before != SymbolOrder.size();) {
      Before = SymbolOrder.size();
      for (auto &[T, V] : D.Terms)
        if (V.isSymbol() && NewSymbol[V.S] && !T.A.isRef() && !T.B.isRef()) {
          Keep(T.A);
          Keep(T.B);
        }
    }
  }

  void locals(const Roots &R, bool InSlice) {
    for (unsigned I = 0; I < D.Locals.size(); ++I)
      if (D.Locals[I] && live(R.LiveLocals, I) &&
          (!R.SliceLocals || R.SliceLocals->test(I)) == InSlice) {
        put(I);
        reach(D.Locals[I]);
      }
    for (const auto &[I, V] : D.Temps)
      if (!V.is(Value::Unset) && live(R.LiveTemps, I) &&
          (!R.SliceTemps || R.SliceTemps->test(I)) == InSlice) {
        put(I);
        visit(V, false);
      }
  }

  /// What unknown pointers of the function's input were found to point to, if
  /// something was stored there: the caller has the pointers.
  void pointedTo() {
    if (ForCall)
      return;
    for (const auto &[S, V] : D.Narrowed)
      if (V.isRef() && V.N && holdsSomething(V.N)) {
        put(0xb7);
        put(S);
        visit(V, false);
      }
  }

  /// Not only what nobody knows can be reached from \p N.
  bool holdsSomething(NodeId N) const {
    llvm::SmallVector<NodeId> Work{N};
    llvm::SmallDenseSet<NodeId> Seen{N};
    while (!Work.empty()) {
      const Node &Place = D.node(Work.pop_back_val());
      if (Place.Request || Place.Session || Place.Val.is(Value::Func) ||
          (Place.Val.isText() && Place.Val.T->isPartlyKnown()))
        return true;
      auto Reach = [&](NodeId Next) {
        if (Next && Seen.insert(Next).second)
          Work.push_back(Next);
      };
      Reach(Place.Val.isRef() ? Place.Val.N : 0);
      for (const Child &C : Place.Children)
        Reach(C.Id);
      llvm::for_each(Place.Elems, Reach);
    }
    return false;
  }

  static bool live(const std::vector<unsigned> *Set, unsigned I) {
    return !Set || llvm::binary_search(*Set, I);
  }

  void put(uint64_t N) { Key.append(reinterpret_cast<const char *>(&N), 8); }
  void put(llvm::StringRef S) {
    put(S.size());
    Key += S;
  }

  NodeId number(NodeId N) {
    if (!N || !D.Nodes[N])
      return 0;
    if (!NewNode[N]) {
      Order.push_back(N);
      NewNode[N] = Order.size();
    }
    return NewNode[N];
  }
  void reach(NodeId N) { put(number(N)); }

  SymbolId symbol(SymbolId S) {
    if (S && !NewSymbol[S]) {
      SymbolOrder.push_back(S);
      NewSymbol[S] = SymbolOrder.size();
      ForCall ? restrictions(D.Symbols[S]) : put(D.Symbols[S].InputId);
    }
    return S ? NewSymbol[S] : 0;
  }

  void restrictions(const SymbolInfo &I) {
    put(I.NotEmpty | I.OneLine << 1 | I.Bool << 2);
    put(I.Lo);
    put(I.Hi);
    for (int64_t N : I.NotInts)
      put(N);
    for (const std::string &T : I.NotTexts)
      put(T);
    for (const std::string &T : I.NotTextsNoCase)
      put(T);
    put(I.From ? I.From->K : 0);
    put(I.From ? llvm::StringRef(I.From->What) : llvm::StringRef());
    put(I.From ? llvm::StringRef(I.From->Host) : llvm::StringRef());
  }

  /// \p Located: source locations of literals count (URLs and User-Agents).
  void visit(const Value &V, bool Located) {
    put(V.K);
    switch (V.K) {
    case Value::Unset:
    case Value::Null:
      break;
    case Value::Symbol:
      put(symbol(V.S));
      break;
    case Value::Int:
      put(V.I);
      break;
    case Value::Text:
      for (const Pattern &P : V.T->alternatives()) {
        put(0xa1);
        for (const Piece &Part : P.pieces()) {
          if (Part.isHole()) {
            put(symbol(Part.AHole->Symbol));
            put(Part.AHole->NotEmpty * 2 + Part.AHole->OneLine);
          } else {
            put(llvm::StringRef(Part.Literal));
            if (Located || ForCall || Part.Literal.find("://") != std::string::npos) {
              put(Part.At.File);
              put(uint64_t(Part.At.Line) << 32 | Part.At.Col);
            }
          }
        }
      }
      break;
    case Value::Ref:
      reach(V.N);
      put(V.I);
      break;
    case Value::Func:
      put(V.F->Key);
      break;
    case Value::Member:
      put(V.Name);
      break;
    }
  }

  void drain() {
    for (; Done < Order.size(); ++Done) {
      const Node &N = D.node(Order[Done]);
      if (!ForCall)
        put(N.InputId);
      visit(N.Val, false);
      put(N.Class);
      put(N.Dynamic | N.Request << 1 | N.Session << 2 | N.Dead << 3 |
          bool(N.Open) << 4 | N.Zeroed << 5 | N.Stands << 6);
      bool Sliced = Heap && !N.Model && !N.Class.empty() && Heap->IsOwn(N.Class);
      for (const Child &C : N.Children) {
        const Node &Held = D.node(C.Id);
        bool Slot = C.Name.starts_with("$");
        if (Sliced && !Slot && !Heap->Fields.contains(C.Name)) {
          Outside.push_back(C.Id);
          continue;
        }
        if (C.Name == "$user-agent" && !ForCall && mutant("agents-do-not-tell-states-apart")) {
          Outside.push_back(C.Id);
          continue;
        }
        put(C.Name);
        if (Slot && C.Name == "$user-agent")
          visit(Held.Val, true);
        reach(C.Id);
      }
      put(0xe0);
      // Header lines that are known to be no User-Agent don't tell states apart.
      for (NodeId E : N.Elems)
        if (ForCall || (!D.node(E).PlainHeader && !mutant("headers-do-not-tell-states-apart")))
          reach(E);
        else
          number(E);
    }
  }

  SymbolId renamed(SymbolId S) const { return NewSymbol[S]; }

  void rename(Value &V) {
    if (V.isRef())
      V.N = V.N < NewNode.size() ? NewNode[V.N] : 0;
    else if (V.isSymbol())
      V.S = renamed(V.S);
    else if (V.isText()) {
      bool Changes = false;
      V.T->forEachHole([&](const Hole &H) { Changes |= renamed(H.Symbol) != H.Symbol; });
      if (Changes)
        V = Value::text(V.T->mapHoles([&](const Hole &H) {
          Hole New = H;
          New.Symbol = renamed(H.Symbol);
          return Piece::hole(New);
        }));
    }
  }

  bool reached(const Value &V) const {
    if (V.isSymbol())
      return NewSymbol[V.S] != 0;
    if (V.isRef())
      return V.N && NewNode[V.N] != 0;
    bool All = true;
    if (V.isText())
      V.T->forEachHole([&](const Hole &H) { All &= !H.Symbol || NewSymbol[H.Symbol] != 0; });
    return All;
  }

  void finish(const Roots &R) {
    // What a term or a narrowing speaks of must still be there.
    std::map<Term, Value> Terms;
    for (auto &[T, V] : D.Terms)
      if (reached(T.A) && reached(T.B) && reached(V)) {
        Term New = T;
        Value Result = V;
        rename(New.A);
        rename(New.B);
        rename(Result);
        Terms.emplace(std::move(New), std::move(Result));
      }
    llvm::erase_if(D.Narrowed, [&](const auto &P) { return !reached(P.second); });

    std::vector<NodePtr> Nodes{nullptr};
    bool Same = true;
    for (unsigned I = 0; I < Order.size(); ++I)
      Same &= Order[I] == I + 1;
    for (unsigned I = 0; I < SymbolOrder.size(); ++I)
      Same &= SymbolOrder[I] == I + 1;
    Nodes.reserve(Order.size() + 1);
    for (NodeId N : Order)
      Nodes.push_back(std::move(D.Nodes[N]));
    D.Nodes = std::move(Nodes);
    std::vector<SymbolInfo> Symbols{SymbolInfo()};
    Symbols.reserve(SymbolOrder.size() + 1);
    for (SymbolId S : SymbolOrder)
      Symbols.push_back(std::move(D.Symbols[S]));
    D.Symbols = std::move(Symbols);
    D.Terms = std::move(Terms);

    for (unsigned I = 0; I < D.Locals.size(); ++I)
      D.Locals[I] = D.Locals[I] && live(R.LiveLocals, I) ? NewNode[D.Locals[I]] : 0;
    D.Temps.removeIf([&](const auto &T) { return !live(R.LiveTemps, T.first); });
    D.ReturnPlace = D.ReturnPlace ? NewNode[D.ReturnPlace] : 0;
    D.Exception = D.Exception ? NewNode[D.Exception] : 0;
    for (auto &[G, N] : D.Globals)
      N = NewNode[N];
    for (Later &L : D.Laters)
      L.Sends = L.Sends ? NewNode[L.Sends] : 0;
    if (Same)
      return;
    for (NodeId N = 1; N < D.Nodes.size(); ++N) {
      const Node &Old = D.node(N);
      bool Changes = llvm::any_of(Old.Children, [&](const Child &C) { return NewNode[C.Id] != C.Id; }) ||
                     llvm::any_of(Old.Elems, [&](NodeId E) { return NewNode[E] != E; });
      if (!Changes)
        continue;
      Node &Edited = D.edit(N);
      for (Child &C : Edited.Children)
        C.Id = NewNode[C.Id];
      for (NodeId &E : Edited.Elems)
        E = NewNode[E];
    }
    renameValues();
  }

  void renameValues() {
    for (NodeId N = 1; N < D.Nodes.size(); ++N) {
      const Value &Old = D.node(N).Val;
      if (Old.is(Value::Unset) || Old.isInt() || Old.isNull())
        continue;
      Value New = Old;
      rename(New);
      if (!(New == Old))
        D.edit(N).Val = std::move(New);
    }
    for (auto &[T, V] : D.Temps)
      rename(V);
    rename(D.This);
    rename(D.Result);
    for (Later &L : D.Laters) {
      rename(L.Callable);
      for (Value &V : L.Args)
        rename(V);
    }
    for (auto &[S, V] : D.Narrowed)
      rename(V);
  }

  Disjunct &D;
  std::vector<NodeId> NewNode;
  std::vector<SymbolId> NewSymbol;
  bool ForCall;
  size_t Done = 0;
  const HeapSlice *Heap = nullptr;
  std::vector<NodeId> Outside; ///< reached outside the slice
  std::string Key;
};

} // namespace

std::string renumber(Disjunct &D, const Roots &R) {
  return Renumbering(D).run(R);
}

Extract extract(const Disjunct &D, llvm::ArrayRef<Value> Args, const Value &This,
                NodeId Result, llvm::function_ref<bool(unsigned)> Reads) {
  Extract E;
  E.State = D;
  Disjunct &S = E.State;
  std::erase_if(S.Terms, [](const auto &T) { return T.first.Op == MayHaveChanged; });
  S.Locals.clear();
  S.Temps.assign(Args);
  S.This = This;
  S.ReturnPlace = Result;
  S.Result = Value();
  S.Exception = 0;
  S.Narrowed.clear();
  S.OutsideFacts.clear();
  S.Facts.clear();
  for (Later &L : S.Laters)
    ++L.Above;
  S.Trail = nullptr;
  S.Touched = false;
  S.Globals.removeIf([&](const auto &G) { return !Reads(G.first); });
  Renumbering R(S, /*ForCall=*/true);
  E.Key = R.run(Roots());
  E.Nodes.assign(1, 0);
  llvm::append_range(E.Nodes, R.Order);
  E.Symbols.assign(1, 0);
  llvm::append_range(E.Symbols, R.SymbolOrder);
  for (NodeId N = 1; N < S.Nodes.size(); ++N)
    S.edit(N).InputId = N;
  for (SymbolId I = 1; I < S.Symbols.size(); ++I)
    S.Symbols[I].InputId = I;
  E.Key += static_cast<char>(S.Approximate);
  for (auto &[T, V] : S.Terms) {
    E.Key += T.Op;
    for (const Value *P : {&T.A, &T.B, static_cast<const Value *>(&V)})
      E.Key += std::to_string(P->K) + ":" + std::to_string(P->S) + ":" + std::to_string(P->N) + ":" + std::to_string(P->I) + ";";
  }
  return E;
}

} // namespace mde::paths
