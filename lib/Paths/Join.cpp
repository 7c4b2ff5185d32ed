//===- Paths/Join.cpp - Merging two states --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Canon.h"
#include "Paths/Invariants.h"
#include "Text/Mutant.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

static SymbolInfo intersect(const SymbolInfo &A, const SymbolInfo &B) {
  SymbolInfo R = A;
  R.NotEmpty &= B.NotEmpty;
  R.OneLine &= B.OneLine;
  R.Lo = std::min(A.Lo, B.Lo);
  R.Hi = std::max(A.Hi, B.Hi);
  auto Common = [](auto &Into, const auto &Other) {
    llvm::erase_if(Into, [&](const auto &X) { return !llvm::is_contained(Other, X); });
  };
  Common(R.NotInts, B.NotInts);
  Common(R.NotTexts, B.NotTexts);
  Common(R.NotTextsNoCase, B.NotTextsNoCase);
  if (A.InputId != B.InputId)
    R.InputId = 0;
  return R;
}

namespace {

/// Walks both states at once from their roots. A pair of nodes becomes one
/// node of the result. So does a pair of symbols: those that a caller passed in, and
/// of the others those with the same number. They have A's number in the result;
/// symbols of which only B knows get a new one.
class Joining {
public:
  Joining(const Disjunct &A, const Disjunct &B, const OriginRef &Why, bool Widen)
      : A(A), B(B), Why(Why), Widen(Widen) {
    R.Symbols = A.Symbols;
    pairSymbols();
    for (SymbolId S = 1; S < A.Symbols.size(); ++S)
      if (InB[S])
        R.Symbols[S] = intersect(A.Symbols[S], B.Symbols[InB[S]]);
  }

  Disjunct run() {
    R.ReturnPlace = node(A.ReturnPlace, B.ReturnPlace);
    R.Exception = node(A.Exception, B.Exception);
    bool SameType = A.ExceptionType && B.ExceptionType && print(*A.ExceptionType) == print(*B.ExceptionType);
    R.ExceptionType = SameType ? A.ExceptionType : nullptr;
    std::map<NodeId, std::pair<NodeId, NodeId>> Inputs;
    for (NodeId N = 1; N < A.Nodes.size(); ++N)
      if (A.Nodes[N]->InputId)
        Inputs[A.Nodes[N]->InputId].first = N;
    for (NodeId N = 1; N < B.Nodes.size(); ++N)
      if (B.Nodes[N]->InputId)
        Inputs[B.Nodes[N]->InputId].second = N;
    for (auto &[In, Both] : Inputs)
      node(Both.first, Both.second);
    R.This = value(A.This, B.This);
    R.Result = value(A.Result, B.Result);
    for (auto &[G, N] : A.Globals)
      if (const NodeId *Theirs = B.Globals.find(G))
        R.Globals.set(G, node(N, *Theirs));
      else
        R.Globals.set(G, only(A, N));
    for (auto &[G, N] : B.Globals)
      if (!A.Globals.find(G))
        R.Globals.set(G, only(B, N));
    R.Locals.assign(std::max(A.Locals.size(), B.Locals.size()), 0);
    for (unsigned I = 0; I < R.Locals.size(); ++I)
      if (I < A.Locals.size() && I < B.Locals.size())
        R.Locals[I] = node(A.Locals[I], B.Locals[I]);
    for (const auto &[T, V] : A.Temps)
      R.Temps.set(T, value(V, std::as_const(B.Temps)[T]));
    for (const auto &[T, V] : B.Temps)
      if (std::as_const(A.Temps)[T].is(Value::Unset))
        R.Temps.set(T, value(Value(), V));
    laters();
    mayRefer();
    terms();
    for (const auto &P : A.Narrowed)
      if (!P.second.isRef()) {
        if (auto Theirs = plainInB(P.second); Theirs && llvm::is_contained(B.Narrowed, std::pair(P.first, *Theirs)))
          R.Narrowed.push_back(P);
      } else if (auto Theirs = llvm::find_if(
                     B.Narrowed, [&](const auto &Q) { return Q.first == P.first && Q.second.isRef(); });
                 Theirs != B.Narrowed.end()) {
        if (Value Both = value(P.second, Theirs->second); Both.isRef())
          R.Narrowed.emplace_back(P.first, Both);
      }
    for (const auto &Fact : A.Facts)
      if (llvm::is_contained(B.Facts, Fact))
        R.Facts.push_back(Fact);
    for (const std::string &Fact : A.OutsideFacts)
      if (llvm::is_contained(B.OutsideFacts, Fact))
        R.OutsideFacts.push_back(Fact);
    bool First = !B.Trail || (A.Trail && A.Trail->Length <= B.Trail->Length);
    R.Trail = First ? A.Trail : B.Trail;
    R.Approximate = A.Approximate || B.Approximate;
    R.Touched = A.Touched || B.Touched;
    return std::move(R);
  }

private:
  void pairSymbols() {
    InB.assign(A.Symbols.size(), 0);
    InA.assign(B.Symbols.size(), 0);
    llvm::DenseMap<SymbolId, SymbolId> Inputs;
    for (SymbolId S = 1; S < B.Symbols.size(); ++S)
      if (SymbolId In = B.Symbols[S].InputId)
        Inputs[In] = S;
    auto Pair = [&](SymbolId Mine, SymbolId Theirs) {
      InB[Mine] = Theirs;
      InA[Theirs] = Mine;
    };
    for (SymbolId S = 1; S < A.Symbols.size(); ++S)
      if (SymbolId Theirs = Inputs.lookup(A.Symbols[S].InputId); A.Symbols[S].InputId && Theirs)
        Pair(S, Theirs);
    for (SymbolId S = 1; S < std::min(A.Symbols.size(), B.Symbols.size()); ++S)
      if (!InB[S] && !InA[S])
        Pair(S, S);
  }

