//===- Text/Join.cpp - Many alternatives become few -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Nine region hosts don't fit into eight alternatives. What they share does:
//
//   "https://us." ... "https://swa."  +  "api.security.microsoft.com/x"
//   =>  "https://" {bound} ".api.security.microsoft.com/x"
//
// Common text and common holes are cut off at both ends; one hole stands for
// all the middles.
//
//===----------------------------------------------------------------------===//

#include "Text/Pieces.h"
#include "Text/Text.h"
#include "llvm/ADT/STLExtras.h"
#include <deque>

using namespace mde;
using namespace llvm;

namespace {
/// What is left of a pattern while its ends are cut off.
struct Middle {
  std::deque<Piece> Left;
};
} // namespace

static size_t commonPrefix(StringRef A, StringRef B) {
  size_t N = 0, E = std::min(A.size(), B.size());
  while (N < E && A[N] == B[N])
    ++N;
  return N;
}

static size_t commonSuffix(StringRef A, StringRef B) {
  size_t N = 0, E = std::min(A.size(), B.size());
  while (N < E && A[A.size() - 1 - N] == B[B.size() - 1 - N])
    ++N;
  return N;
}

/// The piece at one end of \p M.
static Piece &end(Middle &M, bool AtFront) {
  return AtFront ? M.Left.front() : M.Left.back();
}

static void popEnd(Middle &M, bool AtFront) {
  if (AtFront)
    M.Left.pop_front();
  else
    M.Left.pop_back();
}

/// Cuts one common piece off that end of all \p Ms, if there is one.
static std::optional<Piece> cutOne(std::vector<Middle> &Ms, bool AtFront) {
  for (Middle &M : Ms)
    if (M.Left.empty())
      return std::nullopt;
  Piece First = end(Ms[0], AtFront);
  if (First.isHole()) {
    for (Middle &M : Ms) {
      Piece &P = end(M, AtFront);
      if (!P.isHole() || pieces::compareHoles(*P.AHole, *First.AHole) != 0)
        return std::nullopt;
    }
    for (Middle &M : Ms)
      popEnd(M, AtFront);
    return First;
  }
  size_t N = First.Literal.size();
  for (Middle &M : Ms) {
    Piece &P = end(M, AtFront);
    if (P.isHole())
      return std::nullopt;
    StringRef Whole = First.Literal;
    N = AtFront ? commonPrefix(Whole.take_front(N), P.Literal)
                : commonSuffix(Whole.take_back(N), P.Literal);
  }
  if (N == 0)
    return std::nullopt;
  First.Literal = AtFront ? First.Literal.substr(0, N)
                          : First.Literal.substr(First.Literal.size() - N);
  for (Middle &M : Ms) {
    std::string &S = end(M, AtFront).Literal;
    if (S.size() == N)
      popEnd(M, AtFront);
    else
      S.erase(AtFront ? 0 : S.size() - N, N);
  }
  return First;
}

static bool isBound(const Piece &P) {
  return P.isHole() && P.AHole->From && P.AHole->From->K == Origin::Bound;
}

/// One pattern that covers all of \p Alts.
static Pattern cover(ArrayRef<Pattern> Alts, SymbolId Fresh, bool KeepEnd = true) {
  std::vector<Middle> Ms;
  for (const Pattern &P : Alts)
    Ms.push_back({{P.pieces().begin(), P.pieces().end()}});
  std::vector<Piece> Front, Back;
  while (std::optional<Piece> P = cutOne(Ms, true))
    Front.push_back(std::move(*P));
  while (std::optional<Piece> P = KeepEnd ? cutOne(Ms, false) : std::nullopt)
    Back.push_back(std::move(*P));

  Hole Rest = pieces::bound(Fresh, "the bound on the alternatives of a text");
  Rest.NotEmpty = llvm::all_of(Ms, [](const Middle &M) {
    return llvm::any_of(M.Left, pieces::isNotEmpty);
  });
  Rest.OneLine = llvm::all_of(Ms, [](const Middle &M) {
    return llvm::all_of(M.Left, pieces::isOneLine);
  });
  // An older bound next to the new one says nothing more; dropping it keeps a
  // text that a loop widens again and again from growing.
  auto Swallow = [&](std::vector<Piece> &Side) {
    while (!Side.empty() && isBound(Side.back())) {
      Rest.NotEmpty |= Side.back().AHole->NotEmpty;
      Rest.OneLine &= Side.back().AHole->OneLine;
      Side.pop_back();
    }
  };
  Swallow(Front);
  Swallow(Back);
  Front.push_back(Piece::hole(std::move(Rest)));
  Front.insert(Front.end(), Back.rbegin(), Back.rend());
  return Pattern(std::move(Front), Fresh);
}

static std::vector<Pattern> distinct(ArrayRef<Text> Texts) {
  std::vector<Pattern> All;
  for (const Text &T : Texts)
    All.insert(All.end(), T.alternatives().begin(), T.alternatives().end());
  // Stable, so that among equal patterns the locations of the first stay.
  llvm::stable_sort(All);
  All.erase(std::unique(All.begin(), All.end()), All.end());
  return All;
}

Text Text::join(ArrayRef<Text> Texts, SymbolId Fresh) {
  std::vector<Pattern> All = distinct(Texts);
  if (All.empty())
    return Text();
  if (All.size() > MaxAlternatives)
    All = {cover(All, Fresh)};
  return Text(std::move(All));
}

Text Text::widen(ArrayRef<Text> Texts, SymbolId Fresh) {
  std::vector<Pattern> All = distinct(Texts);
  if (All.empty())
    return Text();
  if (All.size() > 1)
    All = {cover(All, Fresh, /*KeepEnd=*/false)};
  return Text(std::move(All));
}
