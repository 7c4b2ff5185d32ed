//===- Paths/Expressions.cpp - The expressions of models ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::Expr;
using models::Fn;
using models::TypeModel;

Value ModelCall::resultPlace() {
  if (HasResult)
    return ResultValue;
  if (!Into && Callee->Result && Callee->Result->isClass())
    Into = M.makePlace(Callee->Result);
  if (Into)
    return Value::ref(Into);
  NodeId N = D.make();
  ResultValue = Value::ref(N);
  HasResult = true;
  return ResultValue;
}

Value ModelCall::eval(const Expr &X) {
  switch (X.K) {
  case Expr::Arg:
    return size_t(X.Index) < Args.size() ? Args[X.Index] : Value();
  case Expr::Args:
    return Value();
  case Expr::This:
    return Object;
  case Expr::Result:
    return resultPlace();
  case Expr::TArg: {
    if (X.Name == "class") {
      auto Names = templateArgs(Callee->Record);
      int64_t N = 0;
      if (size_t(X.Index) < Names.size() && !Names[X.Index].getAsInteger(10, N))
        return Value::integer(N);
      return Value();
    }
    if (size_t(X.Index) < Callee->TemplateArgs.size() && !Callee->TemplateArgs[X.Index].Ty)
      return Value::integer(Callee->TemplateArgs[X.Index].Value);
    return Value();
  }
  case Expr::User:
    return Value();
  case Expr::Int:
    return Value::integer(X.Index, X.Name.empty() ? llvm::StringRef() : M.E.intern(X.Name));
  case Expr::Text:
    return Value::text(Text::literal(X.Name));
  case Expr::Null:
    return Value::null();
  case Expr::Bool:
    return Value::integer(X.Index);
  case Expr::Field: {
    // A field that was never set reads as null.
    NodeId Owner = place(X.Operands[0]);
    NodeId N = D.node(Owner).child(X.Name);
    if (!N && !D.node(Owner).Open)
      return Value::null();
    return Value::ref(N ? N : M.field(Owner, M.E.intern(X.Name)));
  }
  case Expr::Slot: {
    NodeId Owner = place(X.Operands[0]);
    NodeId N = M.slot(Owner, X.Name);
    if (N)
      return D.node(N).Val.is(Value::Unset) ? Value::ref(N) : D.node(N).Val;
    // What a library keeps for itself is taken to be as it was made.
    static constexpr llvm::StringLiteral Shared[] = {"$url", "$host", "$path", "$headers", "$user-agent", "$session"};
    if (OriginRef Why = D.node(Owner).Open; Why && llvm::is_contained(Shared, X.Name))
      return D.freshValue(Why);
    return Value::null();
  }
  case Expr::Call:
    return call(X);
  }
  return Value();
}

NodeId ModelCall::place(const Expr &X) {
  if (X.K == Expr::Field)
    return M.field(place(X.Operands[0]), M.E.intern(X.Name));
  if (X.K == Expr::Slot) {
    NodeId Owner = place(X.Operands[0]);
    NodeId N = D.node(Owner).child(X.Name);
    if (!N) {
      N = M.field(Owner, M.E.intern(X.Name));
      if (OriginRef Why = D.node(Owner).Open)
        D.edit(N).Open = Why;
    }
    Value V = D.node(N).Val;
    return V.isRef() ? M.placeOf(V) : N;
  }
  Value V = eval(X);
  const ir::Type *Pointee = nullptr;
  if (X.K == Expr::Arg && size_t(X.Index) < Callee->Params.size()) {
    const ir::Type *Ty = Callee->Params[X.Index].Ty;
    if (Ty && (Ty->K == ir::Type::Pointer || Ty->K == ir::Type::Reference))
      Pointee = Ty->Inner;
  }
  NodeId N = M.placeOf(V, Pointee);
  // A null or literal argument got a place of its own; keep it.
  if (X.K == Expr::Arg && !V.isRef() && size_t(X.Index) < Args.size())
    Args[X.Index] = Value::ref(N);
  return N;
}

