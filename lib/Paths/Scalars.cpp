//===- Paths/Scalars.cpp - Reading values and testing them ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A test whose answer is open yields a symbol, and the Term that it stands for
// is remembered. When a branch decides the symbol, assume() reads the Term back
// and narrows what was tested:
//
//   s7 = (s3 == 2)       branch on s7, true:  s3 becomes 2, s7 becomes 1
//   s8 = empty({s4})     branch on s8, false: hole s4 is 'not empty'
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

Value Machine::scalarOf(const Value &V) {
  if (V.isRef() && V.I < 0) {
    const Node &N = D.node(V.N);
    if (!N.Val.is(Value::Unset))
      return N.Val;
  }
  return V;
}

/// A char array filled element by element, as the text before its NUL.
static std::optional<Text> textOfElements(const Disjunct &D, const Node &N, int64_t From) {
  std::string S;
  for (size_t I = std::max<int64_t>(From, 0); I < N.Elems.size(); ++I) {
    const Value &V = D.node(N.Elems[I]).Val;
    if (V.is(Value::Unset) || (V.isInt() && V.I == 0))
      return Text::literal(S, N.Made);
    if (!V.isInt() || V.I < -128 || V.I > 255)
      return std::nullopt;
    S.push_back(char(V.I));
  }
  return Text::literal(S, N.Made);
}

Text Machine::textOf(const Value &V) {
  switch (V.K) {
  case Value::Text:
    return *V.T;
  case Value::Null:
  case Value::Unset:
    return Text();
  case Value::Symbol: {
    Hole H;
    H.Symbol = V.S;
    const SymbolInfo &Info = D.Symbols[V.S];
    H.From = Info.From ? Info.From : origin(Origin::Runtime, "a value");
    H.NotEmpty = Info.NotEmpty;
    H.OneLine = Info.OneLine;
    return Text::hole(H);
  }
  case Value::Ref: {
    const Node &N = D.node(V.N);
    if (V.I > 0 && N.Val.isText()) {
      Text T = *N.Val.T;
      if (fromEnd(V.I) == 0)
        return Text();
      return substr(T, V.I, TextNpos, D.fresh(nullptr), originOfPart(T));
    }
    if (N.Val.isText())
      return *N.Val.T;
    if (!N.Elems.empty() && N.Ty && N.Ty->K == ir::Type::Array && N.Ty->Inner &&
        N.Ty->Inner->K == ir::Type::Char)
      if (auto T = textOfElements(D, N, V.I))
        return *T;
    if (V.I >= 0 && V.I < int64_t(N.Elems.size()))
      return textOf(Value::ref(N.Elems[V.I]));
    if (!N.Elems.empty() && !N.Model && D.node(N.Elems[0]).Val.isText())
      return textOf(Value::ref(N.Elems[0]));
    if (N.Val.isRef() && N.Val.N != V.N)
      return textOf(N.Val);
    if (N.Val.isSymbol())
      return textOf(N.Val);
    if (N.Open) {
      SymbolId S = D.fresh(N.Open);
      Text T = Text::hole(S, N.Open);
      D.edit(V.N).Val = Value::text(T);
      return T;
    }
    // An object is no text because it holds none.
    bool IsText = N.Model ? N.Model->Is == models::TypeModel::Text : N.Class.empty();
    if (N.Val.isNull() || (N.Val.is(Value::Unset) && IsText))
      return Text();
    break;
  }
  case Value::Int:
  case Value::Func:
  case Value::Member:
    break;
  }
  OriginRef Why = origin(Origin::Unknown, "a value that is no text");
  return Text::hole(D.fresh(Why), Why);
}

Tri Machine::truth(const Value &V) {
  switch (V.K) {
  case Value::Int:
    return triOf(V.I != 0);
  case Value::Null:
  case Value::Unset:
    return Tri::No;
  case Value::Ref:
  case Value::Func:
  case Value::Text:
  case Value::Member:
    return Tri::Yes;
  case Value::Symbol: {
    const SymbolInfo &Info = D.Symbols[V.S];
    if (Info.notZero())
      return Tri::Yes;
    return Tri::Maybe;
  }
  }
  return Tri::Maybe;
}

