//===- Findings/Findings.cpp - From Sends to findings ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings/Judged.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::findings;
using namespace mde::requirement;
using namespace llvm;

//===----------------------------------------------------------------------===//
// Verdicts
//===----------------------------------------------------------------------===//

static bool sameEvent(const paths::TrailEvent &A, const paths::TrailEvent &B) {
  return A.K == B.K && A.At == B.At && A.Detail == B.Detail;
}

/// Does the path to \p Good go through the bad send, as the second round of a
/// loop does? Whoever gets there has sent the bad request before.
static bool comesAfter(const paths::Send &Good, const paths::Send &Bad) {
  ArrayRef<paths::TrailEvent> Before = Bad.Trail, All = Good.Trail;
  if (!Before.empty())
    Before = Before.drop_back();
  if (Before.size() >= All.size() ||
      !std::equal(Before.begin(), Before.end(), All.begin(), sameEvent))
    return false;
  return llvm::any_of(All.drop_front(Before.size()).drop_back(),
                      [&](const paths::TrailEvent &E) {
                        return llvm::any_of(Before, [&](const auto &B) {
                          return B.K == E.K && B.At == E.At;
                        });
                      });
}

/// Compliant, or so for some callers: what they pass in may be a User-Agent.
static bool mayBeGood(const Verdict &V) {
  return V.Kind == VerdictKind::Compliant ||
         (V.Kind == VerdictKind::Unverified && V.DoubtFrom &&
          V.DoubtFrom->K == Origin::Outside);
}

/// A request that some unseen caller may make well is not known to be bad.
static void doubtWhatCallersDecide(MutableArrayRef<Judged> All) {
  for (Judged &J : All) {
    if (!J.Send->CallersDecide || !J.isBad())
      continue;
    bool SomeAreGood = llvm::any_of(All, [&](const Judged &Other) {
      const paths::Send &A = *J.Send, &B = *Other.Send;
      return mayBeGood(Other.Verdict) &&
             Other.Verdict.Host == J.Verdict.Host &&
             A.Frames.back().At == B.Frames.back().At &&
             A.Frames.front().Key == B.Frames.front().Key && !comesAfter(B, A);
    });
    if (!SomeAreGood)
      continue;
    J.Verdict.Kind = VerdictKind::Unverified;
    J.Verdict.Why = Doubt::Callers;
    J.Verdict.Sentence = fmt::format(
        "cannot verify the User-Agent of the request to {}: callers not seen; "
        "it depends on what '{}' is given",
        J.Verdict.Host, J.Send->Frames.front().Function);
    J.Label = label(J.Verdict);
  }
}

std::vector<Judged> findings::judgeAll(ArrayRef<paths::Send> Sends,
                                       const Options &O) {
  std::vector<Judged> All;
  for (const paths::Send &S : Sends) {
    Judged J;
    J.Send = &S;
    J.Verdict = judge(S, O);
    J.Label = label(J.Verdict);
    All.push_back(std::move(J));
  }
  doubtWhatCallersDecide(All);
  return All;
}

//===----------------------------------------------------------------------===//
// Findings
//===----------------------------------------------------------------------===//

/// Is \p J the same as a bad one of \p All, but seen in a merged state?
static bool isKnownBad(const Judged &J, ArrayRef<Judged> All) {
  return J.Verdict.Why == Doubt::Bound &&
         llvm::any_of(All, [&](const Judged &O) {
           return O.isBad() && O.at() == J.at() &&
                  O.Verdict.Host == J.Verdict.Host;
         });
}

void findings::complete(Group &G, ArrayRef<Judged> All) {
  llvm::stable_sort(G.Members, [](const Judged *A, const Judged *B) {
    return A->Send->Trail.size() < B->Send->Trail.size();
  });
  const Judged &First = G.first();
  for (const Judged &J : All)
    if (J.Label != First.Label && J.Verdict.Host == First.Verdict.Host &&
        J.Send->At == First.Send->At)
      G.Rivals.push_back(&J);
}

std::map<GroupKey, Group>
findings::groupsOf(ArrayRef<Judged> All,
                   function_ref<bool(const Verdict &)> IsWanted,
                   const FileTable &Files) {
  std::map<GroupKey, Group> Groups;
  for (const Judged &J : All) {
    if (!IsWanted(J.Verdict) || isKnownBad(J, All))
      continue;
    Loc At = J.at();
    Groups[{Files.name(At.File).str(), At.Line, At.Col, J.Label,
            J.Verdict.Host}]
        .Members.push_back(&J);
  }
  for (auto &[Key, G] : Groups)
    complete(G, All);
  return Groups;
}

std::string findings::fingerprint(const Judged &J) {
  return fmt::format("{}|{}|{}|{}", J.frame().Key, J.Verdict.Host,
                     J.Send->Library, J.Label);
}

std::vector<Finding> findings::findings(ArrayRef<paths::Send> Sends,
                                        const Settings &S,
                                        const FileTable &Files) {
  std::vector<Judged> All = judgeAll(Sends, S.Requirement);
  choosePlaces(All, S);
  std::vector<Finding> Result = findingsOf(All, S, Files);
  giveEachFixOnce(Result);
  return Result;
}

void findings::giveEachFixOnce(std::vector<Finding> &All) {
  std::vector<Fix> Given;
  for (Finding &F : All) {
    if (F.Suppressed)
      continue;
    llvm::erase_if(F.Fixes, [&](const Fix &X) {
      return llvm::is_contained(Given, X);
    });
    llvm::append_range(Given, F.Fixes);
  }
}

std::vector<Finding> findings::findingsOf(ArrayRef<Judged> All,
                                          const Settings &S,
                                          const FileTable &Files) {
  std::vector<Finding> Result;
  auto IsFinding = [&](const Verdict &V) { return V.isFinding(S.Requirement); };
  for (const auto &[Key, G] : groupsOf(All, IsFinding, Files)) {
    const Judged &First = G.first();
    Finding F;
    F.Kind = First.Verdict.Kind;
    F.Label = First.Label;
    F.Sentence = First.Verdict.Sentence;
    F.Host = First.Verdict.Host;
    F.Library = First.Send->Library;
    F.Place = First.at();
    F.Function = First.frame().Function;
    F.Fingerprint = fingerprint(First);
    F.Notes = notesOf(G);
    F.Fixes = fixesOf(G, All, S.Requirement);
    Result.push_back(std::move(F));
  }
  return Result;
}
