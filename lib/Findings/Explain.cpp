//===- Findings/Explain.cpp - All that is known of one line ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings/Explain.h"
#include "Findings/Judged.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace mde;
using namespace mde::findings;
using namespace mde::requirement;
using namespace llvm;

static std::vector<std::string> agentsOf(const paths::Send &S) {
  std::vector<std::string> Agents;
  for (const Text &Each : S.Agents)
    Agents.push_back(display(Each));
  return Agents;
}

namespace {

/// What makes two paths two ways. Targets come first, what is wrong before what
/// is right.
using Look = std::tuple<bool, bool, std::string, uint32_t, uint32_t,
                        std::string, std::string, std::string,
                        std::vector<std::string>, std::string>;

Look lookOf(const Judged &J, const FileTable &Files) {
  const paths::Send &S = *J.Send;
  return {J.Verdict.Kind == VerdictKind::NotATarget,
          !J.isBad(),
          Files.name(S.At.File).str(),
          S.At.Line,
          S.At.Col,
          J.Label,
          display(S.Url),
          display(S.Method),
          agentsOf(S),
          S.AgentsOpen ? S.AgentsOpen->What : ""};
}

Way wayOf(const Group &G) {
  const paths::Send &S = *G.first().Send;
  Way W;
  W.Request = requestOf(G);
  W.Paths = G.Members.size();
  W.Agents = agentsOf(S);
  W.DefaultAgent = S.DefaultAgent;
  if (S.AgentsOpen)
    W.AgentsOpen = S.AgentsOpen->What;
  for (const paths::Frame &F : S.Frames)
    W.Calls.push_back(F.Function);
  W.Notes = notesOf(G);
  return W;
}

} // namespace

Explained findings::explain(ArrayRef<paths::Send> Sends, const Settings &S,
                            const FileTable &Files, StringRef File,
                            uint32_t Line) {
  Explained Result;
  Result.File = File.str();
  Result.Line = Line;
  std::vector<Judged> All = judgeAll(Sends, S.Requirement);
  std::map<Look, Group> Groups;
  std::set<uint32_t> Lines;
  for (Judged &J : All) {
    bool IsHere = false;
    for (size_t I = 0; I != J.Send->Frames.size(); ++I) {
      Loc At = J.Send->Frames[I].At;
      if (Files.name(At.File) != File)
        continue;
      Lines.insert(At.Line);
      if (At.Line == Line) {
        J.Place = I; // the innermost, should there be more
        IsHere = true;
      }
    }
    if (IsHere)
      Groups[lookOf(J, Files)].Members.push_back(&J);
  }
  for (auto &[_, G] : Groups) {
    complete(G, All);
    Result.Ways.push_back(wayOf(G));
  }
  Result.Lines.assign(Lines.begin(), Lines.end());
  return Result;
}
