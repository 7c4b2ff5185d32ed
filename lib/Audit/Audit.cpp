//===- Audit/Audit.cpp - A whole project, judged --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Audit.h"
#include "Audit/Changeable.h"
#include "Check/LoadedModels.h"
#include "Findings/Inventory.h"
#include "Paths/Paths.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

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
  for (CapturedUnit &U : Units) {
    if (!U.Errors.empty())
      Report.Incomplete.push_back({U.Name, U.Errors.front()});
    Needed.insert(U.Models.begin(), U.Models.end());
    Report.Inputs.merge(U.Inputs);
    for (auto &[Name, File] : U.Changeable)
      Changeable[Name].push_back(std::move(File));
    if (U.Unit)
      Program.add(std::move(U.Unit));
  }
  Report.Models = Needed;
  Report.ModelFiles = O.ModelFiles;
  Report.Options = O.Values;
  check::LoadedModels Models = check::loadModels(O.ModelFiles, "", Needed);
  if (!Models.Errors.empty())
    return createStringError(fmt::format("{}", fmt::join(Models.Errors, "\n")));
  Program.link();

  paths::RunOptions Run;
  Run.Linked = Report.Incomplete.empty() && UnitsLeftOut == 0;
  std::vector<paths::Send> Sends = paths::run(Program, *Models.Models, Run);
  findings::Settings Settings;
  Settings.Requirement = O.Requirement;
  Settings.Requirement.VerifyAll = true;
  // A library's header is nobody's to change, wherever it lies.
  const models::HttpHeaders Headers = models::HttpHeaders::of(*Models.Models);
  Settings.IsShown = [&](Loc L) { return !Headers.contain(Program.Files.name(L.File)); };
  Report.Findings = findings::findings(Sends, Settings, Program.Files);
  Report.Requests = findings::inventory(Sends, Settings, Program.Files);
  if (O.Explain)
    Report.Explained = findings::explain(Sends, Settings, Program.Files,
                                         O.Explain->File, O.Explain->Line);
  Report.Files = std::move(Program.Files);
  findSourceFixes(Report, Changeable, *Models.Models);
  return Report;
}

ExitCode audit::exitCode(const report::Report &R, const Gate &G) {
  if (G.Verify && !total(R).allCompliant())
    return ExitFindings;
  for (size_t I = 0; I != R.Findings.size(); ++I)
    if (R.isIntroduced(I) &&
        R.Findings[I].Kind != requirement::VerdictKind::Unverified)
      return ExitFindings;
  bool Whole = R.Incomplete.empty() && (!G.Verify || R.UnitsLeftOut == 0);
  if (!Whole && (G.Verify || !G.AllowIncomplete))
    return ExitIncomplete;
  return ExitClean;
}
