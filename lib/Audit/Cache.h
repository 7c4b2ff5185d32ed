//===- Audit/Cache.h - Captured units, kept ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A folder of captured units, found again by what they were made from: the
// command, every file that was read or looked for, the program itself, and what
// the user's models say of names. Times play no part. Four kinds of files:
//
//   llvmcache-COMMAND.looks   where the front end looked, for one command, the
//                             last few times
//   llvmcache-CONTENTS.unit   a unit, by command and what was seen there
//   llvmcache-CONTENTS.pch    headers that units begin with, precompiled; their looks
//                             are kept as those of units are
//   llvmcache-SALT.scan       what the preprocessor saw of all units, the last time
//
// Files are written in one step, so that runs side by side, and runs that are
// killed, leave none that is not whole.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_CACHE_H
#define MDE_AUDIT_CACHE_H

#include "Audit/Capturing.h"
#include "Audit/Scanning.h"
#include <mutex>

namespace mde::audit {

struct KeptHeaders {
  std::string Path;
  index::Reads Inputs;
};

class Cache {
public:
  /// \p Salt: what of the program and the models decides about a unit. \p Files:
  /// where the sources are.
  Cache(std::string Folder, std::string Salt,
        llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files);
  ~Cache();

  /// Makes the folder, with a .gitignore, unless it is there.
  llvm::Error create();

  /// The unit of \p Job, if it was captured and nothing has changed since.
  std::optional<CapturedUnit> find(const CaptureJob &Job);
  /// Keeps \p U and tells it where. What can't be written is not kept, and said once.
  void store(const CaptureJob &Job, CapturedUnit &U);
  /// Keeps \p U, which has no say and was not parsed, for who reads all units of the
  /// project, and tells it where. find() does not give it.
  void storeSkipped(const CaptureJob &Job, CapturedUnit &U);

  /// What was scanned of \p Jobs before and has not changed since; of the others
  /// nothing.
  std::vector<std::optional<Scanned>> findScans(llvm::ArrayRef<CaptureJob> Jobs,
                                                scan::Sources &Words);
  /// Keeps \p R, of \p Jobs, in place of what was kept before, and sets its keys.
  void storeScans(llvm::ArrayRef<CaptureJob> Jobs, ScanResult &R);

  /// Of the first \p Count headers that the unit of \p Job begins with, in any cache.
  static std::string headersKey(const CaptureJob &Job, const scan::Beginning &B, size_t Count);
  /// Whether there are any.
  bool keepsHeaders() const;
  /// What was made of these headers, if nothing has changed since.
  std::optional<KeptHeaders> findHeaders(llvm::StringRef Key);
  /// Keeps the precompiled header \p File, which was made from \p Inputs; nothing, and it
  /// is said, if that can't be.
  std::optional<KeptHeaders> storeHeaders(llvm::StringRef Key, index::Reads Inputs,
                                          llvm::StringRef File);

  /// Removes what was not used for long, or is too much.
  void prune();

  /// Sentences for people: damaged files, and the like.
  std::vector<std::string> takeWarnings();

private:
  using Looks = std::vector<std::string>; ///< "f /a/b.h", "- /c/b.h", ...
  std::string commandKey(const CaptureJob &Job) const;
  std::string contentsPath(llvm::StringRef CommandKey, const index::Reads &Seen,
                           llvm::StringRef Kind) const;
  std::string unitPath(llvm::StringRef CommandKey, const index::Reads &Seen) const;
  std::string looksPath(llvm::StringRef CommandKey) const;
  std::string saltedKey(llvm::StringRef HeadersKey) const;
  std::string scanPath() const;
  std::vector<Looks> readLooks(llvm::StringRef Path);
  void addLooks(llvm::StringRef Key, const index::Reads &Inputs);
  index::Reads seenNow(const Looks &Where);
  std::string stateNow(llvm::StringRef Path, char Kind);
  void warn(std::string Sentence);

  const std::string Folder, Salt;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files;
  std::mutex Mutex;
  std::map<std::pair<std::string, char>, std::string> States; ///< In this run.
  std::vector<std::string> Warnings;
};

/// The salt for this program and \p ModelFiles, which are readable.
std::string cacheSalt(const std::vector<std::string> &ModelFiles);

} // namespace mde::audit

#endif // MDE_AUDIT_CACHE_H
