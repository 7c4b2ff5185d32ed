// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The clang-tidy check mde-user-agent: requests to Microsoft Defender and Graph
// whose User-Agent is missing or malformed on some path.
#ifndef MDE_CHECK_USERAGENTCHECK_H
#define MDE_CHECK_USERAGENTCHECK_H

#include "clang-tidy/ClangTidyCheck.h"

namespace mde::check {

class UserAgentCheck : public clang::tidy::ClangTidyCheck {
public:
  UserAgentCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context);

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;
};

} // namespace mde::check

#endif