NodeId ModelCall::placeOrNew(const Expr &X) {
  if (X.K == Expr::Slot)
    return place(X);
  Value V = eval(X);
  if (V.isRef() && V.I < 0) {
    NodeId N = V.N;
    const Value Held = D.node(N).Val;
    if (D.node(N).Model || !D.node(N).Elems.empty())
      return N;
    if (Held.isRef())
      return M.placeOf(Held);
    if (!Held.isNull())
      return N;
  }
  if (V.isSymbol())
    return M.placeOf(V);
  if (V.isNull() || V.is(Value::Unset) || V.isRef()) {
    NodeId N = D.make();
    Node &Made = D.edit(N);
    Made.Made = M.At;
    Made.Constructed = true;
    // The collection that the library's own type describes.
    if (Current)
      for (const TypeModel &T : Current->Lib->Types)
        if (T.Is == TypeModel::Collection && X.K == Expr::Arg &&
            size_t(X.Index) < Callee->Params.size() && Callee->Params[X.Index].Ty &&
            Callee->Params[X.Index].Ty->Inner &&
            llvm::is_contained(T.Names, withoutTemplateArgs(Callee->Params[X.Index].Ty->Inner->Name).str())) {
          Made.Model = &T;
          Made.Class = M.E.intern(T.Names.front());
        }
    if (X.K == Expr::Arg && size_t(X.Index) < Args.size())
      Args[X.Index] = Value::ref(N);
    return N;
  }
  return M.placeOf(V);
}

std::vector<Value> ModelCall::evalAll(llvm::ArrayRef<Expr> Xs, size_t From) {
  std::vector<Value> All;
  for (size_t I = From; I < Xs.size(); ++I)
    if (Xs[I].K == Expr::Args)
      for (size_t J = Xs[I].Index; J < Args.size(); ++J)
        All.push_back(Args[J]);
    else
      All.push_back(eval(Xs[I]));
  return All;
}

/// The arguments, characters as texts: what their parameters' types say.
std::vector<Value> ModelCall::printable(llvm::ArrayRef<Expr> Xs) {
  std::vector<Value> All;
  auto Add = [&](const Value &V, size_t Arg) {
    const ir::Type *Ty = Arg < Callee->Params.size() ? Callee->Params[Arg].Ty : nullptr;
    if (Ty && Ty->K == ir::Type::Reference)
      Ty = Ty->Inner;
    Value S = M.scalarOf(V);
    if (Ty && Ty->K == ir::Type::Char && S.isInt())
      All.push_back(Value::text(Text::literal(std::string(1, char(S.I)), M.At)));
    else
      All.push_back(V);
  };
  for (const Expr &X : Xs)
    if (X.K == Expr::Args)
      for (size_t J = X.Index; J < Args.size(); ++J)
        Add(Args[J], J);
    else if (X.K == Expr::Arg && size_t(X.Index) < Args.size())
      Add(Args[X.Index], X.Index);
    else
      All.push_back(eval(X));
  return All;
}

std::optional<int64_t> ModelCall::intOf(const Expr &X) {
  Value V = M.scalarOf(eval(X));
  if (V.isInt())
    return V.I;
  if (V.isNull() || V.is(Value::Unset))
    return 0;
  return std::nullopt;
}

Text ModelCall::holeText(Origin::Kind K, llvm::StringRef What) {
  OriginRef Why = M.origin(K, What);
  return Text::hole(D.fresh(Why), Why);
}

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

