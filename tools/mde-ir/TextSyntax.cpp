//===- mde-ir/TextSyntax.cpp - Texts with holes, as people type -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextSyntax.h"
#include "Subcommands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MemoryBuffer.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::ir;
using namespace llvm;

Expected<Piece> TextReader::readHole(StringRef Inside) {
  Hole H;
  while (!Inside.empty()) {
    if (Inside.consume_back("+"))
      H.NotEmpty = true;
    else if (Inside.consume_back("~"))
      H.OneLine = true;
    else
      break;
  }
  if (Inside.empty())
    return createStringError("a hole '$...$' has no name; '$$' is a dollar");
  Origin O;
  StringRef Name = Inside;
  if (size_t Colon = Inside.find(':'); Colon != StringRef::npos) {
    StringRef KindName = Inside.take_front(Colon);
    auto Kind = StringSwitch<std::optional<Origin::Kind>>(KindName)
                    .Case("runtime", Origin::Runtime)
                    .Case("outside", Origin::Outside)
                    .Case("response", Origin::Response)
                    .Case("bound", Origin::Bound)
                    .Case("unknown", Origin::Unknown)
                    .Case("number", Origin::Number)
                    .Default(std::nullopt);
    if (!Kind)
      return createStringError(fmt::format(
          "'{}' is not an origin; allowed: runtime, outside, response, bound, "
          "unknown, number",
          KindName.str()));
    O.K = *Kind;
    Name = Inside.drop_front(Colon + 1);
  }
  if (O.K == Origin::Response)
    O.Host = Name.str();
  O.What = O.K == Origin::Runtime || O.K == Origin::Outside
               ? fmt::format("parameter '{}'", Name.str())
               : Name.str();
  H.From = std::make_shared<const Origin>(std::move(O));
  if (Name != "_")
    H.Symbol = Symbols.try_emplace(Inside, Symbols.size() + 1).first->second;
  return Piece::hole(std::move(H));
}

/// One character behind a backslash; \p Rest starts behind it.
static Expected<char> readEscape(StringRef &Rest) {
  char C = Rest.empty() ? 0 : Rest[0];
  Rest = Rest.drop_front(Rest.empty() ? 0 : 1);
  switch (C) {
  case 'n':
    return '\n';
  case 'r':
    return '\r';
  case 't':
    return '\t';
  case '"':
  case '\\':
    return C;
  case 'x':
    if (Rest.size() >= 2 && isHexDigit(Rest[0]) && isHexDigit(Rest[1])) {
      char Byte = char(hexFromNibbles(Rest[0], Rest[1]));
      Rest = Rest.drop_front(2);
      return Byte;
    }
    [[fallthrough]];
  default:
    return createStringError(
        "a backslash stands before n, r, t, \", \\ or xNN");
  }
}

Expected<Text> TextReader::read(StringRef Written) {
  std::vector<Text> Alternatives;
  std::vector<Piece> Pieces;
  std::string Literal;
  auto EndLiteral = [&] {
    Pieces.push_back(Piece::literal(Literal, Loc()));
    Literal.clear();
  };
  while (!Written.empty()) {
    char C = Written[0];
    Written = Written.drop_front();
    if (C == '\\') {
      Expected<char> Escaped = readEscape(Written);
      if (!Escaped)
        return Escaped.takeError();
      Literal += *Escaped;
    } else if (C != '$') {
      Literal += C;
    } else if (Written.consume_front("$")) {
      Literal += '$';
    } else {
      size_t End = Written.find('$');
      if (End == StringRef::npos)
        return createStringError("a hole '$...$' has no end");
      StringRef Inside = Written.take_front(End);
      Written = Written.drop_front(End + 1);
      EndLiteral();
      if (Inside == "|") {
        Alternatives.push_back(Pattern(std::move(Pieces)));
        Pieces.clear();
        continue;
      }
      Expected<Piece> Hole = readHole(Inside);
      if (!Hole)
        return Hole.takeError();
      Pieces.push_back(std::move(*Hole));
    }
  }
  EndLiteral();
  Alternatives.push_back(Pattern(std::move(Pieces)));
  return Text::join(Alternatives, 0);
}

Expected<std::vector<std::string>> mde::ir::splitWords(StringRef Line) {
  std::vector<std::string> Words;
  while (!(Line = Line.ltrim(" \t")).empty()) {
    if (!Line.consume_front("\"")) {
      StringRef Word =
          Line.take_until([](char C) { return C == ' ' || C == '\t'; });
      Words.push_back(Word.str());
      Line = Line.drop_front(Word.size());
      continue;
    }
    size_t End = 0;
    while (End < Line.size() && Line[End] != '"')
      End += Line[End] == '\\' ? 2 : 1;
    if (End >= Line.size())
      return createStringError("a quoted word has no end");
    Words.push_back(Line.take_front(End).str());
    Line = Line.drop_front(End + 1);
  }
  return Words;
}

int mde::ir::forEachLine(StringRef File, function_ref<Error(StringRef)> F) {
  auto Buffer = MemoryBuffer::getFileOrSTDIN(File);
  if (!Buffer)
    return badInput(createStringError(fmt::format(
        "{}: cannot be read: {}", File.str(), Buffer.getError().message())));
  int Code = ExitOk;
  StringRef Rest = (*Buffer)->getBuffer();
  for (unsigned Number = 1; !Rest.empty(); ++Number) {
    auto [Line, After] = Rest.split('\n');
    Rest = After;
    Line.consume_back("\r");
    if (Line.trim().empty() || Line.starts_with("#") || Line.starts_with("//"))
      continue;
    if (Error E = F(Line)) {
      // In place: a test sees which line it was.
      outs() << "error: " << Number << ": " << toString(std::move(E)) << '\n';
      Code = ExitBadInput;
    }
  }
  return Code;
}
