//===- Check/Relevance.cpp - Is a unit worth a look? ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/Relevance.h"
#include "Check/HostEndings.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace mde;
using namespace mde::check;
using namespace clang;
using llvm::StringRef;

namespace {

/// Not in a comment: many a project's comments name a host.
bool inSomeLiteral(StringRef Source, llvm::function_ref<bool(StringRef)> IsIn, const LangOptions &Options) {
  Lexer Raw(SourceLocation(), Options, Source.begin(), Source.begin(), Source.end());
  Token Tok;
  do {
    Raw.LexFromRawLexer(Tok);
    if (tok::isStringLiteral(Tok.getKind()) && IsIn(StringRef(Tok.getLiteralData(), Tok.getLength())))
      return true;
  } while (Tok.isNot(tok::eof));
  return false;
}

/// Every file of the unit, also those that come out of a precompiled header or an
/// editor's preamble.
void forEachFile(const SourceManager &SM, llvm::function_ref<void(const SrcMgr::FileInfo &)> F) {
  for (unsigned I = 0, E = SM.loaded_sloc_entry_size(); I != E; ++I) {
    bool Invalid = false;
    const SrcMgr::SLocEntry &Entry = SM.getLoadedSLocEntry(I, &Invalid);
    if (!Invalid && Entry.isFile())
      F(Entry.getFile());
  }
  for (unsigned I = 0, E = SM.local_sloc_entry_size(); I != E; ++I)
    if (const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I); Entry.isFile())
      F(Entry.getFile());
}

/// The text of a file of user code, for as long as it is looked at. What a
/// precompiled header was made of has not been read yet, and may have changed
/// since: clang would make an error of that, so it is not asked.
class SourceText {
public:
  SourceText(const SourceManager &SM, const SrcMgr::FileInfo &File) {
    if (SrcMgr::isSystem(File.getFileCharacteristic()))
      return;
    const SrcMgr::ContentCache &Cache = File.getContentCache();
    if (auto Loaded = Cache.getBufferDataIfLoaded()) {
      Text = *Loaded;
    } else if (Cache.OrigEntry) {
      // Volatile: somebody may be saving it.
      auto Buffer = SM.getFileManager().getBufferForFile(*Cache.OrigEntry, /*isVolatile=*/true);
      if (Buffer) {
        Own = std::move(*Buffer);
        Text = Own->getBuffer();
      } else {
        Unreadable = true;
      }
    }
  }
  StringRef Text;
  bool Unreadable = false;

private:
  std::unique_ptr<llvm::MemoryBuffer> Own;
};

} // namespace

bool check::mayHoldRequests(const ASTContext &Ctx, const models::HttpHeaders &Headers,
                            const requirement::Options &O) {
  if (Headers.Any)
    return true;
  const SourceManager &SM = Ctx.getSourceManager();
  bool Found = false;
  forEachFile(SM, [&](const SrcMgr::FileInfo &File) {
    OptionalFileEntryRef Name = File.getContentCache().OrigEntry;
    Found = Found || (Name && Headers.contain(Name->getName()));
  });
  if (Found)
    return true;
  HostEndings Hosts(O);
  auto IsIn = [&](StringRef Source) { return Hosts.isIn(Source) || Headers.areForText(Source); };
  forEachFile(SM, [&](const SrcMgr::FileInfo &File) {
    if (Found)
      return;
    SourceText Source(SM, File);
    Found = Source.Unreadable || (IsIn(Source.Text) && inSomeLiteral(Source.Text, IsIn, Ctx.getLangOpts()));
  });
  return Found;
}

models::IncludedFiles check::includedFiles(const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  models::IncludedFiles Files;
  forEachFile(SM, [&](const SrcMgr::FileInfo &File) {
    // Macros of the command line are in no file.
    if (OptionalFileEntryRef Name = File.getContentCache().OrigEntry)
      Files.add(Name->getName());
    Files.addSource(SourceText(SM, File).Text);
  });
  return Files;
}
