//===- Audit/Precompiling.cpp ---------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Precompiling.h"
#include "Audit/FrontEnd.h"
#include "Capture/UserCode.h"
#include "Check/CaptureSetup.h"
#include "Check/LoadedModels.h"
#include "Check/Relevance.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "Index/Packed.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/xxhash.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace clang;
using llvm::StringRef;

static bool isUsers(const SrcMgr::SLocEntry &Entry, UserCode &Users) {
  if (!Entry.isFile() || !Entry.getFile().getContentCache().OrigEntry)
    return false;
  return Users.contains(SourceLocation::getFromRawEncoding(Entry.getOffset()));
}

static bool includesUserCode(const SourceManager &SM, UserCode &Users) {
  for (unsigned I = 0, E = SM.local_sloc_entry_size(); I != E; ++I)
    if (isUsers(SM.getLocalSLocEntry(I), Users))
      return true;
  return false;
}

namespace {

/// Notes a macro of which the value depends on the main file or the moment.
class MainFileMacros : public PPCallbacks {
public:
  explicit MainFileMacros(std::string &Why) : Why(Why) {}
  void MacroExpands(const Token &Name, const MacroDefinition &Macro, SourceRange, const MacroArgs *) override {
    const MacroInfo *Info = Macro.getMacroInfo();
    if (!Info || !Info->isBuiltinMacro())
      return;
    StringRef Text = Name.getIdentifierInfo()->getName();
    if (Text == "__BASE_FILE__" || Text == "__TIMESTAMP__")
      Why = fmt::format("its headers use {}", Text.str());
  }

private:
  std::string &Why;
};

/// Comes before the one that writes.
class Examiner : public ASTConsumer {
public:
  Examiner(const CaptureJob &Job, const index::Reads &Seen, PrecompiledHeaders &Result)
      : Job(Job), Seen(Seen), Result(Result) {}

  void HandleTranslationUnit(ASTContext &Ctx) override {
    // The writer looks at files, too, that nobody who parses a whole unit does.
    Result.Inputs = Seen;
    // clang's driver looks for the main file. It stands for those of other units here.
    llvm::SmallString<256> Main(Job.Compile.File);
    llvm::sys::fs::make_absolute(Main);
    if (auto It = Result.Inputs.find(Main.str().str()); It != Result.Inputs.end() && It->second == "+")
      Result.Inputs.erase(It);
    check::LoadedModels Loaded = check::loadModels(
        Job.ModelFiles, Job.Compile.File,
        check::neededModels(check::includedFiles(Ctx), Job.ModelFiles));
    if (!Loaded.Models)
      return; // said by whoever captures
    UserCode Users(Ctx.getSourceManager(), Job.UserCode,
                   check::captureOptions(*Loaded.Models).IsLibraryHeader);
    if (includesUserCode(Ctx.getSourceManager(), Users))
      Result.Why = "some of its headers are the project's own";
  }

private:
  const CaptureJob &Job;
  const index::Reads &Seen;
  PrecompiledHeaders &Result;
};

class Action : public GeneratePCHAction {
public:
  Action(const CaptureJob &Job, const index::Reads &Seen, PrecompiledHeaders &Result)
      : Job(Job), Seen(Seen), Result(Result) {}

private:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI, StringRef File) override {
    CI.getPreprocessor().addPPCallbacks(std::make_unique<MainFileMacros>(Result.Why));
    std::vector<std::unique_ptr<ASTConsumer>> All;
    All.push_back(std::make_unique<Examiner>(Job, Seen, Result));
    All.push_back(GeneratePCHAction::CreateASTConsumer(CI, File));
    if (!All.back())
      return nullptr;
    return std::make_unique<MultiplexConsumer>(std::move(All));
  }

  const CaptureJob &Job;
  const index::Reads &Seen;
  PrecompiledHeaders &Result;
};

} // namespace

bool audit::precompiledUserCode(const SourceManager &SM, UserCode &Users) {
  bool Found = false;
  for (unsigned I = 0, E = SM.loaded_sloc_entry_size(); I != E; ++I) {
    bool Invalid = false;
    const SrcMgr::SLocEntry &Entry = SM.getLoadedSLocEntry(I, &Invalid);
    Found |= Invalid || isUsers(Entry, Users);
  }
  for (unsigned I = 0, E = SM.local_sloc_entry_size(); I != E; ++I)
    isUsers(SM.getLocalSLocEntry(I), Users);
  return Found;
}