  /// \p V, which speaks of no node, as B has it; none if B does not know the unknowns.
  std::optional<Value> plainInB(const Value &V) const {
    if (V.isSymbol())
      return InB[V.S] ? std::optional(Value::symbol(InB[V.S])) : std::nullopt;
    if (!V.isText() || V.T->isLiteral())
      return V;
    bool All = true;
    V.T->forEachHole([&](const Hole &H) { All &= !H.Symbol || InB[H.Symbol]; });
    if (!All)
      return std::nullopt;
    return Value::text(V.T->mapHoles([&](const Hole &H) {
      Hole Theirs = H;
      Theirs.Symbol = H.Symbol ? InB[H.Symbol] : 0;
      return Piece::hole(Theirs);
    }));
  }

  /// What holds in both: what a getter of this object returned, how many elements
  /// that collection has.
  void terms() {
    llvm::DenseMap<NodeId, llvm::SmallVector<std::pair<NodeId, NodeId>, 1>> With;
    for (auto [Both, N] : Pairs)
      With[Both.first].push_back({Both.second, N});
    // A value of A, as B and as the result have it.
    auto Counterparts = [&](const Value &V) {
      llvm::SmallVector<std::pair<Value, Value>, 1> All;
      if (!V.isRef()) {
        if (std::optional<Value> Theirs = plainInB(V))
          All.push_back({*Theirs, V});
      } else if (auto It = With.find(V.N); It != With.end())
        for (auto [Y, N] : It->second)
          All.push_back({Value::ref(Y, V.I), Value::ref(N, V.I)});
      return All;
    };
    for (auto &[T, V] : A.Terms) {
      if (T.Op.starts_with(MayPrefix))
        continue; // mayRefer() has them
      auto Results = Counterparts(V);
      for (auto &[AOfB, AOfR] : Counterparts(T.A))
        for (auto &[BOfB, BOfR] : Counterparts(T.B))
          if (auto It = B.Terms.find(Term{T.Op, AOfB, BOfB}); It != B.Terms.end())
            for (auto &[OfB, OfR] : Results)
              if (It->second == OfB)
                R.Terms.emplace(Term{T.Op, AOfR, BOfR}, OfR);
    }
  }

