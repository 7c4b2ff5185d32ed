//===- Check/SourceFixes.cpp - Fixes as changes of the source -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/SourceFixes.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace mde;
using namespace mde::check;
using namespace clang;
using findings::Fix;

//===----------------------------------------------------------------------===//
// A statement before the send
//===----------------------------------------------------------------------===//

/// Which argument of \p Callee is the request, as its model sees it.
static std::optional<int> requestOf(llvm::StringRef Callee,
                                    const models::Models &M) {
  for (const models::CallModel *C : M.calls(Callee))
    for (const models::Effect &E : C->Do)
      if (!C->Fix.empty() && E.V == models::Effect::Send) {
        if (E.Place.K == models::Expr::This)
          return NamedObject::ThisObject;
        if (E.Place.K == models::Expr::Arg)
          return E.Place.Index;
        return std::nullopt;
      }
  return std::nullopt;
}

static std::optional<SourceEdit> insertion(const Fix &F, LineColumn At,
                                           const FixSites &Sites,
                                           const models::Models &M) {
  llvm::StringRef Name = models::unqualified(F.Callee);
  auto Site = llvm::find_if(Sites.Calls, [&](const CallSite &S) {
    return S.Callee == Name && (S.At == At || S.Begin == At);
  });
  std::optional<int> Argument = requestOf(F.Callee, M);
  if (Site == Sites.Calls.end() || !Argument)
    return std::nullopt;
  auto Request = llvm::find_if(Site->Objects, [&](const NamedObject &O) {
    return O.Argument == *Argument;
  });
  if (Request == Site->Objects.end())
    return std::nullopt;

  std::string Text = F.Text;
  for (size_t I = 0;
       (I = Text.find(findings::RequestMarker.data(), I)) != std::string::npos;
       I += Request->Source.size()) {
    Text.replace(I, findings::RequestMarker.size(), Request->Source);
    if (size_t Dot = I + Request->Source.size();
        Request->IsPointer && Text.substr(Dot, 1) == ".")
      Text.replace(Dot, 1, "->");
  }
  return SourceEdit{Site->Offset, 0, Text + Site->Separator};
}

//===----------------------------------------------------------------------===//
// Another text in a literal
//===----------------------------------------------------------------------===//

static std::optional<SourceEdit>
replacement(const Fix &F, SourceLocation At, bool IsArgument,
            const SourceManager &SM, const LangOptions &Language) {
  Token Literal;
  if (At.isMacroID() || Lexer::getRawToken(At, Literal, SM, Language) ||
      !tok::isStringLiteral(Literal.getKind()))
    return std::nullopt;
  llvm::StringRef Source = Lexer::getSourceText(
      CharSourceRange::getTokenRange(At), SM, Language);
  size_t First = Source.find(F.Old);
  // Written with escapes, or there twice: no way to tell what to replace.
  if (F.Old.empty() || First == llvm::StringRef::npos ||
      Source.rfind(F.Old) != First)
    return std::nullopt;
  unsigned Offset = SM.getFileOffset(At);
  bool Whole = Source == "\"" + F.Old + "\"";
  if (!F.Expression.empty() && Whole && IsArgument)
    return SourceEdit{Offset, unsigned(Source.size()), F.Expression};
  if (F.Text.empty())
    return std::nullopt;
  return SourceEdit{unsigned(Offset + First), unsigned(F.Old.size()), F.Text};
}

std::optional<SourceEdit>
check::sourceEdit(const Fix &F, SourceLocation At, const FixSites &Sites,
                  const SourceManager &SM, const LangOptions &Language,
                  const models::Models &M) {
  if (At.isInvalid())
    return std::nullopt;
  auto [File, Offset] = SM.getDecomposedLoc(At);
  LineColumn Place{SM.getLineNumber(File, Offset),
                   SM.getColumnNumber(File, Offset)};
  if (F.K == Fix::InsertBefore)
    return insertion(F, Place, Sites, M);
  return replacement(F, At, llvm::is_contained(Sites.Arguments, Place), SM,
                     Language);
}

std::optional<FixItHint> check::sourceFix(const Fix &F, SourceLocation At,
                                          ASTContext &Ctx,
                                          const models::Models &M) {
  if (At.isInvalid())
    return std::nullopt;
  const SourceManager &SM = Ctx.getSourceManager();
  auto Edit = sourceEdit(F, At, sitesAround(Ctx, At), SM, Ctx.getLangOpts(), M);
  if (!Edit)
    return std::nullopt;
  FileID File = SM.getFileID(At);
  SourceLocation Begin = SM.getComposedLoc(File, Edit->Offset);
  if (Edit->Length == 0)
    return FixItHint::CreateInsertion(Begin, Edit->Text);
  return FixItHint::CreateReplacement(
      CharSourceRange::getCharRange(Begin,
                                    Begin.getLocWithOffset(Edit->Length)),
      Edit->Text);
}
