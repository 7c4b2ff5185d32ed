//===- mde-ir/Capture.cpp - mde-ir capture --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `mde-ir capture FILE -- FLAGS`: what Capture makes of a source file.
//
//===----------------------------------------------------------------------===//

#ifdef MDE_WITH_CLANG

#include "Audit/ResourceDir.h"
#include "Capture/Inactive.h"
#include "Check/CaptureSetup.h"
#include "Ir/Parser.h"
#include "Ir/Printer.h"
#include "Subcommands.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mde;
using namespace mde::ir;
namespace cl = llvm::cl;

static int run();
static Subcommand Capture("capture", "Lowers a C or C++ source file to Ir",
                          run);
static cl::opt<std::string> File(cl::Positional, cl::Required, cl::desc("FILE"),
                                 cl::sub(Capture));
static cl::list<std::string> Flags(cl::Positional, cl::ZeroOrMore,
                                   cl::desc("[-- FLAGS]"), cl::sub(Capture));
static cl::opt<bool>
    Stats("stats",
          cl::desc("Count what was lowered and what was not, by reason"),
          cl::sub(Capture));
static cl::opt<bool> AllFunctions("all-functions",
                                  cl::desc("Lower library functions, too"),
                                  cl::sub(Capture));
static cl::opt<bool> Quiet("quiet", cl::desc("Do not print the unit"),
                           cl::sub(Capture));
static cl::list<std::string>
    UserCode("user-code", cl::desc("Globs of the files that are user code"),
             cl::sub(Capture));
static cl::list<std::string>
    Modelled("modelled",
             cl::desc("Qualified names of functions to take for modelled"),
             cl::sub(Capture));
static cl::list<std::string> Requests(
    "request-call",
    cl::desc(
        "Qualified names of functions that make, configure or send a request"),
    cl::sub(Capture));
static cl::opt<bool> AsChecked(
    "as-checked",
    cl::desc("Lower what the check would, by the models that come with it"),
    cl::sub(Capture));
static cl::list<std::string>
    LowerBody("lower-body",
              cl::desc("Qualified names of library functions to lower"),
              cl::sub(Capture));

namespace {

std::unique_ptr<Unit> Result;
CaptureStats TheStats;
InactiveRanges Inactive;

class Consumer : public clang::ASTConsumer {
public:
  explicit Consumer(clang::CompilerInstance &CI) : CI(CI) {}

  void HandleTranslationUnit(clang::ASTContext &Ctx) override {
    CaptureOptions Options;
    Options.AllFunctions = AllFunctions;
    Options.UserCode.assign(UserCode.begin(), UserCode.end());
    Options.Inactive = &Inactive;
    if (!Requests.empty())
      Options.IsRequestCall = [](llvm::StringRef Name) {
        return llvm::is_contained(Requests, Name);
      };
    Options.IsModelled = [](llvm::StringRef Name) {
      return llvm::is_contained(Modelled, Name);
    };
    Options.LowerBody = [](llvm::StringRef Name) {
      return llvm::is_contained(LowerBody, Name);
    };
    if (AsChecked) {
      static const models::Models M = cantFail(models::Models::builtin());
      CaptureOptions Checked = check::captureOptions(M);
      Checked.AllFunctions = Options.AllFunctions;
      Checked.UserCode = Options.UserCode;
      Checked.Inactive = Options.Inactive;
      Options = std::move(Checked);
    }
    Result = capture(Ctx, &CI.getPreprocessor(), Options, &TheStats);
  }

private:
  clang::CompilerInstance &CI;
};

class Action : public clang::ASTFrontendAction {
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, llvm::StringRef) override {
    Inactive.watch(CI.getPreprocessor());
    return std::make_unique<Consumer>(CI);
  }
};

void printStats() {
  llvm::outs() << llvm::formatv(
      "functions declared: {0}\nfunctions lowered: {1}\ninstructions: {2}\n",
      TheStats.FunctionsDeclared, TheStats.FunctionsLowered,
      TheStats.Instructions);
  for (const auto &[Why, Count] : TheStats.Unknown)
    llvm::outs() << llvm::formatv("unknown \"{0}\": {1}\n", Why, Count);
}

} // namespace

static int run() {
  std::vector<std::string> Args(Flags.begin(), Flags.end());
  if (!llvm::any_of(Args, [](llvm::StringRef A) {
        return A.starts_with("-resource-dir");
      }))
    if (std::string Dir = audit::resourceDir(); !Dir.empty())
      Args.push_back("-resource-dir=" + Dir);
  // clang looks for the C++ library relative to its own place, too.
  std::vector<std::string> Command = {
      llvm::sys::fs::getMainExecutable(nullptr, nullptr), "-fsyntax-only"};
  llvm::append_range(Command, Args);
  // Not made absolute: files are named as the command line names them.
  Command.push_back(File);
  llvm::IntrusiveRefCntPtr<clang::FileManager> Files(
      new clang::FileManager(clang::FileSystemOptions()));
  clang::tooling::ToolInvocation Tool(Command, std::make_unique<Action>(),
                                      Files.get());
  bool Failed = !Tool.run();
  if (!Result)
    return ExitBadInput;
  if (llvm::Error E = verify(*Result))
    return badInput(std::move(E));
  if (!Quiet && !Stats)
    print(*Result, llvm::outs());
  if (Stats)
    printStats();
  return Failed ? ExitBadInput : ExitOk;
}

#endif // MDE_WITH_CLANG
