// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Output.h"
#include "Commands.h"
#include "Index/WriteFile.h"
#include "Report/Baseline.h"
#include "Report/Fixes.h"
#include "Report/GitLab.h"
#include "Report/Html.h"
#include "Report/Json.h"
#include "Report/Markdown.h"
#include "Report/Sarif.h"
#include "Report/Terminal.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

/// Of every verb that ends in a report.
static constexpr struct {
  template <typename Option> void apply(Option &O) const {
    cl::cat(projectOptions()).apply(O);
    cl::sub(cl::SubCommand::getTopLevel()).apply(O);
    cl::sub(linkVerb()).apply(O);
    cl::sub(attestVerb()).apply(O);
  }
} ForReports;

static cl::opt<bool>
    AllowIncomplete("allow-incomplete",
                    cl::desc("Units that could not be analysed do not make "
                             "the run fail"), ForReports);
static cl::opt<bool>
    Verify("verify",
           cl::desc("Fail unless every request is proven compliant and every "
                    "unit analysed"), ForReports);
static cl::opt<cl::boolOrDefault>
    Colour("use-color", cl::desc("Colours; default: at a terminal"), ForReports);
static cl::opt<bool> Quiet("quiet", cl::desc("No summary, no progress"), ForReports,
                           cl::sub(explainVerb()));

static cl::opt<std::string>
    Sarif("sarif", cl::value_desc("FILE"),
          cl::desc("Write the findings as SARIF 2.1.0; - for standard output"), ForReports);
static cl::opt<std::string> Json("json", cl::value_desc("FILE"),
                                 cl::desc("Write the inventory as JSON"), ForReports);
static cl::opt<std::string>
    Html("html", cl::value_desc("FILE"),
         cl::desc("Write the requests and findings as a page"), ForReports);
static cl::opt<std::string>
    GitLab("gitlab", cl::value_desc("FILE"),
           cl::desc("Write the findings for GitLab's Code Quality"), ForReports);
static cl::opt<std::string>
    Markdown("markdown", cl::value_desc("FILE"),
             cl::desc("Write a comment for a pull request"), ForReports);

static cl::opt<std::string>
    Baseline("baseline", cl::value_desc("SARIF"),
             cl::desc("What --sarif wrote of an earlier run: only findings "
                      "introduced since then fail"), ForReports);

static cl::opt<bool>
    Fix("fix", cl::desc("Change the sources so that findings go away, where a "
                        "fix is known"), ForReports);
static cl::opt<bool>
    FixDryRun("fix-dry-run",
              cl::desc("Print what --fix would change, as a unified diff; no "
                       "findings"), ForReports);
static cl::opt<std::string> Suppressions(
    "suppressions", cl::value_desc("FILE"),
    cl::desc("Findings that were decided about, with reasons; default: "
             ".mde-suppressions.yaml, if it is there"), ForReports);

const std::string &audit::suppressionsFile() { return Suppressions.getValue(); }

bool audit::hasBaseline() { return !Baseline.empty(); }

bool audit::isVerifying() { return Verify; }

bool audit::isQuiet() { return Quiet; }

static bool isColoured() {
  if (Colour == cl::boolOrDefault::BOU_UNSET)
    return llvm::sys::Process::StandardOutHasColors();
  return Colour == cl::boolOrDefault::BOU_TRUE;
}

/// Writes each form that was asked for, in one step.
static llvm::Error writeReports(const report::Report &R) {
  auto PrintHtml = [](const report::Report &R, llvm::raw_ostream &OS) {
    report::PageOptions Page;
    Page.Proven = exitCode(R, {AllowIncomplete, /*Verify=*/true}) == ExitClean;
    printHtml(R, Page, OS);
  };
  using Printer = void (*)(const report::Report &, llvm::raw_ostream &);
  for (auto [Path, Print] : {std::pair(&Sarif, Printer(&report::printSarif)),
                             std::pair(&Json, Printer(&report::printJson)),
                             std::pair(&Html, Printer(PrintHtml)),
                             std::pair(&GitLab, Printer(&report::printGitLab)),
                             std::pair(&Markdown, Printer(&report::printMarkdown))})
    if (!Path->empty())
      if (llvm::Error E = index::writeFile(
              *Path, [&](llvm::raw_ostream &OS) { Print(R, OS); }))
        return E;
  return llvm::Error::success();
}