Value ModelCall::call(const Expr &X) {
  switch (X.F) {
  case Fn::IsEmpty: case Fn::Equal: case Fn::EqualNoCase: case Fn::Compare:
  case Fn::CompareNoCase: case Fn::StartsWith: case Fn::StartsWithNoCase:
  case Fn::EndsWith: case Fn::Contains: case Fn::Not: case Fn::NotNull:
  case Fn::IsText: case Fn::Holds:
    return testCall(X);
  case Fn::Size: case Fn::Has: case Fn::Get: case Fn::GetOrAdd: case Fn::At:
  case Fn::First: case Fn::Last: case Fn::Begin: case Fn::End: case Fn::FindKey:
  case Fn::FindValue: case Fn::Advance: case Fn::Distance: case Fn::Deref:
  case Fn::Range: case Fn::Pair: case Fn::Tuple: case Fn::Element: case Fn::CountKey:
    return collectionCall(X);
  case Fn::HeaderLine: case Fn::ParseHeaders: case Fn::UrlPart: case Fn::BuildUrl:
  case Fn::JoinUrl: case Fn::ResponseOf: case Fn::RequestPart:
    return httpCall(X);
  case Fn::Ref: case Fn::Value: case Fn::Clone: case Fn::Fresh: case Fn::BindCall:
  case Fn::BindFront: case Fn::MaybeNull: case Fn::CallOf: case Fn::FunctionNamed: case Fn::Or: case Fn::Select: case Fn::BitSet:
    return objectCall(X);
  default:
    return textCall(X);
  }
}

static std::optional<std::string> firstLiteral(const Text &T) { return T.literal(); }