/// What \p T was found to be, or was called, before; null if it is new. `b == a` is
/// `a == b`.
static const Value *resultOf(const Disjunct &D, const Term &T) {
  static constexpr llvm::StringLiteral EitherWay[] = {"==", "equal", "equal-no-case", "+", "*", "&", "|", "^"};
  auto It = D.Terms.find(T);
  if (It == D.Terms.end() && llvm::is_contained(EitherWay, T.Op))
    It = D.Terms.find(Term{T.Op, T.B, T.A});
  return It == D.Terms.end() ? nullptr : &It->second;
}

Value Machine::test(llvm::StringRef Op, const Value &A, const Value &B) {
  Term T{E.intern(Op), A, B};
  if (const Value *Known = resultOf(D, T))
    return *Known;
  Value V = D.freshValue(origin(Origin::Runtime, "a condition"));
  D.Symbols[V.S].Bool = true;
  D.Terms.emplace(std::move(T), V);
  return V;
}

Value Machine::ofTri(Tri T, llvm::StringRef Op, const Value &A, const Value &B) {
  if (T != Tri::Maybe)
    return Value::integer(T == Tri::Yes);
  return test(Op, A, B);
}

/// The symbol of a text that is one hole and nothing else.
static SymbolId singleHole(const Value &V) {
  if (V.isSymbol())
    return V.S;
  if (!V.isText() || V.T->alternatives().size() != 1)
    return 0;
  auto Pieces = V.T->alternatives()[0].pieces();
  return Pieces.size() == 1 && Pieces[0].isHole() ? Pieces[0].AHole->Symbol : 0;
}

/// Comparison of integers, given how A relates to B where it is known.
static Tri compareInts(llvm::StringRef Op, int64_t ALo, int64_t AHi, int64_t BLo, int64_t BHi) {
  auto Always = [](bool Yes, bool No) { return Yes ? Tri::Yes : No ? Tri::No : Tri::Maybe; };
  if (Op == "<")
    return Always(AHi < BLo, ALo >= BHi);
  if (Op == "<=")
    return Always(AHi <= BLo, ALo > BHi);
  if (Op == ">")
    return Always(ALo > BHi, AHi <= BLo);
  if (Op == ">=")
    return Always(ALo >= BHi, AHi < BLo);
  if (Op == "==")
    return Always(ALo == AHi && BLo == BHi && ALo == BLo, AHi < BLo || BHi < ALo);
  return Always(AHi < BLo || BHi < ALo, ALo == AHi && BLo == BHi && ALo == BLo);
}

static Value arithmetic(llvm::StringRef Op, int64_t A, int64_t B, bool &Known) {
  Known = true;
  uint64_t X = A, Y = B;
  if (Op == "+")
    return Value::integer(X + Y);
  if (Op == "-")
    return Value::integer(X - Y);
  if (Op == "*")
    return Value::integer(X * Y);
  if ((Op == "/" || Op == "%") && B != 0 && !(A == INT64_MIN && B == -1))
    return Value::integer(Op == "/" ? A / B : A % B);
  if (Op == "<<" && B >= 0 && B < 64)
    return Value::integer(X << B);
  if (Op == ">>" && B >= 0 && B < 64)
    return Value::integer(A >> B);
  if (Op == "&")
    return Value::integer(X & Y);
  if (Op == "|")
    return Value::integer(X | Y);
  if (Op == "^")
    return Value::integer(X ^ Y);
  Known = false;
  return Value();
}

/// Whether \p B was found out to be `!A`, and both are 0 or 1.
static bool isNegation(const Disjunct &D, const Value &A, const Value &B) {
  if (!A.isSymbol() || !B.isSymbol() || !D.Symbols[A.S].Bool || !D.Symbols[B.S].Bool)
    return false;
  auto It = D.Terms.find(Term{"!", A, Value()});
  return It != D.Terms.end() && It->second == B;
}

