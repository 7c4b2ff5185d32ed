// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/Sanitize.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/Support/FileSystem.h"

using namespace clang;

/// Starts from nothing and keeps what is to be read.
static void clearOutputs(CompilerInvocation &I) {
  FrontendOptions FrontEnd;
  FrontEnd.Inputs = I.getFrontendOpts().Inputs;
  FrontEnd.DashX = I.getFrontendOpts().DashX;
  FrontEnd.ProgramAction = frontend::ParseSyntaxOnly;
  I.getFrontendOpts() = std::move(FrontEnd);
  I.getCodeGenOpts() = CodeGenOptions();
  I.getDependencyOutputOpts() = DependencyOutputOptions();
  I.getPreprocessorOutputOpts() = PreprocessorOutputOptions();

  DiagnosticOptions Diagnostics;
  Diagnostics.IgnoreWarnings = true;
  Diagnostics.ShowCarets = false;
  Diagnostics.SpellCheckingLimit = 0;
  I.getDiagnosticOpts() = Diagnostics;
}

/// Modules are read as the headers that they stand for; no cache is kept.
static void clearModules(CompilerInvocation &I) {
  HeaderSearchOptions &Headers = I.getHeaderSearchOpts();
  Headers.ModuleCachePath.clear();
  Headers.ModuleUserBuildPath.clear();
  Headers.ImplicitModuleMaps = false;
  I.getLangOpts().ImplicitModules = false;
  I.getLangOpts().Modules = I.getLangOpts().CPlusPlusModules;
}

/// A precompiled header fits one build of one compiler. The header that it was
/// made from stands beside it and says the same.
static void replacePrecompiledHeader(PreprocessorOptions &Options) {
  llvm::StringRef Header = Options.ImplicitPCHInclude;
  if (Header.empty())
    return;
  if ((Header.consume_back(".pch") || Header.consume_back(".gch")) &&
      llvm::sys::fs::exists(Header) &&
      !llvm::is_contained(Options.Includes, Header))
    Options.Includes.insert(Options.Includes.begin(), Header.str());
  Options.ImplicitPCHInclude.clear();
  Options.PCHThroughHeader.clear();
}

/// A processor that only another compiler knows changes little of what is read.
static void forgetUnknownProcessor(TargetOptions &Options) {
  Options.TuneCPU.clear();
  DiagnosticOptions NoOptions;
  IgnoringDiagConsumer Ignored;
  DiagnosticsEngine Diagnostics(DiagnosticIDs::create(), NoOptions, &Ignored,
                                /*ShouldOwnClient=*/false);
  TargetOptions Tried = Options;
  if (!TargetInfo::CreateTargetInfo(Diagnostics, Tried))
    Options.CPU.clear();
}

void mde::audit::sanitize(CompilerInvocation &Invocation) {
  clearOutputs(Invocation);
  clearModules(Invocation);
  PreprocessorOptions &Preprocessor = Invocation.getPreprocessorOpts();
  replacePrecompiledHeader(Preprocessor);
  // __DATE__ and __TIME__: what is read must not depend on when.
  Preprocessor.SourceDateEpoch = 0;
  Preprocessor.RemappedFiles.clear();
  Preprocessor.ChainedIncludes.clear();
  forgetUnknownProcessor(Invocation.getTargetOpts());
}
