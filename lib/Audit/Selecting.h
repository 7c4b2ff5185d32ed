//===- Audit/Selecting.h - Capture of what has a say ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most units of a project have nothing to do with its requests. Which do is found by
// scanning all of them (Scanning.h) and parsing in rounds (Scan/Needs.h).
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_SELECTING_H
#define MDE_AUDIT_SELECTING_H

#include "Audit/ProjectOptions.h"
#include "Audit/Workers.h"

namespace mde::audit {

struct Selection {
  /// In the order of the jobs. One that was skipped has no code, and KeptAs if there is
  /// a cache.
  std::vector<CapturedUnit> Units;
  /// For each unit, why it was parsed, as a sentence without its subject; "": it was
  /// skipped.
  std::vector<std::string> Whys;
  size_t Names = 0; ///< That were looked for in the units that were skipped.
};

/// Captures those of \p Jobs that could change what is found. \p Asked: a file whose
/// units are parsed whatever they hold; "" for none. \p Keep: what was scanned is kept
/// for the next time. Fails as captureAll() does.
llvm::Expected<Selection> captureNeeded(llvm::ArrayRef<CaptureJob> Jobs,
                                        const WorkerOptions &Workers,
                                        const ProjectOptions &O,
                                        llvm::StringRef Asked, bool Keep);

} // namespace mde::audit

#endif // MDE_AUDIT_SELECTING_H
