//===- Findings/Suppressions.cpp - What people do not want to hear --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings/Suppressions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"
#include <fmt/format.h>
#include <set>

using namespace mde;
using namespace mde::findings;
using namespace mde::requirement;
using namespace llvm;

std::string findings::hashed(StringRef Text) {
  return toHex(SHA256::hash(arrayRefFromStringRef(Text)),
               /*LowerCase=*/true);
}

namespace {

/// What a finding and a request have in common here.
struct Subject {
  VerdictKind Kind;
  StringRef Label, Host, Function, Fingerprint;
  Loc Place;
  bool HostUnknown;
};

class Suppressor {
public:
  Suppressor(ArrayRef<NoLint> Comments, const SuppressionOptions &O,
             const FileTable &Files)
      : Comments(Comments), O(O), Files(Files) {}

  std::optional<Suppression> of(const Subject &S) {
    if (S.Kind == VerdictKind::Compliant || S.Kind == VerdictKind::NotATarget)
      return std::nullopt;
    std::optional<Suppression> Result;
    const std::string Print = O.Entries.empty() ? "" : hashed(S.Fingerprint);
    for (size_t I = 0; I != O.Entries.size(); ++I) {
      const SuppressionEntry &E = O.Entries[I];
      if (!matches(E, S, Print))
        continue;
      UsedEntries.insert(I);
      if (!isExpired(E) && !Result)
        Result = {/*InSource=*/false, E.Reason, E.File, E.Line};
    }
    std::pair<unsigned, unsigned> At = {S.Place.Line, S.Place.Col};
    for (const NoLint &C : Comments) {
      if (!C.Mistake.empty() || At < C.First || C.Last < At ||
          C.File != Files.name(S.Place.File))
        continue;
      UsedComments.insert({C.File, C.Line});
      if (!Result)
        Result = {/*InSource=*/true, C.Reason, C.File, C.Line};
    }
    return Result;
  }

  std::vector<StaleSuppression> stale() const {
    std::vector<StaleSuppression> All;
    for (size_t I = 0; I != O.Entries.size(); ++I) {
      const SuppressionEntry &E = O.Entries[I];
      if (isExpired(E))
        All.push_back({E.File, E.Line,
                       fmt::format("this entry expired on {} and suppresses "
                                   "nothing any more",
                                   E.Expires),
                       /*Expired=*/true});
      else if (O.KnowsAll && !UsedEntries.count(I))
        All.push_back({E.File, E.Line,
                       "this entry suppresses nothing; it can go", false});
    }
    std::set<std::pair<std::string, unsigned>> Told;
    for (const NoLint &C : Comments) {
      if (!Told.insert({C.File, C.Line}).second)
        continue;
      if (!C.Mistake.empty())
        All.push_back({C.File, C.Line, C.Mistake, false});
      else if (C.Named && O.KnowsAll && !UsedComments.count({C.File, C.Line}))
        All.push_back({C.File, C.Line,
                       "this NOLINT suppresses nothing; it can go", false});
    }
    llvm::stable_sort(All, [](const auto &A, const auto &B) {
      return std::tie(A.File, A.Line) < std::tie(B.File, B.Line);
    });
    return All;
  }

private:
  bool isExpired(const SuppressionEntry &E) const {
    return !E.Expires.empty() && E.Expires < O.Today;
  }

  /// \p Hashed: the fingerprint of \p S as SARIF has it.
  static bool matches(const SuppressionEntry &E, const Subject &S,
                      StringRef Hashed) {
    auto Is = [](StringRef Wanted, StringRef Value) {
      return Wanted.empty() || Wanted == Value;
    };
    bool Verdict = Is(E.Verdict, S.Label) ||
                   E.Verdict == (S.HostUnknown ? "host-unknown" : name(S.Kind));
    bool Print = Is(E.Fingerprint, S.Fingerprint) || E.Fingerprint == Hashed;
    return Verdict && Print && Is(E.Function, S.Function) && Is(E.Host, S.Host);
  }

  ArrayRef<NoLint> Comments;
  const SuppressionOptions &O;
  const FileTable &Files;
  std::set<size_t> UsedEntries;
  std::set<std::pair<std::string, unsigned>> UsedComments;
};

} // namespace

std::vector<StaleSuppression>
findings::suppress(std::vector<Finding> &All, std::vector<Request> &Requests,
                   ArrayRef<NoLint> Comments, const SuppressionOptions &O,
                   const FileTable &Files) {
  Suppressor S(Comments, O, Files);
  for (Finding &F : All)
    F.Suppressed = S.of({F.Kind, F.Label, F.Host, F.Function, F.Fingerprint,
                         F.Place, /*HostUnknown=*/false});
  for (Request &R : Requests)
    R.Suppressed = S.of({R.Kind, R.Label, R.Host, R.Function, R.Fingerprint,
                         R.Place, R.isHostUnknown()});
  return S.stale();
}
