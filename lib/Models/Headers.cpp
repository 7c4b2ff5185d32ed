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

HttpHeaders HttpHeaders::of(const Models &M) {
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
  for (const EmbeddedModel &Model : embeddedModels()) {
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
