//===- Text/Match.cpp - Can a pattern complete to this? -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The pieces run over the string as a nondeterministic automaton: a set of
// positions that the pieces so far may have consumed up to.
//
//   {h} "/" {n}   on  "a/b/1"      {h}: 0..5    "/": 2, 4    {n}: 5
//
//===----------------------------------------------------------------------===//

#include "Text/Match.h"
#include "Text/Pieces.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using namespace mde;
using namespace llvm;

/// Longer strings are answered from the known ends alone: the automaton is
/// quadratic in the worst case.
static constexpr size_t MaxLength = 16 * 1024;

namespace {
class Automaton {
public:
  /// \p Backward: pieces and string are walked from their ends, with literals
  /// and string already reversed by the caller.
  Automaton(StringRef S, bool IgnoreCase, bool Backward)
      : S(S), IgnoreCase(IgnoreCase), Backward(Backward),
        At(S.size() + 1, false) {
    At.set(0);
  }

  /// Consumes \p P. A piece that reaches the end of the string from some
  /// position may be longer than what is left of the string: Covered is set.
  void step(const Piece &P, bool StartAnywhere = false) {
    BitVector Next(S.size() + 1, false);
    for (unsigned I : At.set_bits()) {
      if (P.isHole())
        stepHole(*P.AHole, I, StartAnywhere && I == 0, Next);
      else
        stepLiteral(P.Literal, I, Next);
    }
    At = std::move(Next);
  }
  void stepLiteral(StringRef L, size_t I, BitVector &Next) {
    StringRef Rest = S.substr(I);
    size_t N = std::min(L.size(), Rest.size());
    StringRef X = L.take_front(N), Y = Rest.take_front(N);
    if (IgnoreCase ? !X.equals_insensitive(Y) : X != Y)
      return;
    if (L.size() <= Rest.size())
      Next.set(I + L.size());
    Covered |= I + N == S.size();
  }
  void allow(size_t I) { At.set(I); }
  bool any() const { return At.any(); }
  bool atEnd() const { return At.test(S.size()); }
  bool covered() const { return Covered; }

private:
  /// \p FromMiddle: the string may start inside the hole.
  void stepHole(const Hole &H, size_t I, bool FromMiddle, BitVector &Next) {
    if (pieces::isNumber(H))
      return stepNumber(I, FromMiddle, Next);
    if (!H.NotEmpty || FromMiddle)
      Next.set(I);
    size_t E = I;
    while (E < S.size() && !(H.OneLine && (S[E] == '\r' || S[E] == '\n')))
      Next.set(++E);
    Covered |= E == S.size();
  }
  void stepNumber(size_t I, bool FromMiddle, BitVector &Next) {
    size_t E = I;
    bool Sign = !Backward && E < S.size() && S[E] == '-';
    if (Sign)
      ++E;
    // Inside a number any run of digits, or none, may be left.
    if (FromMiddle) {
      Next.set(I);
      Next.set(E);
    }
    while (E < S.size() && isDigit(S[E]))
      Next.set(++E);
    if (Backward && E > I && E < S.size() && S[E] == '-')
      Next.set(++E);
    Covered |= E == S.size();
  }

  StringRef S;
  bool IgnoreCase, Backward;
  BitVector At;
  bool Covered = false;
};
} // namespace

bool match::canEqual(ArrayRef<Piece> Pieces, StringRef S, bool IgnoreCase) {
  if (S.size() > MaxLength)
    return true;
  Automaton A(S, IgnoreCase, false);
  for (const Piece &P : Pieces)
    A.step(P);
  return A.atEnd();
}

bool match::canStartWith(ArrayRef<Piece> Pieces, StringRef Prefix,
                         bool IgnoreCase) {
  if (Prefix.empty() || Prefix.size() > MaxLength)
    return true;
  Automaton A(Prefix, IgnoreCase, false);
  for (const Piece &P : Pieces) {
    A.step(P);
    if (A.covered() || !A.any())
      break;
  }
  return A.covered();
}

bool match::canEndWith(ArrayRef<Piece> Pieces, StringRef Suffix) {
  if (Suffix.empty() || Suffix.size() > MaxLength)
    return true;
  std::string Reversed = Suffix.str();
  std::reverse(Reversed.begin(), Reversed.end());
  Automaton A(Reversed, false, true);
  for (const Piece &P : llvm::reverse(Pieces)) {
    Piece Q = P;
    if (!P.isHole()) {
      // Only that much of a long literal can matter.
      StringRef Tail = StringRef(P.Literal).take_back(Suffix.size());
      Q.Literal = std::string(Tail);
      std::reverse(Q.Literal.begin(), Q.Literal.end());
    }
    A.step(Q);
    if (A.covered() || !A.any())
      break;
  }
  return A.covered();
}

bool match::canContain(ArrayRef<Piece> Pieces, StringRef Needle) {
  if (Needle.size() > MaxLength)
    return true;
  Automaton A(Needle, false, false);
  for (const Piece &P : Pieces) {
    A.step(P, /*StartAnywhere=*/true);
    if (A.covered())
      return true;
    if (!P.isHole()) {
      if (StringRef(P.Literal).contains(Needle))
        return true;
      // The needle may start inside the literal and end behind it.
      StringRef Tail = StringRef(P.Literal).take_back(Needle.size() - 1);
      for (; !Tail.empty(); Tail = Tail.drop_front())
        if (Needle.starts_with(Tail))
          A.allow(Tail.size());
    }
    A.allow(0);
  }
  return false;
}