Value Machine::binary(llvm::StringRef Op, Value A, Value B) {
  bool Comparison = Op == "==" || Op == "!=" || Op == "<" || Op == "<=" || Op == ">" || Op == ">=";
  if (A.is(Value::Unset))
    A = Value::integer(0);
  if (B.is(Value::Unset))
    B = Value::integer(0);
  if (!Comparison) {
    bool Known = false;
    if (A.isInt() && B.isInt())
      if (Value V = arithmetic(Op, A.I, B.I, Known); Known)
        return V;
    if (Op == "+" && (A.isRef() || A.isText()))
      return elementRef(A, B);
    if (Op == "+" && (B.isRef() || B.isText()))
      return elementRef(B, A);
    if (Op == "-" && (A.isRef() || A.isText())) {
      if (B.isInt())
        return elementRef(A, Value::integer(-B.I));
      if (A.isRef() && B.isRef() && A.N == B.N)
        return Value::integer(std::max<int64_t>(A.I, 0) - std::max<int64_t>(B.I, 0));
    }
    // What all is written of leaves nothing to write.
    if (Op == "-" && A.isSymbol() && A == B)
      return Value::integer(0);
    if (Op == "+" && A.isInt() && A.I == 0)
      return B;
    if ((Op == "+" || Op == "-") && B.isInt() && B.I == 0)
      return A;
    if (A.isSymbol() || B.isSymbol()) {
      Term T{E.intern(Op), A, B};
      if (const Value *Known = resultOf(D, T))
        return *Known;
      Value V = D.freshValue(origin(Origin::Runtime, "a computed value"));
      D.Terms.emplace(std::move(T), V);
      return V;
    }
    return D.freshValue(origin(Origin::Runtime, "a computed value"));
  }

  auto IsAddress = [](const Value &V) { return V.isRef() || V.is(Value::Func) || V.isText() || V.is(Value::Member); };
  bool Equality = Op == "==" || Op == "!=";
  auto Equal = [&](bool Same) { return Value::integer(Same == (Op == "==")); };
  if (A.isInt() && B.isInt())
    return Value::integer(compareInts(Op, A.I, A.I, B.I, B.I) == Tri::Yes);
  if (Equality) {
    auto IsZero = [](const Value &V) { return V.isNull() || (V.isInt() && V.I == 0); };
    if (IsZero(A) && IsZero(B))
      return Equal(true);
    if ((IsZero(A) && IsAddress(B)) || (IsZero(B) && IsAddress(A)))
      return Equal(false);
    if (A.isRef() && B.isRef() && A.N == B.N && (A.I == EndIndex || B.I == EndIndex))
      return Equal(refsEqual(A, B));
    if (A.isRef() && B.isRef() && A.N != B.N) {
      // An element is at one address, however it was come by.
      auto Element = [&](const Value &V) {
        const Node &N = D.node(V.N);
        bool Array = N.Ty && N.Ty->K == ir::Type::Array;
        if ((V.I >= 0 || Array) && size_t(std::max<int64_t>(V.I, 0)) < N.Elems.size())
          return Value::ref(N.Elems[std::max<int64_t>(V.I, 0)]);
        return V;
      };
      A = Element(A), B = Element(B);
    }
    if (A.isRef() && B.isRef()) {
      auto Index = [](const Value &V) { return std::max<int64_t>(V.I, 0); };
      if (A.N == B.N)
        return Equal(Index(A) == Index(B));
      // A view's characters lie in something else, and a pointer to an element counts
      // on from there; both have a place of their own here.
      auto Characters = [](const Node &N) { return N.Class.empty() && N.Val.isText(); };
      bool Within = A.I > 0 || B.I > 0;
      if (!Within && !(Characters(D.node(A.N)) && Characters(D.node(B.N))))
        return Equal(false);
      return Op == "!=" ? unary("!", test("==", A, B)) : test("==", A, B);
    }
    if (A.K == B.K && (A.is(Value::Func) || A.is(Value::Member)))
      return Equal(A == B);
  }
  if (A.isSymbol() && A == B)
    return Value::integer(compareInts(Op, 0, 0, 0, 0) == Tri::Yes);
  if (Equality && (isNegation(D, A, B) || isNegation(D, B, A)))
    return Equal(false);
  if (A.isRef() && B.isRef() && A.N == B.N)
    return Value::integer(compareInts(Op, std::max<int64_t>(A.I, 0), std::max<int64_t>(A.I, 0),
                                      std::max<int64_t>(B.I, 0), std::max<int64_t>(B.I, 0)) == Tri::Yes);
  if (B.isSymbol() && !A.isSymbol()) {
    std::swap(A, B);
    Op = Op == "<" ? ">" : Op == "<=" ? ">=" : Op == ">" ? "<" : Op == ">=" ? "<=" : Op;
  }
  if (A.isSymbol() && (B.isInt() || B.isNull())) {
    const SymbolInfo &Info = D.Symbols[A.S];
    int64_t Lo = Info.Lo, Hi = Info.Hi, I = B.isInt() ? B.I : 0;
    if (Info.Bool)
      Lo = std::max<int64_t>(Lo, 0), Hi = std::min<int64_t>(Hi, 1);
    Tri T = compareInts(Op, Lo, Hi, I, I);
    if (Equality && llvm::binary_search(Info.NotInts, I))
      T = triOf(Op == "!=");
    if (T != Tri::Maybe)
      return Value::integer(T == Tri::Yes);
    // A flag that equals 1 is the flag itself.
    if (Info.Bool && Equality && B.isInt() && (I == 0 || I == 1))
      return (Op == "==") == (I == 1) ? A : unary("!", A);
    // One term for a test and its opposite.
    if (Op == "!=")
      return unary("!", test("==", A, B));
    if (Op == ">=")
      return unary("!", test("<", A, B));
    if (Op == ">")
      return unary("!", test("<=", A, B));
  } else if (Op == "!=") {
    return unary("!", test("==", A, B));
  } else if (A.isSymbol() && B.isSymbol()) {
    // Of the four that order two unknowns, one.
    if (Op == ">" || Op == "<=")
      std::swap(A, B);
    if (Op == ">=" || Op == "<=")
      return unary("!", test("<", A, B));
    if (Op == ">")
      return test("<", A, B);
  }
  return test(Op, A, B);
}

