//===- Audit/CapturedUnit.h - What capture knows of one unit ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The result of capturing one entry of a compilation database, as a value and
// as a file: Ir in its printed form behind three lines of JSON, compressed. A
// file is complete or not there; one that was damaged is not read.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_CAPTUREDUNIT_H
#define MDE_AUDIT_CAPTUREDUNIT_H

#include "Audit/Reads.h"
#include "Check/FixSites.h"
#include "Findings/Suppressions.h"
#include "Ir/Ir.h"
#include "llvm/Support/Error.h"
#include <set>

namespace mde::audit {

/// Where one file of user code can be changed.
struct ChangeableFile {
  std::string State; ///< As it was read: see Reads.
  check::FixSites Sites;
};

struct CapturedUnit {
  std::string Name; ///< The main file, as reports name it.
  /// What clang did not understand, as it says it ("a.cpp:3:10: ..."). Not
  /// empty: of this unit more may leave than is known.
  std::vector<std::string> Errors;
  /// The models that come with the program and that the unit needs.
  std::set<std::string> Models;
  /// Null: the unit could not be read at all, and Errors says why.
  std::unique_ptr<ir::Unit> Unit;
  /// Of the files that Unit speaks of, by the names that it has for them.
  std::map<std::string, ChangeableFile> Changeable;
  /// The comments that hide findings in its files.
  std::vector<findings::NoLint> NoLints;
  /// All that it was made from.
  Reads Inputs;
};

/// The error names \p Path.
llvm::Error write(const CapturedUnit &U, llvm::StringRef Path);
llvm::Expected<CapturedUnit> readCapturedUnit(llvm::StringRef Path);

/// Writes what \p Target was made from into \p Path, as make and ninja read it.
llvm::Error writeDependencies(const CapturedUnit &U, llvm::StringRef Target,
                              llvm::StringRef Path);

} // namespace mde::audit

#endif // MDE_AUDIT_CAPTUREDUNIT_H
