//===- Index/Reads.cpp - What a front end looked at -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Index/Reads.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <set>

using namespace mde;
using namespace mde::index;
using namespace llvm;

std::string index::absoluteName(StringRef File, StringRef Directory) {
  SmallString<256> Path(File);
  if (!sys::path::is_absolute(File)) {
    Path = Directory;
    sys::path::append(Path, File);
  }
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

static std::string hashOf(StringRef Contents) {
  return toHex(BLAKE3::hash<16>(arrayRefFromStringRef(Contents)),
               /*LowerCase=*/true);
}

std::string index::fileState(StringRef Contents) {
  return "f " + hashOf(Contents);
}

static std::string folderState(vfs::FileSystem &FS, const Twine &Path) {
  std::error_code EC;
  std::set<std::string> Names;
  for (vfs::directory_iterator I = FS.dir_begin(Path, EC), E; !EC && I != E;
       I.increment(EC))
    Names.insert(sys::path::filename(I->path()).str());
  return "d " + hashOf(join(Names, std::string_view("\0", 1)));
}

std::string index::stateOf(vfs::FileSystem &Files, StringRef Path,
                           StringRef Like) {
  if (Like.starts_with("d "))
    return folderState(Files, Path);
  auto Status = Files.status(Path);
  if (!Status)
    return "-";
  if (!Like.starts_with("f ") || !Status->isRegularFile())
    return "+";
  auto Buffer = Files.getBufferForFile(Path, Status->getSize(),
                                       /*RequiresNullTerminator=*/false);
  return Buffer ? fileState((*Buffer)->getBuffer()) : "-";
}

namespace {

/// Notes the contents when they are taken.
class RecordingFile : public vfs::File {
public:
  RecordingFile(std::unique_ptr<vfs::File> Inner, std::string &State)
      : Inner(std::move(Inner)), State(State) {}

  ErrorOr<vfs::Status> status() override { return Inner->status(); }
  ErrorOr<std::string> getName() override { return Inner->getName(); }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name,
                                                   int64_t FileSize,
                                                   bool RequiresNullTerminator,
                                                   bool IsVolatile) override {
    auto Buffer =
        Inner->getBuffer(Name, FileSize, RequiresNullTerminator, IsVolatile);
    if (Buffer)
      State = fileState((*Buffer)->getBuffer());
    return Buffer;
  }
  std::error_code close() override { return Inner->close(); }

private:
  std::unique_ptr<vfs::File> Inner;
  std::string &State;
};

class RecordingFileSystem : public vfs::ProxyFileSystem {
public:
  RecordingFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> Base, Reads &Into)
      : ProxyFileSystem(std::move(Base)), Into(Into) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    auto Result = getUnderlyingFS().status(Path);
    note(Path, bool(Result));
    return Result;
  }
  bool exists(const Twine &Path) override {
    bool Result = getUnderlyingFS().exists(Path);
    note(Path, Result);
    return Result;
  }
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto Result = getUnderlyingFS().openFileForRead(Path);
    std::string &State = note(Path, bool(Result));
    if (!Result)
      return Result;
    return std::unique_ptr<vfs::File>(
        std::make_unique<RecordingFile>(std::move(*Result), State));
  }
  vfs::directory_iterator dir_begin(const Twine &Folder,
                                    std::error_code &EC) override {
    note(Folder, true) = folderState(getUnderlyingFS(), Folder);
    return getUnderlyingFS().dir_begin(Folder, EC);
  }

private:
  std::string &note(const Twine &Path, bool Exists) {
    SmallString<256> Absolute;
    Path.toVector(Absolute);
    makeAbsolute(Absolute);
    auto [It, New] = Into.try_emplace(Absolute.str().str());
    if (New)
      It->second = Exists ? "+" : "-";
    return It->second;
  }
  Reads &Into;
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
index::recording(IntrusiveRefCntPtr<vfs::FileSystem> Base, Reads &Into) {
  return makeIntrusiveRefCnt<RecordingFileSystem>(std::move(Base), Into);
}
