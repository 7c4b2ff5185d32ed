//===- Paths/TextCalls.cpp - Models' functions of texts ------------------===//
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

static std::optional<std::string> firstLiteral(const Text &T) { return T.literal(); }

Value ModelCall::lengthOf(const Text &T) {
  if (auto N = T.length())
    return Value::integer(*N);
  Value V = M.test("length", Value::text(T), Value());
  if (V.isSymbol()) {
    D.Symbols[V.S].Bool = false;
    D.Symbols[V.S].Lo = std::max<int64_t>(D.Symbols[V.S].Lo, emptyText(T) == Tri::No);
  }
  return V;
}

/// A part of \p T that begins with \p Prefix.
Text ModelCall::partOf(const Text &T, llvm::StringRef Prefix) {
  OriginRef Why = M.originOfPart(T);
  return concat(Text::literal(Prefix, M.At), Text::hole(D.fresh(Why), Why));
}

/// The last \p Count bytes of \p T.
Text ModelCall::endOf(const Text &T, uint64_t Count) {
  OriginRef Why = M.originOfPart(T);
  return T.map([&](const Pattern &P) {
    if (!Count || P.pieces().empty())
      return Pattern();
    const Piece &Last = P.pieces().back();
    if (Last.isHole() || (Last.Literal.size() < Count && P.pieces().size() > 1))
      return Pattern({Piece::hole({D.fresh(Why), Why})});
    Piece Kept = Last;
    Kept.Literal = llvm::StringRef(Last.Literal).take_back(Count).str();
    return Pattern({std::move(Kept)});
  });
}

