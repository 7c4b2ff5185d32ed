//===- Check/Relevance.cpp - Is a unit worth a look? ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/Relevance.h"
#include "Requirement/Hosts.h"
#include "clang/AST/ASTContext.h"
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

} // namespace

bool check::mayHoldRequests(const ASTContext &Ctx, const models::HttpHeaders &Headers,
                            const requirement::Options &O) {
  const SourceManager &SM = Ctx.getSourceManager();
  // A precompiled header or module doesn't show its files here.
  if (SM.loaded_sloc_entry_size() != 0 || Headers.Any)
    return true;
  HostEndings Hosts(O);
  auto IsIn = [&](StringRef Source) { return Hosts.isIn(Source) || Headers.areForText(Source); };
  for (unsigned I = 0, E = SM.local_sloc_entry_size(); I != E; ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
    if (!Entry.isFile())
      continue;
    const SrcMgr::FileInfo &File = Entry.getFile();
    OptionalFileEntryRef Name = File.getContentCache().OrigEntry;
    if (Name && Headers.contain(Name->getName()))
      return true;
    if (SrcMgr::isSystem(File.getFileCharacteristic()))
      continue;
    if (auto Source = File.getContentCache().getBufferDataIfLoaded())
      if (IsIn(*Source) && inSomeLiteral(*Source, IsIn, Ctx.getLangOpts()))
        return true;
  }
  return false;
}

std::optional<models::IncludedFiles> check::includedFiles(const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  if (SM.loaded_sloc_entry_size() != 0)
    return std::nullopt;
  models::IncludedFiles Files;
  for (unsigned I = 0, E = SM.local_sloc_entry_size(); I != E; ++I)
    if (const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I); Entry.isFile())
      if (OptionalFileEntryRef Name = Entry.getFile().getContentCache().OrigEntry) {
        Files.add(Name->getName());
        if (!SrcMgr::isSystem(Entry.getFile().getFileCharacteristic()))
          if (auto Source = Entry.getFile().getContentCache().getBufferDataIfLoaded())
            Files.addSource(*Source);
      }
  return Files;
}
