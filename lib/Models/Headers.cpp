//===- Models/Headers.cpp -------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Headers.h"
#include "Models/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace mde::models;
using llvm::StringRef;

template <typename Strings> void HttpHeaders::add(StringRef InText, const Strings &Headers) {
  if (!InText.empty()) {
    Texts.push_back(InText.str());
    return;
  }
  Any |= Headers.empty();
  for (StringRef Header : Headers)
    ByName[llvm::sys::path::filename(Header)].push_back(Header.str());
}

bool mde::models::isHeader(StringRef File, StringRef Header) {
  return File.ends_with(Header) && (File.size() == Header.size() || File[File.size() - Header.size() - 1] == '/');
}

bool HttpHeaders::contain(StringRef File) const {
  auto It = ByName.find(llvm::sys::path::filename(File));
  return It != ByName.end() && llvm::any_of(It->second, [&](StringRef Header) { return isHeader(File, Header); });
}

bool HttpHeaders::areForText(StringRef Source) const {
  return llvm::any_of(Texts, [&](StringRef Text) { return Source.contains(Text); });
}

HttpHeaders HttpHeaders::of(const Models &M) {
  HttpHeaders H;
  for (const auto &Lib : M.libraries())
    if (Lib->Http)
      H.add(Lib->InText, Lib->Headers);
  return H;
}

static bool isHttp(StringRef ModelText) {
  return ModelText.contains("send:") || ModelText.contains("new: request") || ModelText.contains("new: session");
}

/// What `headers:` lists, without understanding the rest.
static llvm::SmallVector<StringRef> headersIn(StringRef ModelText) {
  StringRef List = ModelText.split("\nheaders:").second.split('[').second.split(']').first;
  llvm::SmallVector<StringRef> Headers;
  List.split(Headers, ',', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef &Header : Headers)
    Header = Header.trim(" \n\"'");
  llvm::erase_if(Headers, [](StringRef Header) { return Header.empty(); });
  return Headers;
}

/// What stands behind `in-text:`, which models of the program say before `calls:`;
/// "" for nothing. Every unit asks this of every model.
static StringRef inText(StringRef ModelText) {
  ModelText = ModelText.take_front(ModelText.find("\ncalls:"));
  return ModelText.split("\nin-text:").second.split('\n').first.trim(" \"'");
}

HttpHeaders HttpHeaders::builtin() {
  HttpHeaders H;
  for (const EmbeddedModel &Model : embeddedModels())
    if (isHttp(Model.Text))
      H.add(inText(Model.Text), headersIn(Model.Text));
  return H;
}

static const HttpHeaders &builtinHeaders() {
  static const HttpHeaders Known = HttpHeaders::builtin();
  return Known;
}

void IncludedFiles::addSource(StringRef Source) {
  for (StringRef Text : builtinHeaders().texts())
    if (Source.contains(Text))
      Held.insert(Text);
}

bool IncludedFiles::asksForText(StringRef Text) { return !inText(Text).empty(); }

void IncludedFiles::add(StringRef File) {
  StringRef Name = llvm::sys::path::filename(File);
  std::vector<std::string> &Same = ByName[Name];
  if (llvm::is_contained(Same, File))
    return;
  Same.push_back(File.str());
  Http |= builtinHeaders().contain(File);
  StandardCxx |= !Name.contains('.');
  LooksUp |= Name == "dlfcn.h" || Name == "libloaderapi.h";
}

bool IncludedFiles::uses(StringRef Text) const {
  if (StringRef Wanted = inText(Text); !Wanted.empty())
    return Held.contains(Wanted);
  llvm::SmallVector<StringRef> Headers = headersIn(Text);
  return Headers.empty() || llvm::any_of(Headers, [&](StringRef Header) {
           if (StandardCxx && !Header.contains('.'))
             return true;
           auto It = ByName.find(llvm::sys::path::filename(Header));
           return It != ByName.end() && llvm::any_of(It->second, [&](StringRef File) { return isHeader(File, Header); });
         });
}
