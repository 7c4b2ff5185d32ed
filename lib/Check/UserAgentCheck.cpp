// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Check/UserAgentCheck.h"
#include "Check/CaptureSetup.h"
#include "Check/LoadedModels.h"
#include "Check/NoLint.h"
#include "Check/Relevance.h"
#include "Check/SourceFixes.h"
#include "Check/Sources.h"
#include "Ir/Files.h"
#include "Ir/Parser.h"
#include "Paths/Paths.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace mde::check {

namespace {
/// Holds for whatever comes first. An editor's server does not show the check
/// the translation unit itself, only the declarations of the open file.
AST_MATCHER_P(Decl, isFirst, const bool *, Done) { return !*Done; }
} // namespace

static uint64_t StepLimit = 0;

void UserAgentCheck::limitSteps(uint64_t Steps) { StepLimit = Steps; }

UserAgentCheck::UserAgentCheck(llvm::StringRef Name,
                               tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), Context(Context),
      Config(readConfiguration(Context->getOptions().CheckOptions)) {
  for (const std::string &Error : Config.Errors)
    reportError(Error);
}

void UserAgentCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  for (const auto &[Key, Value] : Config.Values)
    Options.store(Opts, Key, Value);
}

void UserAgentCheck::registerPPCallbacks(const SourceManager &, Preprocessor *P,
                                         Preprocessor *) {
  PP = P;
}

void UserAgentCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(isFirst(&Done), this);
}

void UserAgentCheck::check(const MatchFinder::MatchResult &Result) {
  if (Done)
    return;
  Done = true;
  checkUnit(*Result.Context);
}

void UserAgentCheck::reportError(llvm::StringRef Sentence) {
  configurationDiag("%0", DiagnosticIDs::Error) << Sentence;
}

static std::string absoluteName(const ASTContext &Ctx, llvm::StringRef File) {
  llvm::SmallString<256> Path(File);
  Ctx.getSourceManager().getFileManager().makeAbsolutePath(Path);
  return index::absoluteName(Path, "");
}

std::optional<index::RestOfProject>
UserAgentCheck::restOfProject(const ASTContext &Ctx) {
  if (Config.Index.empty())
    return std::nullopt;
  auto Rest = index::restOfProject(findFile(Config.Index, getCurrentMainFile()),
                                   absoluteName(Ctx, getCurrentMainFile()));
  if (Rest)
    return std::move(*Rest);
  reportError("mde-user-agent.Index: " + llvm::toString(Rest.takeError()));
  return std::nullopt;
}

std::unique_ptr<ir::Unit>
UserAgentCheck::captureUnit(ASTContext &Ctx, const CaptureOptions &Capturing) {
  std::unique_ptr<ir::Unit> Unit = capture(Ctx, PP, Capturing);
  llvm::Error E = ir::verify(*Unit);
  if (!E)
    return Unit;
  reportError(
      ("mde-tidy could not check '" + getCurrentMainFile() +
       "', please report this as a bug: " + llvm::toString(std::move(E)))
          .str());
  return nullptr;
}

void UserAgentCheck::checkUnit(ASTContext &Ctx) {
  std::optional<index::RestOfProject> Rest = restOfProject(Ctx);
  // What calls a project's own client needs no header of a library.
  auto MayHoldRequests = [&](const models::HttpHeaders &Headers) {
    return Rest || mayHoldRequests(Ctx, Headers, Config.Requirement);
  };
  if (Config.ModelFiles.empty() && !MayHoldRequests(models::HttpHeaders::builtin()))
    return;
  std::set<std::string> Needed = neededModels(includedFiles(Ctx), Config.ModelFiles);
  if (Rest)
    Needed.merge(Rest->Models);
  LoadedModels Loaded = loadModels(Config.ModelFiles, getCurrentMainFile(), Needed);
  for (const std::string &Error : Loaded.Errors)
    reportError(Error);
  if (!Loaded.Models)
    return;
  const models::Models &M = *Loaded.Models;
  if (!Config.ModelFiles.empty() && !MayHoldRequests(models::HttpHeaders::of(M)))
    return;

  CaptureOptions Capturing = captureOptions(M);
  Capturing.UserCode = Config.UserCode;
  std::unique_ptr<ir::Unit> Unit = captureUnit(Ctx, Capturing);
  if (!Unit)
    return;

  paths::RunOptions Run;
  Run.Budget = StepLimit;
  ir::Program Program;
  if (Rest) {
    ir::renameFiles(*Unit, [&](llvm::StringRef File) { return absoluteName(Ctx, File); });
    Run.Linked = Rest->Whole && !Unit->HadErrors;
    // Else half the project would be run as soon as one of its files was changed.
    Run.IgnoreUnseen = true;
    for (std::unique_ptr<ir::Unit> &U : Rest->Units)
      Program.add(std::move(U));
  }
  Program.add(std::move(Unit));
  Program.link();
  Sources Where(Ctx, Program.Files, Context->getOptions());
  findings::Settings Settings;
  Settings.Requirement = Config.Requirement;
  // A library's header is nobody's to change, wherever it lies. What is to be done
  // in another unit is said there: callers of that, and what it calls, are not asked.
  Settings.IsShown = [&](Loc L) {
    return (Where.isShown(L) || (Rest && L.isValid() && !Where.location(L).isValid())) &&
           !Capturing.IsLibraryHeader(Program.Files.name(L.File));
  };
  tidy::NoLintDirectiveHandler Comments;
  llvm::SmallVector<tooling::Diagnostic, 1> Mistakes; // clang-tidy tells them
  Settings.IsDecided = [&](Loc L) {
    return isHidden(Where.location(L), Ctx.getDiagnostics(), Comments, Mistakes);
  };
  // Half of the findings could be the wrong half.
  std::optional<std::vector<paths::Send>> Sends = paths::runWithin(Program, M, Run);
  if (!Sends)
    return;
  for (const findings::Finding &F : findings::findings(*Sends, Settings, Program.Files))
    if (!Rest || Where.location(F.Place).isValid())
      report(F, Where, Ctx, M);
}

/// All changes that a finding asks for, or none: a part would not help.
static std::vector<FixItHint> sourceFixes(const findings::Finding &F,
                                          Sources &Where, ASTContext &Ctx,
                                          const models::Models &M) {
  std::vector<FixItHint> Hints;
  for (const findings::Fix &Fix : F.Fixes) {
    auto Hint = sourceFix(Fix, Where.location(Fix.At), Ctx, M);
    if (!Hint)
      return {};
    Hints.push_back(std::move(*Hint));
  }
  return Hints;
}

void UserAgentCheck::report(const findings::Finding &F, Sources &Where,
                            ASTContext &Ctx, const models::Models &M) {
  {
    // The text may hold '%', which diagnostics take for an argument.
    DiagnosticBuilder Warning = diag(Where.location(F.Place), "%0")
                                << F.Sentence;
    for (const FixItHint &Hint : sourceFixes(F, Where, Ctx, M))
      Warning << Hint;
  }
  for (const findings::Note &Note : F.Notes)
    if (SourceLocation At = Where.anywhere(Note.At); At.isValid())
      diag(At, "%0", DiagnosticIDs::Note) << Note.Sentence;
}

} // namespace mde::check
