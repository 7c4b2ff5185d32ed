//===- Requirement/HostPattern.cpp - A pattern for host names -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/HostPattern.h"
#include "Requirement/Codes.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

/// No host name is longer (RFC 1035); holes may add some.
static constexpr size_t MaxHost = 1024;

Expected<HostPattern> HostPattern::parse(StringRef Written) {
  auto Wrong = [&](StringRef Why) {
    return createStringError(fmt::format(
        "'{}' is not a host pattern: {}; allowed is a host name without "
        "scheme, "
        "port or path, with '*.' in front for any labels or '*' for a part of "
        "one label",
        Written.str(), Why.str()));
  };
  std::string S = Written.trim().lower();
  if (!S.empty() && S.back() == '.')
    S.pop_back();
  if (S.empty())
    return Wrong("it is empty");
  if (StringRef(S).contains("..") || S.front() == '.')
    return Wrong("it has an empty label");
  bool HasLetter = false;
  unsigned Stars = 0;
  for (char C : S) {
    HasLetter |= isAlnum(C);
    Stars += C == '*';
    if (!isAlnum(C) && !StringRef("*.-_").contains(C))
      return Wrong(fmt::format("it holds '{}'", C));
  }
  if (!HasLetter)
    return Wrong("it would match every host");
  if (Stars > 4)
    return Wrong("it has more than four '*'");
  return HostPattern(S);
}

namespace {
/// A host against a pattern, both with parts that stand for more than one
/// character. Row I of the table holds the positions of the host that the
/// first I characters of the pattern may reach.
class Matcher {
public:
  Matcher(CodeRef Host, StringRef Row, const Codes &C)
      : Host(Host), Row(Row), C(C) {}

  /// Does every completion match? A hole is then one strange character that
  /// nothing but a star accepts.
  bool always() { return run(/*Completing=*/false); }
  /// Does some completion match?
  bool sometimes() { return run(/*Completing=*/true); }

private:
  bool run(bool Completing) {
    BitVector At(Host.size() + 1, false);
    At.set(0);
    if (Completing)
      skipHoles(At);
    for (size_t R = 0; R < Row.size(); ++R) {
      bool Labels = R == 0 && Row.starts_with("*.");
      At = Row[R] == '*' ? star(At, Labels, Completing)
                         : character(At, Row[R], Completing);
      if (Completing)
        skipHoles(At);
    }
    return At.test(Host.size());
  }
  /// A hole may be empty or at its end.
  void skipHoles(BitVector &At) const {
    for (size_t H = 0; H < Host.size(); ++H)
      if (At.test(H) && Codes::isHole(Host[H]))
        At.set(H + 1);
  }
  BitVector character(const BitVector &At, char Want, bool Completing) const {
    BitVector Next(Host.size() + 1, false);
    for (unsigned H : At.set_bits()) {
      if (H == Host.size())
        continue;
      if (Host[H] == Code(static_cast<unsigned char>(Want)))
        Next.set(H + 1);
      else if (Completing && Codes::isHole(Host[H]) &&
               (!C.isNumber(Host[H]) || isDigit(Want) || Want == '-'))
        Next.set(H);
    }
    return Next;
  }
  BitVector star(const BitVector &At, bool Labels, bool Completing) const {
    BitVector Next(Host.size() + 1, false);
    for (unsigned H : At.set_bits()) {
      // A hole that has begun already may fill the star by itself.
      if (Completing && H < Host.size() && Codes::isHole(Host[H]))
        Next.set(H);
      for (size_t E = H; E < Host.size() && (Labels || Host[E] != '.'); ++E)
        Next.set(E + 1);
    }
    return Next;
  }

  CodeRef Host;
  StringRef Row;
  const Codes &C;
};
} // namespace

Tri HostPattern::matches(const Pattern &Host) const {
  if (std::optional<std::string> Known = Host.literal()) {
    // Nearly all hosts are known, and nearly all rows are another's.
    StringRef Tail = StringRef(Text).drop_front(Text.rfind('*') + 1);
    if (!hasStar() || !StringRef(*Known).ends_with(Tail))
      return triOf(*Known == Text);
  }
  Codes C(Host);
  if (C.all().size() > MaxHost)
    return C.hasHole(C.all()) ? Tri::Maybe : Tri::No;
  if (Matcher(C.all(), Text, C).always())
    return Tri::Yes;
  if (!Codes::hasHole(C.all()))
    return Tri::No;
  return Matcher(C.all(), Text, C).sometimes() ? Tri::Maybe : Tri::No;
}
