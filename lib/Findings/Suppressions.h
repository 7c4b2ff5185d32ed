//===- Findings/Suppressions.h - What people do not want to hear -*- C++ -*-==//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Somebody looked at a finding and decided that it stands: in a comment (NOLINT,
// as clang-tidy reads them) or in a file with a reason and a day on which the
// decision ends. A suppressed finding is still found, listed and counted.
//
// Source of rules: clang-tidy's NOLINT; SARIF 2.1.0, 3.35 (suppression object).
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FINDINGS_SUPPRESSIONS_H
#define MDE_FINDINGS_SUPPRESSIONS_H

#include "Findings/Inventory.h"
#include "llvm/Support/Error.h"

namespace mde::findings {

/// A comment, and a range of places that it hides mde-user-agent in.
struct NoLint {
  std::string File; ///< As Locs name it.
  unsigned Line = 0; ///< Of the comment.
  /// Line and column, both included.
  std::pair<unsigned, unsigned> First, Last;
  std::string Reason; ///< What follows the list of checks; may be empty.
  bool Named = false; ///< Its list speaks of `mde-...`, not of everything.
  /// Not empty: what is wrong with it, so that it hides nothing.
  std::string Mistake;

  friend auto operator<=>(const NoLint &, const NoLint &) = default;
};

/// An entry of a suppressions file.
struct SuppressionEntry {
  /// What has to be the same; those that are empty play no part.
  std::string Fingerprint, Function, Host, Verdict;
  std::string Reason;
  std::string Expires; ///< The last day, "2027-01-31", or "".
  std::string File;
  unsigned Line = 0;
};

/// The entries of the file \p Path. Errors are lines `FILE:LINE:COL: what is
/// wrong`.
llvm::Expected<std::vector<SuppressionEntry>>
readSuppressions(llvm::StringRef Path);

/// A suppression that does nothing, or not any more.
struct StaleSuppression {
  std::string File;
  unsigned Line = 0;
  std::string Sentence; ///< In lower case, without a dot.
  bool Expired = false;
};

struct SuppressionOptions {
  std::vector<SuppressionEntry> Entries;
  std::string Today; ///< "2026-11-27"
  /// Every request of the program is known: what suppresses none is unused.
  bool KnowsAll = true;
};

/// Sets Suppressed of those of \p All and \p Requests that \p Comments and the
/// entries speak of. An entry decides before a comment, since it has a reason.
/// Returns what suppresses nothing, by file and line.
std::vector<StaleSuppression> suppress(std::vector<Finding> &All,
                                       std::vector<Request> &Requests,
                                       llvm::ArrayRef<NoLint> Comments,
                                       const SuppressionOptions &O,
                                       const FileTable &Files);

/// SHA-256 in 64 hexadecimal digits; of a fingerprint, what SARIF has for it.
std::string hashed(llvm::StringRef Text);

} // namespace mde::findings

#endif // MDE_FINDINGS_SUPPRESSIONS_H
