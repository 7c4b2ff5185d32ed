// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Check/UserAgentCheck.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang::ast_matchers;

namespace mde::check {

UserAgentCheck::UserAgentCheck(llvm::StringRef Name,
                               clang::tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context) {}

void UserAgentCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl().bind("unit"), this);
}

void UserAgentCheck::check(const MatchFinder::MatchResult &) {}

} // namespace mde::check
