//===- Report/Terminal.cpp - A report for people at a terminal ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Terminal.h"
#include "Report/SourceLines.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/WithColor.h"
#include <fmt/format.h>
#include <map>

using namespace mde;
using namespace mde::report;
using namespace llvm;

//===----------------------------------------------------------------------===//
// Findings
//===----------------------------------------------------------------------===//

namespace {

class FindingPrinter {
public:
  FindingPrinter(const Report &R, const TerminalOptions &O, raw_ostream &OS)
      : R(R), O(O), OS(OS), Lines(R.Files, R.Root) {}

  void print(const findings::Finding &F) {
    message(F.Place, SourceMgr::DK_Warning,
            fmt::format("{} [mde-user-agent]", F.Sentence));
    for (const findings::Note &N : F.Notes)
      message(N.At, SourceMgr::DK_Note, N.Sentence);
  }

private:
  void message(Loc At, SourceMgr::DiagKind Kind, StringRef Sentence) {
    if (!At.isValid())
      return;
    int Column = std::max<int>(At.Col, 1) - 1;
    std::string Line = Lines.line(At);
    if (Column > int(Line.size()))
      Line.clear(); // the file has changed since
    SMDiagnostic(Sources, SMLoc(), Files(At), At.Line, Column, Kind,
                 printable(Sentence), Line, {})
        .print(/*ProgName=*/nullptr, OS, O.Colour);
  }
  std::string Files(Loc At) { return printable(R.Files.name(At.File)); }

  const Report &R;
  const TerminalOptions &O;
  raw_ostream &OS;
  SourceLines Lines;
  SourceMgr Sources;
};

} // namespace

void report::printFindings(const Report &R, const TerminalOptions &O,
                           raw_ostream &OS) {
  if (O.Colour) {
    // A diagnostic has colours where LLVM sees a terminal; this was asked for.
    OS.enable_colors(true);
    WithColor::setAutoDetectFunction([](const raw_ostream &) { return true; });
  }
  FindingPrinter P(R, O, OS);
  for (size_t I = 0; I != R.Findings.size(); ++I)
    if (R.isIntroduced(I) && !R.Findings[I].Suppressed)
      P.print(R.Findings[I]);
}

//===----------------------------------------------------------------------===//
// Summary
//===----------------------------------------------------------------------===//

static void printRow(StringRef Name, size_t Width, const Counts &C,
                     raw_ostream &OS) {
  OS << fmt::format("{:<{}}{:>11}{:>9}{:>11}{:>12}{:>14}\n", Name.str(), Width,
                    C.Compliant, C.Missing, C.Malformed, C.Unverified,
                    C.HostUnknown);
}

static void printTable(const Report &R, const TerminalOptions &O,
                       raw_ostream &OS) {
  std::map<std::string, Counts> ByLibrary;
  size_t Width = StringRef("requests by").size();
  for (const findings::Request &Each : R.Requests) {
    ByLibrary[Each.Library].add(Each);
    Width = std::max(Width, Each.Library.size());
  }
  if (ByLibrary.empty()) {
    OS << "No request to a target was found.\n";
    return;
  }
  WithColor(OS, raw_ostream::Colors::SAVEDCOLOR, /*Bold=*/true, /*BG=*/false,
            O.Colour ? ColorMode::Enable : ColorMode::Disable)
      << fmt::format("{:<{}}{:>11}{:>9}{:>11}{:>12}{:>14}\n", "requests by",
                     Width, "compliant", "missing", "malformed", "unverified",
                     "host unknown");
  for (const auto &[Library, C] : ByLibrary)
    printRow(Library, Width, C, OS);
  if (ByLibrary.size() > 1)
    printRow("total", Width, total(R), OS);
}

/// What is known from before in a line each, since nobody has to look at it
/// now.
static void printComparison(const Report &R, raw_ostream &OS) {
  size_t Introduced = 0, Unchanged = 0;
  for (size_t I = 0; I != R.Findings.size(); ++I) {
    const findings::Finding &F = R.Findings[I];
    if (F.Suppressed)
      continue;
    if (R.isIntroduced(I))
      ++Introduced;
    else if (++Unchanged)
      OS << fmt::format("unchanged: {}:{}:{}: {}\n",
                        printable(R.Files.name(F.Place.File)), F.Place.Line,
                        F.Place.Col, printable(F.Sentence));
  }
  for (const FixedFinding &F : R.Baseline->Fixed)
    OS << fmt::format("fixed: {}:{}: {}\n", printable(F.File), F.Line,
                      printable(F.Sentence));
  OS << fmt::format("Since {}: {} introduced, {} fixed, {} unchanged.\n",
                    printable(R.Baseline->With), plural(Introduced, "finding"), R.Baseline->Fixed.size(),
                    Unchanged);
}

/// Nothing is hidden in silence: a line for each request that somebody decided
/// about, and for each decision that has no effect.
static void printSuppressions(const Report &R, const TerminalOptions &O,
                              raw_ostream &OS) {
  size_t Count = 0;
  bool WithoutReason = false;
  for (const findings::Request &Each : R.Requests) {
    if (!Each.Suppressed)
      continue;
    ++Count;
    const findings::Suppression &S = *Each.Suppressed;
    WithoutReason |= S.Reason.empty();
    OS << fmt::format("suppressed: {}:{}:{}: {} ({}:{}{})\n",
                      printable(R.Files.name(Each.Place.File)), Each.Place.Line,
                      Each.Place.Col, printable(Each.Sentence),
                      printable(S.File), S.Line,
                      S.Reason.empty() ? ", without a reason"
                                       : ": " + printable(S.Reason));
  }
  for (const findings::StaleSuppression &S : R.Stale)
    OS << fmt::format("{}:{}: {}\n", printable(S.File), S.Line,
                      printable(S.Sentence));
  if (Count)
    OS << fmt::format("{} suppressed.\n", plural(Count, "request"));
  if (WithoutReason && O.Verify)
    OS << "A suppression without a reason is no proof: give one.\n";
}

static void printUnits(const Report &R, raw_ostream &OS) {
  OS << analysedUnits(R) << ".\n";
  for (const IncompleteUnit &U : R.Incomplete)
    OS << fmt::format("  not fully: {}: {}\n", printable(U.Name),
                      printable(U.Why));
  if (R.UnitsLeftOut)
    OS << fmt::format("{} of the database left out, as asked: what they call, "
                      "pass or set is not seen.\n",
                      plural(R.UnitsLeftOut, "unit"));
}

void report::printSummary(const Report &R, const TerminalOptions &O,
                          raw_ostream &OS) {
  if (R.Baseline)
    printComparison(R, OS);
  printSuppressions(R, O, OS);
  printTable(R, O, OS);
  Counts All = open(R);
  if (All.Unverified)
    OS << fmt::format("{} to a target could not be verified; only "
                      "`mde-audit --verify` takes that for a failure.\n",
                      plural(All.Unverified, "request"));
  printUnits(R, OS);
}