Value Machine::unary(llvm::StringRef Op, Value A) {
  if (Op == "!" || Op == "bool") {
    Tri T = truth(A);
    if (T != Tri::Maybe)
      return Value::integer((T == Tri::Yes) == (Op == "bool"));
    if (Op == "bool")
      return D.Symbols[A.S].Bool ? A : test("bool", A, Value());
    // !!x is x.
    for (auto &[Tm, V] : D.Terms)
      if (V == A && Tm.Op == "!" && Tm.A.isSymbol() && D.Symbols[Tm.A.S].Bool)
        return Tm.A;
    return test("!", A, Value());
  }
  if (A.isInt() && Op == "-")
    return Value::integer(-uint64_t(A.I));
  if (A.isInt() && Op == "~")
    return Value::integer(~A.I);
  if (A.isSymbol())
    return test(Op, A, Value());
  return D.freshValue(origin(Origin::Runtime, "a computed value"));
}

/// Takes for true that hole \p S is, or is not, \p Literal.
static bool narrowText(Disjunct &D, SymbolId S, const Text &To, bool Equal, bool NoCase) {
  auto L = To.literal();
  if (!L)
    return true;
  SymbolInfo &Info = D.Symbols[S];
  if (Equal) {
    if ((L->empty() && Info.NotEmpty) || llvm::is_contained(Info.NotTexts, *L))
      return false;
    for (const std::string &Not : Info.NotTextsNoCase)
      if (llvm::StringRef(Not).equals_insensitive(*L))
        return false;
    D.substitute(S, Value::text(To));
    return true;
  }
  D.fact(Info.InputId, L->empty() ? "!0" : "!" + print(To));
  if (L->empty())
    Info.NotEmpty = true;
  else
    (NoCase ? Info.NotTextsNoCase : Info.NotTexts).push_back(*L);
  return true;
}

/// Takes excluded values off the ends of the range.
static bool tighten(SymbolInfo &Info) {
  while (Info.Lo <= Info.Hi && llvm::binary_search(Info.NotInts, Info.Lo))
    ++Info.Lo;
  while (Info.Lo <= Info.Hi && llvm::binary_search(Info.NotInts, Info.Hi))
    --Info.Hi;
  return Info.Lo <= Info.Hi;
}

