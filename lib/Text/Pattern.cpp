//===- Text/Pattern.cpp - One way a text can look -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Text/Pieces.h"
#include "Text/Text.h"

using namespace mde;
using namespace llvm;

OriginRef mde::makeOrigin(Origin::Kind K, StringRef What, Loc At) {
  return std::make_shared<const Origin>(Origin{K, What.str(), At, ""});
}

bool pieces::isNumber(const Hole &H) {
  return H.From && H.From->K == Origin::Number;
}

bool pieces::isNotEmpty(const Piece &P) {
  return !P.isHole() || P.AHole->NotEmpty || isNumber(*P.AHole);
}

bool pieces::isOneLine(const Piece &P) {
  if (P.isHole())
    return P.AHole->OneLine || isNumber(*P.AHole);
  return P.Literal.find_first_of("\r\n") == std::string::npos;
}

Hole pieces::bound(SymbolId Fresh, StringRef What) {
  Hole H;
  H.Symbol = Fresh;
  H.From = makeOrigin(Origin::Bound, What);
  return H;
}

Hole pieces::boundFor(ArrayRef<Piece> Tail, SymbolId Fresh, StringRef What) {
  Hole H = bound(Fresh, What);
  for (const Piece &P : Tail)
    H.NotEmpty |= isNotEmpty(P);
  H.OneLine = llvm::all_of(Tail, isOneLine);
  return H;
}

int pieces::compareHoles(const Hole &A, const Hole &B) {
  auto Key = [](const Hole &H) {
    return std::make_tuple(H.Symbol, H.NotEmpty, H.OneLine);
  };
  if (Key(A) != Key(B))
    return Key(A) < Key(B) ? -1 : 1;
  if (A.Symbol != 0)
    return 0;
  // Holes without identity are told apart by where they came from, so that a
  // join doesn't drop a reason that a verdict would name.
  auto From = [](const Hole &H) {
    return H.From ? std::make_pair(int(H.From->K), StringRef(H.From->What))
                  : std::make_pair(-1, StringRef());
  };
  return From(A) == From(B) ? 0 : From(A) < From(B) ? -1 : 1;
}

/// Drops empty literals and joins neighbours that were written at one place
/// (or, with \p AnyPlace, anywhere).
static std::vector<Piece> merged(std::vector<Piece> In, bool AnyPlace) {
  std::vector<Piece> Out;
  Out.reserve(In.size());
  for (Piece &P : In) {
    if (!P.isHole() && P.Literal.empty())
      continue;
    Piece *Last = Out.empty() || Out.back().isHole() ? nullptr : &Out.back();
    if (Last && !P.isHole() &&
        (AnyPlace || !P.At.isValid() || !Last->At.isValid() ||
         P.At == Last->At)) {
      Last->Literal += P.Literal;
      if (!Last->At.isValid())
        Last->At = P.At;
      continue;
    }
    Out.push_back(std::move(P));
  }
  return Out;
}

static size_t literalBytes(ArrayRef<Piece> Pieces) {
  size_t N = 0;
  for (const Piece &P : Pieces)
    N += P.Literal.size();
  return N;
}

/// Cuts \p Pieces after Pattern::KeptBytes literal bytes.
static std::vector<Piece> cutBytes(std::vector<Piece> Pieces, SymbolId Fresh) {
  size_t Left = Pattern::KeptBytes, I = 0;
  while (Left > 0 && Pieces[I].Literal.size() <= Left)
    Left -= Pieces[I++].Literal.size();
  // An older hole right behind what is kept goes with the rest, so that a text
  // that grows for ever doesn't collect holes.
  std::vector<Piece> Tail(Pieces.begin() + I, Pieces.end());
  Piece Head =
      Piece::literal(StringRef(Tail[0].Literal).take_front(Left), Tail[0].At);
  Tail[0].Literal.erase(0, Left);
  Hole Rest =
      pieces::boundFor(Tail, Fresh, "the bound on the length of a text");
  Pieces.resize(I);
  Pieces.push_back(std::move(Head));
  Pieces.push_back(Piece::hole(std::move(Rest)));
  return merged(std::move(Pieces), false);
}

Pattern::Pattern(std::vector<Piece> Pieces, SymbolId Fresh) {
  bool Single = Pieces.size() <= 1;
  Pieces = merged(std::move(Pieces), false);
  if (!Single && literalBytes(Pieces) > MaxBytes)
    Pieces = cutBytes(std::move(Pieces), Fresh);
  if (Pieces.size() > MaxPieces)
    Pieces = merged(std::move(Pieces), true);
  if (Pieces.size() > MaxPieces) {
    ArrayRef<Piece> Tail = ArrayRef<Piece>(Pieces).drop_front(MaxPieces - 1);
    Hole Rest =
        pieces::boundFor(Tail, Fresh, "the bound on the pieces of a text");
    Pieces.resize(MaxPieces - 1);
    Pieces.push_back(Piece::hole(std::move(Rest)));
  }
  if (!Pieces.empty())
    P = std::make_shared<const std::vector<Piece>>(std::move(Pieces));
}

bool Pattern::isLiteral() const {
  return llvm::none_of(pieces(), [](const Piece &P) { return P.isHole(); });
}

std::optional<std::string> Pattern::literal() const {
  if (!isLiteral())
    return std::nullopt;
  return knownPrefix();
}

std::string Pattern::knownPrefix() const {
  std::string S;
  for (const Piece &P : pieces()) {
    if (P.isHole())
      break;
    S += P.Literal;
  }
  return S;
}

std::string Pattern::knownSuffix() const {
  ArrayRef<Piece> All = pieces();
  size_t First = All.size();
  while (First > 0 && !All[First - 1].isHole())
    --First;
  std::string S;
  for (const Piece &P : All.drop_front(First))
    S += P.Literal;
  return S;
}

Tri Pattern::isEmpty() const {
  if (pieces().empty())
    return Tri::Yes;
  return llvm::any_of(pieces(), pieces::isNotEmpty) ? Tri::No : Tri::Maybe;
}

/// The order is that of words over bytes and holes: the end sorts before a
/// byte, a byte before a hole. Piece borders don't show.
int Pattern::compare(const Pattern &A, const Pattern &B) {
  if (A.P == B.P)
    return 0;
  ArrayRef<Piece> PA = A.pieces(), PB = B.pieces();
  StringRef RestA, RestB;
  while (true) {
    if (RestA.empty() && !PA.empty() && !PA.front().isHole()) {
      RestA = PA.front().Literal;
      PA = PA.drop_front();
    }
    if (RestB.empty() && !PB.empty() && !PB.front().isHole()) {
      RestB = PB.front().Literal;
      PB = PB.drop_front();
    }
    if (!RestA.empty() && !RestB.empty()) {
      size_t N = std::min(RestA.size(), RestB.size());
      if (int C = RestA.take_front(N).compare(RestB.take_front(N)))
        return C;
      RestA = RestA.drop_front(N);
      RestB = RestB.drop_front(N);
      continue;
    }
    // At least one side is at a hole or its end.
    auto Rank = [](StringRef Rest, ArrayRef<Piece> Pieces) {
      return !Rest.empty() ? 1 : Pieces.empty() ? 0 : 2;
    };
    int RankA = Rank(RestA, PA), RankB = Rank(RestB, PB);
    if (RankA != RankB)
      return RankA < RankB ? -1 : 1;
    if (RankA == 0)
      return 0;
    if (int C = pieces::compareHoles(*PA.front().AHole, *PB.front().AHole))
      return C;
    PA = PA.drop_front();
    PB = PB.drop_front();
  }
}
