//===- Check/LoadedModels.cpp - Models, loaded once -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/LoadedModels.h"
#include "Models/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <cassert>
#include <fmt/format.h>
#include <list>
#include <mutex>

using namespace mde;
using namespace mde::check;
using namespace llvm;

static void addErrors(LoadedModels &L, Error E) {
  SmallVector<StringRef> Lines;
  std::string All = toString(std::move(E));
  StringRef(All).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines)
    L.Errors.push_back(Line.str());
}

std::string check::findFile(StringRef Name, StringRef MainFile) {
  if (sys::path::is_absolute(Name))
    return Name.str();
  SmallString<256> Folder(MainFile);
  sys::fs::make_absolute(Folder);
  sys::path::remove_dots(Folder, /*remove_dot_dot=*/true);
  while (sys::path::has_parent_path(Folder)) {
    sys::path::remove_filename(Folder);
    SmallString<256> Candidate(Folder);
    sys::path::append(Candidate, Name);
    if (sys::fs::exists(Candidate))
      return Candidate.str().str();
  }
  return Name.str();
}

[[maybe_unused]] static bool knowsHeaders(const models::HttpHeaders &Known,
                                          const models::Models &M) {
  return llvm::all_of(M.libraries(), [&](const auto &Lib) {
    return !Lib->Http || !Lib->InText.empty() || llvm::all_of(Lib->Headers, [&](const std::string &H) {
      return Known.contain(H);
    });
  });
}

static LoadedModels understand(ArrayRef<std::unique_ptr<MemoryBuffer>> Files,
                               function_ref<bool(StringRef)> IsWanted) {
  LoadedModels L;
  Expected<models::Models> Builtin = models::Models::builtin(IsWanted);
  if (!Builtin) {
    addErrors(L, Builtin.takeError());
    return L;
  }
  assert(
      knowsHeaders(models::HttpHeaders::builtin(), *Builtin) &&
      "a unit that uses an HTTP library could be taken for one that doesn't");
  for (const std::unique_ptr<MemoryBuffer> &File : Files)
    if (Error E = Builtin->add(File->getMemBufferRef()))
      addErrors(L, std::move(E));
  L.Models = std::make_shared<const models::Models>(std::move(*Builtin));
  return L;
}

std::set<std::string>
check::neededModels(const std::optional<models::IncludedFiles> &Included,
                    const std::vector<std::string> &UserModels) {
  // A user's models may speak of the program's.
  bool All = !Included || !Included->Http || Included->LooksUp || !UserModels.empty();
  std::set<std::string> Needed;
  for (const models::EmbeddedModel &Model : models::embeddedModels())
    if ((All && !(Included && models::IncludedFiles::asksForText(Model.Text))) ||
        Included->uses(Model.Text))
      Needed.insert(Model.Name.str());
  return Needed;
}

LoadedModels check::loadModels(const std::vector<std::string> &Names, StringRef MainFile,
                               const std::set<std::string> &Needed) {
  std::vector<std::unique_ptr<MemoryBuffer>> Files;
  std::vector<std::string> Missing;
  std::string Key;
  for (const std::string &Name : Names) {
    std::string Path = findFile(Name, MainFile);
    auto File = MemoryBuffer::getFile(Path, /*IsText=*/true);
    if (!File) {
      Missing.push_back(fmt::format("the model '{}' cannot be read: {}", Path,
                                    File.getError().message()));
      continue;
    }
    Key += fmt::format("{}\n{}\n", Path, (*File)->getBuffer().str());
    Files.push_back(std::move(*File));
  }

  // The loader asks with the text of a model.
  std::set<const char *> Wanted;
  for (const models::EmbeddedModel &Model : models::embeddedModels()) {
    bool IsNeeded = Needed.count(Model.Name.str()) != 0;
    if (IsNeeded)
      Wanted.insert(Model.Text.data());
    Key += IsNeeded ? '1' : '0';
  }
  auto IsWanted = [&](StringRef Text) { return Wanted.count(Text.data()) != 0; };

  // The latest first. Somebody who goes to and fro between a few files, as people
  // do in an editor, waits for each once.
  static std::mutex Mutex;
  static std::list<std::pair<std::string, LoadedModels>> Known;
  constexpr size_t MaxKnown = 8;
  std::lock_guard<std::mutex> Lock(Mutex);
  auto It = llvm::find_if(Known, [&](const auto &One) { return One.first == Key; });
  if (It != Known.end())
    Known.splice(Known.begin(), Known, It);
  else
    Known.emplace_front(Key, understand(Files, IsWanted));
  if (Known.size() > MaxKnown)
    Known.pop_back();
  LoadedModels Result = Known.front().second;
  Result.Errors.insert(Result.Errors.end(), Missing.begin(), Missing.end());
  return Result;
}
