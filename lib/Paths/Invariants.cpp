//===- Paths/Invariants.cpp -----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Invariants.h"

#if MDE_INVARIANTS

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"
#include <set>

namespace mde::paths {

namespace {

/// Walks both states from their roots. A place or an unknown of J stands for one of A,
/// the same wherever J says that it is the same.
class Covering {
public:
  Covering(const Disjunct &J, const Disjunct &A) : J(J), A(A) {}

  std::string run() {
    at("return place", [&] { node(J.ReturnPlace, A.ReturnPlace); });
    at("exception", [&] { node(J.Exception, A.Exception); });
    if (J.Exception && J.ExceptionType && !(A.ExceptionType && print(*J.ExceptionType) == print(*A.ExceptionType)))
      fail("the exception's type");
    at("this", [&] { value(J.This, A.This); });
    at("result", [&] { value(J.Result, A.Result); });
    inputs();
    for (const auto &[G, N] : J.Globals)
      if (const NodeId *Mine = A.Globals.find(G))
        at("global " + std::to_string(G), [&] { node(N, *Mine); });
    for (unsigned I = 0; I < J.Locals.size(); ++I)
      at("local " + std::to_string(I), [&] { node(J.Locals[I], I < A.Locals.size() ? A.Locals[I] : 0); });
    for (const auto &[T, V] : J.Temps)
      at("temporary " + std::to_string(T), [&] { value(V, A.Temps[T]); });
    laters();
    rest();
    return std::move(Why);
  }

private:
  template <typename Function> void at(std::string Where, Function Do) {
    Path = std::move(Where);
    Do();
  }

  void fail(const llvm::Twine &What) {
    if (Why.empty())
      Why = (Path + ": " + What).str();
  }

  void inputs() {
    std::map<NodeId, NodeId> Mine;
    for (NodeId N = 1; N < A.Nodes.size(); ++N)
      if (A.node(N).InputId)
        Mine[A.node(N).InputId] = N;
    for (NodeId N = 1; N < J.Nodes.size(); ++N)
      if (NodeId In = J.node(N).InputId)
        at("input " + std::to_string(In), [&] { node(N, Mine.contains(In) ? Mine[In] : 0); });
  }

  /// What is put off in A is in J. J may have more: it is run, and found to send
  /// nothing that was not sent.
  void laters() {
    for (const Later &L : A.Laters) {
      auto Same = llvm::find_if(J.Laters, [&](const Later &Mine) {
        return Mine.At == L.At && Mine.From == L.From && Mine.Callee == L.Callee && !Mine.Sends == !L.Sends;
      });
      if (Same == J.Laters.end())
        at("put off", [&] { fail("what one state put off is gone"); });
    }
  }

  void rest() {
    Path = "facts";
    for (const auto &[Symbol, V] : J.Narrowed)
      if (llvm::none_of(A.Narrowed, [&, S = Symbol, &Mine = V](const auto &P) {
            return P.first == S && (Mine == P.second || (Mine.isRef() && P.second.isRef() && Places.lookup(Mine.N) == P.second.N));
          }))
        fail("an input is narrowed in the join only");
    for (const auto &Fact : J.Facts)
      if (!llvm::is_contained(A.Facts, Fact))
        fail(Fact.second);
    for (const std::string &Fact : J.OutsideFacts)
      if (!llvm::is_contained(A.OutsideFacts, Fact))
        fail(Fact);
    if (A.Approximate > J.Approximate)
      fail("what was approximate is exact");
    if (A.Touched > J.Touched)
      fail("what was touched is not");
    for (const auto &[T, V] : J.Terms)
      term(T, V);
  }

  /// What an unknown of J is in A; itself for what is known, null when A has none.
  std::optional<Value> inA(const Value &V) const {
    if (V.isSymbol()) {
      auto It = Unknowns.find(V.S);
      return It == Unknowns.end() ? std::nullopt : std::optional(It->second);
    }
    if (V.isRef()) {
      NodeId N = Places.lookup(V.N);
      return N ? std::optional(Value::ref(N, V.I)) : std::nullopt;
    }
    if (V.isText() && !V.T->isLiteral())
      return std::nullopt; // Holes of several alternatives stand for no one unknown.
    return V;
  }

