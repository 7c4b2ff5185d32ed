//===- Audit/Capturing.cpp - From a compile command to Ir -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Capturing.h"
#include "Audit/Changeable.h"
#include "Audit/FrontEnd.h"
#include "Audit/NoLints.h"
#include "Audit/Precompiling.h"
#include "Capture/Inactive.h"
#include "Capture/UserCode.h"
#include "Check/CaptureSetup.h"
#include "Check/LoadedModels.h"
#include "Check/Relevance.h"
#include "Ir/Parser.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace mde::index;
using namespace clang;

namespace {

//===----------------------------------------------------------------------===//
// What is made of the source
//===----------------------------------------------------------------------===//

struct State {
  const CaptureJob &Job;
  CapturedUnit Result;
  std::vector<std::string> ModelErrors;
  InactiveRanges Inactive;
};

class Consumer : public ASTConsumer {
public:
  Consumer(State &S, CompilerInstance &CI) : S(S), CI(CI) {}

  void HandleTranslationUnit(ASTContext &Ctx) override {
    if (!S.Job.Beginning.File.empty())
      leaveOutBeginning(Ctx);
    S.Result.Models =
        check::neededModels(check::includedFiles(Ctx), S.Job.ModelFiles);
    check::LoadedModels Loaded = check::loadModels(
        S.Job.ModelFiles, S.Job.Compile.File, S.Result.Models);
    S.ModelErrors = Loaded.Errors;
    if (!Loaded.Models)
      return;
    CaptureOptions Options = check::captureOptions(*Loaded.Models);
    Options.UserCode = S.Job.UserCode;
    Options.RestIsForeign = !S.Job.Beginning.File.empty();
    Options.Inactive = &S.Inactive;
    UserCode Users(Ctx.getSourceManager(), Options.UserCode, Options.IsLibraryHeader);
    if (precompiledUserCode(Ctx.getSourceManager(), Users)) {
      S.Result.Errors.push_back("user code is in its precompiled header");
      return;
    }
    S.Result.Unit = capture(Ctx, &CI.getPreprocessor(), Options);
    S.Result.Changeable =
        changeableFiles(Ctx, *S.Result.Unit, *Loaded.Models, Options);
    S.Result.Outlines = scan::outlines(Ctx, CI.getPreprocessor(), Users, S.Inactive.ranges());
    S.Result.NoLints = noLints(Ctx.getSourceManager(), Ctx.getDiagnostics(),
                               S.Result.Unit->Files);
  }

private:
  /// Bringing in all declarations of a precompiled header takes most of the time that it
  /// saves.
  static void leaveOutBeginning(ASTContext &Ctx) {
    auto Own = Ctx.getTranslationUnitDecl()->noload_decls();
    Ctx.setTraversalScope({Own.begin(), Own.end()});
  }

  State &S;
  CompilerInstance &CI;
};

class Action : public ASTFrontendAction {
public:
  explicit Action(State &S) : S(S) {}

private:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    S.Inactive.watch(CI.getPreprocessor());
    return std::make_unique<Consumer>(S, CI);
  }
  State &S;
};

} // namespace

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::string audit::reportedName(llvm::StringRef File, llvm::StringRef Directory,
                                llvm::StringRef Root) {
  std::string Path = absoluteName(File, Directory);
  llvm::StringRef Name = Path;
  if (!Root.empty() && Name.consume_front(Root.rtrim('/')) &&
      Name.consume_front("/"))
    return Name.str();
  return Path;
}

std::string audit::currentDirectory() {
  llvm::SmallString<256> Path;
  llvm::sys::fs::current_path(Path);
  return Path.str().str();
}

//===----------------------------------------------------------------------===//
// The unit
//===----------------------------------------------------------------------===//

static llvm::Error badModels(const std::vector<std::string> &Sentences) {
  return llvm::createStringError(fmt::format("{}", fmt::join(Sentences, "\n")));
}

llvm::Expected<CapturedUnit> audit::captureUnit(const CaptureJob &Job) {
  const Command &C = Job.Compile;
  State S{Job, {}, {}, {}};
  auto Name = [&](llvm::StringRef File) {
    return reportedName(File, C.Directory, Job.Root);
  };
  S.Result.Name = Name(C.File);
  if (std::error_code EC = llvm::sys::fs::set_current_path(C.Directory)) {
    S.Result.Errors.push_back(
        fmt::format("the directory '{}' of the command cannot be entered: {}",
                    C.Directory, EC.message()));
    return std::move(S.Result);
  }
  FrontEndRun Run;
  Run.Make = [&] { return std::make_unique<Action>(S); };
  Run.Name = Name;
  Run.Beginning = Job.Beginning;
  llvm::append_range(S.Result.Errors, runFrontEnd(C, recording(sourcesOf(Job), S.Result.Inputs), Run));
  if (!S.ModelErrors.empty())
    return badModels(S.ModelErrors);
  if (!S.Result.Unit && S.Result.Errors.empty())
    S.Result.Errors.push_back("clang did not run on it");
  if (S.Result.Unit) {
    if (llvm::Error E = ir::verify(*S.Result.Unit)) {
      S.Result.Errors.push_back("please report this as a bug: " +
                                llvm::toString(std::move(E)));
      S.Result.Unit = nullptr;
      return std::move(S.Result);
    }
    renameFiles(S.Result, Name);
  }
  return std::move(S.Result);
}
