//===- Check/Sources.h - From numbers back to clang's locations -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Findings speak of files, lines and columns; diagnostics want SourceLocations.
// Also knows where the host of the check shows diagnostics at all.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_SOURCES_H
#define MDE_CHECK_SOURCES_H

#include "Text/Loc.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Regex.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace mde::check {

class Sources {
public:
  /// \p Files numbers the files of the Locs.
  Sources(clang::ASTContext &Ctx, const FileTable &Files,
          const clang::tidy::ClangTidyOptions &Options);

  /// Invalid when the unit has no such file or place.
  clang::SourceLocation location(Loc L);
  /// The same, but a file that the unit does not have is read. Invalid when there
  /// is none, or no such place in it.
  clang::SourceLocation anywhere(Loc L);
  /// Does the host show a diagnostic there?
  bool isShown(Loc L);

private:
  struct File {
    clang::FileID ID;
    bool Shown = false;
  };
  const File &file(uint32_t Number);
  bool passesFilter(clang::FileID ID);

  clang::SourceManager &SM;
  const FileTable &Files;
  const bool OnlyMainFile;
  const bool SystemHeaders;
  std::string HeaderFilter, ExcludeFilter;
  llvm::DenseMap<uint32_t, File> Cache;
};

} // namespace mde::check

#endif // MDE_CHECK_SOURCES_H