Value ModelCall::textCall(const Expr &X) {
  auto Arg = [&](unsigned I) { return eval(X.Operands[I]); };
  auto ArgText = [&](unsigned I) { return M.textOf(eval(X.Operands[I])); };
  auto Unknown = [&](llvm::StringRef What) { return Value::text(holeText(Origin::Runtime, What)); };
  switch (X.F) {
  case Fn::Concat: {
    Text Whole;
    for (const Value &V : evalAll(X.Operands))
      Whole = concat(Whole, M.textOf(V), D.fresh(nullptr));
    return Value::text(Whole);
  }
  case Fn::Printf:
    return Value::text(printf(evalAll(X.Operands)));
  case Fn::Braces:
    return Value::text(braces(printable(X.Operands)));
  case Fn::Percent:
    return Value::text(percent(evalAll(X.Operands)));
  case Fn::BoostFormat:
    return Value::text(boostFormat(Arg(0), Arg(1)));
  case Fn::Print: {
    Text Whole;
    for (const Value &V : printable(X.Operands))
      Whole = concat(Whole, printed(V), D.fresh(nullptr));
    return Value::text(Whole);
  }
  case Fn::Clip: {
    Text T = ArgText(0);
    auto Size = intOf(X.Operands[1]);
    auto Less = X.Operands.size() > 2 ? intOf(X.Operands[2]) : std::optional<int64_t>(0);
    if (!Size || !Less || *Size < *Less)
      return Value::text(T);
    bool Longer = llvm::any_of(T.alternatives(), [&](const Pattern &P) {
      size_t Known = 0;
      for (const Piece &Part : P.pieces())
        Known += Part.Literal.size();
      return Known > size_t(*Size - *Less);
    });
    return Value::text(Longer ? substr(T, 0, *Size - *Less, D.fresh(nullptr),
                                       M.origin(Origin::Runtime, "a text cut short"))
                              : T);
  }
  case Fn::Buffer: {
    Value V = Arg(0);
    if (V.isNull())
      return V;
    Text T = M.textOf(V);
    NodeId N = D.make();
    D.edit(N).Val = Value::text(T);
    D.edit(N).Constructed = true;
    return Value::ref(N);
  }
  case Fn::Slice: {
    Value A = iteratorOf(Arg(0)), B = iteratorOf(Arg(1));
    if (A.isRef() && B.isRef() && A.N == B.N && D.node(A.N).Val.isText()) {
      Text T = *D.node(A.N).Val.T;
      int64_t From = std::max<int64_t>(A.I, 0), To = std::max<int64_t>(B.I, 0);
      OriginRef Why = M.origin(Origin::Runtime, "part of a text");
      if (From == EndIndex)
        return Value::text(Text());
      return Value::text(substr(T, From, B.I == EndIndex ? TextNpos : uint64_t(std::max<int64_t>(To - From, 0)), D.fresh(Why), Why));
    }
    // Pointers into one literal: what is behind the second is not in between.
    if (A.isText() && B.isText())
      if (auto X1 = A.T->literal(), X2 = B.T->literal(); X1 && X2 && llvm::StringRef(*X1).ends_with(*X2))
        return Value::text(Text::literal(llvm::StringRef(*X1).drop_back(X2->size()), M.At));
    return Unknown("part of a text");
  }
  case Fn::FindText: {
    Value V = Arg(0);
    Text T = M.textOf(V);
    auto Needle = firstLiteral(ArgText(1));
    auto How = X.Operands.size() > 2 ? firstLiteral(ArgText(2)) : std::nullopt;
    if (auto L = T.literal(); L && Needle) {
      size_t At = !How ? L->find(*Needle) : *How == "last" ? L->rfind(*Needle) : L->find_first_of(*Needle);
      if (At == std::string::npos)
        return Value::null();
      return M.elementRef(V.isRef() && V.I < 0 ? Value::ref(V.N, 0) : V, Value::integer(At));
    }
    if (Needle && !How && T.alternatives().size() == 1) {
      if (contains(T.alternatives()[0], *Needle) == Tri::No)
        return Value::null();
      if (auto At = find(T.alternatives()[0], *Needle))
        return M.elementRef(V.isRef() && V.I < 0 ? Value::ref(V.N, 0) : V, Value::integer(*At));
    }
    return M.unknown(Callee->Result, M.origin(Origin::Runtime, "a place in a text"));
  }
  case Fn::Number:
    return Value::text(numberText(Arg(0)));
  case Fn::Char: {
    Value V = M.scalarOf(Arg(0));
    if (V.isInt())
      return Value::text(Text::literal(std::string(1, char(V.I)), M.At));
    return Unknown("a character");
  }
  case Fn::Repeat: {
    auto N = intOf(X.Operands[0]), Ch = intOf(X.Operands[1]);
    if (N && Ch && *N >= 0 && *N < 4096)
      return Value::text(Text::literal(std::string(*N, char(*Ch)), M.At));
    return Unknown("repeated characters");
  }
  case Fn::Substr: {
    Text T = ArgText(0);
    auto Pos = intOf(X.Operands[1]);
    auto Len = X.Operands.size() > 2 ? intOf(X.Operands[2]) : std::optional<int64_t>(-1);
    if (!Pos || *Pos < 0)
      return Unknown("part of a text");
    if (!Len) {
      // A length that is not known leaves a beginning that is not known.
      return Unknown("part of a text");
    }
    return Value::text(substr(T, *Pos, *Len < 0 ? TextNpos : uint64_t(*Len), D.fresh(nullptr),
                              M.origin(Origin::Runtime, "part of a text")));
  }
  case Fn::Lower:
    return Value::text(toLower(ArgText(0)));
  case Fn::Upper:
    return Value::text(toUpper(ArgText(0)));
  case Fn::Trim: {
    Text T = ArgText(0);
    if (auto L = T.literal())
      return Value::text(Text::literal(llvm::StringRef(*L).trim(" \t\r\n\v\f"), M.At));
    return Value::text(T);
  }
  case Fn::Replace: {
    Text T = ArgText(0);
    auto From = firstLiteral(ArgText(1)), To = firstLiteral(ArgText(2));
    if (!From || !To || From->empty())
      return Unknown("a text with replacements");
    bool Known = true;
    Text Result = T.map([&](const Pattern &P) {
      std::vector<Piece> Pieces(P.pieces().begin(), P.pieces().end());
      for (Piece &Part : Pieces) {
        if (Part.isHole()) {
          Known = false;
          continue;
        }
        std::string New;
        llvm::StringRef Rest = Part.Literal;
        for (size_t At; (At = Rest.find(*From)) != llvm::StringRef::npos;) {
          New += Rest.take_front(At);
          New += *To;
          Rest = Rest.drop_front(At + From->size());
        }
        Part.Literal = New + Rest.str();
      }
      llvm::erase_if(Pieces, [](const Piece &Part) { return !Part.isHole() && Part.Literal.empty(); });
      return Pattern(std::move(Pieces));
    });
    return Known ? Value::text(Result) : Unknown("a text with replacements");
  }
  case Fn::ReplaceAt: {
    Text T = ArgText(0);
    auto Pos = intOf(X.Operands[1]), Len = intOf(X.Operands[2]);
    if (!Pos || !Len || *Pos < 0)
      return Unknown("a text with a replaced part");
    OriginRef Why = M.origin(Origin::Runtime, "part of a text");
    Text Head = substr(T, 0, *Pos, D.fresh(Why), Why);
    Text Tail = *Len < 0 ? Text() : substr(T, *Pos + *Len, TextNpos, D.fresh(Why), Why);
    return Value::text(concat(concat(Head, ArgText(3)), Tail));
  }
  case Fn::JoinText: {
    NodeId Coll = collectionOf(Arg(0));
    Text Sep = ArgText(1), Whole;
    bool First = true;
    for (NodeId E : D.node(Coll).Elems) {
      if (!First)
        Whole = concat(Whole, Sep);
      Whole = concat(Whole, M.textOf(Value::ref(E)));
      First = false;
    }
    if (D.node(Coll).Open)
      Whole = concat(Whole, holeText(Origin::Runtime, "more elements"));
    return Value::text(Whole);
  }
  case Fn::TextOf: {
    Value V = Arg(0);
    if (V.isNull())
      return V;
    // The same unknown pointer, null or not, is the same unknown text.
    if (V.isSymbol() && D.Symbols[V.S].Ty && D.Symbols[V.S].Ty->K == ir::Type::Pointer)
      return V;
    return Value::text(M.textOf(V));
  }
  case Fn::Hole: {
    std::string What = X.Operands.empty() ? "a value" : display(ArgText(0));
    const ir::Type *Ty = Callee->Result;
    bool Scalar = Ty && (Ty->K == ir::Type::Int || Ty->K == ir::Type::Bool || Ty->K == ir::Type::Enum ||
                         Ty->K == ir::Type::Float || Ty->K == ir::Type::Pointer);
    if (Scalar)
      return M.unknown(Ty, M.origin(Origin::Runtime, What));
    return Unknown(What);
  }
  case Fn::SameHole: {
    std::vector<Value> All = evalAll(X.Operands, 1);
    Value Key = All.empty() ? Value() : Value::text(M.textOf(All[0]));
    Term T{M.E.intern(("call " + Callee->Name).str()), Key, Value()};
    auto It = D.Terms.find(T);
    if (It != D.Terms.end())
      return It->second;
    std::string What = display(ArgText(0));
    if (What.empty())
      What = Callee->Name.str();
    if (Key.isText())
      What += "(\"" + display(*Key.T) + "\")";
    Value V = M.unknown(Callee->Result, M.origin(Origin::Runtime, What));
    D.Terms.emplace(T, V);
    return V;
  }
  case Fn::Length: {
    Text T = ArgText(0);
    if (auto N = T.length())
      return Value::integer(*N);
    Value V = M.test("length", Value::text(T), Value());
    if (V.isSymbol()) {
      D.Symbols[V.S].Bool = false;
      D.Symbols[V.S].Lo = std::max<int64_t>(D.Symbols[V.S].Lo, emptyText(T) == Tri::No);
    }
    return V;
  }
  case Fn::Find: {
    Text T = ArgText(0);
    auto Needle = firstLiteral(ArgText(1));
    auto From = X.Operands.size() > 2 ? intOf(X.Operands[2]) : std::optional<int64_t>(0);
    if (Needle && From && T.alternatives().size() == 1) {
      if (auto L = T.literal()) {
        size_t At = L->find(*Needle, *From);
        return Value::integer(At == std::string::npos ? -1 : int64_t(At));
      }
      if (*From == 0) {
        if (auto At = find(T.alternatives()[0], *Needle))
          return Value::integer(*At);
        if (contains(T.alternatives()[0], *Needle) == Tri::No)
          return Value::integer(-1);
      }
    }
    Value V = M.test("find", Value::text(T), eval(X.Operands[1]));
    if (V.isSymbol())
      D.Symbols[V.S].Bool = false, D.Symbols[V.S].Lo = -1;
    return V;
  }
  case Fn::CharAt: {
    Text T = ArgText(0);
    auto I = intOf(X.Operands[1]);
    if (I && *I >= 0 && T.alternatives().size() == 1) {
      std::string Prefix = T.alternatives()[0].knownPrefix();
      if (size_t(*I) < Prefix.size())
        return Value::integer(static_cast<unsigned char>(Prefix[*I]));
      if (T.isLiteral())
        return Value::integer(0);
    }
    return D.freshValue(M.origin(Origin::Runtime, "a character"));
  }
  default:
    return Unknown("a value");
  }
}

