//===- mde-audit/Main.cpp - The whole project -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Exit codes: 0 clean, 1 findings, 2 wrong use or configuration, 3 some unit
// could not be analysed. See docs/audit.md.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "MdeVersion.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/raw_ostream.h"

using namespace mde::audit;
namespace cl = llvm::cl;

static cl::opt<std::string>
    ConfigFile("config-file", cl::value_desc("FILE"),
               cl::desc("Options of mde-user-agent, instead of .clang-tidy "
                        "files"),
               cl::cat(projectOptions()),
               cl::sub(cl::SubCommand::getTopLevel()), cl::sub(captureVerb()),
               cl::sub(linkVerb()), cl::sub(attestVerb()),
               cl::sub(explainVerb()));

const std::string &mde::audit::configFile() { return ConfigFile.getValue(); }

std::vector<std::string> &mde::audit::arguments() {
  static std::vector<std::string> All;
  return All;
}

int mde::audit::badUse(llvm::Error E) {
  llvm::handleAllErrors(std::move(E), [](const llvm::ErrorInfoBase &Info) {
    llvm::SmallVector<llvm::StringRef> Lines;
    std::string Message = Info.message();
    llvm::StringRef(Message).split(Lines, '\n', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef Line : Lines)
      llvm::errs() << "mde-audit: error: " << Line << '\n';
  });
  return ExitUsage;
}

static void printVersion(llvm::raw_ostream &OS) {
  OS << "mde-audit version " MDE_VERSION ", built for LLVM " LLVM_VERSION_STRING
        "\n";
}

int main(int Argc, const char **Argv) {
  llvm::setBugReportMsg("mde-audit: internal error; nothing was judged. "
                        "Please report it with these lines:\n");
  llvm::InitLLVM Crashes(Argc, Argv);
  // LLVM's own options, thousands when it is a shared library.
  cl::HideUnrelatedOptions(projectOptions());
  cl::SetVersionPrinter(printVersion);
  if (!cl::ParseCommandLineOptions(
          Argc, Argv,
          "mde-audit: finds the requests of a whole project to Microsoft "
          "Defender and Graph without a partner User-Agent\n",
          &llvm::errs()))
    return ExitUsage;
  arguments().assign(Argv + 1, Argv + Argc);
  if (captureVerb())
    return runCapture();
  if (linkVerb())
    return runLink();
  if (attestVerb())
    return runAttest();
  if (explainVerb())
    return runExplain();
  if (initVerb())
    return runInit();
  return runAudit();
}
