// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Output.h"
#include "Audit/WriteFile.h"
#include "Commands.h"
#include "Report/Baseline.h"
#include "Report/Json.h"
#include "Report/Markdown.h"
#include "Report/Sarif.h"
#include "Report/Terminal.h"
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
static cl::opt<bool> Quiet("quiet", cl::desc("No summary, no progress"), ForReports);

static cl::opt<std::string>
    Sarif("sarif", cl::value_desc("FILE"),
          cl::desc("Write the findings as SARIF 2.1.0; - for standard output"), ForReports);
static cl::opt<std::string> Json("json", cl::value_desc("FILE"),
                                 cl::desc("Write the inventory as JSON"), ForReports);
static cl::opt<std::string>
    Markdown("markdown", cl::value_desc("FILE"),
             cl::desc("Write a comment for a pull request"), ForReports);

static cl::opt<std::string>
    Baseline("baseline", cl::value_desc("SARIF"),
             cl::desc("What --sarif wrote of an earlier run: only findings "
                      "introduced since then fail"), ForReports);

bool audit::isQuiet() { return Quiet; }

static bool isColoured() {
  if (Colour == cl::boolOrDefault::BOU_UNSET)
    return llvm::sys::Process::StandardOutHasColors();
  return Colour == cl::boolOrDefault::BOU_TRUE;
}

/// Writes one form of a report in one step.
static llvm::Error writeReport(const report::Report &R, llvm::StringRef Path,
                               void (*Print)(const report::Report &,
                                             llvm::raw_ostream &)) {
  if (Path.empty())
    return llvm::Error::success();
  return writeFile(Path, [&](llvm::raw_ostream &OS) { Print(R, OS); });
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

int audit::present(report::Report &R) {
  R.RunBy = pipeline();
  if (!Baseline.empty())
    if (llvm::Error E = compare(R, Baseline))
      return badUse(std::move(E));
  report::TerminalOptions Terminal;
  Terminal.Colour = isColoured();
  printFindings(R, Terminal, llvm::outs());
  if (!Quiet)
    printSummary(R, Terminal, llvm::outs());
  for (auto [Path, Print] :
       {std::pair(Sarif.getValue(), &report::printSarif),
        std::pair(Json.getValue(), &report::printJson),
        std::pair(Markdown.getValue(), &report::printMarkdown)})
    if (llvm::Error E = writeReport(R, Path, Print))
      return badUse(std::move(E));
  return exitCode(R, {AllowIncomplete, Verify});
}