//===----------------------------------------------------------------------===//
// The seal: a damaged header could make clang see anything
//===----------------------------------------------------------------------===//

static constexpr size_t SealSize = 8;

StringRef audit::withoutSeal(StringRef Data) {
  return Data.drop_back(std::min(SealSize, Data.size()));
}

bool audit::isSealed(StringRef Data) {
  return Data.size() > SealSize &&
         llvm::support::endian::read64le(Data.end() - SealSize) == llvm::xxh3_64bits(withoutSeal(Data));
}

static std::error_code seal(StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return Buffer.getError();
  uint64_t Hash = llvm::xxh3_64bits((*Buffer)->getBuffer());
  std::error_code EC;
  llvm::raw_fd_ostream OS(Path, EC, llvm::sys::fs::OF_Append);
  if (EC)
    return EC;
  llvm::support::endian::write<uint64_t>(OS, Hash, llvm::endianness::little);
  OS.close();
  EC = OS.error();
  OS.clear_error();
  return EC;
}

//===----------------------------------------------------------------------===//
// Making one
//===----------------------------------------------------------------------===//

PrecompiledHeaders audit::precompile(const CaptureJob &Job, llvm::ArrayRef<std::string> Headers,
                                     StringRef Path) {
  PrecompiledHeaders Result;
  if (std::error_code EC = llvm::sys::fs::set_current_path(Job.Compile.Directory)) {
    Result.Why = EC.message();
    return Result;
  }
  std::string Text;
  for (const std::string &Header : Headers)
    Text += fmt::format("#include <{}>\n", Header);
  FrontEndRun Run;
  Run.Adjust = [&](CompilerInvocation &I) {
    FrontendOptions &FrontEnd = I.getFrontendOpts();
    InputKind Kind = FrontEnd.Inputs.front().getKind();
    FrontEnd.Inputs.assign(1, FrontendInputFile(llvm::MemoryBufferRef(Text, "shared headers"), Kind));
    FrontEnd.OutputFile = Path.str();
    // What the files hold decides, and whoever uses it asks that.
    FrontEnd.IncludeTimestamps = false;
    // Else whoever uses it does the work again.
    I.getLangOpts().PCHInstantiateTemplates = true;
  };
  index::Reads Seen;
  Run.Make = [&] { return std::make_unique<Action>(Job, Seen, Result); };
  std::vector<std::string> Errors =
      runFrontEnd(Job.Compile, index::recording(sourcesOf(Job), Seen), Run);
  if (!Errors.empty())
    Result.Why = Errors.front();
  if (Result.Why.empty())
    if (std::error_code EC = seal(Path))
      Result.Why = EC.message();
  return Result;
}

//===----------------------------------------------------------------------===//
// As a file
//===----------------------------------------------------------------------===//

llvm::Error audit::write(const PrecompiledHeaders &P, StringRef Path) {
  llvm::json::Object Inputs;
  for (const auto &[Name, State] : P.Inputs)
    Inputs[llvm::json::fixUTF8(Name)] = State;
  llvm::json::Value All = llvm::json::Object{{"why", llvm::json::fixUTF8(P.Why)}, {"inputs", std::move(Inputs)}};
  return index::writePacked(Path, llvm::formatv("{0}", All).str());
}

llvm::Expected<PrecompiledHeaders> audit::readPrecompiledHeaders(StringRef Path) {
  llvm::Expected<std::string> Text = index::readPacked(Path);
  if (!Text)
    return Text.takeError();
  llvm::Expected<llvm::json::Value> All = llvm::json::parse(*Text);
  if (!All)
    return All.takeError();
  PrecompiledHeaders P;
  llvm::json::Path::Root Where("precompiled headers");
  llvm::json::ObjectMapper Map(*All, Where);
  if (!Map || !Map.map("why", P.Why) || !Map.map("inputs", P.Inputs))
    return Where.getError();
  return P;
}
