//===- Requirement/Verdict.cpp - What is said of a request ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/Verdict.h"
#include "Requirement/Doubts.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

StringRef requirement::name(VerdictKind K) {
  static constexpr const char *Names[] = {"compliant", "missing", "malformed",
                                          "unverified", "not-a-target"};
  return Names[static_cast<unsigned>(K)];
}

std::string requirement::label(const Verdict &V) {
  std::string Kind = name(V.Kind).str();
  if (V.Kind == VerdictKind::Unverified)
    return fmt::format("{}({})", Kind, name(V.Why).str());
  if (V.Fault != AgentFault::None)
    return fmt::format("{}({})", Kind, name(V.Fault).str());
  return Kind;
}

//===----------------------------------------------------------------------===//
// Where it goes
//===----------------------------------------------------------------------===//

namespace {
/// What is said of all the URLs that a request may have.
struct Destination {
  HostAnswer Answer;  ///< The strongest: target, then depends.
  std::string Shown;  ///< Its hosts.
  bool Mixed = false; ///< Other URLs of the same Send are no targets.
};
} // namespace

static Destination destination(const Text &Url, const Options &O) {
  std::vector<HostAnswer> All;
  for (const Pattern &P : Url.alternatives())
    All.push_back(classifyUrl(P, O));
  Destination D;
  auto Rank = [](const HostAnswer &A) {
    return A.K == HostAnswer::Target ? 2 : A.K == HostAnswer::Depends ? 1 : 0;
  };
  for (const HostAnswer &A : All)
    if (&A == &All[0] || Rank(A) > Rank(D.Answer))
      D.Answer = A;
  std::vector<std::string> Hosts;
  for (const HostAnswer &A : All) {
    D.Mixed |= A.K != D.Answer.K;
    if (A.K == D.Answer.K && !llvm::is_contained(Hosts, A.Shown))
      Hosts.push_back(A.Shown);
  }
  D.Shown = Hosts[0];
  if (Hosts.size() == 2)
    D.Shown += " or " + Hosts[1];
  else if (Hosts.size() > 2)
    D.Shown += fmt::format(" or {} other hosts", Hosts.size() - 1);
  return D;
}

/// A request that never got a URL goes nowhere, unless others may set it.
static Destination nowhere(const paths::Send &S) {
  Destination D;
  if (!S.UrlUnknownBecause && !S.Pending)
    return D;
  D.Answer.K = HostAnswer::Depends;
  D.Answer.Unknown = true;
  D.Answer.Why = S.UrlUnknownBecause;
  if (S.Pending)
    D.Answer.Why = makeOrigin(
        Origin::Runtime,
        fmt::format("'{}', which was not seen", S.PendingCallee), S.At);
  return D;
}

//===----------------------------------------------------------------------===//
// What it carries
//===----------------------------------------------------------------------===//

static void setDoubt(Verdict &V, Doubt Why, OriginRef From, StringRef Reason) {
  V.Kind = VerdictKind::Unverified;
  V.Why = Why;
  V.DoubtFrom = std::move(From);
  V.Sentence =
      fmt::format("cannot verify the User-Agent of the request to {}: {}",
                  V.Host, Reason.str());
}

static void setMissing(Verdict &V, const paths::Send &S) {
  V.Kind = VerdictKind::Missing;
  V.Sentence = fmt::format(
      "request to {} is sent without a User-Agent header on this path", V.Host);
  if (S.Library.empty())
    return;
  V.Sentence += S.DefaultAgent.empty()
                    ? fmt::format("; {} sends none", S.Library)
                    : fmt::format("; {} sends '{}'", S.Library, S.DefaultAgent);
}

static void setMalformed(Verdict &V, AgentFault F, StringRef Predicate) {
  V.Kind = VerdictKind::Malformed;
  V.Fault = F;
  V.Sentence =
      fmt::format("User-Agent '{}' of the request to {} is malformed: {}",
                  V.Agent, V.Host, Predicate.str());
}

/// One value that the program set. Of its alternatives, the worst decides.
static void judgeValue(Verdict &V, const Text &Value, const Options &O) {
  const AgentMatch *Worst = nullptr;
  std::vector<AgentMatch> All;
  for (const Pattern &P : Value.alternatives())
    All.push_back(matchAgent(P, O));
  auto Rank = [](const AgentMatch &M) {
    return M.K == AgentMatch::Never ? 2 : M.K == AgentMatch::Depends ? 1 : 0;
  };
  for (const AgentMatch &M : All)
    if (!Worst || Rank(M) > Rank(*Worst))
      Worst = &M;
  V.Agent = display(Value.alternatives()[Worst - All.data()]);
  if (Worst->Fault == AgentFault::Empty) {
    V.Kind = VerdictKind::Missing;
    V.Fault = AgentFault::Empty;
    V.Sentence = fmt::format(
        "request to {} is sent with an empty User-Agent header on this path",
        V.Host);
    return;
  }
  if (Worst->K == AgentMatch::Never)
    return setMalformed(V, Worst->Fault, Worst->Sentence);
  if (Worst->K == AgentMatch::Depends) {
    const OriginRef &From = Worst->Holes[0].From;
    return setDoubt(V, doubtOf(From), From, reasonOf(From, "the value"));
  }
  V.Kind = VerdictKind::Compliant;
  V.Sentence = fmt::format("User-Agent '{}' of the request to {} is compliant",
                           display(Value), V.Host);
  for (const AgentMatch &M : All)
    for (const Hole &H : M.Holes)
      if (std::string What = whatOf(H.From);
          !llvm::is_contained(V.DependsOn, What))
        V.DependsOn.push_back(What);
  if (!V.DependsOn.empty())
    V.Sentence += "; it depends on " + llvm::join(V.DependsOn, ", ");
  if (O.Company != "Contoso" &&
      llvm::any_of(Value.alternatives(), isDocumentationExample))
    V.Remarks.push_back("the User-Agent is the example of the documentation: "
                        "it names the company Contoso");
}

