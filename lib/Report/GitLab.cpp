// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/GitLab.h"
#include "Report/Baseline.h"
#include "Report/Rules.h"
#include "llvm/Support/JSON.h"
#include <fmt/format.h>
#include <map>

using namespace mde;
using namespace mde::report;
using namespace llvm;

namespace {

class GitLabPrinter {
public:
  GitLabPrinter(const Report &R, raw_ostream &OS)
      : R(R), J(OS, /*IndentSize=*/2) {}

  void print() {
    J.array([&] {
      for (const findings::Finding &F : R.Findings) {
        if (F.Suppressed)
          continue;
        const Rule &Its = rules()[ruleFor(F.Kind)];
        bool IsKnown = F.Kind != requirement::VerdictKind::Unverified;
        issue(capitalised(F.Sentence), fmt::format("{}.{}", Its.Id, Its.Name), F.Fingerprint,
              IsKnown ? "critical" : "major", R.Files.name(F.Place.File),
              F.Place.Line);
      }
      for (const IncompleteUnit &U : R.Incomplete)
        issue(fmt::format("Could not be analysed, more requests may leave than "
                          "are known: {}",
                          U.Why),
              "IncompleteUnit", "incomplete|" + U.Name, "major", U.Name, 1);
    });
  }

private:
  void issue(StringRef Sentence, StringRef Check, const std::string &Fingerprint,
             StringRef Severity, StringRef File, unsigned Line) {
    // Of equal ones GitLab shows the first only.
    unsigned Nth = ++Seen[Fingerprint];
    std::string Unique =
        Nth == 1 ? Fingerprint : fmt::format("{}|{}", Fingerprint, Nth);
    J.object([&] {
      J.attribute("description", json::fixUTF8(Sentence));
      J.attribute("check_name", Check);
      J.attribute("fingerprint", hashed(Unique));
      J.attribute("severity", Severity);
      J.attributeObject("location", [&] {
        J.attribute("path", json::fixUTF8(File));
        J.attributeObject("lines", [&] { J.attribute("begin", Line); });
      });
    });
  }

  const Report &R;
  json::OStream J;
  std::map<std::string, unsigned> Seen;
};

} // namespace

void report::printGitLab(const Report &R, raw_ostream &OS) {
  GitLabPrinter(R, OS).print();
  OS << '\n';
}
