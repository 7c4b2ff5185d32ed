//===- Index/StoredUnit.h - What is known of a captured unit ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The result of capturing one translation unit, as a value and as a file: Ir in
// its printed form behind three lines of JSON, compressed. A file is complete or
// not there; one that was damaged is not read. One of the lines belongs to who
// captured the unit: nobody who only runs it needs to understand that.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_INDEX_STOREDUNIT_H
#define MDE_INDEX_STOREDUNIT_H

#include "Findings/Suppressions.h"
#include "Index/Reads.h"
#include "Ir/Ir.h"
#include "llvm/Support/Error.h"
#include <set>

namespace mde::index {

struct StoredUnit {
  std::string Name; ///< The main file, as reports name it.
  /// What clang did not understand, as it says it ("a.cpp:3:10: ..."). Not
  /// empty: of this unit more may leave than is known.
  std::vector<std::string> Errors;
  /// The models that come with the program and that the unit needs.
  std::set<std::string> Models;
  /// Null: the unit could not be read at all, and Errors says why.
  std::unique_ptr<ir::Unit> Unit;
  /// The comments that hide findings in its files.
  std::vector<findings::NoLint> NoLints;
  /// All that it was made from.
  Reads Inputs;
};

/// \p Extra: JSON in one line, for who captured the unit. The error names \p Path.
llvm::Error writeUnit(const StoredUnit &U, llvm::StringRef Extra,
                      llvm::StringRef Path);

/// A unit and its Extra. The error names \p Path; a file of another version of
/// the format is one.
llvm::Expected<std::pair<StoredUnit, std::string>>
readUnit(llvm::StringRef Path);

} // namespace mde::index

#endif // MDE_INDEX_STOREDUNIT_H