static bool excludeInt(SymbolInfo &Info, int64_t I) {
  auto It = llvm::lower_bound(Info.NotInts, I);
  if (It == Info.NotInts.end() || *It != I)
    Info.NotInts.insert(It, I);
  return tighten(Info);
}

Tri testAlternative(llvm::StringRef Op, const Pattern &P, llvm::StringRef Literal) {
  if (Op == "equal" || Op == "equal-no-case")
    return equalsLiteral(P, Literal, Op == "equal-no-case");
  if (Op == "starts-with" || Op == "starts-with-no-case")
    return startsWith(P, Literal, Op == "starts-with-no-case");
  if (Op == "ends-with")
    return endsWith(P, Literal);
  return Op == "contains" ? contains(P, Literal) : Tri::Maybe;
}

/// Leaves of text \p Old the alternatives that may pass a test. False when none
/// does.
static bool keepAlternatives(Disjunct &D, const Text &Old, llvm::function_ref<Tri(const Pattern &)> Passes) {
  if (Old.alternatives().size() < 2)
    return true;
  std::vector<Text> Kept;
  for (const Pattern &P : Old.alternatives())
    if (Passes(P) != Tri::No)
      Kept.push_back(Text(P));
  if (Kept.size() == Old.alternatives().size())
    return true;
  if (Kept.empty())
    return false;
  Text New = Text::join(Kept, 0);
  forEachValue(D, [&](Value &V) {
    if (V.isText() && *V.T == Old)
      V = Value::text(New);
  });
  return true;
}

/// What \p T being true or false says of its operands.
static bool narrow(Machine &M, const Term &T, bool Truth) {
  Disjunct &D = M.D;
  llvm::StringRef Op = T.Op;
  if (Op == "!")
    return M.assume(T.A, !Truth);
  if (Op == "bool")
    return M.assume(T.A, Truth);
  if (Op == "compare")       // zero exactly when equal
    return true;
  if (Op == "empty" || Op == "not-empty") {
    bool Empty = (Op == "empty") == Truth;
    if (T.A.isText() && !keepAlternatives(D, *T.A.T, [&](const Pattern &P) { return Empty ? P.isEmpty() : !P.isEmpty(); }))
      return false;
    if (SymbolId S = singleHole(T.A))
      return narrowText(D, S, Text(), Empty, false);
    return true;
  }
  if (T.A.isText() && T.B.isText() && T.B.T->isLiteral()) {
    std::string L = *T.B.T->literal();
    bool Left = keepAlternatives(D, *T.A.T, [&](const Pattern &P) {
      Tri Is = testAlternative(Op, P, L);
      return Truth ? Is : !Is;
    });
    if (!Left)
      return false;
  }
  if (Op == "equal" || Op == "equal-no-case") {
    bool NoCase = Op == "equal-no-case";
    if (SymbolId S = singleHole(T.A); S && T.B.isText())
      return narrowText(D, S, *T.B.T, Truth, NoCase);
    if (SymbolId S = singleHole(T.B); S && T.A.isText())
      return narrowText(D, S, *T.A.T, Truth, NoCase);
    return true;
  }
  if (Op == "starts-with" && Truth && T.B.isText()) {
    SymbolId S = singleHole(T.A);
    if (S && T.B.T->isLiteral()) {
      SymbolId Rest = D.fresh(D.Symbols[S].From);
      D.substitute(S, Value::text(concat(*T.B.T, Text::hole(Rest, D.Symbols[S].From))));
    }
    return true;
  }
  // What was unknown when it was compared may be known by now.
  auto IsKnown = [](const Value &V) { return V.isInt() || V.isNull(); };
  bool Orders = Op == "==" || Op == "<" || Op == "<=";
  if (Orders && IsKnown(T.A) && IsKnown(T.B))
    return compareInts(Op, T.A.I, T.A.I, T.B.I, T.B.I) == triOf(Truth);
  if (Orders && IsKnown(T.A) && T.B.isSymbol())
    return Op == "==" ? narrow(M, {Op, T.B, T.A}, Truth) : narrow(M, {Op == "<" ? "<=" : "<", T.B, T.A}, !Truth);
  if (!T.A.isSymbol() || !IsKnown(T.B)) {
    if (Op == "==" && Truth && T.A.isSymbol() && T.B.isSymbol() && T.A.S != T.B.S)
      D.substitute(T.A.S, T.B);
    else if (Op == "==" && Truth && T.A.isSymbol() && !T.B.isSymbol())
      D.substitute(T.A.S, T.B);
    return true;
  }
  SymbolInfo &Info = D.Symbols[T.A.S];
  int64_t I = T.B.isInt() ? T.B.I : 0;
  if (Op == "==") {
    if (Truth) {
      if (I < Info.Lo || I > Info.Hi || llvm::binary_search(Info.NotInts, I))
        return false;
      if (Info.Bool && (I < 0 || I > 1))
        return false;
      if (Info.Bool)
        return M.assume(T.A, I == 1);
      // A zero may stand for what an operand was: strcmp's result.
      if (I == 0)
        return M.assume(T.A, false);
      D.substitute(T.A.S, T.B);
      return true;
    }
    if (I == 0 && !Info.notZero())
      return M.assume(T.A, true);
    D.fact(Info.InputId, "!" + std::to_string(I));
    return excludeInt(Info, I);
  }
  if (Op == "<")
    Truth ? void(Info.Hi = std::min(Info.Hi, I - 1)) : void(Info.Lo = std::max(Info.Lo, I));
  else if (Op == "<=")
    Truth ? void(Info.Hi = std::min(Info.Hi, I)) : void(Info.Lo = std::max(Info.Lo, I + 1));
  else if (Op == "&" && Truth == false)
    return true;
  return tighten(Info);
}