Value ModelCall::testCall(const Expr &X) {
  auto Arg = [&](unsigned I) { return eval(X.Operands[I]); };
  auto Limited = [&](unsigned I) {
    Text T = M.textOf(Arg(I));
    if (X.Operands.size() > 2)
      if (auto N = intOf(X.Operands[2]))
        return substr(T, 0, *N, D.fresh(nullptr), M.origin(Origin::Runtime, "part of a text"));
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
  case Fn::StartsWith:
  case Fn::StartsWithNoCase:
  case Fn::EndsWith:
  case Fn::Contains: {
    Text A = M.textOf(Arg(0)), B = M.textOf(Arg(1));
    Tri All = Tri::Maybe;
    if (auto L = B.literal()) {
      bool First = true;
      for (const Pattern &P : A.alternatives()) {
        Tri T = X.F == Fn::StartsWith ? startsWith(P, *L)
                : X.F == Fn::StartsWithNoCase ? startsWith(P, *L, true)
                : X.F == Fn::EndsWith ? endsWith(P, *L)
                                      : contains(P, *L);
        All = First ? T : All == T ? T : Tri::Maybe;
        First = false;
      }
    }
    return M.ofTri(All, models::name(X.F), Value::text(A), Value::text(B));
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
  case Fn::Holds: {
    Value V = Arg(0);
    if (V.isRef() && V.I < 0 && D.node(V.N).Val.isRef())
      V = D.node(V.N).Val;
    const Expr &What = X.Operands[1];
    if (V.isRef() && What.K == Expr::TArg) {
      const Node &Held = D.node(V.N);
      if (size_t(What.Index) < Callee->TemplateArgs.size() && Callee->TemplateArgs[What.Index].Ty) {
        const ir::Type *Ty = Callee->TemplateArgs[What.Index].Ty;
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

Value ModelCall::objectCall(const Expr &X) {
  switch (X.F) {
  case Fn::Ref:
    return Value::ref(place(X.Operands[0]));
  case Fn::Value: {
    Value V = eval(X.Operands[0]);
    return V.isRef() ? M.load(V) : V;
  }
  case Fn::Clone: {
    NodeId N = M.clone(place(X.Operands[0]));
    return Value::ref(N);
  }
  case Fn::Fresh: {
    const ir::Type *Ty = Callee->Result;
    return M.unknown(Ty && !Ty->isClass() ? Ty : nullptr,
                     M.origin(Origin::Runtime, ("the result of '" + Callee->Name + "'").str()));
  }
  case Fn::BindCall: {
    std::vector<Value> All = evalAll(X.Operands);
    NodeId N = D.make();
    D.edit(N).Model = nullptr;
    D.edit(N).Val = M.scalarOf(All[0]).is(Value::Func) ? M.scalarOf(All[0]) : All[0].isRef() ? Value::ref(M.clone(All[0].N)) : All[0];
    NodeId Bound = D.make();
    for (size_t I = 1; I < All.size(); ++I) {
      NodeId Given;
      const Value &V = All[I];
      llvm::StringRef Class = V.isRef() && V.I < 0 ? D.node(V.N).Class : llvm::StringRef();
      if (withoutTemplateArgs(Class) == "std::_Placeholder" || withoutTemplateArgs(Class) == "std::__ph") {
        Given = D.make();
        NodeId Number = D.make();
        int64_t Which = 1;
        if (auto Names = templateArgs(Class); !Names.empty())
          (void)Names[0].getAsInteger(10, Which);
        D.edit(Number).Val = Value::integer(Which);
        M.setChild(Given, "$placeholder", Number);
      } else if (V.isRef() && V.I < 0 && (D.node(V.N).Model || !D.node(V.N).Class.empty())) {
        Given = M.clone(V.N);
      } else {
        Given = D.make();
        D.edit(Given).Val = V.isRef() ? M.scalarOf(V) : V;
      }
      D.edit(Bound).Elems.push_back(Given);
    }
    M.setChild(N, "$bound", Bound);
    return Value::ref(N);
  }
  case Fn::MaybeNull: {
    Value V = eval(X.Operands[0]);
    if (V.isSymbol() || V.isNull())
      return V;
    // A symbol that a branch decides; until then it is the value, or null.
    if (M.C.choose(2) == 1)
      return Value::null();
    return V;
  }
  case Fn::BindFront: {
    std::vector<Value> All = evalAll(X.Operands);
    NodeId N = D.make();
    Value Target = M.scalarOf(All[0]);
    D.edit(N).Val = Target.is(Value::Func) ? Target : All[0].isRef() ? Value::ref(M.clone(All[0].N)) : All[0];
    NodeId Front = D.make();
    for (size_t I = 1; I < All.size(); ++I) {
      NodeId Given = append(Front, nullptr, All[I], models::Effect::Add);
      (void)Given;
    }
    M.setChild(N, "$front", Front);
    return Value::ref(N);
  }
  case Fn::CallOf: {
    std::vector<Value> All = evalAll(X.Operands);
    Value Callable = All[0], Result;
    All.erase(All.begin());
    NodeId Where = Callee->Result && Callee->Result->isClass() ? (Into ? Into : M.makePlace(Callee->Result)) : 0;
    Into = Where;
    Outcome O = M.callValue(Callable, All, Where, Result);
    if (O == Outcome::Dead)
      M.Dead = true;
    return Result;
  }
  case Fn::FunctionNamed: {
    auto L = M.textOf(eval(X.Operands[0])).literal();
    if (L)
      if (const ir::Function *Named = M.E.functionNamed(*L))
        return Value::func(Named);
    return D.freshValue(M.origin(Origin::Runtime, "a function looked up by name"));
  }
  case Fn::Or: {
    Value V = eval(X.Operands[0]);
    bool None = V.isNull() || V.is(Value::Unset) ||
                (V.isRef() && V.I < 0 && D.node(V.N).Val.isNull());
    return None ? eval(X.Operands[1]) : V;
  }
  case Fn::Select:
    return M.decide(M.scalarOf(eval(X.Operands[0]))) ? eval(X.Operands[1]) : eval(X.Operands[2]);
  case Fn::BitSet:
    return M.unary("bool", M.binary("&", M.scalarOf(eval(X.Operands[0])), M.scalarOf(eval(X.Operands[1]))));
  default:
    return Value();
  }
}

} // namespace mde::paths
