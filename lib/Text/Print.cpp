//===- Text/Print.cpp - Texts for tests and for people --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Text/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace llvm;

/// A message shows this much of a text.
static constexpr size_t MaxDisplay = 200;

static void appendEscaped(std::string &Out, StringRef S, bool Quoted) {
  for (unsigned char C : S) {
    if (C == '\n')
      Out += "\\n";
    else if (C == '\r')
      Out += "\\r";
    else if (C == '\t')
      Out += "\\t";
    else if (Quoted && (C == '"' || C == '\\'))
      (Out += '\\') += C;
    else if (C < 0x20 || C == 0x7f)
      ((Out += "\\x") += hexdigit(C >> 4)) += hexdigit(C & 15);
    else
      Out += C;
  }
}

static std::string nameOf(const Hole &H) {
  if (H.From && !H.From->What.empty())
    return H.From->What;
  return "unknown";
}

/// The name inside "parameter 'host'"; the whole description when it has none.
static std::string shortNameOf(const Hole &H) {
  std::string Name = nameOf(H);
  size_t Open = Name.find('\''), Close = Name.rfind('\'');
  if (Open != std::string::npos && Close > Open + 1)
    return Name.substr(Open + 1, Close - Open - 1);
  return Name;
}

std::string mde::print(const Pattern &P) {
  if (P.pieces().empty())
    return "\"\"";
  std::string Out;
  bool InLiteral = false;
  for (const Piece &Part : P.pieces()) {
    if (Part.isHole()) {
      Out += InLiteral ? "\" " : Out.empty() ? "" : " ";
      InLiteral = false;
      ((Out += '{') += nameOf(*Part.AHole)) += '}';
      continue;
    }
    if (!InLiteral)
      Out += Out.empty() ? "\"" : " \"";
    InLiteral = true;
    appendEscaped(Out, Part.Literal, true);
  }
  return InLiteral ? Out + '"' : Out;
}

std::string mde::display(const Pattern &P) {
  std::string Out;
  for (const Piece &Part : P.pieces()) {
    if (Part.isHole())
      ((Out += '{') += shortNameOf(*Part.AHole)) += '}';
    else
      appendEscaped(Out, StringRef(Part.Literal).take_front(MaxDisplay + 1),
                    false);
    if (Out.size() > MaxDisplay) {
      Out.resize(MaxDisplay);
      // Not in the middle of a UTF-8 character.
      while (!Out.empty() && (Out.back() & 0xC0) == 0x80)
        Out.pop_back();
      if (!Out.empty() && (Out.back() & 0x80))
        Out.pop_back();
      return Out + "...";
    }
  }
  return Out;
}

static std::string joined(const Text &T, std::string (*One)(const Pattern &)) {
  std::string Out;
  for (const Pattern &P : T.alternatives())
    Out +=
        (Out.empty() && &P == T.alternatives().begin() ? "" : " | ") + One(P);
  return Out;
}

std::string mde::print(const Text &T) {
  return joined(T, static_cast<std::string (*)(const Pattern &)>(mde::print));
}

std::string mde::display(const Text &T) {
  return joined(T, static_cast<std::string (*)(const Pattern &)>(mde::display));
}
