// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Output.h"
#include "Commands.h"
#include "Report/Terminal.h"
#include "llvm/Support/Process.h"

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

static cl::opt<bool>
    AllowIncomplete("allow-incomplete",
                    cl::desc("Units that could not be analysed do not make "
                             "the run fail"),
                    cl::cat(projectOptions()),
                    cl::sub(cl::SubCommand::getTopLevel()),
                    cl::sub(linkVerb()));
static cl::opt<bool>
    Verify("verify",
           cl::desc("Fail unless every request is proven compliant and every "
                    "unit analysed"),
           cl::cat(projectOptions()), cl::sub(cl::SubCommand::getTopLevel()),
           cl::sub(linkVerb()));
static cl::opt<cl::boolOrDefault>
    Colour("use-color", cl::desc("Colours; default: at a terminal"),
           cl::cat(projectOptions()), cl::sub(cl::SubCommand::getTopLevel()),
           cl::sub(linkVerb()));
static cl::opt<bool> Quiet("quiet", cl::desc("No summary, no progress"),
                           cl::cat(projectOptions()),
                           cl::sub(cl::SubCommand::getTopLevel()),
                           cl::sub(linkVerb()));

bool audit::isQuiet() { return Quiet; }

static bool isColoured() {
  if (Colour == cl::boolOrDefault::BOU_UNSET)
    return llvm::sys::Process::StandardOutHasColors();
  return Colour == cl::boolOrDefault::BOU_TRUE;
}

int audit::present(const report::Report &R) {
  report::TerminalOptions Terminal;
  Terminal.Colour = isColoured();
  printFindings(R, Terminal, llvm::outs());
  if (!Quiet)
    printSummary(R, Terminal, llvm::outs());
  return exitCode(R, {AllowIncomplete, Verify});
}
