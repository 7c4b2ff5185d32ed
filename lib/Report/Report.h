//===- Report/Report.h - What a report tells --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The result of an audit as plain values, for every form that a report has.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REPORT_REPORT_H
#define MDE_REPORT_REPORT_H

#include "Findings/Explain.h"
#include "Findings/Literals.h"
#include "Findings/Suppressions.h"
#include <map>
#include <optional>
#include <set>

namespace mde::report {

/// A unit of which more may leave than the report knows.
struct IncompleteUnit {
  std::string Name;
  std::string Why; ///< The first of what there is to say.
};

/// A finding of an earlier run that is none any more.
struct FixedFinding {
  std::string Sentence;
  std::string File;
  int64_t Line = 0; ///< At that time.
  std::string Fingerprint;
};

/// What has changed since an earlier run: see Baseline.h.
struct Comparison {
  std::string With = "the baseline"; ///< For people.
  std::vector<bool> Introduced; ///< For each of Report::Findings.
  std::vector<FixedFinding> Fixed;
};

/// The pipeline that a run is a step of, for services that group runs by it.
struct Pipeline {
  std::string Id;
  std::vector<std::pair<std::string, std::string>> Properties;
};

/// A change of a source: what stands from Begin to End, Length bytes at Offset,
/// becomes Text.
struct Edit {
  Loc Begin, End;
  unsigned Offset = 0, Length = 0;
  std::string Text;
};

struct Report {
  FileTable
      Files; ///< Of all Locs; names are relative to Root where they can be.
  std::string Root;
  /// Unverified requests to targets are among them.
  std::vector<findings::Finding> Findings;
  std::vector<findings::Request> Requests;
  /// For each of Findings: the changes that make it go away; none where that is
  /// not known to be possible, and of one that is suppressed. No two findings
  /// ask for the same change.
  std::vector<std::vector<Edit>> Fixes;
  /// The files that Fixes change, as they were then; by their numbers.
  std::map<uint32_t, std::string> Sources;
  /// Files that would be changed, but are not what they were when parsed.
  std::set<uint32_t> ChangedSince;
  unsigned Units = 0;        ///< That were to be analysed.
  unsigned UnitsSkipped = 0; ///< Of these: not parsed, since they have no say.
  unsigned UnitsLeftOut = 0; ///< Not asked for: their callers are not seen.
  std::vector<IncompleteUnit> Incomplete;
  /// What was asked for about a line.
  std::optional<findings::Explained> Explained;
  std::vector<findings::Literal> Literals;
  /// Suppressions without effect.
  std::vector<findings::StaleSuppression> Stale;
  Pipeline RunBy; ///< Empty: nobody's.

  // What it was made from.
  std::string Database; ///< Absolute; "" when units were given.
  /// By absolute path, what was seen there: "f HASH" for a file that was read;
  /// see Index/Reads.h.
  std::map<std::string, std::string> Inputs;
  std::string SuppressionsFile; ///< Absolute; "": none.
  std::set<std::string> Models;        ///< Those that come with the program.
  std::vector<std::string> ModelFiles; ///< The user's; absolute.
  /// Every option of mde-user-agent with its value.
  std::vector<std::pair<std::string, std::string>> Options;
  std::optional<Comparison> Baseline;

  /// Of the finding with this index: nothing is known to say that it was there
  /// before.
  bool isIntroduced(size_t Finding) const {
    return !Baseline || Baseline->Introduced[Finding];
  }
};

/// The path of \p F: its notes with the place itself, which is the end if the
/// request leaves there, and else the beginning.
std::vector<findings::Note> pathOf(const Report &R, const findings::Finding &F);
/// The request of Report::Requests that \p F is about; its number.
std::optional<size_t> requestOf(const Report &R, const findings::Finding &F);

/// Counts for a line of a summary.
struct Counts {
  unsigned Compliant = 0, Missing = 0, Malformed = 0, Unverified = 0,
           HostUnknown = 0;

  void add(const findings::Request &R);
  bool allCompliant() const {
    return Missing + Malformed + Unverified + HostUnknown == 0;
  }
};
Counts total(const Report &R);
/// Without those that are suppressed.
Counts open(const Report &R);
/// How many requests are suppressed.
size_t suppressed(const Report &R);

/// "3 of 4 units analysed", and how many of these were not parsed for it.
std::string analysedUnits(const Report &R);

/// \p Sentence, which is not empty, with a capital letter.
std::string capitalised(std::string Sentence);

/// "1 unit", "2 units".
std::string plural(size_t N, llvm::StringRef Word);

} // namespace mde::report

#endif // MDE_REPORT_REPORT_H
