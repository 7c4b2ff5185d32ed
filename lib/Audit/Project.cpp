//===- Audit/Project.cpp - From a compilation database to a report --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Project.h"
#include "Audit/Database.h"
#include "Audit/Selecting.h"
#include "Check/LoadedModels.h"
#include "Index/ProjectIndex.h"
#include "Report/Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

/// Models that are wrong are said so once, before any unit is captured.
static Error checkModels(const ProjectOptions &O) {
  return projectModels(O, check::neededModels(std::nullopt, O.ModelFiles))
      .takeError();
}

static constexpr StringLiteral SuppressionsName = ".mde-suppressions.yaml";

static StringRef suppressionsName(StringRef AskedFor) {
  return AskedFor.empty() ? StringRef(SuppressionsName) : AskedFor;
}

/// Sets \p O.Suppressions from \p Path, which need not be there unless it
/// \p MustExist.
static Error readSuppressions(StringRef Path, bool MustExist,
                              ProjectOptions &O) {
  O.Suppressions.clear();
  if (!MustExist && !sys::fs::exists(Path))
    return Error::success();
  auto Entries = findings::readSuppressions(Path);
  if (!Entries)
    return Entries.takeError();
  O.Suppressions = std::move(*Entries);
  return Error::success();
}

static void warn(const Project &P, StringRef Sentence) {
  if (P.OnWarning)
    P.OnWarning(Sentence);
}

/// Captures with the cache that \p P asks for, and what it asks for. \p Then: where the
/// sources of all jobs are; empty for here.
static Expected<Selection> captureKept(ArrayRef<CaptureJob> Jobs,
                                       const Project &P,
                                       const ProjectOptions &O,
                                       const Overlay &Then) {
  if (P.OnStart)
    P.OnStart(Jobs.size());
  auto Capture = [&](const WorkerOptions &Workers) -> Expected<Selection> {
    if (!P.ParseAll)
      return captureNeeded(Jobs, Workers, O, O.Explain ? O.Explain->File : "",
                           /*Keep=*/Then.empty());
    auto Units = captureAll(Jobs, Workers);
    if (!Units)
      return Units.takeError();
    Selection All;
    All.Units = std::move(*Units);
    All.Whys.assign(Jobs.size(), "all units are");
    return All;
  };
  if (P.CacheFolder.empty())
    return Capture(P.Workers);
  SmallString<256> Folder(P.CacheFolder);
  sys::fs::make_absolute(Folder);
  IntrusiveRefCntPtr<vfs::FileSystem> Files = vfs::getRealFileSystem();
  if (!Then.empty())
    Files = laidOver(Files, Then);
  Cache Kept(Folder.str().str(), cacheSalt(O.ModelFiles), Files);
  if (Error E = Kept.create())
    return E;
  WorkerOptions Workers = P.Workers;
  Workers.Kept = &Kept;
  Expected<Selection> Units = Capture(Workers);
  Kept.prune();
  for (const std::string &Sentence : Kept.takeWarnings())
    warn(P, Sentence);
  return Units;
}

/// For who looks at one of the units and wants to know of the others (the option
/// Index of the check).
static void leaveIndex(ArrayRef<CapturedUnit> Units, StringRef Root,
                       const Project &P) {
  index::ProjectIndex I;
  I.Root = Root.str();
  I.Whole = true;
  for (const CapturedUnit &U : Units) {
    I.Whole &= U.Errors.empty() && !U.KeptAs.empty();
    if (!U.KeptAs.empty())
      I.Units.push_back(U.KeptAs);
  }
  if (Error E = write(I, P.CacheFolder))
    warn(P, toString(std::move(E)));
}

/// The same units as they were, with the suppressions of that time. One whose
/// file came later is none of them.
static Expected<report::Report> judgeEarlier(std::vector<CaptureJob> Jobs,
                                             unsigned LeftOut, const Project &P,
                                             ProjectOptions O,
                                             const Revision &Then) {
  const Overlay &Over = Then.overlay();
  erase_if(Jobs, [&](const CaptureJob &Job) {
    return Over.resolve(Job.Compile.File).empty();
  });
  for (CaptureJob &Job : Jobs)
    Job.Then = Over;
  std::string Root = currentDirectory();
  if (Error E = readSuppressions(
          Over.resolve(reportedName(suppressionsName(P.Suppressions), Root, "")),
          /*MustExist=*/false, O))
    return E;
  auto Units = captureKept(Jobs, P, O, Over);
  if (!Units)
    return Units.takeError();
  auto Report = judge(std::move(Units->Units), LeftOut, O, Root);
  if (!Report)
    return Report.takeError();
  for (const report::IncompleteUnit &U : Report->Incomplete)
    warn(P, fmt::format("at {}, '{}' could not be fully analysed, so "
                        "that what is found there now may count as "
                        "introduced: {}",
                        Then.name(), U.Name, U.Why));
  return Report;
}

