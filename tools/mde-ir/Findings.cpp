//===- mde-ir/Findings.cpp - mde-ir findings ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs units, judges what they send and prints the findings: place, sentence,
// notes, fixes, fingerprint. A location in file 1 is LINE:COL.
//
//===----------------------------------------------------------------------===//

#include "Findings/Finding.h"
#include "Models/Models.h"
#include "Paths/Paths.h"
#include "Subcommands.h"
#include "llvm/Support/GlobPattern.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::ir;
namespace cl = llvm::cl;

static int run();
static Subcommand FindingsVerb("findings", "Runs units and prints the findings",
                               run);
static cl::list<std::string> Files(cl::Positional, cl::OneOrMore,
                                   cl::desc("FILE.ir..."),
                                   cl::sub(FindingsVerb));
static cl::list<std::string> Set("set", cl::value_desc("NAME=VALUE"),
                                 cl::desc("Sets an option of mde-user-agent"),
                                 cl::sub(FindingsVerb));
static cl::opt<bool> Linked("linked",
                            cl::desc("The units are the whole program"),
                            cl::sub(FindingsVerb));
static cl::list<std::string>
    Hide("hide", cl::value_desc("GLOB"),
         cl::desc("Files in which people see no diagnostics"),
         cl::sub(FindingsVerb));

static std::string print(Loc L, const FileTable &Table) {
  return fmt::format("{}{}{}:{}", L.File == 1 ? "" : Table.name(L.File).str(),
                     L.File == 1 ? "" : ":", L.Line, L.Col);
}

static void print(const findings::Finding &F, const FileTable &Table) {
  llvm::outs() << fmt::format("{}: {} [{}]\n", print(F.Place, Table),
                              F.Sentence, F.Label);
  for (const findings::Note &N : F.Notes)
    llvm::outs() << fmt::format("  {}: {}\n", print(N.At, Table), N.Sentence);
  for (const findings::Fix &X : F.Fixes) {
    if (X.K == findings::Fix::InsertBefore)
      llvm::outs() << fmt::format("  fix {}: insert before: {}\n",
                                  print(X.At, Table), X.Text);
    else
      llvm::outs() << fmt::format(
          "  fix {}: replace '{}' by '{}'{}\n", print(X.At, Table), X.Old,
          X.Text,
          X.Expression.empty() ? "" : " or the literal by " + X.Expression);
  }
  llvm::outs() << "  fingerprint " << F.Fingerprint << '\n';
}

static int run() {
  findings::Settings Settings;
  for (llvm::StringRef S : Set) {
    auto [Name, Value] = S.split('=');
    if (llvm::Error E =
            requirement::setOption(Settings.Requirement, Name, Value)) {
      badInput(std::move(E));
      return ExitBadUsage;
    }
  }
  std::vector<llvm::GlobPattern> Hidden;
  for (llvm::StringRef S : Hide) {
    auto Glob = llvm::GlobPattern::create(S);
    if (!Glob) {
      badInput(Glob.takeError());
      return ExitBadUsage;
    }
    Hidden.push_back(std::move(*Glob));
  }
  auto M = models::Models::builtin();
  if (!M)
    return badInput(M.takeError());
  Program P;
  for (const std::string &File : Files) {
    auto U = readUnit(File);
    if (!U)
      return badInput(U.takeError());
    P.add(std::move(*U));
  }
  P.link();
  Settings.IsShown = [&](Loc L) {
    return llvm::none_of(Hidden, [&](const llvm::GlobPattern &G) {
      return G.match(P.Files.name(L.File));
    });
  };
  paths::RunOptions Options;
  Options.Linked = Linked;
  for (const findings::Finding &F :
       findings::findings(paths::run(P, *M, Options), Settings, P.Files))
    print(F, P.Files);
  return ExitOk;
}
