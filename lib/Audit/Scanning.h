//===- Audit/Scanning.h - Units without a parse -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs clang's preprocessor over units, as fast as it goes: only directives are read
// (clang's dependency scanner), and each file once for all units. What is wrong with a
// unit is said and left to who parses it.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_SCANNING_H
#define MDE_AUDIT_SCANNING_H

#include "Audit/Capturing.h"
#include "Scan/ScannedUnit.h"

namespace mde::audit {

/// A unit and all that was looked at for it.
struct Scanned {
  scan::ScannedUnit Unit;
  index::Reads Inputs;
  std::string Key; ///< Of a cache; "": none.
};

struct ScanResult {
  std::vector<Scanned> Units; ///< In the order of the jobs.
  scan::Sources Words;
};

/// Scans in this process, which changes to the directories of the commands.
ScanResult scanUnits(llvm::ArrayRef<CaptureJob> Jobs);

/// As a packed file of JSON (Index/Packed.h). Errors name \p Path.
llvm::Error write(const ScanResult &R, llvm::StringRef Path);
llvm::Expected<ScanResult> readScanResult(llvm::StringRef Path);

} // namespace mde::audit

#endif // MDE_AUDIT_SCANNING_H
