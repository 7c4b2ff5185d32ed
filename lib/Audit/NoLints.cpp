// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/NoLints.h"
#include "Check/NoLint.h"
#include "clang-tidy/GlobList.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/ADT/StringExtras.h"
#include <optional>

using namespace mde;
using namespace mde::audit;
using namespace clang;
using findings::NoLint;
using llvm::StringRef;

static constexpr StringRef Check = "mde-user-agent", Word = "NOLINT";

namespace {

/// A comment as it is written.
struct Directive {
  StringRef Kind; ///< "", "NEXTLINE", "BEGIN", "END"
  std::optional<StringRef> Checks;
  size_t Offset;
  StringRef Reason;

  bool speaksOfUs() const {
    return tidy::GlobList(Checks.value_or("*"), /*KeepNegativeGlobs=*/false)
        .contains(Check);
  }
  bool namesUs() const { return Checks && Checks->contains("mde-"); }
};

/// \p Rest of a line behind a list of checks: `: because`, ` - because */ f();`.
StringRef reasonIn(StringRef Rest) {
  Rest = Rest.substr(0, Rest.find("*/"));
  Rest = Rest.substr(0, Rest.find(Word)); // another one of the same line
  return Rest.trim(" \t\r:-,;.").rtrim("/ \t");
}

std::vector<Directive> directivesIn(StringRef Text) {
  std::vector<Directive> All;
  for (size_t At = Text.find(Word); At != StringRef::npos;
       At = Text.find(Word, At + 1)) {
    StringRef Rest = Text.substr(At + Word.size());
    Rest = Rest.substr(0, Rest.find('\n'));
    Directive D;
    D.Offset = At;
    D.Kind = Rest.take_while(llvm::isAlpha);
    Rest = Rest.drop_front(D.Kind.size());
    if (D.Kind != "" && D.Kind != "NEXTLINE" && D.Kind != "BEGIN" &&
        D.Kind != "END")
      continue;
    if (size_t Close = Rest.find(')');
        Rest.starts_with("(") && Close != StringRef::npos) {
      D.Checks = Rest.slice(1, Close);
      Rest = Rest.drop_front(Close + 1);
    }
    D.Reason = reasonIn(Rest);
    All.push_back(D);
  }
  return All;
}

/// Reads one file.
class Reader {
public:
  Reader(const SourceManager &SM, const DiagnosticsEngine &Engine, FileID ID,
         StringRef Name, StringRef Text)
      : SM(SM), Engine(Engine), ID(ID), Name(Name), Text(Text),
        All(directivesIn(Text)) {}

  std::vector<NoLint> read() {
    // Where a block begins or ends in the midst of a line, columns differ.
    size_t Begin = 0;
    unsigned Line = 1;
    while (Begin < Text.size()) {
      size_t End = std::min(Text.find('\n', Begin), Text.size());
      StringRef Content = Text.slice(Begin, End);
      bool Divided =
          Content.contains("NOLINTBEGIN") || Content.contains("NOLINTEND");
      size_t First = Content.find_first_not_of(" \t\r");
      for (size_t Col = First; Col < Content.size(); ++Col) {
        if (const Directive *D = hiding(Begin + Col, Begin))
          add(*D, {Line, Col + 1},
              {Line, Divided ? Col + 1 : Content.size()});
        if (!Divided)
          break;
      }
      Begin = End + 1;
      ++Line;
    }
    for (const tooling::Diagnostic &D : Mistakes) {
      NoLint N;
      N.File = Name.str();
      N.Line = SM.getLineNumber(ID, D.Message.FileOffset);
      N.Mistake = D.Message.Message;
      Result.push_back(std::move(N));
    }
    return std::move(Result);
  }

private:
  /// What hides a diagnostic at \p Offset, in the line that begins at
  /// \p LineBegin; null if nothing does.
  const Directive *hiding(size_t Offset, size_t LineBegin) {
    if (!check::isHidden(SM.getComposedLoc(ID, Offset), Engine, Handler, Mistakes))
      return nullptr;
    size_t LineEnd = Text.find('\n', LineBegin);
    size_t Before = LineBegin ? Text.rfind('\n', LineBegin - 1) : 0;
    auto In = [&](StringRef Kind, size_t From, size_t To) -> const Directive * {
      for (const Directive &D : All)
        if (D.Kind == Kind && D.Offset >= From && D.Offset < To &&
            D.speaksOfUs())
          return &D;
      return nullptr;
    };
    if (const Directive *D = In("", LineBegin, LineEnd))
      return D;
    if (const Directive *D = In(
            "NEXTLINE", Before == StringRef::npos ? 0 : Before, LineBegin))
      return D;
    return blockAround(Offset);
  }

  /// The innermost one that speaks of us.
  const Directive *blockAround(size_t Offset) const {
    std::vector<const Directive *> Open;
    for (const Directive &D : All) {
      if (D.Offset >= Offset)
        break;
      if (D.Kind == "BEGIN" && D.speaksOfUs())
        Open.push_back(&D);
      else if (D.Kind == "END" && D.speaksOfUs() && !Open.empty())
        Open.pop_back();
    }
    return Open.empty() ? nullptr : Open.back();
  }

  void add(const Directive &D, std::pair<unsigned, unsigned> First,
           std::pair<unsigned, unsigned> Last) {
    unsigned Line = SM.getLineNumber(ID, D.Offset);
    // Empty lines between two are of no account.
    if (!Result.empty() && Result.back().Line == Line && D.Kind == "BEGIN") {
      Result.back().Last = Last;
      return;
    }
    NoLint N;
    N.File = Name.str();
    N.Line = Line;
    N.First = First;
    N.Last = Last;
    N.Reason = D.Reason.str();
    N.Named = D.namesUs();
    Result.push_back(std::move(N));
  }

  const SourceManager &SM;
  const DiagnosticsEngine &Engine;
  FileID ID;
  StringRef Name, Text;
  std::vector<Directive> All;
  std::vector<NoLint> Result;
  tidy::NoLintDirectiveHandler Handler;
  llvm::SmallVector<tooling::Diagnostic, 1> Mistakes;
};

} // namespace

std::vector<NoLint> audit::noLints(const SourceManager &SM,
                                   const DiagnosticsEngine &Engine,
                                   const FileTable &Files) {
  std::vector<NoLint> All;
  for (uint32_t I = 1; I <= Files.size(); ++I) {
    OptionalFileEntryRef Entry =
        SM.getFileManager().getOptionalFileRef(Files.name(I));
    FileID ID = Entry ? SM.translateFile(*Entry) : FileID();
    auto Text = ID.isValid() ? SM.getBufferDataOrNone(ID) : std::nullopt;
    if (!Text || !Text->contains(Word))
      continue;
    for (NoLint &N : Reader(SM, Engine, ID, Files.name(I), *Text).read())
      All.push_back(std::move(N));
  }
  return All;
}
