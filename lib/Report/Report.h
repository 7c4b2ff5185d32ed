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

#include "Findings/Inventory.h"

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
  std::vector<bool> Introduced; ///< For each of Report::Findings.
  std::vector<FixedFinding> Fixed;
};

/// The pipeline that a run is a step of, for services that group runs by it.
struct Pipeline {
  std::string Id;
  std::vector<std::pair<std::string, std::string>> Properties;
};

struct Report {
  FileTable
      Files; ///< Of all Locs; names are relative to Root where they can be.
  std::string Root;
  /// Unverified requests to targets are among them.
  std::vector<findings::Finding> Findings;
  std::vector<findings::Request> Requests;
  unsigned Units = 0;        ///< That were to be analysed.
  unsigned UnitsLeftOut = 0; ///< Not asked for: their callers are not seen.
  std::vector<IncompleteUnit> Incomplete;
  Pipeline RunBy; ///< Empty: nobody's.
  std::optional<Comparison> Baseline;

  /// Of the finding with this index: nothing is known to say that it was there
  /// before.
  bool isIntroduced(size_t Finding) const {
    return !Baseline || Baseline->Introduced[Finding];
  }
};

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

} // namespace mde::report

#endif // MDE_REPORT_REPORT_H
