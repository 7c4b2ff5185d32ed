//===- Scan/Words.cpp - What a source names -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/Words.h"
#include "Capture/LiteralSpelling.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/LiteralSupport.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <set>

using namespace mde;
using namespace mde::scan;
using namespace clang;
using llvm::StringRef;

const Word *Words::find(StringRef Text) const {
  auto At = llvm::lower_bound(
      All, Text, [](const Word &W, StringRef Text) { return W.Text < Text; });
  return At != All.end() && At->Text == Text ? &*At : nullptr;
}

namespace {

/// Whose braces one is in, going by the tokens that are in no directive: those of macros
/// are braces of others.
class Braces {
public:
  /// \p Name: of an identifier. \p Before: what stands before \p T.
  void take(const Token &T, StringRef Name, StringRef Before) {
    if (T.is(tok::l_brace)) {
      Open.push_back(isInBody() || !Declares || Before == ")");
      Declares = false;
    } else if (T.is(tok::r_brace)) {
      Sure &= !Open.empty();
      if (!Open.empty())
        Open.pop_back();
      Declares = false;
    } else if (T.is(tok::semi)) {
      Declares = false;
    } else {
      Declares |= Name == "namespace" || Name == "class" || Name == "struct" || Name == "union" || Name == "enum" ||
                  Name == "extern" || Name == "export";
    }
  }

  /// `#if`, `#elifdef`, `#endif`, or another directive.
  void takeDirective(StringRef Name) {
    if (Name.starts_with("if")) {
      Ifs.push_back({Open, Open});
    } else if (Name.starts_with("el") && !Ifs.empty()) {
      endBranch();
      Open = Ifs.back().Before;
    } else if (Name == "endif" && !Ifs.empty()) {
      endBranch();
      Ifs.pop_back();
    }
  }

  bool isInBody() const { return llvm::is_contained(Open, true); }
  /// Braces were in pairs, in each branch of `#if`.
  bool isSure() const { return Sure && Open.empty() && Ifs.empty(); }

private:
  /// Scopes may begin in one branch and end in another (`extern "C" {`), bodies not:
  /// then nobody knows which words are in one.
  void endBranch() {
    If &I = Ifs.back();
    bool SameBodies = Open == I.After || (!isInBody() && !llvm::is_contained(I.After, true));
    Sure &= SameBodies;
    I.After = Open;
  }

  struct If {
    std::vector<bool> Before;
    std::vector<bool> After; ///< of the branch before; at first, of none
  };
  std::vector<bool> Open; ///< true: of a body or an initialiser
  std::vector<If> Ifs;
  bool Declares = false; ///< the declaration so far may be of a scope
  bool Sure = true;
};

class Reader {
public:
  Reader(StringRef Source, const LangOptions &Options)
      : Options(Options),
        // Without a null character behind the end the lexer does not stop.
        Text(Source.str()), Raw(SourceLocation(), Options, Text.data(),
                                Text.data(), Text.data() + Text.size()) {}

  Words read() {
    do {
      Raw.LexFromRawLexer(Next);
      Spelling = Next.is(tok::raw_identifier) || tok::isStringLiteral(Next.getKind()) ? spelled() : "";
      followDirective();
      // What stands in `#include <...>` names a file and nothing else.
      if (Directive != Include || Next.is(tok::eof))
        token();
    } while (Next.isNot(tok::eof));
    return finish();
  }

private:
  void followDirective() {
    if (Next.isAtStartOfLine()) {
      Directive = Next.is(tok::hash) ? Hash : None;
    } else if (Directive == Hash) {
      Directive = StringRef(Spelling).starts_with("include") ? Include : Other;
      Nesting.takeDirective(Spelling);
    }
  }

  void token() {
    flush();
    if (Directive == None)
      Nesting.take(Next, Spelling, Last);
    if (tok::isStringLiteral(Next.getKind()))
      Literal += literalContents(Spelling);
    else if (!Literal.empty())
      Result.Literals.push_back(std::exchange(Literal, {}));
    BeforeLast = std::move(Last);
    Last = Next.is(tok::raw_identifier) ? identifier() : kindOf(Next);
  }

