// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using requirement::VerdictKind;

void Counts::add(const findings::Request &R) {
  switch (R.Kind) {
  case VerdictKind::Compliant:
    ++Compliant;
    break;
  case VerdictKind::Missing:
    ++Missing;
    break;
  case VerdictKind::Malformed:
    ++Malformed;
    break;
  case VerdictKind::Unverified:
    ++(R.isHostUnknown() ? HostUnknown : Unverified);
    break;
  case VerdictKind::NotATarget:
    break;
  }
}

Counts report::open(const Report &R) {
  Counts All;
  for (const findings::Request &Each : R.Requests)
    if (!Each.Suppressed)
      All.add(Each);
  return All;
}

size_t report::suppressed(const Report &R) {
  return llvm::count_if(R.Requests, [](const findings::Request &Each) {
    return Each.Suppressed.has_value();
  });
}

Counts report::total(const Report &R) {
  Counts All;
  for (const findings::Request &Each : R.Requests)
    All.add(Each);
  return All;
}

std::optional<size_t> report::requestOf(const Report &R,
                                        const findings::Finding &F) {
  for (size_t I = 0; I != R.Requests.size(); ++I) {
    const findings::Request &Each = R.Requests[I];
    if (Each.Place == F.Place && Each.Fingerprint == F.Fingerprint)
      return I;
  }
  return std::nullopt;
}

std::vector<findings::Note> report::pathOf(const Report &R,
                                           const findings::Finding &F) {
  auto Request = requestOf(R, F);
  bool IsEnd = Request && R.Requests[*Request].SentAt == F.Place;
  std::vector<findings::Note> Path = F.Notes;
  Path.insert(IsEnd ? Path.end() : Path.begin(), {F.Place, F.Sentence});
  llvm::erase_if(Path, [](const findings::Note &N) { return !N.At.isValid(); });
  return Path;
}

std::string report::capitalised(std::string Sentence) {
  Sentence[0] = llvm::toUpper(Sentence[0]);
  return Sentence;
}

std::string report::analysedUnits(const Report &R) {
  std::string Text = fmt::format("{} of {} analysed", R.Units - R.Incomplete.size(), plural(R.Units, "unit"));
  if (R.UnitsSkipped)
    Text += fmt::format("; {} of these only scanned: nothing there has a say in a request", R.UnitsSkipped);
  return Text;
}

std::string report::plural(size_t N, llvm::StringRef Word) {
  return fmt::format("{} {}{}", N, Word.str(), N == 1 ? "" : "s");
}
