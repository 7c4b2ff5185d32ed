//===- Capture/UserCode.cpp - Whose a file is -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/UserCode.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace mde;
using namespace clang;
using llvm::StringRef;

static bool foreignComponent(StringRef C) {
  static const llvm::StringSet<> Foreign = {
      "_deps",  "third_party", "third-party",  "thirdparty", "3rdparty",
      "vendor", "vendored",    "node_modules", "vcpkg",      "vcpkg_installed",
      ".conan", ".conan2",     "build"};
  return Foreign.contains(C) || C.starts_with("cmake-build-");
}

/// A component counts only where it is not also above the working directory:
/// somebody may keep all projects in a folder called `build`.
static bool underForeignFolder(StringRef Name, StringRef WorkingDir) {
  auto It = llvm::sys::path::begin(Name), End = llvm::sys::path::end(Name);
  if (llvm::sys::path::is_absolute(Name)) {
    auto Dir = llvm::sys::path::begin(WorkingDir);
    for (; It != End && Dir != llvm::sys::path::end(WorkingDir) && *It == *Dir;
         ++It, ++Dir)
      ;
  }
  for (; It != End; ++It)
    if (foreignComponent(*It))
      return true;
  return false;
}

UserCode::UserCode(const SourceManager &SM,
                   const std::vector<std::string> &Patterns,
                   std::function<bool(StringRef)> IsLibrary)
    : SM(SM), IsLibrary(std::move(IsLibrary)) {
  for (StringRef Glob : Patterns) {
    bool Excludes = Glob.consume_front("!");
    if (auto Pattern = llvm::GlobPattern::create(Glob))
      Globs.emplace_back(std::move(*Pattern), Excludes);
    else
      llvm::consumeError(Pattern.takeError());
  }
}

std::string UserCode::cleanName(const SourceManager &SM, FileEntryRef Entry) {
  llvm::SmallString<128> Path(Entry.getName());
  llvm::sys::path::remove_dots(Path);
  llvm::SmallString<128> Short(Path);
  if (llvm::sys::path::remove_dots(Short, /*remove_dot_dot=*/true)) {
    auto Status = SM.getFileManager().getVirtualFileSystem().status(Short);
    if (Status && Status->getUniqueID() == Entry.getUniqueID())
      Path = Short;
  }
  return Path.str().str();
}

bool UserCode::contains(SourceLocation L) {
  if (L.isInvalid())
    return false;
  L = SM.getExpansionLoc(L);
  bool System = SM.isInSystemHeader(L);
  auto [It, New] = Known[System].try_emplace(SM.getFileID(L), false);
  if (New)
    It->second = isUsers(It->first, System);
  return It->second;
}

bool UserCode::isUsers(FileID File, bool System) const {
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  if (!Entry)
    return false;
  std::string Name = cleanName(SM, *Entry);
  if (File != SM.getMainFileID() && IsLibrary && IsLibrary(Name))
    return false;
  if (Globs.empty()) {
    if (System)
      return false;
    auto Dir =
        SM.getFileManager().getVirtualFileSystem().getCurrentWorkingDirectory();
    return !underForeignFolder(Name, Dir ? *Dir : std::string());
  }
  bool Included = false, AnyInclude = false;
  for (const auto &[Pattern, Excludes] : Globs) {
    AnyInclude |= !Excludes;
    if (!Pattern.match(Name))
      continue;
    if (Excludes)
      return false;
    Included = true;
  }
  return Included || (!AnyInclude && !System);
}
