// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text as a file that is small, and of which damage is noticed:
//
//   "mdepack1"  8 bytes
//   size        8 bytes, little endian: of the text
//   hash        8 bytes, little endian: xxh3 of the text
//   the text, compressed with zstd
#ifndef MDE_INDEX_PACKED_H
#define MDE_INDEX_PACKED_H

#include "llvm/Support/Error.h"
#include <string>

namespace mde::index {

/// Writes \p Text into \p Path, which is there in full or not at all. Errors
/// name \p Path.
llvm::Error writePacked(llvm::StringRef Path, llvm::StringRef Text);

/// The text in \p Path; an error, which names it, also when it is damaged.
llvm::Expected<std::string> readPacked(llvm::StringRef Path);

} // namespace mde::index

#endif
