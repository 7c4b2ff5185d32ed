// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The clang-tidy check mde-user-agent: requests to Microsoft Defender and Graph
// whose User-Agent is missing or malformed on some path. It captures the unit,
// runs it, judges what leaves, and tells people; each step is a library.
#ifndef MDE_CHECK_USERAGENTCHECK_H
#define MDE_CHECK_USERAGENTCHECK_H

#include "Check/Configuration.h"
#include "Findings/Finding.h"
#include "Index/ProjectIndex.h"
#include "clang-tidy/ClangTidyCheck.h"
#include <optional>

namespace mde {
struct CaptureOptions;
namespace models {
class Models;
} // namespace models
} // namespace mde

namespace mde::check {

class Sources;

class UserAgentCheck : public clang::tidy::ClangTidyCheck {
public:
  UserAgentCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context);

  /// Of an editor's server, before it begins: a unit that takes more steps of the
  /// engine than this is not judged while somebody types. 0: no limit.
  static void limitSteps(uint64_t Steps);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void reportError(llvm::StringRef Sentence);
  /// Of the project that Index speaks of, if it does, all but this unit.
  std::optional<index::RestOfProject> restOfProject(const clang::ASTContext &Ctx);
  /// Null after an error, which was reported.
  std::unique_ptr<ir::Unit> captureUnit(clang::ASTContext &Ctx, const CaptureOptions &Capturing);
  void checkUnit(clang::ASTContext &Ctx);
  void report(const findings::Finding &F, Sources &Where,
              clang::ASTContext &Ctx, const models::Models &M);

  clang::tidy::ClangTidyContext *Context;
  Configuration Config;
  clang::Preprocessor *PP = nullptr;
  bool Done = false; ///< The unit was checked.
};

} // namespace mde::check

#endif
