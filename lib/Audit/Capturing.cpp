//===- Audit/Capturing.cpp - From a compile command to Ir -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Capturing.h"
#include "Audit/Changeable.h"
#include "Audit/NoLints.h"
#include "Audit/Sanitize.h"
#include "Capture/Inactive.h"
#include "Check/CaptureSetup.h"
#include "Check/LoadedModels.h"
#include "Check/Relevance.h"
#include "Ir/Files.h"
#include "Ir/Parser.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace mde::index;
using namespace clang;

namespace {

//===----------------------------------------------------------------------===//
// What clang says
//===----------------------------------------------------------------------===//

/// Keeps the first errors, as lines for people.
class Errors : public DiagnosticConsumer {
public:
  Errors(std::vector<std::string> &Lines,
         std::function<std::string(llvm::StringRef)> Name)
      : Lines(Lines), Name(std::move(Name)) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error || Lines.size() == MaxLines)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    std::string Where;
    if (Info.hasSourceManager() && Info.getLocation().isValid())
      if (PresumedLoc At =
              Info.getSourceManager().getPresumedLoc(Info.getLocation());
          At.isValid())
        Where = fmt::format("{}:{}:{}: ", Name(At.getFilename()), At.getLine(),
                            At.getColumn());
    Lines.push_back(Where + Text.str().str());
  }

private:
  static constexpr size_t MaxLines = 5;
  std::vector<std::string> &Lines;
  std::function<std::string(llvm::StringRef)> Name;
};

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
    S.Result.Models =
        check::neededModels(check::includedFiles(Ctx), S.Job.ModelFiles);
    check::LoadedModels Loaded = check::loadModels(
        S.Job.ModelFiles, S.Job.Compile.File, S.Result.Models);
    S.ModelErrors = Loaded.Errors;
    if (!Loaded.Models)
      return;
    CaptureOptions Options = check::captureOptions(*Loaded.Models);
    Options.UserCode = S.Job.UserCode;
    Options.Inactive = &S.Inactive;
    S.Result.Unit = capture(Ctx, &CI.getPreprocessor(), Options);
    S.Result.Changeable =
        changeableFiles(Ctx, *S.Result.Unit, *Loaded.Models, Options);
    S.Result.NoLints = noLints(Ctx.getSourceManager(), Ctx.getDiagnostics(),
                               S.Result.Unit->Files);
  }

private:
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

/// Nothing of a compile command reaches the front end past sanitize().
class Factory : public tooling::FrontendActionFactory {
public:
  explicit Factory(State &S) : S(S) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(S);
  }
  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Diagnostics) override {
    sanitize(*Invocation);
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Diagnostics);
  }

private:
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
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
  auto Sources = llvm::vfs::getRealFileSystem();
  if (!Job.Then.empty())
    Sources = laidOver(Sources, Job.Then);
  auto Looking = recording(Sources, S.Result.Inputs);
  auto Line = harmless(C, *Looking);
  if (!Line) {
    S.Result.Errors.push_back(llvm::toString(Line.takeError()));
    return std::move(S.Result);
  }

  Errors Diagnostics(S.Result.Errors, Name);
  llvm::IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), Looking));
  Factory Actions(S);
  tooling::ToolInvocation Tool(*Line, &Actions, Files.get(),
                               std::make_shared<PCHContainerOperations>());
  Tool.setDiagnosticConsumer(&Diagnostics);
  bool Succeeded = Tool.run();
  if (!S.ModelErrors.empty())
    return badModels(S.ModelErrors);
  if ((!Succeeded || !S.Result.Unit) && S.Result.Errors.empty())
    S.Result.Errors.push_back("clang did not run on it");
  if (S.Result.Unit) {
    if (llvm::Error E = ir::verify(*S.Result.Unit)) {
      S.Result.Errors.push_back("please report this as a bug: " +
                                llvm::toString(std::move(E)));
      S.Result.Unit = nullptr;
      return std::move(S.Result);
    }
    ir::renameFiles(*S.Result.Unit, Name);
    std::map<std::string, ChangeableFile> Renamed;
    for (auto &[File, Each] : S.Result.Changeable)
      Renamed.try_emplace(Name(File), std::move(Each));
    S.Result.Changeable = std::move(Renamed);
    for (findings::NoLint &N : S.Result.NoLints)
      N.File = Name(N.File);
  }
  return std::move(S.Result);
}
