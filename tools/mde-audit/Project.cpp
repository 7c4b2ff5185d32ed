//===- mde-audit/Project.cpp - mde-audit [-p BUILD] [FILES] ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Project.h"
#include "Commands.h"
#include "Output.h"
#include "Report/Progress.h"
#include "llvm/Support/Process.h"

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

/// Of every verb that captures a whole project.
static constexpr struct {
  template <typename Option> void apply(Option &O) const {
    cl::cat(projectOptions()).apply(O);
    cl::sub(cl::SubCommand::getTopLevel()).apply(O);
    cl::sub(attestVerb()).apply(O);
    cl::sub(explainVerb()).apply(O);
  }
} ForProjects;

static cl::list<std::string> Files(cl::Positional, cl::ZeroOrMore,
                                   cl::desc("[FILES or globs]"),
                                   cl::cat(projectOptions()),
                                   cl::sub(cl::SubCommand::getTopLevel()),
                                   cl::sub(attestVerb()));
static cl::opt<std::string>
    Database("p", cl::value_desc("BUILD"),
             cl::desc("compile_commands.json or its folder"),
             ForProjects);
static cl::opt<unsigned>
    Parallel("j", cl::value_desc("N"), cl::Prefix,
             cl::desc("Units captured at a time; default: one per processor"),
             ForProjects);
static cl::opt<unsigned> TimeLimit("time-limit", cl::value_desc("SECONDS"),
                                   cl::desc("For one unit; 0 for none"),
                                   cl::init(Limits().Seconds),
                                   ForProjects);
static cl::opt<unsigned> MemoryLimit("memory-limit",
                                     cl::value_desc("MEGABYTES"),
                                     cl::desc("For one unit; 0 for none"),
                                     cl::init(Limits().Megabytes),
                                     ForProjects);
static cl::opt<std::string>
    CacheFolder("cache", cl::value_desc("DIR"), cl::init(".mde-cache"),
                cl::desc("Where captured units are kept; default: .mde-cache"),
                ForProjects);
static cl::opt<bool> NoCache("no-cache", cl::desc("Keep no captured units"),
                             ForProjects);
static cl::opt<bool>
    Statistics("statistics",
               cl::desc("Say how many units were parsed, and how many found in "
                        "the cache"),
               ForProjects);

static cl::opt<bool>
    ParseAll("parse-all",
             cl::desc("Parse also the units that have no say in a request; "
                      "--verify and attest do"),
             ForProjects);
static cl::opt<bool>
    NoSharedHeaders("no-shared-headers",
                    cl::desc("Parse the headers of libraries with each unit, also "
                             "those that several units begin with"),
                    ForProjects);
static cl::opt<std::string>
    ExplainSkip("explain-skip", cl::value_desc("FILE"),
                cl::desc("Say why the units of this file are parsed or skipped, "
                         "and nothing else"),
                cl::cat(projectOptions()), cl::sub(cl::SubCommand::getTopLevel()));

static cl::opt<std::string>
    Since("since", cl::value_desc("REV"),
          cl::desc("Compare with this revision in git: only findings introduced "
                   "since then fail"),
          cl::cat(projectOptions()), cl::sub(cl::SubCommand::getTopLevel()));

namespace {

/// What the command line asks for, and what it tells people on the way.
class Asked {
public:
  explicit Asked(bool Whole)
      : Progress(llvm::errs(), !isQuiet() &&
                                   llvm::sys::Process::StandardErrIsDisplayed()) {
    P.Database = Database;
    P.Patterns = {Files.begin(), Files.end()};
    P.ConfigFile = configFile();
    P.Suppressions = suppressionsFile();
    P.Since = Since;
    P.ParseAll = Whole || ParseAll;
    P.Workers.Parallel = Parallel;
    P.Workers.Each = {TimeLimit, MemoryLimit};
    P.OnStart = [&](size_t Units) {
      P.ParseAll ? Progress.more(Units) : Progress.scan(Units);
    };
    P.Workers.OnRound = [&](size_t Units) { Progress.more(Units); };
    P.Workers.OnDone = [&](const CaptureJob &Job, bool FromCache) {
      ++(FromCache ? Found : Parsed);
      Progress.done(Job.Compile.File);
    };
    P.Workers.ShareHeaders = !NoSharedHeaders;
    P.Workers.OnShared = [&](size_t Units, bool FromCache) {
      Sharing += Units;
      ++(FromCache ? HeadersFound : HeadersMade);
    };
    P.Workers.OnSkipped = [&](const CaptureJob &) { ++Skipped; };
    if (!NoCache)
      P.CacheFolder = CacheFolder;
    P.OnWarning = [&](llvm::StringRef Sentence) {
      Progress.finish();
      llvm::errs() << "mde-audit: warning: " << Sentence << '\n';
    };
  }

  void printStatistics() const {
    llvm::errs() << "units parsed: " << Parsed
                 << ", found in the cache: " << Found;
    if (Skipped)
      llvm::errs() << ", skipped: " << Skipped;
    llvm::errs() << '\n';
    if (Sharing)
      llvm::errs() << "units that shared headers: " << Sharing << "; headers precompiled: "
                   << HeadersMade << ", found in the cache: " << HeadersFound << '\n';
  }

  Project P;
  report::Progress Progress;

private:
  size_t Parsed = 0, Found = 0, Skipped = 0;
  size_t Sharing = 0, HeadersMade = 0, HeadersFound = 0;
};

} // namespace

llvm::Expected<report::Report>
audit::auditAsAsked(bool Whole, std::optional<SourceLine> Explain) {
  if (!Since.empty() && hasBaseline())
    return llvm::createStringError(
        "--since and --baseline both say what to compare with: give one");
  Asked For(Whole);
  For.P.Explain = std::move(Explain);
  auto Report = auditProject(For.P);
  For.Progress.finish();
  if (Report && Statistics)
    For.printStatistics();
  return Report;
}

static int explainSkips() {
  Asked For(/*Whole=*/false);
  auto Sentences = explainSkip(For.P, ExplainSkip);
  For.Progress.finish();
  if (!Sentences)
    return audit::badUse(Sentences.takeError());
  for (const std::string &Sentence : *Sentences)
    llvm::outs() << Sentence << '\n';
  return ExitClean;
}

int audit::runAudit() {
  if (!ExplainSkip.empty())
    return explainSkips();
  auto Report = auditAsAsked(isVerifying());
  if (!Report)
    return badUse(Report.takeError());
  return present(*Report);
}