  /// What both states put off becomes one; what one of them put off is kept as
  /// that state has it.
  void laters() {
    std::vector<const Later *> Theirs;
    for (const Later &L : B.Laters)
      Theirs.push_back(&L);
    for (const Later &Mine : A.Laters) {
      auto Same = llvm::find_if(Theirs, [&](const Later *L) { return areAlike(Mine, *L); });
      if (Same == Theirs.end()) {
        R.Laters.push_back(onlyLater(A, Mine));
        continue;
      }
      Later L = Mine;
      L.Callable = value(Mine.Callable, (*Same)->Callable);
      for (auto [Arg, Other] : llvm::zip_equal(L.Args, (*Same)->Args))
        Arg = value(Arg, Other);
      L.Sends = node(Mine.Sends, (*Same)->Sends);
      R.Laters.push_back(std::move(L));
      Theirs.erase(Same);
    }
    for (const Later *L : Theirs)
      R.Laters.push_back(onlyLater(B, *L));
  }

  /// Put off at the same place, to run the same function or send.
  bool areAlike(const Later &X, const Later &Y) const {
    auto ClassOf = [](const Disjunct &D, const Value &V) {
      return V.isRef() && V.N ? D.node(V.N).Class : llvm::StringRef();
    };
    bool SameTarget = X.Callable.K == Y.Callable.K && (!X.Callable.is(Value::Func) || X.Callable == Y.Callable) &&
                      ClassOf(A, X.Callable) == ClassOf(B, Y.Callable);
    return SameTarget && X.At == Y.At && X.Above == Y.Above && X.From == Y.From && X.Callee == Y.Callee &&
           !X.Sends == !Y.Sends && X.Known.empty() == Y.Known.empty() && X.Args.size() == Y.Args.size() &&
           llvm::equal(X.Frames, Y.Frames, [](const LaterFrame &First, const LaterFrame &Second) {
             return First.F == Second.F && First.At == Second.At;
           });
  }

  Later onlyLater(const Disjunct &D, Later L) {
    L.Callable = onlyValue(D, L.Callable);
    for (Value &V : L.Args)
      V = onlyValue(D, V);
    L.Sends = only(D, L.Sends);
    return L;
  }

  Value value(const Value &X, const Value &Y) {
    if (X.isRef() && Y.isRef()) {
      NodeId N = node(X.N, Y.N);
      if (N && X.I == Y.I)
        return Value::ref(N, X.I);
      return either(X, Y);
    }
    if (std::optional<Value> Theirs = X.isRef() ? std::nullopt : plainInB(X); Theirs && *Theirs == Y)
      return X;
    auto AsText = [](const Value &V) -> std::optional<Text> {
      if (V.isText())
        return *V.T;
      return std::nullopt;
    };
    auto TX = AsText(X), TY = AsText(Y);
    if (TX && TY && mutant("joins-keep-one-text"))
      return X;
    if (TX && TY) {
      Text Both[] = {*TX, textOfB(*TY)};
      SymbolId Rest = R.fresh(Why);
      return Value::text(Widen ? Text::widen(Both, Rest) : Text::join(Both, Rest));
    }
    if (X.is(Value::Unset) && Y.is(Value::Unset))
      return X;
    return either(X, Y);
  }

  /// An unknown that is one of the two: where it may refer to is remembered.
  Value either(const Value &X, const Value &Y) {
    Value V = R.freshValue(Why);
    if (X.isRef() || X.isSymbol() || Y.isRef() || Y.isSymbol())
      Unknowns.push_back({V, X, Y});
    return V;
  }

