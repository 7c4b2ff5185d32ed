//===- Check/SourceFixes.h - Fixes as changes of the source -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding says what has to change; whether the source can be changed so is
// seen here. A change that might not compile, or not do what it should, is not
// made.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_SOURCEFIXES_H
#define MDE_CHECK_SOURCEFIXES_H

#include "Check/FixSites.h"
#include "Findings/Finding.h"
#include "Models/Models.h"
#include <optional>

namespace clang {
class FixItHint;
class SourceManager;
class LangOptions;
} // namespace clang

namespace mde::check {

/// In the file of a fix, Length bytes at Offset become Text.
struct SourceEdit {
  unsigned Offset = 0, Length = 0;
  std::string Text;
};

/// The change that \p F asks for at \p At, where \p Sites are those of the file,
/// or of a part of it that holds \p At; none if the source does not allow it.
std::optional<SourceEdit> sourceEdit(const findings::Fix &F,
                                     clang::SourceLocation At,
                                     const FixSites &Sites,
                                     const clang::SourceManager &SM,
                                     const clang::LangOptions &Language,
                                     const models::Models &M);

/// The same for whoever has the syntax tree.
std::optional<clang::FixItHint> sourceFix(const findings::Fix &F,
                                          clang::SourceLocation At,
                                          clang::ASTContext &Ctx,
                                          const models::Models &M);

} // namespace mde::check

#endif // MDE_CHECK_SOURCEFIXES_H
