//===- Index/ProjectIndex.cpp - The units of a project --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Index/ProjectIndex.h"
#include "Index/WriteFile.h"
#include "Ir/Files.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>
#include <mutex>

using namespace mde;
using namespace mde::index;
using namespace llvm;

/// Another number when lists of another version can't be read.
static constexpr int64_t FormatVersion = 1;

static std::string inFolder(StringRef Folder, StringRef Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return Path.str().str();
}

static std::string listPath(StringRef Folder) {
  return inFolder(Folder, "project.json");
}

//===----------------------------------------------------------------------===//
// The list
//===----------------------------------------------------------------------===//

Error index::write(const ProjectIndex &I, StringRef Folder) {
  return writeFile(listPath(Folder), [&](raw_ostream &OS) {
    json::OStream J(OS, 2);
    J.object([&] {
      J.attribute("format", FormatVersion);
      J.attribute("root", json::fixUTF8(I.Root));
      J.attribute("whole", I.Whole);
      J.attributeArray("units", [&] {
        for (const std::string &Unit : I.Units)
          J.value(json::fixUTF8(Unit));
      });
    });
    OS << '\n';
  });
}

Expected<ProjectIndex> index::readProjectIndex(StringRef Folder) {
  std::string Path = listPath(Folder);
  auto Fail = [&](const std::string &Why) {
    return createStringError(fmt::format(
        "{}: {}; run mde-audit on the whole project with this folder as its cache",
        Path, Why));
  };
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return Fail("no audit of a whole project left its index here (" +
                Buffer.getError().message() + ")");
  Expected<json::Value> Parsed = json::parse((*Buffer)->getBuffer());
  if (!Parsed)
    return Fail("this is no index: " + toString(Parsed.takeError()));
  const json::Object *O = Parsed->getAsObject();
  if (!O || O->getInteger("format") != FormatVersion)
    return Fail("another version of mde-audit wrote this index");
  ProjectIndex I;
  json::Path::Root Where("index");
  json::ObjectMapper Map(*Parsed, Where);
  if (!Map || !Map.map("root", I.Root) || !Map.map("whole", I.Whole) ||
      !Map.map("units", I.Units))
    return Fail("this is no index: " + toString(Where.getError()));
  return I;
}

//===----------------------------------------------------------------------===//
// What is still as it was
//===----------------------------------------------------------------------===//

namespace {

/// Tells whether files are as they were, reading each again only when its size or
/// time of change is another.
class Freshness {
public:
  bool holds(const Reads &All) {
    return all_of(All, [&](const auto &Each) {
      return now(Each.first, Each.second) == Each.second;
    });
  }
  /// The answers of one call agree; a later one looks again.
  void lookAgain() { ++Round; }

private:
  struct Known {
    sys::TimePoint<> Changed;
    uint64_t Size = 0;
    unsigned Round = 0;
    std::string State;
  };

  const std::string &now(StringRef Path, StringRef Like) {
    Known &K = States[(Path + Twine('\0') + Like.take_front(1)).str()];
    if (K.Round == Round)
      return K.State;
    K.Round = Round;
    sys::fs::file_status Status;
    bool IsFile = Like.starts_with("f ") && !sys::fs::status(Path, Status) &&
                  sys::fs::is_regular_file(Status);
    if (IsFile && !K.State.empty() && K.Size == Status.getSize() &&
        K.Changed == Status.getLastModificationTime())
      return K.State;
    if (IsFile) {
      K.Size = Status.getSize();
      K.Changed = Status.getLastModificationTime();
    }
    K.State = stateOf(*Files, Path, Like);
    return K.State;
  }

  IntrusiveRefCntPtr<vfs::FileSystem> Files = vfs::getRealFileSystem();
  StringMap<Known> States;
  unsigned Round = 0;
};

} // namespace

Expected<RestOfProject> index::restOfProject(StringRef Folder,
                                             StringRef MainFile) {
  Expected<ProjectIndex> List = readProjectIndex(Folder);
  if (!List)
    return List.takeError();

  static std::mutex Mutex;
  static Freshness Fresh;
  std::lock_guard<std::mutex> Lock(Mutex);
  Fresh.lookAgain();
  RestOfProject Rest;
  Rest.Whole = List->Whole;
  for (const std::string &Name : List->Units) {
    auto Read = readUnit(inFolder(Folder, Name));
    if (!Read) {
      consumeError(Read.takeError());
      Rest.Whole = false;
      continue;
    }
    StoredUnit &U = Read->first;
    if (absoluteName(U.Name, List->Root) == MainFile)
      continue;
    if (!U.Unit || !Fresh.holds(U.Inputs)) {
      Rest.Whole = false;
      continue;
    }
    ir::renameFiles(*U.Unit, [&](StringRef File) {
      return absoluteName(File, List->Root);
    });
    Rest.Models.insert(U.Models.begin(), U.Models.end());
    Rest.Units.push_back(std::move(U.Unit));
  }
  return Rest;
}
