//===- Audit/Audit.cpp - A whole project, judged --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Audit.h"
#include "Audit/Changeable.h"
#include "Audit/Clock.h"
#include "Findings/Inventory.h"
#include "Models/Headers.h"
#include "Paths/Paths.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde;
using namespace mde::audit;
using namespace llvm;

/// Applies the \p Comments of all units and \p Entries to \p R.
static Error suppress(report::Report &R, std::vector<findings::NoLint> Comments,
                      const std::vector<findings::SuppressionEntry> &Entries) {
  Expected<std::string> Now = timeNow();
  if (!Now)
    return Now.takeError();
  // Of a header, each unit says the same.
  llvm::sort(Comments);
  Comments.erase(llvm::unique(Comments), Comments.end());
  findings::SuppressionOptions O;
  O.Entries = Entries;
  O.Today = StringRef(*Now).split('T').first.str();
  O.KnowsAll = R.Incomplete.empty() && R.UnitsLeftOut == 0;
  R.Stale = findings::suppress(R.Findings, R.Requests, Comments, O, R.Files);
  return Error::success();
}

Expected<report::Report> audit::judge(std::vector<CapturedUnit> Units,
                                      unsigned UnitsLeftOut,
                                      const ProjectOptions &O, StringRef Root) {
  report::Report Report;
  Report.Root = Root.str();
  Report.Units = Units.size();
  Report.UnitsLeftOut = UnitsLeftOut;

  ir::Program Program;
  std::set<std::string> Needed;
  ChangeableFiles Changeable;
  std::vector<findings::NoLint> Comments;
  for (CapturedUnit &U : Units) {
    if (!U.Errors.empty())
      Report.Incomplete.push_back({U.Name, U.Errors.front()});
    Needed.insert(U.Models.begin(), U.Models.end());
    Report.Inputs.merge(U.Inputs);
    for (auto &[Name, File] : U.Changeable)
      Changeable[Name].push_back(std::move(File));
    append_range(Comments, U.NoLints);
    if (U.Unit)
      Program.add(std::move(U.Unit));
  }
  Report.Models = Needed;
  Report.ModelFiles = O.ModelFiles;
  Report.Options = O.Values;
  auto Models = projectModels(O, Needed);
  if (!Models)
    return Models.takeError();
  Program.link();

  paths::RunOptions Run;
  Run.Linked = Report.Incomplete.empty() && UnitsLeftOut == 0;
  std::vector<paths::Send> Sends = paths::run(Program, **Models, Run);
  findings::Settings Settings;
  Settings.Requirement = O.Requirement;
  Settings.Requirement.VerifyAll = true;
  // A library's header is nobody's to change, wherever it lies.
  const models::HttpHeaders Headers = models::HttpHeaders::of(**Models);
  Settings.IsShown = [&](Loc L) { return !Headers.contain(Program.Files.name(L.File)); };
  std::tie(Report.Findings, Report.Requests) =
      findings::findingsAndInventory(Sends, Settings, Program.Files);
  Report.Literals =
      findings::literals(Program, Report.Requests, O.Requirement);
  if (O.Explain)
    Report.Explained = findings::explain(Sends, Settings, Program.Files,
                                         O.Explain->File, O.Explain->Line);
  Report.Files = std::move(Program.Files);
  if (Error E = suppress(Report, std::move(Comments), O.Suppressions))
    return E;
  findings::giveEachFixOnce(Report.Findings);
  findSourceFixes(Report, Changeable, **Models);
  return Report;
}

/// What \p R, which is no proof by itself, has for one.
static bool isAccepted(const findings::Request &R) {
  return R.Kind == requirement::VerdictKind::Compliant ||
         (R.Suppressed && !R.Suppressed->Reason.empty());
}

ExitCode audit::exitCode(const report::Report &R, const Gate &G) {
  if (G.Verify &&
      (!all_of(R.Requests, isAccepted) ||
       any_of(R.Stale, [](const auto &Each) { return Each.Expired; })))
    return ExitFindings;
  for (size_t I = 0; I != R.Findings.size(); ++I)
    if (R.isIntroduced(I) && !R.Findings[I].Suppressed &&
        R.Findings[I].Kind != requirement::VerdictKind::Unverified)
      return ExitFindings;
  bool Whole = R.Incomplete.empty() && (!G.Verify || R.UnitsLeftOut == 0);
  if (!Whole && (G.Verify || !G.AllowIncomplete))
    return ExitIncomplete;
  return ExitClean;
}
