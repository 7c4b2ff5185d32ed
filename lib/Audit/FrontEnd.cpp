//===- Audit/FrontEnd.cpp - clang over one compile command ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/FrontEnd.h"
#include "Audit/Precompiling.h"
#include "Audit/Sanitize.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace clang;
using llvm::StringRef;

static constexpr const char *PrecompiledName = "/mde-audit/beginning.pch";

namespace {

/// Keeps the first errors, as lines for people.
class Errors : public DiagnosticConsumer {
public:
  Errors(std::vector<std::string> &Lines,
         const std::function<std::string(llvm::StringRef)> &Name)
      : Lines(Lines), Name(Name) {}

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
        Where = fmt::format("{}:{}:{}: ", Name ? Name(At.getFilename()) : std::string(At.getFilename()), At.getLine(),
                            At.getColumn());
    Lines.push_back(Where + Text.str().str());
  }

private:
  static constexpr size_t MaxLines = 5;
  std::vector<std::string> &Lines;
  const std::function<std::string(llvm::StringRef)> &Name;
};

/// Nothing of a compile command reaches the front end past sanitize().
class Factory : public tooling::FrontendActionFactory {
public:
  explicit Factory(const FrontEndRun &Run) : Run(Run) {}
  std::unique_ptr<FrontendAction> create() override { return Run.Make(); }
  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Diagnostics) override {
    sanitize(*Invocation);
    if (!Run.Beginning.File.empty()) {
      PreprocessorOptions &PP = Invocation->getPreprocessorOpts();
      PP.ImplicitPCHInclude = PrecompiledName;
      PP.PrecompiledPreambleBytes = {unsigned(Run.Beginning.Bytes), /*EndsAtStartOfLine=*/true};
    }
    if (Run.Adjust)
      Run.Adjust(*Invocation);
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Diagnostics);
  }

private:
  const FrontEndRun &Run;
};

} // namespace

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
audit::sourcesOf(const CaptureJob &Job) {
  auto Sources = llvm::vfs::getRealFileSystem();
  return Job.Then.empty() ? Sources : laidOver(Sources, Job.Then);
}

/// \p Sources, with \p Buffer under the name of a precompiled header. It is none of the
/// sources, so whoever records what is looked at does not see it.
static llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
withPrecompiled(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Sources,
                llvm::MemoryBufferRef Buffer) {
  auto Own = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  Own->addFileNoOwn(PrecompiledName, 0, Buffer);
  auto Both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(std::move(Sources));
  Both->pushOverlay(std::move(Own));
  return Both;
}

std::vector<std::string> audit::runFrontEnd(
    const Command &C, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Sources,
    const FrontEndRun &Run) {
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
  auto Line = harmless(C, *Sources);
  if (!Line)
    return {llvm::toString(Line.takeError())};
  std::unique_ptr<llvm::MemoryBuffer> Beginning;
  if (StringRef File = Run.Beginning.File; !File.empty()) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/false);
    if (!Buffer)
      return {fmt::format("{}: {}", File.str(), Buffer.getError().message())};
    Beginning = std::move(*Buffer);
    Sources = withPrecompiled(std::move(Sources),
                              {withoutSeal(Beginning->getBuffer()), PrecompiledName});
  }
  std::vector<std::string> Lines;
  Errors Diagnostics(Lines, Run.Name);
  llvm::IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), std::move(Sources)));
  Factory Actions(Run);
  tooling::ToolInvocation Tool(*Line, &Actions, Files.get(),
                               std::make_shared<PCHContainerOperations>());
  Tool.setDiagnosticConsumer(&Diagnostics);
  if (!Tool.run() && Lines.empty())
    Lines.push_back("clang did not run on it");
  return Lines;
}