  /// Writes down where the unknowns of the result may refer to, and what may have
  /// changed.
  void mayRefer() {
    llvm::DenseMap<NodeId, llvm::SmallVector<NodeId, 1>> OfA, OfB;
    for (auto [Both, N] : Pairs) {
      OfA[Both.first].push_back(N);
      OfB[Both.second].push_back(N);
    }
    for (auto [X, N] : FromA)
      OfA[X].push_back(N);
    for (auto [Y, N] : FromB)
      OfB[Y].push_back(N);
    auto Refers = [&](const Value &From, const Value &To, const auto &Of) {
      if (To.is(Value::Unset))
        R.Terms.emplace(Term{MayHaveChanged, From, To}, Value::integer(1));
      else if (auto It = Of.find(To.N); It != Of.end())
        for (NodeId N : It->second)
          R.Terms.emplace(Term{MayReferTo, From, Value::ref(N)}, Value::integer(1));
    };
    // As \p V did in \p D, so does \p New.
    auto Inherit = [&](const Value &New, const Value &V, const Disjunct &D, const auto &Of) {
      if (V.isRef())
        Refers(New, V, Of);
      D.forEachTarget(V, [&](NodeId N) { Refers(New, Value::ref(N), Of); });
    };
    for (const auto &[V, X, Y] : Unknowns) {
      Inherit(V, X, A, OfA);
      Inherit(V, Y, B, OfB);
    }
    auto Keep = [&](const Disjunct &D, const auto &Of, auto Symbol) {
      for (auto It = D.Terms.lower_bound(Term{MayPrefix, Value(), Value()});
           It != D.Terms.end() && It->first.Op.starts_with(MayPrefix); ++It) {
        const Value &From = It->first.A;
        if (From.isSymbol()) {
          if (SymbolId S = Symbol(From.S))
            Refers(Value::symbol(S), It->first.B, Of);
        } else if (auto Places = Of.find(From.N); Places != Of.end()) {
          for (NodeId N : Places->second)
            Refers(Value::ref(N), It->first.B, Of);
        }
      }
    };
    Keep(A, OfA, [](SymbolId S) { return S; });
    Keep(B, OfB, [&](SymbolId S) { return InA[S] ? InA[S] : SymbolsOfB.lookup(S); });
  }

  /// The number in the result of a symbol of B.
  SymbolId symbolOfB(SymbolId S) {
    if (InA[S])
      return InA[S];
    auto [It, New] = SymbolsOfB.try_emplace(S, 0);
    if (!New)
      return It->second;
    R.Symbols.push_back(B.Symbols[S]);
    return It->second = R.Symbols.size() - 1;
  }

  Text textOfB(const Text &T) {
    return T.mapHoles([&](const Hole &H) {
      Hole New = H;
      New.Symbol = H.Symbol ? symbolOfB(H.Symbol) : 0;
      return Piece::hole(New);
    });
  }

  NodeId node(NodeId X, NodeId Y) {
    if (!X || !Y)
      return 0;
    auto [It, New] = Pairs.try_emplace({X, Y}, 0);
    if (!New)
      return It->second;
    NodeId N = R.make();
    It->second = N;
    const Node &NX = A.node(X), &NY = B.node(Y);
    {
      Node &Made = R.edit(N);
      Made = NX;
      Made.Children.clear();
      Made.Elems.clear();
      if (NX.InputId != NY.InputId)
        Made.InputId = 0;
      if (NX.Class != NY.Class) {
        Made.Class = "";
        Made.Dynamic = false;
        Made.Open = Why;
      }
      Made.Request |= NY.Request;
      Made.Session |= NY.Session;
      Made.Dead &= NY.Dead;
      Made.Constructed &= NY.Constructed;
      Made.Zeroed &= NY.Zeroed;
      Made.PlainHeader &= NY.PlainHeader;
      if (!Made.Open)
        Made.Open = NY.Open;
    }
    Value V = value(NX.Val, NY.Val);
    R.edit(N).Val = std::move(V);
    children(N, NX, NY);
    elements(N, NX, NY);
    return N;
  }

  void children(NodeId N, const Node &NX, const Node &NY) {
    auto I = NX.Children.begin(), J = NY.Children.begin();
    std::vector<Child> Made;
    while (I != NX.Children.end() || J != NY.Children.end()) {
      bool Left = J == NY.Children.end() ||
                  (I != NX.Children.end() && I->Name < J->Name);
      bool Right = !Left && (I == NX.Children.end() || J->Name < I->Name);
      if (!Left && !Right) {
        Made.push_back({I->Name, node(I->Id, J->Id)});
        ++I, ++J;
        continue;
      }
      // There in one state only. Set against unset is unknown; what the other
      // state leaves open stays open.
      const Child &C = Left ? *I : *J;
      if (!(Left ? NY : NX).Open && !mutant("joins-drop-one-sides-slots")) {
        NodeId M = R.make();
        Value V = R.freshValue(Why);
        Node &U = R.edit(M);
        U.Val = V;
        U.Open = Why;
        Made.push_back({C.Name, M});
      }
      Left ? ++I : ++J;
    }
    R.edit(N).Children = std::move(Made);
  }