static void judgeAgents(Verdict &V, const paths::Send &S, const Options &O) {
  if (S.Agents.size() > 1) {
    std::vector<std::string> Shown;
    for (const Text &T : S.Agents)
      Shown.push_back(display(T));
    V.Agent = llvm::join(Shown, "', '");
    return setMalformed(
        V, AgentFault::SentTwice,
        fmt::format("{} User-Agent headers are sent, one is allowed",
                    S.Agents.size()));
  }
  if (S.Agents.size() == 1)
    return judgeValue(V, S.Agents[0], O);
  if (S.AgentsOpen && !mutant("open-headers-are-closed")) {
    Doubt Why = doubtOf(S.AgentsOpen);
    return setDoubt(V, Why == Doubt::Value ? Doubt::OpenHeaders : Why,
                    S.AgentsOpen, reasonOf(S.AgentsOpen, "the header"));
  }
  if (mutant("missing-is-unverified"))
    return setDoubt(V, Doubt::OpenHeaders, nullptr, "");
  setMissing(V, S);
}

static bool isBad(const Verdict &V) {
  return V.Kind == VerdictKind::Missing || V.Kind == VerdictKind::Malformed;
}

/// Is the User-Agent good on some of the ways that this Send stands for?
static bool isSomewhereGood(const paths::Send &S, const Options &O) {
  return S.Agents.size() == 1 &&
         llvm::any_of(S.Agents[0].alternatives(), [&](const Pattern &P) {
           return matchAgent(P, O).K != AgentMatch::Never;
         });
}

/// Gives up a bad verdict that is not certain.
static void doubtBad(Verdict &V, const paths::Send &S, const Destination &D,
                     const Options &O) {
  if (D.Answer.K == HostAnswer::Depends) {
    if (D.Answer.Unknown) {
      // What a bound hides may well go to a target.
      bool Bounded = D.Answer.Why && D.Answer.Why->K == Origin::Bound;
      setDoubt(V, Bounded ? Doubt::Bound : Doubt::HostUnknown, D.Answer.Why, "");
      V.Sentence = fmt::format("cannot tell where the request goes: {}",
                               reasonOf(D.Answer.Why, "the URL"));
      return;
    }
    return setDoubt(V, Doubt::HostDepends, D.Answer.Why,
                    reasonOf(D.Answer.Why, "the host"));
  }
  if (!isBad(V))
    return;
  AgentFault Fault = V.Fault;
  if (S.Approximate && !mutant("bounds-are-certain"))
    setDoubt(V, Doubt::Bound, nullptr,
             "the bound on distinct states was reached");
  else if (D.Mixed && isSomewhereGood(S, O) && !mutant("any-host-with-any-agent"))
    setDoubt(V, Doubt::Combination, nullptr,
             "which URL goes with which User-Agent is not known");
  V.Fault = Fault;
}

Verdict requirement::judge(const paths::Send &S, const Options &O) {
  Verdict V;
  Destination D = S.UrlKnown ? destination(S.Url, O) : nowhere(S);
  V.Host = D.Shown.empty() ? "an unknown host" : D.Shown;
  V.Row = D.Answer.Row;
  V.NotInList = D.Answer.NotInList;
  V.FromResponse = D.Answer.FromResponse;
  if (D.Answer.K == HostAnswer::NotTarget) {
    V.Row = nullptr;
    V.NotInList = false;
    V.Sentence =
        fmt::format("request to {} is not under the requirement", V.Host);
    return V;
  }
  judgeAgents(V, S, O);
  if (S.Pending && !mutant("unseen-code-is-certain"))
    setDoubt(V, Doubt::Pending, nullptr,
             S.PendingCallee.empty()
                 ? "it goes into code that was not seen"
                 : fmt::format("it goes into '{}', which was not seen",
                               S.PendingCallee));
  if (V.Kind != VerdictKind::Compliant)
    doubtBad(V, S, D, O);
  if (V.NotInList)
    V.Remarks.push_back(V.Host + " is not in the list of documented hosts");
  if (V.FromResponse)
    V.Remarks.push_back("the URL was read from a response of " + V.Host +
                        " and is taken to go there");
  return V;
}