namespace {
/// What \p P comes to.
struct Plan {
  std::string Database, Root;
  ProjectOptions Options;
  std::vector<CaptureJob> Jobs;
  unsigned LeftOut = 0;
};
} // namespace

static Expected<Plan> plan(const Project &P) {
  Plan Result;
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
  Result.Database = *Database;
  Result.Root = currentDirectory();
  Result.Options = std::move(*Options);
  if (P.Explain)
    Result.Options.Explain = {
        reportedName(P.Explain->File, Result.Root, Result.Root),
        P.Explain->Line};
  for (const Command &C : *Chosen)
    Result.Jobs.push_back({C, Result.Root, Result.Options.UserCode,
                           Result.Options.ModelFiles, {}, {}});
  Result.LeftOut = All->size() - Chosen->size();
  return Result;
}

Expected<report::Report> audit::auditProject(const Project &P) {
  Expected<Plan> To = plan(P);
  if (!To)
    return To.takeError();
  if (Error E = readSuppressions(suppressionsName(P.Suppressions),
                                 !P.Suppressions.empty(), To->Options))
    return E;
  // What can go wrong at once goes wrong before all units are captured.
  std::optional<Revision> Then;
  if (!P.Since.empty()) {
    auto Found =
        Revision::checkOut(P.Since, sys::path::parent_path(To->Database));
    if (!Found)
      return Found.takeError();
    Then = std::move(*Found);
  }

  Expected<Selection> Units =
      captureKept(To->Jobs, P, To->Options, Overlay());
  if (!Units)
    return Units.takeError();
  if (!P.CacheFolder.empty() && To->LeftOut == 0)
    leaveIndex(Units->Units, To->Root, P);
  auto Report =
      judge(std::move(Units->Units), To->LeftOut, To->Options, To->Root);
  if (!Report)
    return Report.takeError();
  Report->UnitsSkipped = count(Units->Whys, "");
  Report->Database = reportedName(To->Database, To->Root, "");
  if (StringRef Name = suppressionsName(P.Suppressions);
      sys::fs::is_regular_file(Name))
    Report->SuppressionsFile = reportedName(Name, To->Root, "");
  if (Then) {
    auto Earlier = judgeEarlier(std::move(To->Jobs), To->LeftOut, P,
                                To->Options, *Then);
    if (!Earlier)
      return Earlier.takeError();
    compare(*Report, *Earlier, Then->name());
  }
  return Report;
}

Expected<std::vector<std::string>> audit::explainSkip(const Project &P,
                                                      StringRef File) {
  Expected<Plan> To = plan(P);
  if (!To)
    return To.takeError();
  std::string Wanted = reportedName(File, To->Root, To->Root);
  auto IsOfFile = [&](const CaptureJob &Job) {
    return reportedName(Job.Compile.File, Job.Compile.Directory, To->Root) ==
           Wanted;
  };
  if (none_of(To->Jobs, IsOfFile))
    return createStringError(fmt::format(
        "--explain-skip={}: {} has no unit of this file", File.str(),
        reportedName(To->Database, To->Root, To->Root)));
  Expected<Selection> Units =
      captureKept(To->Jobs, P, To->Options, Overlay());
  if (!Units)
    return Units.takeError();
  std::vector<std::string> Sentences;
  for (auto [Job, Unit, Why] : zip(To->Jobs, Units->Units, Units->Whys)) {
    if (!IsOfFile(Job))
      continue;
    size_t Files = count_if(
        Unit.Inputs, [](const auto &Input) { return Input.second[0] == 'f'; });
    Sentences.push_back(
        Why.empty()
            ? fmt::format("{} is skipped: none of its {} is a header of an HTTP "
                          "library or holds a host or the beginning of a URL, "
                          "and none names one of the {} that lead to a request",
                          Unit.Name, report::plural(Files, "file"),
                          report::plural(Units->Names, "name"))
            : fmt::format("{} is parsed: {}", Unit.Name, Why));
  }
  return Sentences;
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
                                          StringRef ConfigFile,
                                          StringRef Suppressions) {
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
  if (Error E = readSuppressions(suppressionsName(Suppressions),
                                 !Suppressions.empty(), *Options))
    return E;
  return judge(std::move(Units), /*UnitsLeftOut=*/0, *Options, Root);
}