  void elements(NodeId N, const Node &NX, const Node &NY) {
    // Header lines that can't be a User-Agent are given up when they differ.
    auto Significant = [](const Disjunct &D, const Node &N) {
      std::vector<NodeId> Kept;
      for (NodeId E : N.Elems)
        if (!D.node(E).PlainHeader)
          Kept.push_back(E);
      return Kept;
    };
    std::vector<NodeId> X = NX.Elems, Y = NY.Elems;
    if (X.size() != Y.size()) {
      X = Significant(A, NX);
      Y = Significant(B, NY);
    }
    std::vector<NodeId> Made;
    for (unsigned I = 0; I < std::min(X.size(), Y.size()); ++I)
      Made.push_back(node(X[I], Y[I]));
    Node &Edited = R.edit(N);
    Edited.Elems = std::move(Made);
    if (X.size() != Y.size() && !mutant("joins-drop-one-sides-headers"))
      Edited.Open = Why;
  }

  Value onlyValue(const Disjunct &D, Value V) {
    if (V.isRef())
      V.N = only(D, V.N);
    else if (&D == &B && V.isSymbol())
      V.S = symbolOfB(V.S);
    else if (&D == &B && V.isText() && !V.T->isLiteral())
      V = Value::text(textOfB(*V.T));
    return V;
  }

  /// Copies what one state alone has.
  NodeId only(const Disjunct &D, NodeId N) {
    if (!N)
      return 0;
    auto &Map = &D == &A ? FromA : FromB;
    auto [It, New] = Map.try_emplace(N, 0);
    if (!New)
      return It->second;
    NodeId M = R.make();
    It->second = M;
    Node Copy = D.node(N);
    Copy.Val = onlyValue(D, Copy.Val);
    for (Child &C : Copy.Children)
      C.Id = only(D, C.Id);
    for (NodeId &E : Copy.Elems)
      E = only(D, E);
    R.edit(M) = Copy;
    return M;
  }

  const Disjunct &A, &B;
  const OriginRef &Why;
  bool Widen;
  Disjunct R;
  llvm::DenseMap<std::pair<NodeId, NodeId>, NodeId> Pairs;
  llvm::DenseMap<NodeId, NodeId> FromA, FromB;
  std::vector<SymbolId> InB, InA; ///< of a symbol of A and of B, the other of the pair
  llvm::DenseMap<SymbolId, SymbolId> SymbolsOfB; ///< those that A does not have
  std::vector<std::tuple<Value, Value, Value>> Unknowns; ///< made of the two behind them
};

} // namespace

Disjunct join(const Disjunct &A, const Disjunct &B, const OriginRef &Why, bool Widen) {
  auto Join = [&](const Disjunct &First, const Disjunct &Second) {
    return Joining(First, Second, Why, Widen).run();
  };
  Disjunct R = Join(A, B);
  checkJoin(A, B, R, Join);
  return R;
}

unsigned distance(const Disjunct &A, const Disjunct &B) {
  unsigned Count = A.Nodes.size() > B.Nodes.size() ? A.Nodes.size() - B.Nodes.size()
                                                   : B.Nodes.size() - A.Nodes.size();
  for (NodeId N = 1; N < std::min(A.Nodes.size(), B.Nodes.size()); ++N) {
    const Node &X = A.node(N), &Y = B.node(N);
    bool Http = X.Request || X.Session || Y.Request || Y.Session;
    Count += !(X.Val == Y.Val);
    Count += (X.Children.size() != Y.Children.size()) * (Http ? 16 : 2);
    Count += (X.Elems.size() != Y.Elems.size()) * 4;
  }
  return Count;
}

} // namespace mde::paths
