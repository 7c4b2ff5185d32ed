// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How far a run is: one line that is written over and over, at a terminal only.
#ifndef MDE_REPORT_PROGRESS_H
#define MDE_REPORT_PROGRESS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>

namespace mde::report {

class Progress {
public:
  /// Writes to \p OS if \p Shown.
  Progress(llvm::raw_ostream &OS, bool Shown) : OS(OS), Shown(Shown) {}
  ~Progress() { finish(); }

  void start(size_t Units);
  void done(llvm::StringRef Name);
  /// Takes the line away, so that other things can be written.
  void finish();

private:
  llvm::raw_ostream &OS;
  bool Shown;
  size_t Total = 0, Done = 0, Width = 0;
  std::chrono::steady_clock::time_point Begin;
};

} // namespace mde::report

#endif
