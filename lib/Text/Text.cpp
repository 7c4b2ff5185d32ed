//===- Text/Text.cpp - Alternatives and operations on them ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Text/Text.h"
#include "Text/Pieces.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace llvm;

Text Text::literal(StringRef S, Loc At) {
  return Text(Pattern({Piece::literal(S, At)}));
}

Text Text::hole(Hole H) { return Text(Pattern({Piece::hole(std::move(H))})); }

Text Text::hole(SymbolId Symbol, OriginRef From) {
  Hole H;
  H.Symbol = Symbol;
  H.From = std::move(From);
  return hole(std::move(H));
}

std::optional<std::string> Text::literal() const {
  return Alts.size() == 1 ? Alts[0].literal() : std::nullopt;
}

Tri Text::isEmpty() const {
  Tri First = Alts[0].isEmpty();
  for (const Pattern &P : Alts)
    if (P.isEmpty() != First)
      return Tri::Maybe;
  return First;
}

bool Text::isPartlyKnown() const {
  return llvm::any_of(Alts, [](const Pattern &P) {
    return llvm::any_of(P.pieces(), [](const Piece &Part) { return !Part.isHole(); });
  });
}

std::optional<uint64_t> Text::length() const {
  std::optional<uint64_t> Common;
  for (const Pattern &P : Alts) {
    uint64_t N = 0;
    for (const Piece &Part : P.pieces()) {
      if (Part.isHole())
        return std::nullopt;
      N += Part.Literal.size();
    }
    if (Common && *Common != N)
      return std::nullopt;
    Common = N;
  }
  return Common;
}

Text Text::map(function_ref<Pattern(const Pattern &)> F) const {
  std::vector<Text> Results;
  for (const Pattern &P : Alts)
    Results.push_back(F(P));
  return join(Results, 0);
}

Text Text::mapHoles(function_ref<Piece(const Hole &)> F) const {
  return map([&](const Pattern &P) {
    if (P.isLiteral())
      return P;
    std::vector<Piece> Out;
    for (const Piece &Part : P.pieces())
      Out.push_back(Part.isHole() ? F(*Part.AHole) : Part);
    return Pattern(std::move(Out));
  });
}

void Text::forEachHole(function_ref<void(const Hole &)> F) const {
  for (const Pattern &P : Alts)
    for (const Piece &Part : P.pieces())
      if (Part.isHole())
        F(*Part.AHole);
}

Text mde::concat(const Text &A, const Text &B, SymbolId Fresh) {
  if (A.Alts.size() == 1 && A.Alts[0].pieces().empty())
    return B;
  if (B.Alts.size() == 1 && B.Alts[0].pieces().empty())
    return A;
  std::vector<Text> Products;
  for (const Pattern &PA : A.Alts)
    for (const Pattern &PB : B.Alts) {
      std::vector<Piece> Pieces(PA.pieces());
      Pieces.insert(Pieces.end(), PB.pieces().begin(), PB.pieces().end());
      Products.push_back(Pattern(std::move(Pieces), Fresh));
    }
  return Products.size() == 1 ? Products[0] : Text::join(Products, Fresh);
}

static Pattern subPattern(const Pattern &P, uint64_t Pos, uint64_t Len,
                          SymbolId Fresh, const OriginRef &Why) {
  std::vector<Piece> Out;
  ArrayRef<Piece> Rest = P.pieces();
  auto Unknown = [&] {
    Hole H;
    H.Symbol = Fresh;
    H.From = Why;
    H.OneLine = llvm::all_of(Rest, pieces::isOneLine);
    Out.push_back(Piece::hole(std::move(H)));
    return Pattern(std::move(Out));
  };
  for (; Len > 0 && !Rest.empty(); Rest = Rest.drop_front()) {
    const Piece &Part = Rest.front();
    // From a known position on, "the rest" is known with its holes.
    if (Pos == 0 && Len == TextNpos) {
      Out.insert(Out.end(), Rest.begin(), Rest.end());
      break;
    }
    if (Part.isHole())
      return Unknown();
    StringRef S(Part.Literal);
    uint64_t Skip = std::min<uint64_t>(Pos, S.size());
    StringRef Taken = S.substr(Skip, Len);
    Pos -= Skip;
    if (Len != TextNpos)
      Len -= Taken.size();
    Out.push_back(Piece::literal(Taken, Part.At));
  }
  return Pattern(std::move(Out));
}

Text mde::substr(const Text &T, uint64_t Pos, uint64_t Len, SymbolId Fresh,
                 OriginRef Why) {
  if (Pos == 0 && Len == TextNpos)
    return T;
  return T.map(
      [&](const Pattern &P) { return subPattern(P, Pos, Len, Fresh, Why); });
}

static Text changeCase(const Text &T, function_ref<char(char)> Change) {
  return T.map([&](const Pattern &P) {
    std::vector<Piece> Out(P.pieces());
    for (Piece &Part : Out) {
      for (char &C : Part.Literal)
        C = Change(C);
      // The lower-case form of an unknown text is another unknown text.
      if (Part.isHole() && !pieces::isNumber(*Part.AHole))
        Part.AHole->Symbol = 0;
    }
    return Pattern(std::move(Out));
  });
}

Text mde::toLower(const Text &T) {
  return changeCase(T, [](char C) { return llvm::toLower(C); });
}

Text mde::toUpper(const Text &T) {
  return changeCase(T, [](char C) { return llvm::toUpper(C); });
}
