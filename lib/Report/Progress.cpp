// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Progress.h"
#include <fmt/format.h>

using namespace mde::report;
using Seconds = std::chrono::duration<double>;

void Progress::scan(size_t Units) { show(fmt::format("scanning {} units", Units)); }

void Progress::more(size_t Units) {
  if (!Total)
    Begin = std::chrono::steady_clock::now();
  Total += Units;
}

void Progress::done(llvm::StringRef Name) {
  ++Done;
  double Passed = Seconds(std::chrono::steady_clock::now() - Begin).count();
  double Rate = Passed > 0 ? Done / Passed : 0;
  std::string Line = fmt::format("[{}/{}] {:.1f} units/s", Done, Total, Rate);
  if (Rate > 0 && Done < Total)
    Line += fmt::format(", {:.0f} s left", (Total - Done) / Rate);
  show(Line + fmt::format(": {}", Name.take_back(40).str()));
}

void Progress::show(const std::string &Line) {
  if (!Shown)
    return;
  OS << '\r' << fmt::format("{:<{}}", Line, Width);
  OS.flush();
  Width = Line.size();
}

void Progress::finish() {
  if (Shown && Width)
    OS << '\r' << std::string(Width, ' ') << '\r';
  Width = 0;
}
