//===- Audit/Workers.h - Capture in processes of its own --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A source can make a front end crash, hang, or take all memory. So each unit
// is captured by a process (`mde-audit capture --job`), which limits itself;
// one that fails leaves the rest alone and is told of. Units are scanned many at a
// time (`mde-audit capture --scan`): what fails there is left to who parses it.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_WORKERS_H
#define MDE_AUDIT_WORKERS_H

#include "Audit/Cache.h"
#include "Audit/Scanning.h"
#include <functional>

namespace mde::audit {

struct Limits {
  unsigned Seconds = 300;    ///< Of the clock, for a unit; 0 for no limit.
  unsigned Megabytes = 4096; ///< Of memory, for a unit; 0 for no limit.
};

struct WorkerOptions {
  Limits Each;
  unsigned Parallel =
      0; ///< Processes at a time; 0: as many as the machine has.
  /// Called when a unit is done, one call at a time, in any order.
  std::function<void(const CaptureJob &, bool FromCache)> OnDone;
  /// Called with the number of units that are found to be needed, before these are
  /// captured; maybe several times.
  std::function<void(size_t)> OnRound;
  /// Called for a unit that has no say and is not captured.
  std::function<void(const CaptureJob &)> OnSkipped;
  Cache *Kept =
      nullptr; ///< Where units are looked for and stored; may be null.
  /// Headers of libraries that several units begin with are parsed once.
  bool ShareHeaders = true;
  /// Called, one call at a time, when so many units came out with such headers.
  std::function<void(size_t Units, bool FromCache)> OnShared;
};

/// How the units of jobs begin, in their order; null: not known.
using Beginnings = std::vector<const scan::Beginning *>;

/// Captures each of \p Jobs; the results are in their order. A unit that could
/// not be captured has an error that says why. Fails when workers can't be run
/// at all, or the models are wrong. \p Known: empty if the units were not scanned; that
/// is then done where it may help.
llvm::Expected<std::vector<CapturedUnit>>
captureAll(llvm::ArrayRef<CaptureJob> Jobs, const WorkerOptions &O,
           const Beginnings &Known = {});

/// Scans each of \p Jobs, several in one worker; the units are in their order. What a
/// worker could not do has a Failure. Fails when workers can't be run at all.
llvm::Expected<ScanResult> scanAll(llvm::ArrayRef<CaptureJob> Jobs,
                                   const WorkerOptions &O);

/// In a worker: ends the process when it exceeds \p L, and lets it start no
/// program (on Linux).
void limitThisProcess(const Limits &L);

/// In a worker that the process \p Parent has started: ends when that does (on
/// Linux), or has done before the worker could say so.
void endWithParent(uint64_t Parent);

/// Exit codes of a worker that did not capture.
enum WorkerExit { WorkerTimeLimit = 70, WorkerMemoryLimit = 71 };

} // namespace mde::audit

#endif // MDE_AUDIT_WORKERS_H
