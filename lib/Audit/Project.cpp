//===- Audit/Project.cpp - From a compilation database to a report --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Project.h"
#include "Audit/Database.h"
#include "Check/LoadedModels.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

/// Models that are wrong are said so once, before any unit is captured.
static Error checkModels(const ProjectOptions &O) {
  check::LoadedModels Loaded = check::loadModels(
      O.ModelFiles, "", check::neededModels(std::nullopt, O.ModelFiles));
  if (Loaded.Errors.empty())
    return Error::success();
  return createStringError(fmt::format("{}", fmt::join(Loaded.Errors, "\n")));
}

Expected<report::Report> audit::auditProject(const Project &P) {
  Expected<std::string> Database = findDatabase(P.Database);
  if (!Database)
    return Database.takeError();
  Expected<std::vector<Command>> All = readDatabase(*Database);
  if (!All)
    return All.takeError();
  Expected<std::vector<Command>> Chosen = select(*All, P.Patterns);
  if (!Chosen)
    return Chosen.takeError();

  std::vector<std::string> Files;
  for (const Command &C : *Chosen)
    Files.push_back(C.File);
  Expected<ProjectOptions> Options = readProjectOptions(Files, P.ConfigFile);
  if (!Options)
    return Options.takeError();
  if (!Options->ModelFiles.empty())
    if (Error E = checkModels(*Options))
      return E;

  SmallString<256> Root;
  sys::fs::current_path(Root);
  std::vector<CaptureJob> Jobs;
  for (const Command &C : *Chosen)
    Jobs.push_back(
        {C, Root.str().str(), Options->UserCode, Options->ModelFiles});
  if (P.OnStart)
    P.OnStart(Jobs.size());
  Expected<std::vector<CapturedUnit>> Units = captureAll(Jobs, P.Workers);
  if (!Units)
    return Units.takeError();
  return judge(std::move(*Units), All->size() - Chosen->size(), *Options, Root);
}
