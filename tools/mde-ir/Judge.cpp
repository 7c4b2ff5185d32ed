//===- mde-ir/Judge.cpp - mde-ir judge ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads one question a line and prints one answer a line; TextSyntax.h says how
// a text is written.
//
//   ua TEXT            is it of the form?
//   url TEXT           does a request there go to a target?
//   host TEXT          the same of a host alone
//   parts TEXT         the parts of a URL
//   send KEY "VALUE" ...   the verdict on a whole request; keys: url, agent
//   (any
//                      number), library, default, open (a hole), no-url (a
//                      hole or ""), approximate, pending (a name)
//   option NAME VALUE  sets an option for the lines that follow
//   hosts              the host table
//   options            the table of options
//
//===----------------------------------------------------------------------===//

#include "Requirement/Url.h"
#include "Requirement/Verdict.h"
#include "Subcommands.h"
#include "TextSyntax.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::ir;
using namespace mde::requirement;
namespace cl = llvm::cl;
using llvm::StringRef;

static int run();
static Subcommand
    JudgeVerb("judge", "Judges User-Agents, URLs and hosts, one a line", run);
static cl::opt<std::string> File(cl::Positional, cl::init("-"),
                                 cl::desc("FILE"), cl::sub(JudgeVerb));
static cl::list<std::string> Set("set", cl::value_desc("NAME=VALUE"),
                                 cl::desc("Sets an option of mde-user-agent"),
                                 cl::sub(JudgeVerb));

static void say(StringRef Line) { llvm::outs() << Line << '\n'; }

//===----------------------------------------------------------------------===//
// ua, url, host, parts
//===----------------------------------------------------------------------===//

static std::string holesOf(const AgentMatch &M) {
  std::vector<std::string> Names;
  for (const Hole &H : M.Holes)
    Names.push_back(H.From ? H.From->What : "?");
  return llvm::join(Names, ", ");
}

static void sayAgent(const Pattern &P, const Options &O) {
  AgentMatch M = matchAgent(P, O);
  switch (M.K) {
  case AgentMatch::Always:
    return say(M.Holes.empty() ? "always" : "always; depends on " + holesOf(M));
  case AgentMatch::Never:
    return say(fmt::format("never({}): {}", name(M.Fault).str(), M.Sentence));
  case AgentMatch::Depends:
    return say("depends on " + holesOf(M));
  }
}

static const char *productName(Product P) {
  return P == Product::Graph      ? "Graph"
         : P == Product::Defender ? "Defender"
                                  : "configured";
}

static void sayHost(const HostAnswer &A) {
  std::string Out;
  if (A.K == HostAnswer::NotTarget)
    Out = "no target: " + A.Shown;
  else if (A.K == HostAnswer::Depends)
    Out = fmt::format("depends on {}: {}", A.Why ? A.Why->What : "?",
                      A.Unknown ? "an unknown host" : A.Shown);
  else if (!A.Row)
    Out = fmt::format("target: {} (configured)", A.Shown);
  else
    Out = fmt::format("target: {} ({}, {}{}{}{})", A.Shown,
                      productName(A.Row->Of), A.Row->Cloud,
                      *A.Row->Geography ? ", " : "", A.Row->Geography,
                      A.NotInList ? ", not in the list" : "");
  say(Out + (A.FromResponse ? ", from its response" : ""));
}

/// \p P in the form in which a URL yields its host.
static Pattern hostOf(const Pattern &P) {
  return splitUrl(concat(Text::literal("//"), P).alternatives()[0]).Host;
}

static void sayParts(const Pattern &P) {
  UrlParts U = splitUrl(P);
  std::string Out;
  auto Add = [&](StringRef Name, const Pattern &Part) {
    if (!Part.pieces().empty())
      Out += fmt::format("{}{} {}", Out.empty() ? "" : ", ", Name.str(),
                         print(Part));
  };
  Add("scheme", U.Scheme);
  Add("user", U.UserInfo);
  Add("host", U.Host);
  Add("port", U.Port);
  Add("path", U.Path);
  Add("query", U.Query);
  say(U.IsRelative ? "relative, " + Out : Out.empty() ? "nothing" : Out);
}

