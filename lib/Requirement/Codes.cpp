//===- Requirement/Codes.cpp - A pattern as one flat string ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/Codes.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

Codes::Codes(const Pattern &P) {
  for (const Piece &Part : P.pieces()) {
    if (Part.isHole()) {
      All.push_back(Code(256 + Holes.size()));
      Holes.push_back(*Part.AHole);
      continue;
    }
    All.reserve(All.size() + Part.Literal.size());
    for (unsigned char C : Part.Literal)
      All.push_back(C);
  }
}

bool Codes::isNumber(Code C) const {
  return isHole(C) && hole(C).From && hole(C).From->K == Origin::Number;
}

bool Codes::isCertainlyNotEmpty(Code C) const {
  return !isHole(C) || hole(C).NotEmpty || isNumber(C);
}

Pattern Codes::pattern(CodeRef Ref) const {
  std::vector<Piece> Pieces;
  for (Code C : Ref) {
    if (isHole(C))
      Pieces.push_back(Piece::hole(hole(C)));
    else if (Pieces.empty() || Pieces.back().isHole())
      Pieces.push_back(Piece::literal(std::string(1, char(C)), Loc()));
    else
      Pieces.back().Literal += char(C);
  }
  return Pattern(std::move(Pieces));
}

std::string Codes::bytes(CodeRef Ref) {
  std::string S;
  for (Code C : Ref)
    if (!isHole(C))
      S += char(C);
  return S;
}

bool Codes::hasHole(CodeRef Ref) { return llvm::any_of(Ref, isHole); }

static bool isOneOf(Code C, StringRef Chars) {
  return C < 256 && Chars.contains(char(C));
}

size_t Codes::find(CodeRef Ref, StringRef Chars) {
  for (size_t I = 0; I < Ref.size(); ++I)
    if (isOneOf(Ref[I], Chars))
      return I;
  return Ref.size();
}

size_t Codes::rfind(CodeRef Ref, StringRef Chars) {
  for (size_t I = Ref.size(); I > 0; --I)
    if (isOneOf(Ref[I - 1], Chars))
      return I - 1;
  return Ref.size();
}

CodeRef Codes::trim(CodeRef Ref) {
  while (!Ref.empty() && isBlank(Ref.front()))
    Ref = Ref.drop_front();
  while (!Ref.empty() && isBlank(Ref.back()))
    Ref = Ref.drop_back();
  return Ref;
}