/// What GitHub Advanced Security for Azure DevOps knows a run by; elsewhere
/// nothing.
static report::Pipeline pipeline() {
  auto Value = [](const char *Name) {
    return llvm::sys::Process::GetEnv(Name).value_or("");
  };
  if (Value("TF_BUILD").empty())
    return {};
  const std::string Prefix = "azuredevops/pipeline/build/";
  std::string Server = Value("SYSTEM_COLLECTIONURI");
  llvm::StringRef Organisation =
      llvm::StringRef(Server).rtrim('/').rsplit('/').second;
  report::Pipeline P;
  P.Id = fmt::format("{}{}/{}/{}/{}/{}/{}", Prefix, Organisation.str(),
                     Value("SYSTEM_TEAMPROJECT"), Value("SYSTEM_DEFINITIONID"),
                     Value("SYSTEM_PHASEID"), Value("BUILD_SOURCEBRANCH"),
                     Value("BUILD_BUILDID"));
  P.Properties = {
      {Prefix + "buildDefinitionId", Value("SYSTEM_DEFINITIONID")},
      {Prefix + "buildDefinitionName", Value("BUILD_DEFINITIONNAME")},
      {Prefix + "phaseId", Value("SYSTEM_PHASEID")},
      {Prefix + "phaseName", Value("SYSTEM_PHASENAME")}};
  return P;
}

/// --fix: true if all went well; what did not is said.
static bool changeSources(const report::Report &R) {
  report::FixedSources Fixed = fixedSources(R);
  bool Succeeded = true;
  auto Say = [&](llvm::Error E) {
    badUse(std::move(E));
    Succeeded = false;
  };
  for (uint32_t File : R.ChangedSince)
    Say(llvm::createStringError(
        fmt::format("{}: has changed since it was read; nothing in it was "
                    "fixed",
                    R.Files.name(File).str())));
  for (const report::FixedFile &F : Fixed.Files) {
    llvm::SmallString<256> Path(F.Name);
    llvm::sys::path::make_absolute(R.Root, Path);
    if (llvm::Error E = index::replaceFile(Path, F.Before, F.After))
      Say(std::move(E));
  }
  if (Quiet || !Succeeded || R.Findings.empty())
    return Succeeded;
  if (Fixed.Files.empty())
    llvm::outs() << "No fix is known for what was found.\n";
  else
    llvm::outs() << fmt::format("{} fixed; run mde-audit again to see what is "
                                "left.\n",
                                report::plural(Fixed.Files.size(), "file"));
  if (Fixed.LeftOut)
    llvm::outs() << fmt::format(
        "{} not fixed, since the changes overlap others.\n",
        report::plural(Fixed.LeftOut, "finding"));
  return true;
}

int audit::present(report::Report &R, bool MustVerify) {
  R.RunBy = pipeline();
  if (!Baseline.empty())
    if (llvm::Error E = compare(R, Baseline))
      return badUse(std::move(E));
  report::TerminalOptions Terminal;
  Terminal.Colour = isColoured();
  Terminal.Verify = Verify || MustVerify;
  if (FixDryRun) {
    for (const report::FixedFile &F : report::fixedSources(R).Files)
      printDiff(F, llvm::outs());
  } else {
    printFindings(R, Terminal, llvm::outs());
    if (!Quiet)
      printSummary(R, Terminal, llvm::outs());
  }
  if (llvm::Error E = writeReports(R))
    return badUse(std::move(E));
  if (Fix && !FixDryRun && !changeSources(R))
    return ExitUsage;
  return exitCode(R, {AllowIncomplete, Verify || MustVerify});
}
