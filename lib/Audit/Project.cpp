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

/// Captures with the cache that \p P asks for.
static Expected<std::vector<CapturedUnit>>
captureKept(ArrayRef<CaptureJob> Jobs, const Project &P,
            const ProjectOptions &O) {
  if (P.CacheFolder.empty())
    return captureAll(Jobs, P.Workers);
  SmallString<256> Folder(P.CacheFolder);
  sys::fs::make_absolute(Folder);
  Cache Kept(Folder.str().str(), cacheSalt(O.ModelFiles));
  if (Error E = Kept.create())
    return E;
  WorkerOptions Workers = P.Workers;
  Workers.Kept = &Kept;
  Expected<std::vector<CapturedUnit>> Units = captureAll(Jobs, Workers);
  Kept.prune();
  for (const std::string &Sentence : Kept.takeWarnings())
    if (P.OnWarning)
      P.OnWarning(Sentence);
  return Units;
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

  std::string Root = currentDirectory();
  if (P.Explain)
    Options->Explain = {reportedName(P.Explain->File, Root, Root),
                        P.Explain->Line};
  std::vector<CaptureJob> Jobs;
  for (const Command &C : *Chosen)
    Jobs.push_back({C, Root, Options->UserCode, Options->ModelFiles});
  if (P.OnStart)
    P.OnStart(Jobs.size());
  Expected<std::vector<CapturedUnit>> Units = captureKept(Jobs, P, *Options);
  if (!Units)
    return Units.takeError();
  Expected<report::Report> Report =
      judge(std::move(*Units), All->size() - Chosen->size(), *Options, Root);
  if (Report)
    Report->Database = reportedName(*Database, Root, "");
  return Report;
}

Expected<CaptureJob> audit::captureJob(StringRef File, StringRef Compiler,
                                       const std::vector<std::string> &Flags,
                                       StringRef ConfigFile) {
  CaptureJob Job;
  Job.Root = currentDirectory();
  Job.Compile.Directory = Job.Root;
  Job.Compile.File = reportedName(File, Job.Root, "");
  Job.Compile.Arguments = {Compiler.str()};
  append_range(Job.Compile.Arguments, Flags);
  Expected<ProjectOptions> Options =
      readProjectOptions({Job.Compile.File}, ConfigFile);
  if (!Options)
    return Options.takeError();
  Job.UserCode = Options->UserCode;
  Job.ModelFiles = Options->ModelFiles;
  return Job;
}

Expected<report::Report> audit::linkUnits(const std::vector<std::string> &Paths,
                                          StringRef ConfigFile) {
  std::vector<CapturedUnit> Units;
  for (const std::string &Path : Paths) {
    Expected<CapturedUnit> Unit = readCapturedUnit(Path);
    if (!Unit)
      return Unit.takeError();
    Units.push_back(std::move(*Unit));
  }
  llvm::stable_sort(Units, [](const CapturedUnit &A, const CapturedUnit &B) {
    return A.Name < B.Name;
  });
  std::string Root = currentDirectory();
  std::vector<std::string> Files;
  for (const CapturedUnit &Unit : Units)
    Files.push_back(reportedName(Unit.Name, Root, ""));
  Expected<ProjectOptions> Options = readProjectOptions(Files, ConfigFile);
  if (!Options)
    return Options.takeError();
  return judge(std::move(Units), /*UnitsLeftOut=*/0, *Options, Root);
}
