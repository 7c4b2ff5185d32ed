//===- Check/Relevance.cpp - Is a unit worth a look? ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/Relevance.h"
#include "Models/Embedded.h"
#include "Requirement/Hosts.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace mde;
using namespace mde::check;
using namespace clang;
using llvm::StringRef;

void HttpHeaders::add(StringRef Header) {
  ByName[llvm::sys::path::filename(Header)].push_back(Header.str());
}

bool HttpHeaders::contain(StringRef File) const {
  auto It = ByName.find(llvm::sys::path::filename(File));
  return It != ByName.end() && llvm::any_of(It->second, [&](StringRef Header) {
           return File.ends_with(Header) &&
                  (File.size() == Header.size() ||
                   File[File.size() - Header.size() - 1] == '/');
         });
}

HttpHeaders HttpHeaders::of(const models::Models &M) {
  HttpHeaders H;
  for (const auto &Lib : M.libraries()) {
    if (!Lib->Http)
      continue;
    H.Any |= Lib->Headers.empty();
    for (const std::string &Header : Lib->Headers)
      H.add(Header);
  }
  return H;
}

HttpHeaders HttpHeaders::builtin() {
  HttpHeaders H;
  for (const models::EmbeddedModel &Model : models::embeddedModels()) {
    StringRef Text = Model.Text;
    if (!Text.contains("send:") && !Text.contains("new: request") &&
        !Text.contains("new: session"))
      continue;
    StringRef List =
        Text.split("\nheaders:").second.split('[').second.split(']').first;
    H.Any |= List.trim().empty();
    llvm::SmallVector<StringRef> Headers;
    List.split(Headers, ',');
    for (StringRef Header : Headers)
      H.add(Header.trim(" \n\"'"));
  }
  return H;
}

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

} // namespace

bool check::mayHoldRequests(const ASTContext &Ctx, const HttpHeaders &Headers,
                            const requirement::Options &O) {
  // A precompiled header or module doesn't show its files here.
  if (Ctx.getExternalSource() || Headers.Any)
    return true;
  HostEndings Hosts(O);
  const SourceManager &SM = Ctx.getSourceManager();
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
      if (Hosts.isIn(*Source))
        return true;
  }
  return false;
}
