// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In a build with MDE_MUTANTS the models are not embedded but read when a tool
// starts: those of lib/Models, with the file that MDE_MUTANT_MODEL names in place of
// the one of the same name.
#include "Models/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <cstdlib>
#include <string>
#include <vector>

using namespace mde::models;
using namespace llvm;

static std::string textOf(StringRef Path) {
  auto File = MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!File)
    report_fatal_error(Twine("the model ") + Path + " cannot be read");
  return (*File)->getBuffer().str();
}

static std::vector<std::pair<std::string, std::string>> readAll() {
  std::vector<std::pair<std::string, std::string>> All;
  StringRef Mutant = std::getenv("MDE_MUTANT_MODEL") ? std::getenv("MDE_MUTANT_MODEL") : "";
  std::error_code Code;
  for (sys::fs::directory_iterator I(MDE_MODELS_FOLDER, Code), End; I != End && !Code; I.increment(Code)) {
    StringRef Path = I->path(), Name = sys::path::filename(Path);
    if (Name.ends_with(".yaml") || Name.ends_with(".ir"))
      All.push_back({Name.str(), textOf(Name == sys::path::filename(Mutant) ? Mutant : Path)});
  }
  llvm::sort(All);
  return All;
}

ArrayRef<EmbeddedModel> mde::models::embeddedModels() {
  static const auto Texts = readAll();
  static const auto All = [] {
    std::vector<EmbeddedModel> Result;
    for (const auto &[Name, Text] : Texts)
      Result.push_back({Name, Text});
    return Result;
  }();
  return All;
}
