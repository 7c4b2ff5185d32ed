//===- Audit/CacheSalt.cpp - What decides about all units -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of the user's models it is the names that decide what is lowered. Their
// effects do not: whoever changes those need not parse again. The program's own
// models are a part of the program.
//
//===----------------------------------------------------------------------===//

#include "Audit/Cache.h"
#include "Check/LoadedModels.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mde;
using namespace llvm;

static void addNames(const models::Models &M, raw_ostream &OS) {
  auto Function = [&](StringRef Name) {
    OS << Name << ' ' << M.models(Name) << M.isHttp(Name) << M.lowersBody(Name)
       << M.constructs(Name, "") << '\n';
  };
  for (const auto &Library : M.libraries()) {
    OS << "library " << Library->Name << ' ' << Library->Http << ' '
       << Library->InText << '\n';
    for (const std::string &Header : Library->Headers)
      OS << "header " << Header << '\n';
    for (const models::TypeModel &Type : Library->Types)
      for (const std::string &Name : Type.Names)
        OS << "type " << Name << '\n';
    for (const models::CallModel &Call : Library->Calls)
      for (const std::string &Name : Call.Names)
        Function(Name);
  }
}

std::string audit::cacheSalt(const std::vector<std::string> &ModelFiles) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << clang::getClangFullVersion() << '\n';
  if (!ModelFiles.empty())
    if (auto All =
            check::loadModels(ModelFiles, "",
                              check::neededModels(std::nullopt, ModelFiles))
                .Models)
      addNames(*All, OS);
  BLAKE3 Hasher;
  // Not the version: whoever works on the program has many of one version.
  if (auto Program = MemoryBuffer::getFile(
          sys::fs::getMainExecutable(nullptr, nullptr), /*IsText=*/false,
          /*RequiresNullTerminator=*/false))
    Hasher.update((*Program)->getBuffer());
  Hasher.update(Text);
  return toHex(Hasher.final<16>(), /*LowerCase=*/true);
}
