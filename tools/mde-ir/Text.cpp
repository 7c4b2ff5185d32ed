//===- mde-ir/Text.cpp - mde-ir text --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Evaluates one operation on texts a line; TextSyntax.h says how a text is
// written. A word with blanks stands in quotes.
//
//   print T | display T | empty T | length T | prefix T | suffix T
//   concat T T... | join T T... | substr T POS LEN|npos | lower T | upper T
//   equals T T | is T LITERAL | is-nocase T LITERAL | find T LITERAL
//   starts T LITERAL | starts-nocase T LITERAL | ends T LITERAL
//   contains T LITERAL
//   grow N T           T appended N times: how long, how many pieces, which
//   bound holes T            each hole with what is known of it
//
//===----------------------------------------------------------------------===//

#include "Text/Text.h"
#include "Subcommands.h"
#include "TextSyntax.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::ir;
namespace cl = llvm::cl;
using llvm::StringRef;

static int run();
static Subcommand TextVerb("text", "Evaluates operations on texts, one a line",
                           run);
static cl::opt<std::string> File(cl::Positional, cl::init("-"),
                                 cl::desc("FILE"), cl::sub(TextVerb));

/// Names what operations leave open, apart from the holes of the line.
static constexpr SymbolId Fresh = 1000;

static std::string show(Tri T) {
  return T == Tri::Yes ? "yes" : T == Tri::No ? "no" : "maybe";
}

static OriginRef unknownPart() {
  return makeOrigin(Origin::Runtime, "unknown part");
}

static std::string showHoles(const Text &T) {
  std::vector<std::string> Out;
  T.forEachHole([&](const Hole &H) {
    Out.push_back(fmt::format(
        "{}{}{}{}", H.From->What, H.Symbol == 0 ? " (no identity)" : "",
        H.NotEmpty ? ", not empty" : "", H.OneLine ? ", one line" : ""));
  });
  return Out.empty() ? "none" : llvm::join(Out, "; ");
}

static std::string grow(uint64_t N, const Text &T) {
  Text Sum;
  for (uint64_t I = 0; I < N; ++I)
    Sum = concat(Sum, T, Fresh);
  const Pattern &P = Sum.alternatives()[0];
  if (P.isLiteral())
    return fmt::format("{} bytes", P.literal()->size());
  std::string Holes;
  for (const Piece &Part : P.pieces())
    if (Part.isHole() && (Holes = Part.AHole->From->What).size() > 0 &&
        Part.AHole->From->K == Origin::Bound)
      break;
  return fmt::format("{} pieces, prefix of {} bytes, {{{}}}", P.pieces().size(),
                     P.knownPrefix().size(), Holes);
}

/// A question about each alternative and a literal.
static std::string ask(StringRef Verb, const Text &T, StringRef Literal) {
  std::vector<std::string> Out;
  for (const Pattern &P : T.alternatives()) {
    if (Verb == "find") {
      std::optional<uint64_t> At = find(P, Literal);
      Out.push_back(At ? fmt::format("{}", *At) : "not in the known prefix");
      continue;
    }
    Tri Answer = Verb == "is"              ? equalsLiteral(P, Literal)
                 : Verb == "is-nocase"     ? equalsLiteral(P, Literal, true)
                 : Verb == "starts"        ? startsWith(P, Literal)
                 : Verb == "starts-nocase" ? startsWith(P, Literal, true)
                 : Verb == "ends"          ? endsWith(P, Literal)
                                           : contains(P, Literal);
    Out.push_back(show(Answer));
  }
  return llvm::join(Out, " | ");
}

static std::string evaluateOne(StringRef Verb, const Text &T) {
  if (Verb == "print")
    return print(T);
  if (Verb == "display")
    return display(T);
  if (Verb == "empty")
    return show(T.isEmpty());
  if (Verb == "length")
    return T.length() ? fmt::format("{}", *T.length()) : "unknown";
  if (Verb == "lower")
    return print(toLower(T));
  if (Verb == "upper")
    return print(toUpper(T));
  if (Verb == "holes")
    return showHoles(T);
  if (Verb == "prefix")
    return T.alternatives()[0].knownPrefix();
  if (Verb == "suffix")
    return T.alternatives()[0].knownSuffix();
  return "";
}

static std::string evaluate(StringRef Verb, llvm::ArrayRef<std::string> Words,
                            llvm::ArrayRef<Text> Texts) {
  if (Verb == "concat") {
    Text Sum;
    for (const Text &T : Texts)
      Sum = concat(Sum, T, Fresh);
    return print(Sum);
  }
  if (Verb == "join")
    return print(Text::join(Texts, Fresh));
  uint64_t N = 0, Len = TextNpos;
  if (Verb == "substr" && Texts.size() == 3 &&
      !StringRef(Words[1]).getAsInteger(10, N) &&
      (Words[2] == "npos" || !StringRef(Words[2]).getAsInteger(10, Len)))
    return print(substr(Texts[0], N, Len, Fresh, unknownPart()));
  if (Verb == "grow" && Texts.size() == 2 &&
      !StringRef(Words[0]).getAsInteger(10, N))
    return grow(N, Texts[1]);
  if (Verb == "equals" && Texts.size() == 2)
    return show(equals(Texts[0], Texts[1]));
  if (Texts.size() == 2 && Texts[1].isLiteral() &&
      (Verb == "is" || Verb == "is-nocase" || Verb == "starts" ||
       Verb == "starts-nocase" || Verb == "ends" || Verb == "contains" ||
       Verb == "find"))
    return ask(Verb, Texts[0], *Texts[1].literal());
  return Texts.size() == 1 ? evaluateOne(Verb, Texts[0]) : "";
}

static llvm::Error answer(StringRef Line) {
  auto [Verb, Rest] = Line.split(' ');
  llvm::Expected<std::vector<std::string>> Words = splitWords(Rest);
  if (!Words)
    return Words.takeError();
  TextReader Reader;
  std::vector<Text> Texts;
  for (StringRef Word : *Words) {
    llvm::Expected<Text> T = Reader.read(Word);
    if (!T)
      return T.takeError();
    Texts.push_back(std::move(*T));
  }
  bool CanBeEmpty = Verb == "prefix" || Verb == "suffix" || Verb == "display";
  std::string Result = evaluate(Verb, *Words, Texts);
  if (Result.empty() && !CanBeEmpty)
    return llvm::createStringError(fmt::format(
        "'{}' is no operation on {} words", Verb.str(), Texts.size()));
  llvm::outs() << (Result.empty() ? "nothing" : Result) << '\n';
  return llvm::Error::success();
}

static int run() { return forEachLine(File, answer); }
