//===- Index/Reads.h - What a front end looked at ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What was made of a source depends on every file that was read on the way, and
// also on those that were looked for and not there: a header that appears in a
// folder further ahead takes the place of the one that was read.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_INDEX_READS_H
#define MDE_INDEX_READS_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>

namespace llvm::vfs {
class FileSystem;
} // namespace llvm::vfs

namespace mde::index {

/// By absolute path, what was seen there:
///
///   "-"       nothing
///   "+"       something; its contents were not looked at
///   "f HASH"  a file with these contents
///   "d HASH"  a folder with these entries
using Reads = std::map<std::string, std::string>;

/// \p File, which may be relative to \p Directory, without `.` and `..`.
std::string absoluteName(llvm::StringRef File, llvm::StringRef Directory);

/// What is seen of a file that holds \p Contents.
std::string fileState(llvm::StringRef Contents);

/// What \p Path in \p Files shows now to somebody who asks as the reader that got
/// \p Like did.
std::string stateOf(llvm::vfs::FileSystem &Files, llvm::StringRef Path,
                    llvm::StringRef Like);

/// \p Base, noting in \p Into, which must outlive it, what is looked at.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
recording(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base, Reads &Into);

} // namespace mde::index

#endif // MDE_INDEX_READS_H
