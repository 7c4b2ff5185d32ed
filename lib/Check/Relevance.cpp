//===- Check/Relevance.cpp - Is a unit worth a look? ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/Relevance.h"
#include "Requirement/Hosts.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include <set>

using namespace mde;
using namespace mde::check;
using namespace clang;
using llvm::StringRef;

namespace {

/// The last two labels of the hosts under the requirement: `microsoft.com`.
class HostEndings {
public:
  explicit HostEndings(const requirement::Options &O) {
    for (const requirement::HostRow &Row : requirement::hostTable())
      add(Row.Pattern);
    for (const requirement::HostRow &Row : requirement::familyTable())
      add(Row.Pattern);
    for (const requirement::HostPattern &P : O.TargetHosts)
      add(P.text());
  }

  bool isIn(StringRef Source) const {
    if (Any)
      return true;
    for (size_t Dot = Source.find('.'); Dot != StringRef::npos;
         Dot = Source.find('.', Dot + 1)) {
      StringRef Before = Source.take_front(Dot),
                After = Source.drop_front(Dot + 1);
      for (const auto &[Name, Top] : Endings)
        if (After.starts_with_insensitive(Top) &&
            Before.ends_with_insensitive(Name))
          return true;
    }
    return false;
  }

private:
  void add(StringRef Pattern) {
    auto [Front, Top] = Pattern.rsplit('.');
    StringRef Name = Front.rsplit('.').second;
    if (Name.empty())
      Name = Front;
    Name = Name.substr(Name.rfind('*') + 1);
    // `localhost`, `*.example`: too little to look for.
    if (Top.empty() || Top.contains('*') || Name.empty())
      Any = true;
    else
      Endings.insert({Name, Top});
  }

  std::set<std::pair<StringRef, StringRef>> Endings;
  bool Any = false;
};

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
