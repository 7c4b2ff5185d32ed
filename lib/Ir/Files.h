//===- Ir/Files.h - The files that a unit's locations name ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit numbers the files of its locations for itself. Whoever puts units
// together, or wants other names for the files, gives every location its new
// number here.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_FILES_H
#define MDE_IR_FILES_H

#include "Ir/Ir.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace mde::ir {

/// Rewrites every location of \p U so that \p Into numbers its files. The names
/// that \p U has for them are added to \p Into; its own table is empty then.
void moveFiles(Unit &U, FileTable &Into);

/// Gives the files of \p U, its main file first of all, the names that
/// \p Name makes of theirs. Files that get the same name become one.
void renameFiles(Unit &U,
                 llvm::function_ref<std::string(llvm::StringRef)> Name);

} // namespace mde::ir

#endif // MDE_IR_FILES_H
