//===- Capture/Files.cpp - Locations and user code ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Builder.h"
#include "clang/Basic/FileManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace mde::capturing {

//===----------------------------------------------------------------------===//
// Locations
//===----------------------------------------------------------------------===//

Loc UnitBuilder::loc(SourceLocation L) {
  if (L.isInvalid())
    return {};
  auto [File, Offset] = SM.getDecomposedLoc(SM.getExpansionLoc(L));
  auto [It, New] = FileNumbers.try_emplace(File, 0);
  if (New)
    if (OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File))
      It->second = U.Files.add(UserCode::cleanName(SM, *Entry));
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

} // namespace mde::capturing
