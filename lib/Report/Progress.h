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

  /// Units are looked at all at once.
  void scan(size_t Units);
  /// So many more are to be done, one by one.
  void more(size_t Units);
  void done(llvm::StringRef Name);
  /// Takes the line away, so that other things can be written.
  void finish();

private:
  void show(const std::string &Line);

  llvm::raw_ostream &OS;
  bool Shown;
  size_t Total = 0, Done = 0, Width = 0;
  std::chrono::steady_clock::time_point Begin;
};

} // namespace mde::report

#endif
