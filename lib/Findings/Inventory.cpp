//===- Findings/Inventory.cpp - Every request -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings/Inventory.h"
#include "Findings/Judged.h"
#include "llvm/ADT/STLExtras.h"

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
  for (const Judged *J : G.Members)
    for (Loc At : J->Send->HostOrigins)
      if (!llvm::is_contained(R.HostOrigins, At))
        R.HostOrigins.push_back(At);
  return R;
}

std::vector<Request> findings::inventoryOf(llvm::ArrayRef<Judged> All,
                                           const FileTable &Files) {
  auto IsListed = [](const Verdict &V) {
    return V.Kind != VerdictKind::NotATarget;
  };
  std::vector<Request> Result;
  for (const auto &[Key, G] : groupsOf(All, IsListed, Files))
    Result.push_back(requestOf(G));
  return Result;
}

std::pair<std::vector<Finding>, std::vector<Request>>
findings::findingsAndInventory(llvm::ArrayRef<paths::Send> Sends,
                               const Settings &S, const FileTable &Files) {
  std::vector<Judged> All = judgeAll(Sends, S.Requirement);
  choosePlaces(All, S);
  return {findingsOf(All, S, Files), inventoryOf(All, Files)};
}
