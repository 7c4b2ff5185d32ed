//===- Paths/TestCalls.cpp - Models' tests -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::Effect;
using models::Expr;
using models::Fn;
using models::TypeModel;

Tri ModelCall::emptyText(const Text &T) {
  Tri E = T.isEmpty();
  if (E == Tri::Maybe) {
    bool Never = true;
    for (const Pattern &P : T.alternatives()) {
      bool Some = false;
      for (const Piece &Part : P.pieces())
        Some |= Part.isHole() && Part.AHole->Symbol && D.Symbols[Part.AHole->Symbol].NotEmpty;
      Never &= Some || P.isEmpty() == Tri::No;
    }
    if (Never)
      return Tri::No;
  }
  return E;
}

Tri ModelCall::equalTexts(const Text &A, const Text &B, bool NoCase) {
  Tri T = NoCase ? equals(toLower(A), toLower(B)) : equals(A, B);
  if (T != Tri::Maybe)
    return T;
  if (A == B && A.alternatives().size() == 1)
    return Tri::Yes;
  // What earlier tests of the same hole said.
  for (auto [X, Y] : {std::pair(&A, &B), std::pair(&B, &A)}) {
    auto L = Y->literal();
    if (!L || X->alternatives().size() != 1)
      continue;
    auto Pieces = X->alternatives()[0].pieces();
    if (Pieces.size() != 1 || !Pieces[0].isHole())
      continue;
    const SymbolInfo &Info = D.Symbols[Pieces[0].AHole->Symbol];
    if (L->empty() && Info.NotEmpty)
      return Tri::No;
    if (!NoCase && llvm::is_contained(Info.NotTexts, *L))
      return Tri::No;
    for (const std::string &Not : Info.NotTextsNoCase)
      if (llvm::StringRef(Not).equals_insensitive(*L))
        return Tri::No;
  }
  return T;
}

/// A test for a part of a text: starts-with, ends-with, contains.
Value ModelCall::partTest(Fn F, const Text &A, const Text &B) {
  Tri All = Tri::Maybe;
  if (auto L = B.literal()) {
    bool First = true;
    for (const Pattern &P : A.alternatives()) {
      Tri T = testAlternative(models::name(F), P, *L);
      All = First ? T : All == T ? T : Tri::Maybe;
      First = false;
    }
  }
  return M.ofTri(All, models::name(F), Value::text(A), Value::text(B));
}

