// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_INDEX_WRITEFILE_H
#define MDE_INDEX_WRITEFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace mde::index {

/// Writes what \p Print prints into \p Path, which is there in full or not at
/// all; "-" is standard output. Errors name \p Path.
llvm::Error writeFile(llvm::StringRef Path,
                      llvm::function_ref<void(llvm::raw_ostream &)> Print);

/// Replaces \p Path, a regular file or a link to one, by \p After in one step; it
/// keeps its permissions. One that does not hold \p Before is left as it is, which
/// is an error. Errors name \p Path.
llvm::Error replaceFile(llvm::StringRef Path, llvm::StringRef Before,
                        llvm::StringRef After);

} // namespace mde::index

#endif
