//===- Requirement/Grammar.cpp - Characters of a User-Agent ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/Grammar.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace llvm;

/// The length of a conversion of printf, or of Qt's "%1", at the head of \p S.
static size_t conversionLength(StringRef S) {
  size_t I = 1;
  auto Skip = [&](StringRef Chars) {
    while (I < S.size() && Chars.contains(S[I]))
      ++I;
  };
  bool IsEscape = S.size() >= 3 && isHexDigit(S[1]) && isHexDigit(S[2]);
  Skip("-+ #0'");
  Skip("0123456789*");
  if (I < S.size() && S[I] == '.') {
    ++I;
    Skip("0123456789*");
  }
  bool HasWidth = I > 1;
  Skip("hlLqjzt");
  // "%c3%a9" is an escaped letter; "%02d" fills in a number all the same.
  bool IsConversion =
      I < S.size() && StringRef("diouxXeEfFgGaAcspS").contains(S[I]);
  if (IsConversion &&
      !(IsEscape && !(HasWidth && StringRef("diu").contains(S[I]))))
    return I + 1;
  if (S.size() >= 2 && S[1] >= '1' && S[1] <= '9' && !IsEscape)
    return 2;
  return 0;
}

/// The length of \p Open ... \p Close at the head of \p S.
static size_t pairLength(StringRef S, StringRef Open, char Close) {
  if (!S.starts_with(Open))
    return 0;
  size_t End = S.find(Close, Open.size());
  return End == StringRef::npos || End == Open.size() ? 0 : End + 1;
}

/// "@VERSION@" of CMake and autoconf, "%VERSION%" of Windows.
static size_t markLength(StringRef S) {
  size_t N = pairLength(S, S.take_front(1), S[0]);
  StringRef Name = N ? S.slice(1, N - 1) : StringRef();
  bool IsEscape = S[0] == '%' && Name.size() >= 2 && isHexDigit(Name[0]) &&
                  isHexDigit(Name[1]);
  if (Name.empty() || isDigit(Name[0]) || IsEscape)
    return 0;
  for (char C : Name)
    if (!isAlnum(C) && C != '_')
      return 0;
  return N;
}

StringRef requirement::findPlaceholder(StringRef S) {
  for (size_t I = S.find_first_of("{<$@%"); I != StringRef::npos;
       I = S.find_first_of("{<$@%", I + 1)) {
    StringRef Rest = S.drop_front(I);
    size_t N = 0;
    switch (Rest[0]) {
    case '{':
      // "{}" is a placeholder too, of std::format.
      N = Rest.starts_with("{}") ? 2 : pairLength(Rest, "{", '}');
      break;
    case '<':
      N = pairLength(Rest, "<", '>');
      break;
    case '$':
      N = std::max(pairLength(Rest, "${", '}'), pairLength(Rest, "$(", ')'));
      break;
    case '@':
      N = markLength(Rest);
      break;
    default:
      N = std::max(conversionLength(Rest), markLength(Rest));
    }
    if (N != 0)
      return Rest.take_front(N);
  }
  return StringRef();
}
