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

#include "Findings/Finding.h"
#include "Models/Models.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"

namespace mde::check {

/// The change that \p F asks for, where \p At is F.At; none if the source does
/// not allow it.
std::optional<clang::FixItHint> sourceFix(const findings::Fix &F,
                                          clang::SourceLocation At,
                                          clang::ASTContext &Ctx,
                                          const models::Models &M);

} // namespace mde::check

#endif // MDE_CHECK_SOURCEFIXES_H