Value ModelCall::testCall(const Expr &X) {
  auto Arg = [&](unsigned I) { return eval(X.Operands[I]); };
  auto Limited = [&](unsigned I) {
    Text T = M.textOf(Arg(I));
    if (X.Operands.size() > 2)
      if (auto N = intOf(X.Operands[2]))
        return substr(T, 0, *N, D.fresh(nullptr), M.originOfPart(T));
    return T;
  };
  switch (X.F) {
  case Fn::IsEmpty: {
    Value V = Arg(0);
    if (V.isRef() && V.I < 0 && D.node(V.N).Model && D.node(V.N).Model->Is == TypeModel::Collection) {
      const Node &N = D.node(V.N);
      if (!N.Elems.empty() || !N.Open)
        return Value::integer(N.Elems.empty());
      if (M.C.choose(2) == 0) {
        append(V.N, nullptr, Value(), models::Effect::Add);
        NodeId Elem = D.node(V.N).Elems.back();
        M.makeUnknown(Elem, nullptr, N.Open);
        return Value::integer(0);
      }
      D.edit(V.N).Open = nullptr;
      return Value::integer(1);
    }
    Text T = M.textOf(V);
    return M.ofTri(emptyText(T), "empty", Value::text(T), Value());
  }
  case Fn::Equal:
  case Fn::EqualNoCase: {
    Value A = Arg(0), B = Arg(1);
    bool NoCase = X.F == Fn::EqualNoCase;
    Value SA = M.scalarOf(A), SB = M.scalarOf(B);
    if (SA.isText() || SB.isText() || NoCase) {
      Text TA = M.textOf(A), TB = M.textOf(B);
      return M.ofTri(equalTexts(TA, TB, NoCase), NoCase ? "equal-no-case" : "equal", Value::text(TA), Value::text(TB));
    }
    if (SA.isRef() && SB.isRef())
      if (Tri T = iteratorsEqual(SA, SB); T != Tri::Maybe)
        return Value::integer(T == Tri::Yes);
    return M.binary("==", SA, SB);
  }
  case Fn::Compare:
  case Fn::CompareNoCase: {
    bool NoCase = X.F == Fn::CompareNoCase;
    // The first characters alone: 0 when the text begins with the literal.
    if (auto N = X.Operands.size() > 2 ? intOf(X.Operands[2]) : std::nullopt) {
      Text Whole = M.textOf(Arg(0));
      auto L = M.textOf(Arg(1)).literal();
      if (L && *N >= 0 && L->size() >= size_t(*N) && !Whole.isLiteral())
        return M.unary("!", partTest(NoCase ? Fn::StartsWithNoCase : Fn::StartsWith, Whole,
                                       Text::literal(llvm::StringRef(*L).take_front(*N))));
    }
    Text A = Limited(0), B = Limited(1);
    Tri T = equalTexts(A, B, NoCase);
    if (T == Tri::Yes)
      return Value::integer(0);
    auto LA = A.literal(), LB = B.literal();
    if (LA && LB)
      return Value::integer(NoCase ? llvm::StringRef(*LA).compare_insensitive(*LB) : LA->compare(*LB) < 0 ? -1 : 1);
    Value V = M.test(NoCase ? "compare-no-case" : "compare", Value::text(A), Value::text(B));
    if (V.isSymbol()) {
      D.Symbols[V.S].Bool = false;
      if (T == Tri::No)
        M.assume(V, true);
    }
    return V;
  }
  case Fn::Less:
    return M.binary("<", M.scalarOf(Arg(0)), M.scalarOf(Arg(1)));
  case Fn::Fits: {
    Text T = M.textOf(Arg(0));
    Value Position = M.scalarOf(Arg(1));
    if (Position.isInt()) {
      // A negative one is beyond everything: a size_t.
      if (Position.I < 0)
        return Value::integer(0);
      if (auto Length = T.length())
        return Value::integer(uint64_t(Position.I) <= *Length);
      auto IsKnown = [&](const Pattern &P) { return P.knownPrefix().size() >= size_t(Position.I); };
      if (llvm::all_of(T.alternatives(), IsKnown))
        return Value::integer(1);
    } else if (auto Offset = M.offsetFromLength(Position, T); Offset && *Offset <= 0) {
      return Value::integer(1);
    }
    return M.test("fits", Value::text(T), Position);
  }
  case Fn::StartsWith:
  case Fn::StartsWithNoCase:
  case Fn::EndsWith:
  case Fn::Contains: {
    return partTest(X.F, M.textOf(Arg(0)), M.textOf(Arg(1)));
  }
  case Fn::IsText: {
    Value V = Arg(0);
    if (V.isText())
      return Value::integer(1);
    if (V.isRef()) {
      const Node &N = D.node(V.N);
      if (!N.Val.isText() && N.Val.isRef())
        return Value::integer(D.node(N.Val.N).Val.isText());
      return Value::integer(N.Val.isText() || (N.Model && N.Model->Is == TypeModel::Text));
    }
    return Value::integer(0);
  }
  case Fn::Known: {
    Value V = iteratorOf(Arg(0));
    return Value::integer((V.isRef() && D.node(V.N).Val.isText() ? *D.node(V.N).Val.T : M.textOf(V)).isLiteral());
  }
  case Fn::Holds: {
    Value V = Arg(0);
    if (V.isRef() && V.I < 0 && D.node(V.N).Val.isRef())
      V = D.node(V.N).Val;
    const Expr &What = X.Operands[1];
    // Of unknown contents: which alternative it holds is a fact about them.
    if (V.isSymbol() || (V.isRef() && V.I < 0 && D.node(V.N).Val.isSymbol())) {
      Value Contents = V.isSymbol() ? V : D.node(V.N).Val;
      Value Alternative = eval(What);
      if (What.K == Expr::TArg && size_t(What.Index) < Callee->TemplateArgs.size() && Callee->TemplateArgs[What.Index].Ty)
        Alternative = Value::text(Text::literal(ir::print(*Callee->TemplateArgs[What.Index].Ty)));
      for (auto &[T, R] : D.Terms)
        if (T.Op == "holds" && T.A == Contents && !(T.B == Alternative) && M.truth(R) == Tri::Yes)
          return Value::integer(0);
      return M.test("holds", Contents, Alternative);
    }
    if (V.isRef() && What.K == Expr::TArg) {
      const Node &Held = D.node(V.N);
      if (size_t(What.Index) < Callee->TemplateArgs.size() && Callee->TemplateArgs[What.Index].Ty) {
        // any_cast<const T &> asks for a T.
        const ir::Type *Ty = Callee->TemplateArgs[What.Index].Ty;
        if (Ty->K == ir::Type::Reference && Ty->Inner)
          Ty = Ty->Inner;
        if (Ty->isClass() && !Held.Class.empty())
          return Value::integer(Held.Class == Ty->Name);
        if (Ty->isClass() != !Held.Class.empty() && !Held.Open)
          return Value::integer(0);
      }
    }
    return M.test("holds", V, eval(What).isInt() ? eval(What) : Value());
  }
  case Fn::Not:
    return M.unary("!", M.scalarOf(Arg(0)));
  case Fn::NotNull: {
    Value V = M.scalarOf(Arg(0));
    if (V.isRef() && V.N && D.node(V.N).Val.is(Value::Unset) && D.node(V.N).Model &&
        D.node(V.N).Model->Is != TypeModel::Object && D.node(V.N).Model->Is != TypeModel::Request &&
        D.node(V.N).Model->Is != TypeModel::Text && D.node(V.N).Model->Is != TypeModel::Collection)
      return Value::integer(0);
    return M.unary("bool", V);
  }
  default:
    return Value();
  }
}

} // namespace mde::paths
