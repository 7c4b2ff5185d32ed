//===- Text/Questions.cpp - Three-valued answers about texts --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Text/Match.h"
#include "Text/Pieces.h"
#include "Text/Text.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace mde;
using namespace llvm;

Tri mde::equalsLiteral(const Pattern &A, StringRef B, bool IgnoreCase) {
  if (A.isLiteral()) {
    std::string S = *A.literal();
    return triOf(IgnoreCase ? B.equals_insensitive(S) : B == S);
  }
  return match::canEqual(A.pieces(), B, IgnoreCase) ? Tri::Maybe : Tri::No;
}

Tri mde::startsWith(const Pattern &A, StringRef Prefix, bool IgnoreCase) {
  std::string Known = A.knownPrefix();
  StringRef S(Known);
  if (IgnoreCase ? S.starts_with_insensitive(Prefix) : S.starts_with(Prefix))
    return Tri::Yes;
  if (A.isLiteral())
    return Tri::No;
  return match::canStartWith(A.pieces(), Prefix, IgnoreCase) ? Tri::Maybe
                                                             : Tri::No;
}

Tri mde::endsWith(const Pattern &A, StringRef Suffix) {
  std::string Known = A.knownSuffix();
  if (StringRef(Known).ends_with(Suffix))
    return Tri::Yes;
  if (A.isLiteral())
    return Tri::No;
  return match::canEndWith(A.pieces(), Suffix) ? Tri::Maybe : Tri::No;
}

Tri mde::contains(const Pattern &A, StringRef Needle) {
  if (Needle.empty())
    return Tri::Yes;
  std::string Run;
  auto RunHas = [&] {
    bool Has = StringRef(Run).contains(Needle);
    Run.clear();
    return Has;
  };
  for (const Piece &P : A.pieces()) {
    if (!P.isHole())
      Run += P.Literal;
    else if (RunHas())
      return Tri::Yes;
  }
  if (RunHas())
    return Tri::Yes;
  if (A.isLiteral())
    return Tri::No;
  return match::canContain(A.pieces(), Needle) ? Tri::Maybe : Tri::No;
}

std::optional<uint64_t> mde::find(const Pattern &A, StringRef Needle) {
  size_t At = StringRef(A.knownPrefix()).find(Needle);
  if (At == StringRef::npos)
    return std::nullopt;
  return At;
}

namespace {
/// A pattern seen from one end, from which equal parts are cut off.
struct End {
  std::vector<Piece> Left; ///< The last is at the end that is looked at.

  End(const Pattern &P, bool AtFront) : Left(P.pieces()) {
    if (AtFront)
      std::reverse(Left.begin(), Left.end());
  }
  bool done() const { return Left.empty(); }
  bool atHole() const { return !done() && Left.back().isHole(); }
  StringRef literal() const { return Left.back().Literal; }
  void drop(size_t N, bool AtFront) {
    std::string &S = Left.back().Literal;
    if (N == S.size())
      Left.pop_back();
    else
      S.erase(AtFront ? 0 : S.size() - N, N);
  }
  Pattern rest(bool AtFront) && {
    if (AtFront)
      std::reverse(Left.begin(), Left.end());
    return Pattern(std::move(Left));
  }
};
} // namespace

/// Cuts what \p A and \p B share off that end. False: they differ there for
/// certain.
static bool cutEqual(Pattern &A, Pattern &B, bool AtFront) {
  End EA(A, AtFront), EB(B, AtFront);
  while (!EA.done() && !EB.done()) {
    if (EA.atHole() || EB.atHole()) {
      if (!EA.atHole() || !EB.atHole() ||
          !pieces::sameUnknown(*EA.Left.back().AHole, *EB.Left.back().AHole))
        break;
      EA.Left.pop_back();
      EB.Left.pop_back();
      continue;
    }
    StringRef SA = EA.literal(), SB = EB.literal();
    size_t N = std::min(SA.size(), SB.size());
    if (AtFront ? SA.take_front(N) != SB.take_front(N)
                : SA.take_back(N) != SB.take_back(N))
      return false;
    EA.drop(N, AtFront);
    EB.drop(N, AtFront);
  }
  A = std::move(EA).rest(AtFront);
  B = std::move(EB).rest(AtFront);
  return true;
}

static Tri equalPatterns(Pattern A, Pattern B) {
  if (!cutEqual(A, B, true) || !cutEqual(A, B, false))
    return Tri::No;
  if (A.pieces().empty())
    return B.isEmpty();
  if (B.pieces().empty())
    return A.isEmpty();
  if (A.isLiteral())
    return equalsLiteral(B, *A.literal());
  if (B.isLiteral())
    return equalsLiteral(A, *B.literal());
  // A number and a literal that no number starts with differ at once.
  std::string PA = A.knownPrefix(), PB = B.knownPrefix();
  if (startsWith(A, PB) == Tri::No || startsWith(B, PA) == Tri::No)
    return Tri::No;
  return Tri::Maybe;
}

Tri mde::equals(const Text &A, const Text &B) {
  bool SomeYes = false, SomeNo = false;
  for (const Pattern &PA : A.alternatives())
    for (const Pattern &PB : B.alternatives()) {
      Tri T = equalPatterns(PA, PB);
      if (T == Tri::Maybe)
        return Tri::Maybe;
      (T == Tri::Yes ? SomeYes : SomeNo) = true;
    }
  return !SomeNo ? Tri::Yes : !SomeYes ? Tri::No : Tri::Maybe;
}
