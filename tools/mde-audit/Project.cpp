//===- mde-audit/Project.cpp - mde-audit [-p BUILD] [FILES] ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Project.h"
#include "Commands.h"
#include "Report/Progress.h"
#include "Report/Terminal.h"
#include "llvm/Support/Process.h"

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

cl::OptionCategory audit::ProjectOptionsCategory("Options of mde-audit");
static cl::list<std::string> Files(cl::Positional, cl::ZeroOrMore,
                                   cl::desc("[FILES or globs]"),
                                   cl::cat(ProjectOptionsCategory));
static cl::opt<std::string>
    Database("p", cl::value_desc("BUILD"),
             cl::desc("compile_commands.json or its folder"),
             cl::cat(ProjectOptionsCategory));
static cl::opt<std::string>
    ConfigFile("config-file", cl::value_desc("FILE"),
               cl::desc("Options of mde-user-agent, instead of .clang-tidy "
                        "files"),
               cl::cat(ProjectOptionsCategory));
static cl::opt<unsigned>
    Parallel("j", cl::value_desc("N"),
             cl::Prefix,
             cl::desc("Units captured at a time; default: one per processor"),
             cl::cat(ProjectOptionsCategory));
static cl::opt<unsigned> TimeLimit("time-limit", cl::value_desc("SECONDS"),
                                   cl::desc("For one unit; 0 for none"),
                                   cl::init(Limits().Seconds),
                                   cl::cat(ProjectOptionsCategory));
static cl::opt<unsigned> MemoryLimit("memory-limit",
                                     cl::value_desc("MEGABYTES"),
                                     cl::desc("For one unit; 0 for none"),
                                     cl::init(Limits().Megabytes),
                                     cl::cat(ProjectOptionsCategory));
static cl::opt<bool>
    AllowIncomplete("allow-incomplete",
                    cl::desc("Units that could not be analysed do not make "
                             "the run fail"),
                    cl::cat(ProjectOptionsCategory));
static cl::opt<bool>
    Verify("verify",
           cl::desc("Fail unless every request is proven compliant "
                    "and every unit analysed"),
           cl::cat(ProjectOptionsCategory));
static cl::opt<cl::boolOrDefault>
    Colour("use-color", cl::desc("Colours; default: at a terminal"),
           cl::cat(ProjectOptionsCategory));
static cl::opt<bool> Quiet("quiet", cl::desc("No summary, no progress"),
                           cl::cat(ProjectOptionsCategory));

static bool coloured() {
  if (Colour == cl::boolOrDefault::BOU_UNSET)
    return llvm::sys::Process::StandardOutHasColors();
  return Colour == cl::boolOrDefault::BOU_TRUE;
}

int audit::runAudit() {
  report::Progress Progress(
      llvm::errs(), !Quiet && llvm::sys::Process::StandardErrIsDisplayed());
  Project P;
  P.Database = Database;
  P.Patterns = {Files.begin(), Files.end()};
  P.ConfigFile = ConfigFile;
  P.Workers.Parallel = Parallel;
  P.Workers.Each = {TimeLimit, MemoryLimit};
  P.OnStart = [&](size_t Units) { Progress.start(Units); };
  P.Workers.OnDone = [&](const CaptureJob &Job) {
    Progress.done(Job.Compile.File);
  };
  auto Report = auditProject(P);
  Progress.finish();
  if (!Report)
    return badUse(Report.takeError());
  report::TerminalOptions Terminal;
  Terminal.Colour = coloured();
  printFindings(*Report, Terminal, llvm::outs());
  if (!Quiet)
    printSummary(*Report, Terminal, llvm::outs());
  return exitCode(*Report, {AllowIncomplete, Verify});
}