//===----------------------------------------------------------------------===//
// send
//===----------------------------------------------------------------------===//

/// The origin of the first hole of \p T.
static OriginRef originOf(const Text &T) {
  OriginRef From;
  T.forEachHole([&](const Hole &H) {
    if (!From)
      From = H.From;
  });
  return From;
}

static llvm::Error setKey(paths::Send &S, StringRef Key, StringRef Value,
                          TextReader &Reader) {
  llvm::Expected<Text> T = Reader.read(Value);
  if (!T)
    return T.takeError();
  if (Key == "url")
    S.Url = *T;
  else if (Key == "agent")
    S.Agents.push_back(*T);
  else if (Key == "library")
    S.Library = Value.str();
  else if (Key == "default")
    S.DefaultAgent = Value.str();
  else if (Key == "open")
    S.AgentsOpen = originOf(*T);
  else if (Key == "no-url") {
    S.UrlKnown = false;
    S.UrlUnknownBecause = originOf(*T);
  } else if (Key == "pending") {
    S.Pending = true;
    S.PendingCallee = Value.str();
  } else
    return llvm::createStringError(
        fmt::format("'{}' is no key of send", Key.str()));
  return llvm::Error::success();
}

static llvm::Error saySend(StringRef Line, const Options &O) {
  llvm::Expected<std::vector<std::string>> Words = splitWords(Line);
  if (!Words)
    return Words.takeError();
  paths::Send S;
  TextReader Reader;
  for (size_t I = 0; I < Words->size(); ++I) {
    StringRef Key = (*Words)[I];
    if (Key == "approximate") {
      S.Approximate = true;
      continue;
    }
    if (I + 1 == Words->size())
      return llvm::createStringError(
          fmt::format("'{}' has no value", Key.str()));
    if (llvm::Error E = setKey(S, Key, (*Words)[++I], Reader))
      return E;
  }
  Verdict V = judge(S, O);
  say(fmt::format("{}{}: {}", label(V), V.isFinding(O) ? "" : " (no finding)",
                  V.Sentence));
  for (const std::string &Remark : V.Remarks)
    say("  remark: " + Remark);
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// The lines
//===----------------------------------------------------------------------===//

static void sayHostTable() {
  auto Row = [](const HostRow &R) {
    say(fmt::format("{} | {} | {} | {} | {}", R.Pattern, productName(R.Of),
                    R.Cloud, R.Geography, R.Source));
  };
  for (const HostRow &R : hostTable())
    Row(R);
  for (const HostRow &R : familyTable())
    Row(R);
}

static llvm::Error answer(StringRef Line, Options &O) {
  auto [Verb, Rest] = Line.split(' ');
  if (Verb == "option") {
    auto [Name, Value] = Rest.split(' ');
    return setOption(O, Name, Value);
  }
  if (Verb == "send")
    return saySend(Rest, O);
  if (Verb == "hosts")
    return sayHostTable(), llvm::Error::success();
  if (Verb == "options") {
    for (const OptionInfo &I : optionTable())
      say(fmt::format("{} | {} | {}", I.Name, I.Default, I.Allowed));
    return llvm::Error::success();
  }
  if (Verb != "ua" && Verb != "url" && Verb != "host" && Verb != "parts")
    return llvm::createStringError(fmt::format(
        "'{}' is no question; allowed: ua, url, host, parts, send, option, "
        "hosts, options",
        Verb.str()));
  llvm::Expected<Text> T = TextReader().read(Rest);
  if (!T)
    return T.takeError();
  for (const Pattern &P : T->alternatives()) {
    if (Verb == "ua")
      sayAgent(P, O);
    else if (Verb == "parts")
      sayParts(P);
    else
      sayHost(Verb == "url" ? classifyUrl(P, O) : classifyHost(hostOf(P), O));
  }
  return llvm::Error::success();
}

static int run() {
  Options O;
  for (StringRef S : Set) {
    auto [Name, Value] = S.split('=');
    if (llvm::Error E = setOption(O, Name, Value)) {
      badInput(std::move(E));
      return ExitBadUsage;
    }
  }
  return forEachLine(File, [&](StringRef Line) { return answer(Line, O); });
}
