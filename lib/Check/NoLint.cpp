// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Check/NoLint.h"
#include "Check/Module.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/Config/llvm-config.h"

using namespace clang;

bool mde::check::isHidden([[maybe_unused]] SourceLocation At, [[maybe_unused]] const DiagnosticsEngine &Engine,
                          [[maybe_unused]] tidy::NoLintDirectiveHandler &Handler,
                          [[maybe_unused]] llvm::SmallVectorImpl<tooling::Diagnostic> &Mistakes) {
#if LLVM_VERSION_MAJOR >= 22
  DiagnosticStorage Storage;
  clang::Diagnostic Here(&Engine, At, 0, Storage, "");
  return At.isValid() && Handler.shouldSuppress(DiagnosticsEngine::Warning, Here, CheckName, Mistakes,
                                                /*AllowIO=*/true, /*EnableNoLintBlocks=*/true);
#else
  return false;
#endif
}
