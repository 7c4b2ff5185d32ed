//===- Audit/CapturedUnit.h - What capture knows of one unit ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The result of capturing one entry of a compilation database: what anybody can
// run (Index/StoredUnit.h), where its files can be changed, and what its headers name.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_CAPTUREDUNIT_H
#define MDE_AUDIT_CAPTUREDUNIT_H

#include "Check/FixSites.h"
#include "Index/StoredUnit.h"
#include "Scan/Outline.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace mde::audit {

/// Where one file of user code can be changed.
struct ChangeableFile {
  std::string State; ///< As it was read: see Index/Reads.h.
  check::FixSites Sites;
};

struct CapturedUnit : index::StoredUnit {
  /// Of the files that Unit speaks of, by the names that it has for them.
  std::map<std::string, ChangeableFile> Changeable;
  /// Of the user's headers, by the names that Unit has for them.
  std::map<std::string, scan::Outline> Outlines;
  /// The file in the cache that it came from or went to; "": none.
  std::string KeptAs;
};

/// Gives the files of the code, its headers, changes and comments in \p U the names that
/// \p Name makes of theirs.
void renameFiles(CapturedUnit &U,
                 llvm::function_ref<std::string(llvm::StringRef)> Name);

/// The error names \p Path.
llvm::Error write(const CapturedUnit &U, llvm::StringRef Path);
llvm::Expected<CapturedUnit> readCapturedUnit(llvm::StringRef Path);

/// Writes what \p Target was made from into \p Path, as make and ninja read it.
llvm::Error writeDependencies(const CapturedUnit &U, llvm::StringRef Target,
                              llvm::StringRef Path);

/// Writes into \p Path which of the files that the lines of \p List name were not
/// read, under whatever name: nothing in them has any part in \p U.
llvm::Error writeUnread(const CapturedUnit &U, llvm::StringRef List,
                        llvm::StringRef Path);

} // namespace mde::audit

#endif // MDE_AUDIT_CAPTUREDUNIT_H
