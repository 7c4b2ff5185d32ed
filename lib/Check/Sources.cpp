//===- Check/Sources.cpp - From numbers back to clang's locations ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/Sources.h"
#include "clang/AST/ASTContext.h"

using namespace mde;
using namespace mde::check;
using namespace clang;

/// An editor's server looks at the open file only and tells clang so.
static bool isRestricted(const ASTContext &Ctx) {
  const std::vector<Decl *> Scope = Ctx.getTraversalScope();
  return Scope.size() != 1 || !isa<TranslationUnitDecl>(Scope[0]);
}

Sources::Sources(ASTContext &Ctx, const FileTable &Files,
                 const tidy::ClangTidyOptions &Options)
    : SM(Ctx.getSourceManager()), Files(Files), OnlyMainFile(isRestricted(Ctx)),
      SystemHeaders(Options.SystemHeaders.value_or(false)),
      HeaderFilter(Options.HeaderFilterRegex.value_or("")),
      ExcludeFilter(Options.ExcludeHeaderFilterRegex.value_or("")) {}

bool Sources::passesFilter(FileID ID) {
  if (ID == SM.getMainFileID())
    return true;
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(ID);
  if (OnlyMainFile || !Entry || HeaderFilter.empty())
    return false;
  if (!SystemHeaders && SM.isInSystemHeader(SM.getLocForStartOfFile(ID)))
    return false;
  return llvm::Regex(HeaderFilter).match(Entry->getName()) &&
         (ExcludeFilter.empty() ||
          !llvm::Regex(ExcludeFilter).match(Entry->getName()));
}

const Sources::File &Sources::file(uint32_t Number) {
  auto [It, New] = Cache.try_emplace(Number);
  if (!New)
    return It->second;
  File &F = It->second;
  if (OptionalFileEntryRef Entry =
          SM.getFileManager().getOptionalFileRef(Files.name(Number)))
    F.ID = SM.translateFile(*Entry);
  F.Shown = F.ID.isValid() && passesFilter(F.ID);
  return F;
}

SourceLocation Sources::location(Loc L) {
  if (!L.isValid())
    return {};
  FileID ID = file(L.File).ID;
  return ID.isValid() ? SM.translateLineCol(ID, L.Line, L.Col)
                      : SourceLocation();
}

SourceLocation Sources::anywhere(Loc L) {
  SourceLocation Here = location(L);
  if (Here.isValid() || !L.isValid())
    return Here;
  OptionalFileEntryRef Entry = SM.getFileManager().getOptionalFileRef(Files.name(L.File));
  if (!Entry || file(L.File).ID.isValid())
    return {};
  return SM.translateLineCol(SM.getOrCreateFileID(*Entry, SrcMgr::C_User), L.Line, L.Col);
}

bool Sources::isShown(Loc L) { return L.isValid() && file(L.File).Shown; }