  /// A term that J keeps is one of A, where A has unknowns for it. One that says what
  /// may be takes nothing away.
  void term(const Term &T, const Value &V) {
    if (T.Op.starts_with(MayPrefix))
      return;
    std::optional<Value> X = inA(T.A), Y = inA(T.B), Result = inA(V);
    if (!X || !Y || !Result || !(X->isSymbol() || Y->isSymbol() || X->isRef() || Y->isRef()))
      return;
    auto It = A.Terms.find(Term{T.Op, *X, *Y});
    if (It == A.Terms.end() || !(It->second == *Result))
      fail("a term '" + T.Op + "' that is none");
  }

  void value(const Value &Mine, const Value &Other) {
    if (Mine.isSymbol())
      return unknown(Mine.S, Other);
    if (Mine.isRef() && Other.isRef()) {
      if (Mine.I != Other.I)
        fail("another element");
      return node(Mine.N, Other.N);
    }
    if (Mine.isText() && Other.isText())
      return text(*Mine.T, *Other.T);
    if (!(Mine == Other))
      fail("another value");
  }

  void unknown(SymbolId S, const Value &Other) {
    auto [It, New] = Unknowns.try_emplace(S, Other);
    if (!New) {
      if (!(It->second == Other))
        fail("the same unknown is two things");
      return;
    }
    const SymbolInfo &Info = J.Symbols[S];
    if (Info.InputId && !(Other.isSymbol() && A.Symbols[Other.S].InputId == Info.InputId))
      fail("an unknown that a caller passed in is not what it passed");
    auto Within = [&](int64_t Lo, int64_t Hi) {
      if (Lo < Info.Lo || Hi > Info.Hi)
        fail("a number out of range");
    };
    if (Other.isInt() || Other.isNull()) {
      Within(Other.I, Other.I);
      if (llvm::is_contained(Info.NotInts, Other.I))
        fail("a number that it can't be");
      if (Info.Bool && Other.I != 0 && Other.I != 1)
        fail("neither true nor false");
    }
    if (Other.isText()) {
      for (const Pattern &P : Other.T->alternatives())
        for (const std::string &Not : Info.NotTexts)
          if (equalsLiteral(P, Not) == Tri::Yes)
            fail("a text that it can't be");
      if (Info.NotEmpty && Other.T->isEmpty() == Tri::Yes)
        fail("an empty text");
    }
    if (!Other.isSymbol())
      return;
    const SymbolInfo &Theirs = A.Symbols[Other.S];
    Within(Theirs.Bool ? std::max<int64_t>(Theirs.Lo, 0) : Theirs.Lo, Theirs.Bool ? std::min<int64_t>(Theirs.Hi, 1) : Theirs.Hi);
    auto All = [&](const auto &Not, const auto &NotTheirs) {
      return llvm::all_of(Not, [&](const auto &X) { return llvm::is_contained(NotTheirs, X); });
    };
    for (int64_t N : Info.NotInts)
      if (N >= Theirs.Lo && N <= Theirs.Hi && !llvm::is_contained(Theirs.NotInts, N))
        fail("an unknown that is not another number");
    if (!All(Info.NotTexts, Theirs.NotTexts) || !All(Info.NotTextsNoCase, Theirs.NotTextsNoCase))
      fail("an unknown that is not another text");
    if ((Info.NotEmpty && !Theirs.NotEmpty) || (Info.OneLine && !Theirs.OneLine) || (Info.Bool && !Theirs.Bool))
      fail("more is known of an unknown");
  }

  void text(const Text &Mine, const Text &Other) {
    for (const Pattern &P : Other.alternatives())
      if (llvm::none_of(Mine.alternatives(), [&](const Pattern &Q) { return covers(Q, P); }))
        return fail("the text " + print(Mine) + " can't be " + print(P));
  }

  /// As file names are matched: a hole of \p Q is any letters and holes of \p P. That a
  /// hole there twice is the same is not looked at.
  static bool covers(const Pattern &Q, const Pattern &P) {
    using Token = std::pair<bool, char>; // a hole, or a letter
    auto TokensOf = [](const Pattern &Of) {
      std::vector<Token> Tokens;
      for (const Piece &Part : Of.pieces())
        if (Part.isHole())
          Tokens.push_back({true, 0});
        else
          for (char C : Part.Literal)
            Tokens.push_back({false, C});
      return Tokens;
    };
    std::vector<Token> Wanted = TokensOf(Q), Given = TokensOf(P);
    size_t I = 0, G = 0, Star = ~size_t(0), Back = 0;
    while (G < Given.size()) {
      if (I < Wanted.size() && Wanted[I].first)
        Star = I++, Back = G;
      else if (I < Wanted.size() && Wanted[I] == Given[G])
        ++I, ++G;
      else if (Star != ~size_t(0))
        I = Star + 1, G = ++Back;
      else
        return false;
    }
    while (I < Wanted.size() && Wanted[I].first)
      ++I;
    return I == Wanted.size();
  }

