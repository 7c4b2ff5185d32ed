//===- Capture/UserCode.h - Whose a file is ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which files of a unit are the user's own, by their names and by how they were
// included: functions of these are captured.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_USERCODE_H
#define MDE_CAPTURE_USERCODE_H

#include "clang/Basic/FileEntry.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/GlobPattern.h"
#include <functional>
#include <string>
#include <vector>

namespace clang {
class SourceManager;
} // namespace clang

namespace mde {

class UserCode {
public:
  /// \p Globs: see CaptureOptions::UserCode. \p IsLibrary says of a name that it is
  /// a library's wherever it lies; empty: of none. \p SM must outlive this.
  UserCode(const clang::SourceManager &SM, const std::vector<std::string> &Globs,
           std::function<bool(llvm::StringRef)> IsLibrary);

  /// By where the expansion of \p L stands; false for what is in no file. From its
  /// `#pragma GCC system_header` on, a file is a system header.
  bool contains(clang::SourceLocation L);

  /// The name of \p Entry without `.`, and without `..` unless what is before it is a
  /// link to elsewhere.
  static std::string cleanName(const clang::SourceManager &SM,
                               clang::FileEntryRef Entry);

private:
  bool isUsers(clang::FileID File, bool System) const;

  const clang::SourceManager &SM;
  std::function<bool(llvm::StringRef)> IsLibrary;
  std::vector<std::pair<llvm::GlobPattern, bool>> Globs; ///< pattern, excludes
  llvm::DenseMap<clang::FileID, bool> Known[2]; ///< of system headers the second
};

} // namespace mde

#endif // MDE_CAPTURE_USERCODE_H
