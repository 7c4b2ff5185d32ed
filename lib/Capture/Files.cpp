//===- Capture/Files.cpp - Locations and user code ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Builder.h"
#include "clang/Basic/FileManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace mde::capturing {

//===----------------------------------------------------------------------===//
// Locations
//===----------------------------------------------------------------------===//

namespace {

/// `a/../b` is `b` only where `a` is no link to elsewhere.
std::string cleanName(const SourceManager &SM, FileEntryRef Entry) {
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

} // namespace

Loc UnitBuilder::loc(SourceLocation L) {
  if (L.isInvalid())
    return {};
  auto [File, Offset] = SM.getDecomposedLoc(SM.getExpansionLoc(L));
  auto [It, New] = FileNumbers.try_emplace(File, 0);
  if (New)
    if (OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File))
      It->second = U.Files.add(cleanName(SM, *Entry));
  Loc Result;
  Result.File = It->second;
  if (!Result.isValid())
    return {};
  Result.Line = SM.getLineNumber(File, Offset);
  Result.Col = SM.getColumnNumber(File, Offset);
  return Result;
}

Loc UnitBuilder::spelling(SourceLocation L) {
  SourceLocation Spelled = SM.getSpellingLoc(L);
  // Pasted and stringised tokens are spelled in no file.
  if (Spelled.isInvalid() || SM.isWrittenInScratchSpace(Spelled))
    return loc(L);
  Loc Result = loc(Spelled);
  return Result.isValid() ? Result : loc(L);
}

llvm::StringRef UnitBuilder::macro(SourceLocation L) {
  if (!L.isMacroID())
    return {};
  while (true) {
    SourceLocation Up = SM.getImmediateExpansionRange(L).getBegin();
    if (!Up.isMacroID())
      break;
    L = Up;
  }
  return U.save(Lexer::getImmediateMacroName(L, SM, Ctx.getLangOpts()));
}

//===----------------------------------------------------------------------===//
// User code
//===----------------------------------------------------------------------===//

namespace {

bool foreignComponent(llvm::StringRef C) {
  static const llvm::StringSet<> Foreign = {
      "_deps",  "third_party", "third-party",  "thirdparty", "3rdparty",
      "vendor", "vendored",    "node_modules", "vcpkg",      "vcpkg_installed",
      ".conan", ".conan2",     "build"};
  return Foreign.contains(C) || C.starts_with("cmake-build-");
}

/// A component counts only where it is not also above the working directory:
/// somebody may keep all projects in a folder called `build`.
bool underForeignFolder(llvm::StringRef Name, llvm::StringRef WorkingDir) {
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

} // namespace

bool UnitBuilder::userCode(SourceLocation L) {
  if (L.isInvalid())
    return false;
  L = SM.getExpansionLoc(L);
  FileID File = SM.getFileID(L);
  auto [It, New] = UserFiles.try_emplace(File, false);
  if (New)
    It->second = userFile(File, L);
  return It->second;
}

std::vector<FileID> UnitBuilder::loadedUserFiles() {
  std::vector<FileID> Files;
  for (unsigned I = 0, E = SM.loaded_sloc_entry_size(); I != E; ++I) {
    bool Invalid = false;
    const SrcMgr::SLocEntry &Entry = SM.getLoadedSLocEntry(I, &Invalid);
    if (Invalid || !Entry.isFile() || !Entry.getFile().getContentCache().OrigEntry)
      continue;
    SourceLocation Start = SourceLocation::getFromRawEncoding(Entry.getOffset());
    if (FileID File = SM.getFileID(Start); File != SM.getMainFileID() && userCode(Start))
      Files.push_back(File);
  }
  // The latest file comes first there.
  std::reverse(Files.begin(), Files.end());
  return Files;
}

bool UnitBuilder::userFile(FileID File, SourceLocation L) {
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  if (!Entry)
    return false;
  std::string Name = cleanName(SM, *Entry);
  if (File != SM.getMainFileID() && Options.IsLibraryHeader && Options.IsLibraryHeader(Name))
    return false;
  if (Globs.empty()) {
    if (SM.isInSystemHeader(L))
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
  return Included || (!AnyInclude && !SM.isInSystemHeader(L));
}

} // namespace mde::capturing