/// What \p T is known to begin with up to \p End, a position that a search
/// found: what was looked for is not in the part that is known.
std::string ModelCall::prefixBefore(const Text &T, const Value &End) {
  if (!End.isSymbol() || T.alternatives().size() != 1)
    return "";
  for (auto &[Tm, R] : D.Terms)
    if (R == End && Tm.Op == "find" && Tm.A.isText() && *Tm.A.T == T && Tm.B.isText())
      if (auto Needle = Tm.B.T->literal(); Needle && !Needle->empty()) {
        std::string Prefix = T.alternatives()[0].knownPrefix();
        Prefix.resize(Prefix.size() - std::min(Prefix.size(), Needle->size() - 1));
        return Prefix;
      }
  return "";
}

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
      OriginRef Why = M.originOfPart(T);
      if (From == EndIndex)
        return Value::text(Text());
      if (fromEnd(From) && fromEnd(To))
        return Value::text(endOf(M.textBefore(T, To), *fromEnd(From) - *fromEnd(To)));
      if (fromEnd(To))
        return Value::text(substr(M.textBefore(T, To), From, TextNpos, D.fresh(Why), Why));
      return Value::text(substr(T, From, std::max<int64_t>(To - From, 0), D.fresh(Why), Why));
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
    auto Part = Ch ? std::string(1, char(*Ch)) : firstLiteral(ArgText(1));
    if (!N || !Part || *N < 0 || *N >= 4096 || Part->size() * *N >= 65536)
      return Unknown("repeated characters");
    std::string Whole;
    for (int64_t I = 0; I < *N; ++I)
      Whole += *Part;
    return Value::text(Text::literal(Whole, M.At));
  }
  case Fn::Substr: {
    Text T = ArgText(0);
    auto Pos = intOf(X.Operands[1]);
    auto Len = X.Operands.size() > 2 ? intOf(X.Operands[2]) : std::optional<int64_t>(-1);
    if (!Pos || *Pos < 0)
      return Value::text(partOf(T, ""));
    if (!Len) {
      Value End = M.scalarOf(eval(X.Operands[2]));
      // Up to so many bytes before the end, or all that there is.
      if (auto Offset = M.offsetFromLength(End, T)) {
        int64_t Past = std::min<int64_t>(*Pos + *Offset, 0);
        Text Head = fromEnd(EndIndex + Past) ? M.textBefore(T, EndIndex + Past) : partOf(T, "");
        return Value::text(substr(Head, *Pos, TextNpos, D.fresh(nullptr), M.originOfPart(T)));
      }
      return Value::text(*Pos == 0 ? partOf(T, prefixBefore(T, End)) : partOf(T, ""));
    }
    return Value::text(substr(T, *Pos, *Len < 0 ? TextNpos : uint64_t(*Len), D.fresh(nullptr),
                              M.originOfPart(T)));
  }
  case Fn::DropEnd: {
    Text T = ArgText(0);
    auto N = intOf(X.Operands[1]);
    return Value::text(N && *N >= 0 && *N < 4096 ? M.textBefore(T, EndIndex - *N) : partOf(T, ""));
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
      // What is replaced may stand in several pieces.
      std::string Whole, New;
      for (const Piece &Part : P.pieces()) {
        Known &= !Part.isHole();
        Whole += Part.Literal;
      }
      llvm::StringRef Rest = Whole;
      for (size_t At; (At = Rest.find(*From)) != llvm::StringRef::npos;) {
        New += Rest.take_front(At);
        New += *To;
        Rest = Rest.drop_front(At + From->size());
      }
      if (Rest.size() == Whole.size())
        return P;
      New += Rest;
      return New.empty() ? Pattern() : Pattern({Piece::literal(New, P.pieces().front().At)});
    });
    return Known ? Value::text(Result) : Unknown("a text with replacements");
  }
  case Fn::ReplaceAt: {
    Text T = ArgText(0);
    auto Pos = intOf(X.Operands[1]), Len = intOf(X.Operands[2]);
    // All that there is, however long it is.
    if (Pos == 0 && !Len && M.offsetFromLength(M.scalarOf(eval(X.Operands[2])), T) == 0)
      return Value::text(ArgText(3));
    // What is at the end.
    if (!Pos && Len)
      if (auto Offset = M.offsetFromLength(M.scalarOf(eval(X.Operands[1])), T);
          Offset && fromEnd(EndIndex + *Offset) && (*Len < 0 || *Len + *Offset >= 0))
        return Value::text(concat(M.textBefore(T, EndIndex + *Offset), ArgText(3)));
    if (!Pos || !Len || *Pos < 0)
      return M.originOfPart(T)->K == Origin::Response ? Value::text(partOf(T, "")) : Unknown("a text with a replaced part");
    OriginRef Why = M.originOfPart(T);
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
  case Fn::Split: {
    Text T = ArgText(0);
    auto Whole = T.literal(), Between = firstLiteral(ArgText(1));
    NodeId Made = D.make();
    D.edit(Made).Constructed = true;
    if (!Whole || !Between || Between->empty()) {
      D.edit(Made).Open = M.originOfPart(T);
      return Value::ref(Made);
    }
    llvm::SmallVector<llvm::StringRef> Parts;
    llvm::StringRef(*Whole).split(Parts, *Between);
    for (llvm::StringRef Part : Parts) {
      NodeId N = D.make();
      D.edit(N).Val = Value::text(Text::literal(Part, M.At));
      D.edit(N).Constructed = true;
      D.edit(Made).Elems.push_back(N);
    }
    return Value::ref(Made);
  }
  case Fn::TextOf: {
    Value V = Arg(0);
    // What `...` takes is converted to no pointer: 0 and 0L are null there.
    if (V.isNull() || (V.isInt() && V.I == 0))
      return Value::null();
    // The same unknown pointer, null or not, is the same unknown text.
    if (V.isSymbol() && D.Symbols[V.S].Ty && D.Symbols[V.S].Ty->K == ir::Type::Pointer)
      return V;
    return Value::text(M.textOf(M.converted(V)));
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
  case Fn::Length:
    return lengthOf(ArgText(0));
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
    // A search that begins elsewhere is another one.
    Value V = From == 0 ? M.test("find", Value::text(T), Value::text(ArgText(1)))
                        : D.freshValue(M.origin(Origin::Runtime, "a position in a text"));
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

} // namespace mde::paths
