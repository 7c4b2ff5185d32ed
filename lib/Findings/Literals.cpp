// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Findings/Literals.h"
#include "Models/Models.h"
#include "Requirement/Hosts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>
#include <set>

using namespace mde;
using namespace mde::findings;
using namespace llvm;

StringRef findings::name(Fate F) {
  static constexpr StringLiteral Names[] = {
      "request", "inactive", "scope",  "comparison",
      "log",     "passed",   "stored", "unused"};
  return Names[size_t(F)];
}

/// The first target in \p Text; "" for none.
static std::string targetIn(StringRef Text, const requirement::Options &O) {
  auto IsOfHost = [](char C) {
    return isAlnum(C) || C == '.' || C == '-' || C == '_';
  };
  while (!(Text = Text.drop_until(IsOfHost)).empty()) {
    StringRef Name = Text.take_while(IsOfHost);
    Text = Text.drop_front(Name.size());
    std::string Host = Name.trim('.').lower();
    if (StringRef(Host).contains('.') &&
        classifyHost(Pattern({Piece::literal(Host, Loc())}), O).K ==
            requirement::HostAnswer::Target)
      return Host;
  }
  return "";
}

static bool compares(StringRef Name) {
  static const std::set<StringRef> Last = {
      "operator==", "operator!=", "operator<",   "operator<=>", "compare",
      "strcmp",     "strncmp",    "strcasecmp",  "strncasecmp", "stricmp",
      "_stricmp",   "_strnicmp",  "wcscmp",      "_wcsicmp",    "strstr",
      "find",       "rfind",      "contains",    "starts_with", "ends_with",
      "startsWith", "endsWith",   "iequals",     "equals",      "memcmp",
      "regex_match", "regex_search"};
  return Last.count(models::unqualified(Name));
}

static bool logs(StringRef Name) {
  static const std::set<StringRef> Whole = {
      "printf",         "fprintf",   "puts",      "fputs",
      "perror",         "syslog",    "std::print", "std::println",
      "std::operator<<", "fmt::print", "fmt::println",
      "std::basic_ostream::operator<<", "QDebug::operator<<",
      "OutputDebugStringA", "OutputDebugStringW", "g_log", "g_print"};
  return Whole.count(Name) || Name.starts_with("spdlog::");
}

namespace {

/// What the instructions of a program do with the literals of some places.
struct Uses {
  bool Compared = false, Stored = false;
  std::set<std::string> Callees;
};

class UseFinder {
public:
  UseFinder(const ir::Program &P, std::map<Loc, Uses> &Wanted)
      : P(P), Wanted(Wanted) {}

  void run() {
    for (const auto &U : P.units())
      for (const ir::Function &F : U->Functions)
        for (const ir::Block &B : F.Blocks)
          for (const ir::Instr &I : B.Instrs)
            for (const ir::Operand &A : I.Args)
              if (A.K == ir::Operand::Text)
                if (auto It = Wanted.find(A.At); It != Wanted.end())
                  note(I, *U, It->second);
  }

private:
  void note(const ir::Instr &I, const ir::Unit &U, Uses &Into) {
    switch (I.Opcode) {
    case ir::Op::Call: {
      const ir::Function *Callee = P.function(&U, I.Name);
      Into.Callees.insert((Callee ? Callee->Name : I.Name).str());
      break;
    }
    case ir::Op::CallIndirect:
      Into.Callees.insert("a function that is not named");
      break;
    case ir::Op::Binary:
      Into.Compared = true;
      break;
    default:
      Into.Stored = true;
    }
  }

  const ir::Program &P;
  std::map<Loc, Uses> &Wanted;
};

} // namespace

static void decide(Literal &L, const Uses &Its) {
  L.To = {Its.Callees.begin(), Its.Callees.end()};
  if (!L.Requests.empty())
    L.Became = Fate::Request;
  else if (StringRef(L.Value).contains("/.default"))
    L.Became = Fate::Scope;
  else if (Its.Compared || (!L.To.empty() && all_of(L.To, compares)))
    L.Became = Fate::Comparison;
  else if (!L.To.empty() && all_of(L.To, logs))
    L.Became = Fate::Log;
  else if (!L.To.empty())
    L.Became = Fate::Passed;
  else if (Its.Stored)
    L.Became = Fate::Stored;
}

std::vector<Literal> findings::literals(const ir::Program &Program,
                                        ArrayRef<Request> Requests,
                                        const requirement::Options &O) {
  // A header's literal is in many units; where it is active anywhere, it is.
  std::map<Loc, Literal> All;
  for (const auto &U : Program.units())
    for (const ir::HostLiteral &H : U->Literals) {
      std::string Host = targetIn(H.Value, O);
      if (Host.empty())
        continue;
      auto [It, New] = All.try_emplace(H.At);
      Literal &L = It->second;
      if (New)
        L = {H.Value.str(), Host, H.At, "", Fate::Inactive, {}, {}};
      if (!H.Inactive)
        L.Became = Fate::Unused;
      if (const ir::Function *F = Program.function(U.get(), H.Function))
        L.Function = F->Name.str();
    }
  std::map<Loc, Uses> Wanted;
  for (auto &[At, L] : All)
    if (L.Became != Fate::Inactive)
      Wanted[At];
  UseFinder(Program, Wanted).run();
  for (const Request &R : Requests)
    for (Loc At : R.HostOrigins)
      if (auto It = All.find(At);
          It != All.end() && !is_contained(It->second.Requests, R.Fingerprint))
        It->second.Requests.push_back(R.Fingerprint);
  std::vector<Literal> Result;
  for (auto &[At, L] : All) {
    if (auto It = Wanted.find(At); It != Wanted.end())
      decide(L, It->second);
    Result.push_back(std::move(L));
  }
  llvm::sort(Result, [&](const Literal &A, const Literal &B) {
    auto Key = [&](const Literal &L) {
      return std::tuple(Program.Files.name(L.At.File), L.At.Line, L.At.Col);
    };
    return Key(A) < Key(B);
  });
  return Result;
}
