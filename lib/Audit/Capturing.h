//===- Audit/Capturing.h - From a compile command to Ir ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs clang's front end over one unit and lowers it. What comes out depends on
// what the front end reads, the flags and the program only, so that it can be
// done on any machine and kept.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_CAPTURING_H
#define MDE_AUDIT_CAPTURING_H

#include "Audit/CapturedUnit.h"
#include "Audit/Command.h"
#include "Audit/Revision.h"

namespace mde::audit {

/// A precompiled header (Precompiling.h) for the beginning of a main file.
struct Precompiled {
  std::string File;   ///< "": none.
  uint64_t Bytes = 0; ///< Of the main file, for which it stands.
};

/// What there is to capture, and how.
struct CaptureJob {
  Command Compile;
  /// Files below it are named relative to it, others absolutely.
  std::string Root;
  std::vector<std::string> UserCode;   ///< Globs, see CaptureOptions.
  std::vector<std::string> ModelFiles; ///< The user's.
  Overlay Then; ///< Not empty: sources are read as they were.
  Precompiled Beginning;
};

/// Captures in this process, which changes to the directory of the command. A
/// source that clang does not understand is a unit with Errors; an error is
/// returned when the models are wrong.
llvm::Expected<CapturedUnit> captureUnit(const CaptureJob &Job);

/// How a report names \p File, which \p Directory is the base of.
std::string reportedName(llvm::StringRef File, llvm::StringRef Directory,
                         llvm::StringRef Root);

/// The current directory of this process.
std::string currentDirectory();

/// A job as a line of JSON, for a process that does it.
std::string print(const CaptureJob &Job);
llvm::Expected<CaptureJob> parseJob(llvm::StringRef Text);

} // namespace mde::audit

#endif // MDE_AUDIT_CAPTURING_H
