//===- Findings/Fixes.cpp - Changes that make a finding go away -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fix is offered only when it is sure to help:
// - A malformed value that is one literal is replaced in that literal.
// - A missing one is set right before the send, by the model's own statement,
//   unless the same call also sends to others, whose business it is not.
//
//===----------------------------------------------------------------------===//

#include "Findings/Judged.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::findings;
using namespace mde::requirement;
using namespace llvm;

/// The User-Agent that the options spell out; "" when they don't, or when it
/// would be reported itself.
static std::string configuredAgent(const Options &O) {
  if (O.Company.empty() || O.Product.empty() || O.Version.empty())
    return "";
  std::string Agent = fmt::format("{}{}-{}/{}", PartnerPrefix.str(), O.Company,
                                  O.Product, O.Version);
  Text T = Text::literal(Agent);
  return matchAgent(T.alternatives()[0], O).K == AgentMatch::Always ? Agent
                                                                    : "";
}

/// The literals that are the bad values of \p S, one each. Empty when one of
/// the values is put together from parts: changing a part may break the others.
static std::vector<Piece> badLiterals(const paths::Send &S, const Options &O) {
  std::vector<Piece> Literals;
  for (const Text &Agent : S.Agents)
    for (const Pattern &P : Agent.alternatives()) {
      if (matchAgent(P, O).K != AgentMatch::Never)
        continue;
      if (P.pieces().size() != 1 || P.pieces()[0].isHole() ||
          !P.pieces()[0].At.isValid())
        return {};
      Literals.push_back(P.pieces()[0]);
    }
  return Literals;
}

static void addReplacements(const Group &G, const Options &O,
                            std::vector<Fix> &Fixes) {
  for (const Judged *J : G.Members)
    for (const Piece &Literal : badLiterals(*J->Send, O)) {
      Fix F;
      F.K = Fix::ReplaceInLiteral;
      F.At = Literal.At;
      F.Old = Literal.Literal;
      F.Text = configuredAgent(O);
      F.Expression = O.UserAgentExpression;
      if (!is_contained(Fixes, F))
        Fixes.push_back(std::move(F));
    }
}

/// Does the call that sends \p J also send what is no business of ours?
static bool isSharedWithOthers(const Judged &J, ArrayRef<Judged> All) {
  return llvm::any_of(All, [&](const Judged &Other) {
    return Other.Send->At == J.Send->At &&
           (Other.Verdict.Kind == VerdictKind::NotATarget ||
            Other.Verdict.Why == Doubt::HostUnknown ||
            Other.Verdict.Why == Doubt::HostDepends);
  });
}

static void addInsertions(const Group &G, ArrayRef<Judged> All,
                          const Options &O, std::vector<Fix> &Fixes) {
  std::string Agent = configuredAgent(O);
  std::string Source = !O.UserAgentExpression.empty() ? O.UserAgentExpression
                                                      : '"' + Agent + '"';
  for (const Judged *J : G.Members) {
    const paths::Send &S = *J->Send;
    if (S.FixTemplate.empty() || isSharedWithOthers(*J, All))
      continue;
    Fix F;
    F.K = Fix::InsertBefore;
    F.At = S.At;
    F.Callee = S.Callee;
    F.Text = S.FixTemplate;
    constexpr StringLiteral Marker = "{user-agent}";
    for (size_t At = 0;
         (At = F.Text.find(Marker.data(), At)) != std::string::npos;
         At += Source.size())
      F.Text.replace(At, Marker.size(), Source);
    if (!is_contained(Fixes, F))
      Fixes.push_back(std::move(F));
  }
}

std::vector<Fix> findings::fixesOf(const Group &G, ArrayRef<Judged> All,
                                   const Options &O) {
  std::vector<Fix> Fixes;
  if (O.UserAgentExpression.empty() && configuredAgent(O).empty())
    return Fixes;
  const Verdict &V = G.first().Verdict;
  if (V.Kind == VerdictKind::Malformed && V.Fault != AgentFault::SentTwice)
    addReplacements(G, O, Fixes);
  else if (V.Kind == VerdictKind::Missing && V.Fault == AgentFault::None)
    addInsertions(G, All, O, Fixes);
  return Fixes;
}
