//===- Audit/FrontEnd.cpp - clang over one compile command ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/FrontEnd.h"
#include "Audit/Sanitize.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace clang;

namespace {

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

/// Nothing of a compile command reaches the front end past sanitize().
class Factory : public tooling::FrontendActionFactory {
public:
  explicit Factory(std::function<std::unique_ptr<FrontendAction>()> Make)
      : Make(std::move(Make)) {}
  std::unique_ptr<FrontendAction> create() override { return Make(); }
  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Diagnostics) override {
    sanitize(*Invocation);
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Diagnostics);
  }

private:
  std::function<std::unique_ptr<FrontendAction>()> Make;
};

} // namespace

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
audit::sourcesOf(const CaptureJob &Job) {
  auto Sources = llvm::vfs::getRealFileSystem();
  return Job.Then.empty() ? Sources : laidOver(Sources, Job.Then);
}

std::vector<std::string> audit::runFrontEnd(
    const Command &C, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Sources,
    std::function<std::string(llvm::StringRef)> Name,
    std::function<std::unique_ptr<FrontendAction>()> Make) {
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
  auto Line = harmless(C, *Sources);
  if (!Line)
    return {llvm::toString(Line.takeError())};
  std::vector<std::string> Lines;
  Errors Diagnostics(Lines, std::move(Name));
  llvm::IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), std::move(Sources)));
  Factory Actions(std::move(Make));
  tooling::ToolInvocation Tool(*Line, &Actions, Files.get(),
                               std::make_shared<PCHContainerOperations>());
  Tool.setDiagnosticConsumer(&Diagnostics);
  if (!Tool.run() && Lines.empty())
    Lines.push_back("clang did not run on it");
  return Lines;
}
