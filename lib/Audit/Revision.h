//===- Audit/Revision.h - The project as it was -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An earlier revision of the project, laid over the one that is there: whoever
// reads a file of the repository by its name gets what it held at that time. So
// commands, caches and names need not be rewritten, and a unit of which nothing
// has changed is found in the cache.
//
//   a file that the revision has        its contents at that time
//   a file that came later              not there
//   a file that git does not track      as it is now, if git ignores it or it is
//                                       in the folder of the build: it is made
//                                       by the build; else not there
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_REVISION_H
#define MDE_AUDIT_REVISION_H

#include "Audit/TemporaryFolder.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include <set>
#include <vector>

namespace llvm::vfs {
class FileSystem;
} // namespace llvm::vfs

namespace mde::audit {

/// What a worker has to know of a revision.
struct Overlay {
  std::vector<std::string> Roots; ///< Names of the repository's folder.
  std::string Tree;               ///< Where the revision is checked out.
  std::set<std::string> Absent;   ///< Relative names of what came later.

  bool empty() const { return Tree.empty(); }
  /// Where \p Path, absolute, is read: itself, a file in Tree, or "" if it is
  /// not there.
  std::string resolve(llvm::StringRef Path) const;
};

/// \p Base with \p O, which must outlive it, laid over it.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
laidOver(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base,
         const Overlay &O);

class Revision {
public:
  /// Checks \p Name out of the repository of the current directory. Git's
  /// worktree, index and references stay as they are. \p BuildFolder: what is
  /// there and not tracked was made by the build.
  static llvm::Expected<Revision> checkOut(llvm::StringRef Name,
                                           llvm::StringRef BuildFolder);

  const Overlay &overlay() const { return Over; }
  /// For people: "main (1a2b3c4d5e6f)".
  std::string name() const { return ShownName; }

private:
  std::unique_ptr<TemporaryFolder> Folder;
  Overlay Over;
  std::string ShownName;
};

} // namespace mde::audit

#endif // MDE_AUDIT_REVISION_H