  void node(NodeId Mine, NodeId Other) {
    if (!Mine)
      return;
    if (!Other)
      return fail("a place that is not there");
    auto [It, New] = Places.try_emplace(Mine, Other);
    if (!New) {
      if (It->second != Other)
        fail("the same place is two");
      return;
    }
    const Node &X = J.node(Mine), &Y = A.node(Other);
    if (X.InputId && X.InputId != Y.InputId)
      fail("a place that a caller has is another one");
    if (!X.Class.empty() && (X.Class != Y.Class || X.Dynamic > Y.Dynamic))
      fail("the class " + X.Class);
    if (Y.Open && !X.Open)
      fail("what was open is closed");
    if (Y.Request > X.Request || Y.Session > X.Session)
      fail("an HTTP object is none");
    if (X.Dead > Y.Dead || X.Constructed > Y.Constructed || X.Zeroed > Y.Zeroed || X.PlainHeader > Y.PlainHeader)
      fail("more is known of a place");
    if (X.Stands != Y.Stands && X.Val.isText())
      fail("a place within a text");
    value(X.Val, Y.Val);
    std::string Here = Path;
    children(X, Y, Here);
    elements(X, Y, Here);
    Path = Here;
  }

  void children(const Node &X, const Node &Y, const std::string &Here) {
    for (const Child &C : X.Children) {
      Path = Here + "." + C.Name.str();
      if (NodeId Theirs = Y.child(C.Name))
        node(C.Id, Theirs);
      else if (!J.node(C.Id).Val.isSymbol() && !J.node(C.Id).Val.is(Value::Unset))
        fail("known, but not there");
    }
    for (const Child &C : Y.Children)
      if (!X.child(C.Name) && !X.Open && !A.node(C.Id).Val.is(Value::Unset)) {
        Path = Here + "." + C.Name.str();
        fail("gone");
      }
  }

  /// Header lines that are no User-Agent may be left out.
  void elements(const Node &X, const Node &Y, const std::string &Here) {
    std::vector<NodeId> Theirs = Y.Elems;
    if (X.Elems.size() < Theirs.size())
      llvm::erase_if(Theirs, [&](NodeId E) { return A.node(E).PlainHeader; });
    if (X.Elems.size() > Theirs.size() || (X.Elems.size() < Theirs.size() && !X.Open))
      return fail("another number of elements");
    for (unsigned I = 0; I < X.Elems.size(); ++I) {
      Path = Here + "[" + std::to_string(I) + "]";
      node(X.Elems[I], Theirs[I]);
    }
  }

  const Disjunct &J, &A;
  llvm::DenseMap<NodeId, NodeId> Places;
  std::map<SymbolId, Value> Unknowns;
  std::string Path, Why;
};

} // namespace

std::string uncovered(const Disjunct &J, const Disjunct &A) { return Covering(J, A).run(); }

static void wants(const char *Invariant, const std::string &Against) {
  if (!Against.empty())
    llvm::report_fatal_error(llvm::Twine("engine invariant: ") + Invariant + ": " + Against);
}

void checkJoin(const Disjunct &A, const Disjunct &B, const Disjunct &Joined,
               llvm::function_ref<Disjunct(const Disjunct &, const Disjunct &)> Join) {
  wants("a join covers its first state", uncovered(Joined, A));
  wants("a join covers its second state", uncovered(Joined, B));
  wants("joins are idempotent", uncovered(A, Join(A, A)));
  Disjunct Other = Join(B, A);
  wants("joins are commutative", uncovered(Joined, Other));
  wants("joins are commutative", uncovered(Other, Joined));
}

void checkNumbered(const Disjunct &D, const Roots &R, llvm::StringRef Key) {
  Disjunct Again = D;
  wants("numbers are canonical", renumber(Again, R) == Key ? "" : "renumbered twice it is another state");
}

} // namespace mde::paths

#endif // MDE_INVARIANTS