  Words finish() {
    unsigned char All = Nesting.isSure() ? Used : Outer;
    for (const auto &[Text, How] : Found)
      Result.All.push_back({Text.str(), static_cast<unsigned char>(How | All)});
    llvm::sort(Result.All, [](const Word &A, const Word &B) { return A.Text < B.Text; });
    llvm::sort(Result.Literals);
    Result.Literals.erase(llvm::unique(Result.Literals), Result.Literals.end());
    StringRef Source = Text;
    Result.Suppresses = Source.contains("NOLINT") && Source.contains("mde-");
    return std::move(Result);
  }

  std::string identifier() {
    expandUCNs(Pending, Spelling);
    PendingIsOuter = Directive != None || !Nesting.isInBody();
    return Pending.str().str();
  }

  static std::string kindOf(const Token &T) {
    const char *Spelling = tok::getPunctuatorSpelling(T.getKind());
    return Spelling ? Spelling : "";
  }

  std::string spelled() const {
    const char *Begin = Raw.getBufferLocation() - Next.getLength();
    if (!Next.needsCleaning() && !Next.hasUCN())
      return std::string(Begin, Next.getLength());
    std::string Clean; // without line splices
    for (const char *At = Begin; At < Begin + Next.getLength();) {
      auto C = Lexer::getCharAndSizeNoWarn(At, Options);
      Clean += C.Char;
      At += C.Size;
    }
    return Clean;
  }

  /// The word before Next, now that it is known what comes behind it.
  void flush() {
    if (Pending.empty())
      return;
    // Last is the word itself, BeforeLast what stands before it.
    unsigned char How = Used;
    if (BeforeLast != "." && BeforeLast != "->")
      How |= Free;
    std::string Behind = kindOf(Next);
    bool Refers = (Behind == "&" && BeforeLast != "const") || Behind == "*" || Behind == "::";
    bool Declares = Behind == ";" && (BeforeLast == "class" || BeforeLast == "struct");
    if (!Refers && !Declares)
      How |= Object;
    if (PendingIsOuter)
      How |= Outer;
    Found[Pending] |= How;
    Result.Deletes |= Pending == "delete";
    Pending.clear();
  }

  enum { None, Hash, Include, Other } Directive = None;
  const LangOptions &Options;
  const std::string Text;
  Lexer Raw;
  Token Next;
  std::string Spelling;         ///< of Next, an identifier or literal
  std::string Last, BeforeLast; ///< identifiers and punctuators; "": others
  llvm::SmallString<64> Pending;
  bool PendingIsOuter = false;
  Braces Nesting;
  std::string Literal;
  llvm::StringMap<unsigned char> Found;
  Words Result;
};

} // namespace

Words scan::wordsOf(StringRef Source, const LangOptions &Options) {
  return Reader(Source, Options).read();
}

void scan::merge(Words &W, Words More) {
  if (W.All.empty() && W.Literals.empty() && !W.Suppresses) {
    W = std::move(More);
    return;
  }
  W.Deletes |= More.Deletes;
  W.Suppresses |= More.Suppresses;
  std::map<std::string, unsigned char> All;
  for (const Words *Each : {&W, &More})
    for (const Word &One : Each->All)
      All[One.Text] |= One.How;
  W.All.clear();
  for (const auto &[Text, How] : All)
    W.All.push_back({Text, How});
  std::set<std::string> Literals(W.Literals.begin(), W.Literals.end());
  Literals.insert(More.Literals.begin(), More.Literals.end());
  W.Literals.assign(Literals.begin(), Literals.end());
}

bool scan::canBePasted(StringRef Name, const Words &All,
                       const std::set<std::string> &Pieces) {
  // Reached[N]: the first N characters can be put together of that many pieces,
  // two standing for more.
  std::vector<unsigned> Reached(Name.size() + 1);
  for (size_t To = 1; To <= Name.size(); ++To)
    for (size_t From = 0; From < To; ++From) {
      if (From && !Reached[From])
        continue;
      StringRef Part = Name.slice(From, To);
      if (Part.size() == Name.size() || (!All.find(Part) && !Pieces.count(Part.str())))
        continue;
      Reached[To] = std::max(Reached[To], std::min(Reached[From] + 1, 2u));
    }
  return Reached.back() == 2;
}
