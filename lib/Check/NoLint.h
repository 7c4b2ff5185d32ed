// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_CHECK_NOLINT_H
#define MDE_CHECK_NOLINT_H

#include "clang-tidy/NoLintDirectiveHandler.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class DiagnosticsEngine;
} // namespace clang

namespace mde::check {

/// Whether a comment hides a finding of ours at \p At, as clang-tidy decides it.
/// \p Handler remembers what it read of files; what is wrong with their comments is
/// added to \p Mistakes. clang-tidy 19 can't be asked: there nothing is hidden.
bool isHidden(clang::SourceLocation At, const clang::DiagnosticsEngine &Engine,
              clang::tidy::NoLintDirectiveHandler &Handler,
              llvm::SmallVectorImpl<clang::tooling::Diagnostic> &Mistakes);

} // namespace mde::check

#endif