/// Of two flags that are known to be equal, or not to be, one says what the other is:
/// the other, and that.
static std::optional<std::pair<Value, bool>> impliedFlag(const Disjunct &D) {
  for (auto It = D.Terms.lower_bound(Term{"==", Value(), Value()}); It != D.Terms.end() && It->first.Op == "=="; ++It) {
    const auto &[T, Equal] = *It;
    const Value &Known = T.A.isInt() ? T.A : T.B, &Other = T.A.isInt() ? T.B : T.A;
    if (Equal.isInt() && Known.isInt() && (Known.I == 0 || Known.I == 1) && Other.isSymbol() && D.Symbols[Other.S].Bool)
      return std::pair(Other, (Known.I == 1) == (Equal.I == 1));
  }
  return std::nullopt;
}

bool Machine::assume(const Value &V, bool Truth) {
  Tri Known = truth(V);
  if (Known != Tri::Maybe)
    return (Known == Tri::Yes) == Truth;
  if (mutant("branch-facts-ignored"))
    return true;
  SymbolId S = V.S;
  // The terms that this symbol stands for; taken out first, since narrowing
  // renames.
  llvm::SmallVector<Term, 2> Meant;
  for (auto &[T, R] : D.Terms)
    if (R == V)
      Meant.push_back(T);
  SymbolInfo Info = D.Symbols[S];
  bool IsPointer = Info.Ty && (Info.Ty->K == ir::Type::Pointer || Info.Ty->isClass());
  if (!Truth && (Info.Lo > 0 || Info.Hi < 0))
    return false;
  if (!Truth) {
    D.substitute(S, IsPointer ? Value::null() : Value::integer(0));
  } else if (Info.Bool) {
    D.substitute(S, Value::integer(1));
  } else if (!excludeInt(D.Symbols[S], 0)) {
    return false;
  } else {
    D.fact(D.Symbols[S].InputId, "!0");
  }
  for (const Term &T : Meant) {
    if (T.Op == "compare" || T.Op == "compare-no-case") {
      // Not zero: the texts differ.
      Term Eq{E.intern(T.Op == "compare" ? "equal" : "equal-no-case"), T.A, T.B};
      if (!narrow(*this, Eq, !Truth))
        return false;
      continue;
    }
    if (!narrow(*this, T, Truth))
      return false;
  }
  if (auto Flag = impliedFlag(D))
    return assume(Flag->first, Flag->second);
  return true;
}

bool Machine::decide(const Value &V) {
  Tri T = truth(V);
  if (T != Tri::Maybe)
    return T == Tri::Yes;
  bool Truth = C.choose(2) == 0;
  if (!assume(V, Truth))
    Dead = true;
  return Truth;
}

} // namespace mde::paths
