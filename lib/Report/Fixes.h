//===- Report/Fixes.h - The sources as fixes make them ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Applies the changes that a report has, in memory, and shows them as a unified
// diff that `patch -p1` and `git apply` take.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REPORT_FIXES_H
#define MDE_REPORT_FIXES_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

/// A line range of a source, and what it becomes.
struct LineChange {
  unsigned First = 0, Count = 0; ///< Lines of Before, from 0.
  std::vector<std::string> After;
};

struct FixedFile {
  std::string Name;
  std::string Before, After;
  std::vector<LineChange> Changes; ///< From top to bottom.
};

struct FixedSources {
  std::vector<FixedFile> Files; ///< By name.
  /// Findings whose change overlaps one that was made.
  unsigned LeftOut = 0;
};

/// What \p Edits, of one file that holds \p Text, do to its lines.
std::vector<LineChange> lineChanges(llvm::StringRef Text,
                                    std::vector<Edit> Edits);

/// Makes the changes of all findings that were introduced, each change once.
FixedSources fixedSources(const Report &R);

void printDiff(const FixedFile &F, llvm::raw_ostream &OS);

} // namespace mde::report

#endif // MDE_REPORT_FIXES_H
