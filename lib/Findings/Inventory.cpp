//===- Findings/Inventory.cpp - Every request -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings/Inventory.h"
#include "Findings/Judged.h"

using namespace mde;
using namespace mde::findings;
using namespace mde::requirement;

Request findings::requestOf(const Group &G) {
  const Judged &First = G.first();
  const paths::Send &Send = *First.Send;
  Request R;
  R.Kind = First.Verdict.Kind;
  R.Why = First.Verdict.Why;
  R.Label = First.Label;
  R.Sentence = First.Verdict.Sentence;
  R.Library = Send.Library;
  R.Callee = Send.Callee;
  R.Host = First.Verdict.Host;
  R.Url = display(Send.Url);
  R.Method = display(Send.Method);
  R.Agent = First.Verdict.Agent;
  R.Place = First.at();
  R.SentAt = Send.At;
  R.Function = First.frame().Function;
  R.DependsOn = First.Verdict.DependsOn;
  R.Remarks = First.Verdict.Remarks;
  R.Fingerprint = fingerprint(First);
  return R;
}

std::vector<Request> findings::inventory(llvm::ArrayRef<paths::Send> Sends,
                                         const Settings &S,
                                         const FileTable &Files) {
  std::vector<Judged> All = judgeAll(Sends, S.Requirement);
  choosePlaces(All, S.IsShown);
  auto IsListed = [](const Verdict &V) {
    return V.Kind != VerdictKind::NotATarget;
  };
  std::vector<Request> Result;
  for (const auto &[Key, G] : groupsOf(All, IsListed, Files))
    Result.push_back(requestOf(G));
  return Result;
}
