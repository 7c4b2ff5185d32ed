//===- Paths/PrintSend.cpp ------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Send.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::paths {

static std::string at(Loc L, const FileTable &Files) {
  if (!L.isValid())
    return "?";
  std::string Name = L.File == 1 ? "" : Files.name(L.File).str() + ":";
  return Name + std::to_string(L.Line) + ":" + std::to_string(L.Col);
}

static const char *word(TrailEvent::Kind K) {
  switch (K) {
  case TrailEvent::BranchTrue: return "true";
  case TrailEvent::BranchFalse: return "false";
  case TrailEvent::CaseTaken: return "case";
  case TrailEvent::UrlSet: return "url";
  case TrailEvent::AgentSet: return "agent";
  case TrailEvent::AgentCleared: return "agent-cleared";
  case TrailEvent::HeadersSet: return "headers";
  case TrailEvent::RequestMade: return "made";
  case TrailEvent::Called: return "call";
  case TrailEvent::Returned: return "return";
  case TrailEvent::FieldTaken: return "field";
  case TrailEvent::Caught: return "caught";
  case TrailEvent::Sent: return "sent";
  }
  return "";
}

std::string print(const Send &S, const FileTable &Files) {
  std::string Out;
  llvm::raw_string_ostream OS(Out);
  OS << "send " << S.Callee << " at " << at(S.At, Files) << "\n";
  OS << "  url " << (S.UrlKnown ? mde::print(S.Url) : "not known") << "\n";
  if (S.Agents.empty() && !S.AgentsOpen)
    OS << "  no agent\n";
  for (const Text &A : S.Agents)
    OS << "  agent " << mde::print(A) << "\n";
  if (S.AgentsOpen)
    OS << "  agents open: " << S.AgentsOpen->What << "\n";
  if (!S.DefaultAgent.empty())
    OS << "  default agent " << S.DefaultAgent << "\n";
  if (S.Approximate)
    OS << "  approximate\n";
  if (S.CallersDecide)
    OS << "  callers decide\n";
  if (S.Pending)
    OS << "  pending in " << S.PendingCallee << "\n";
  for (const Frame &F : S.Frames)
    OS << "  frame " << F.Key << " at " << at(F.At, Files)
       << (F.HostFromOutside ? " host-from-outside" : "")
       << (F.AgentFromOutside ? " agent-from-outside" : "") << "\n";
  OS << "  trail";
  for (const TrailEvent &E : S.Trail) {
    OS << " " << word(E.K) << "@" << at(E.At, Files);
    if (!E.Detail.empty() && E.K != TrailEvent::Sent)
      OS << "(" << E.Detail << (E.Value.empty() ? "" : ": ") << E.Value << ")";
  }
  OS << "\n";
  return Out;
}

} // namespace mde::paths
