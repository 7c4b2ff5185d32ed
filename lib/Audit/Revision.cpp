// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/Revision.h"
#include "Audit/Capturing.h"
#include "Audit/Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Errc.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

//===----------------------------------------------------------------------===//
// Reading through it
//===----------------------------------------------------------------------===//

/// \p Path below one of \p Roots, relative to it; "" if it is not.
static StringRef below(ArrayRef<std::string> Roots, StringRef Path) {
  for (StringRef Root : Roots) {
    StringRef Rest = Path;
    if (Rest.consume_front(Root) && Rest.consume_front("/"))
      return Rest;
  }
  return "";
}

std::string Overlay::resolve(StringRef Path) const {
  SmallString<256> Plain(Path);
  sys::path::remove_dots(Plain, /*remove_dot_dot=*/true);
  StringRef Relative = below(Roots, Plain);
  if (Relative.empty())
    return Path.str();
  std::string Then = fmt::format("{}/{}", Tree, Relative.str());
  if (sys::fs::exists(Then))
    return Then;
  return Absent.count(Relative.str()) ? "" : Path.str();
}

namespace {

/// Under the name that was asked for.
class RenamedFile : public vfs::File {
public:
  RenamedFile(std::unique_ptr<vfs::File> Inner, std::string Name)
      : Inner(std::move(Inner)), Name(std::move(Name)) {}
  ErrorOr<vfs::Status> status() override {
    auto S = Inner->status();
    if (!S)
      return S;
    return vfs::Status::copyWithNewName(*S, Name);
  }
  ErrorOr<std::string> getName() override { return Name; }
  ErrorOr<std::unique_ptr<MemoryBuffer>>
  getBuffer(const Twine &Given, int64_t FileSize, bool RequiresNullTerminator,
            bool IsVolatile) override {
    return Inner->getBuffer(Given, FileSize, RequiresNullTerminator,
                            IsVolatile);
  }
  std::error_code close() override { return Inner->close(); }

private:
  std::unique_ptr<vfs::File> Inner;
  std::string Name;
};

class OverlaidFileSystem : public vfs::ProxyFileSystem {
public:
  OverlaidFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> Base, const Overlay &O)
      : ProxyFileSystem(std::move(Base)), O(O) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    std::string Where = where(Path);
    if (Where.empty())
      return make_error_code(errc::no_such_file_or_directory);
    auto S = getUnderlyingFS().status(Where);
    if (!S)
      return S;
    return vfs::Status::copyWithNewName(*S, Path);
  }
  bool exists(const Twine &Path) override {
    std::string Where = where(Path);
    return !Where.empty() && getUnderlyingFS().exists(Where);
  }
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    std::string Where = where(Path);
    if (Where.empty())
      return make_error_code(errc::no_such_file_or_directory);
    auto File = getUnderlyingFS().openFileForRead(Where);
    if (!File)
      return File;
    return std::unique_ptr<vfs::File>(
        std::make_unique<RenamedFile>(std::move(*File), Path.str()));
  }

private:
  std::string where(const Twine &Path) {
    SmallString<256> Absolute;
    Path.toVector(Absolute);
    makeAbsolute(Absolute);
    return O.resolve(Absolute);
  }
  const Overlay &O;
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
audit::laidOver(IntrusiveRefCntPtr<vfs::FileSystem> Base, const Overlay &O) {
  return makeIntrusiveRefCnt<OverlaidFileSystem>(std::move(Base), O);
}

//===----------------------------------------------------------------------===//
// Making it
//===----------------------------------------------------------------------===//

/// The folder of the repository, as the current directory and as git name it.
static Expected<std::vector<std::string>> rootsOf(const Git &G) {
  Expected<std::string> Top = G.run({"rev-parse", "--show-toplevel"});
  if (!Top)
    return Top.takeError();
  Expected<std::string> Prefix = G.run({"rev-parse", "--show-prefix"});
  if (!Prefix)
    return Prefix.takeError();
  std::vector<std::string> Roots = {StringRef(*Top).rtrim("\n").str()};
  std::string Here = currentDirectory();
  StringRef Below = StringRef(*Prefix).rtrim("\n").rtrim('/'), Root = Here;
  if (Root.consume_back(Below) && (Below.empty() || Root.consume_back("/")) &&
      Root != Roots.front())
    Roots.push_back(Root.str());
  return Roots;
}

static Expected<std::string> commitOf(const Git &G, StringRef Name) {
  Expected<std::string> Commit =
      G.run({"rev-parse", "--verify", "--quiet", "--end-of-options",
             (Name + "^{commit}").str()});
  if (Commit)
    return StringRef(*Commit).trim().str();
  consumeError(Commit.takeError());
  return createStringError(fmt::format(
      "--since: '{}' is no revision of this repository; a clone that is not "
      "deep enough lacks it, and `git fetch` gets it",
      Name.str()));
}

static Expected<std::vector<std::string>>
filesOf(const Git &G, std::vector<std::string> More, StringRef Index = "") {
  std::vector<std::string> Arguments = {"ls-files", "-z", "--full-name"};
  append_range(Arguments, More);
  Expected<std::string> Names = G.run(std::move(Arguments), Index);
  if (!Names)
    return Names.takeError();
  return splitOutput(*Names, '\0');
}

Expected<Revision> Revision::checkOut(StringRef Name, StringRef BuildFolder) {
  auto Folder = TemporaryFolder::make();
  if (!Folder)
    return Folder.takeError();
  Revision R;
  R.Folder = std::move(*Folder);
  Expected<Git> G = Git::find(R.Folder->path());
  if (!G)
    return createStringError("--since: " + toString(G.takeError()));
  auto Roots = rootsOf(*G);
  if (!Roots)
    return createStringError("--since: " + toString(Roots.takeError()));
  Expected<std::string> Commit = commitOf(*G, Name);
  if (!Commit)
    return Commit.takeError();

  // With an index of its own, so that nothing in the repository changes.
  const std::string &Top = Roots->front(), Index = R.Folder->path() + "/index";
  R.Over.Roots = *Roots;
  R.Over.Tree = R.Folder->path() + "/tree";
  const std::vector<std::vector<std::string>> Steps = {
      {"-C", Top, "read-tree", *Commit},
      {"-C", Top, "checkout-index", "--all", "--force", "--quiet",
       "--prefix=" + R.Over.Tree + "/"}};
  for (const std::vector<std::string> &Step : Steps)
    if (Expected<std::string> Done = G->run(Step, Index); !Done)
      return createStringError("--since: " + toString(Done.takeError()));

  auto Fail = [](Error E) {
    return createStringError("--since: " + toString(std::move(E)));
  };
  auto Then = filesOf(*G, {":/"}, Index);
  if (!Then)
    return Fail(Then.takeError());
  auto Tracked = filesOf(*G, {":/"});
  if (!Tracked)
    return Fail(Tracked.takeError());
  auto Others = filesOf(*G, {"--others", "--exclude-standard", ":/"});
  if (!Others)
    return Fail(Others.takeError());
  R.Over.Absent = {Tracked->begin(), Tracked->end()};
  StringRef Build = below(*Roots, BuildFolder);
  for (const std::string &Other : *Others)
    if (Build.empty() || !StringRef(Other).starts_with((Build + "/").str()))
      R.Over.Absent.insert(Other);
  for (const std::string &Old : *Then)
    R.Over.Absent.erase(Old);
  R.ShownName = fmt::format("{} ({})", Name.str(), Commit->substr(0, 12));
  return R;
}
