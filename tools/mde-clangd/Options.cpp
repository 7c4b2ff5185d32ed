// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clangd runs a check when two of its functions agree. isFastTidyCheck knows by
// name which checks of upstream are fast, and the others are left out without a
// word. getTidyOptionsForFile puts .clang-tidy files, .clangd files, clangd's
// defaults and what it can't use together; nothing comes after it. The linker
// puts ours in front of both (--wrap, see CMakeLists.txt). If a new LLVM has one
// of them no longer, linking fails for want of __real_...; if it no longer calls
// one, test/tools/mde-clangd/runs-by-itself.test fails.
#include "Check/EnabledByDefault.h"
#include "Check/Module.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

using clang::tidy::ClangTidyOptions;

#define IS_FAST "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"
#define GET_OPTIONS                                                            \
  "_ZN5clang6clangd21getTidyOptionsForFileEN4llvm12function_refIFvRNS_4tidy"   \
  "16ClangTidyOptionsENS1_9StringRefEEEES6_"

/// Empty with --clang-tidy=0.
using Provider = llvm::function_ref<void(ClangTidyOptions &, llvm::StringRef)>;

std::optional<bool> upstreamIsFast(llvm::StringRef Check)
    __asm__("__real_" IS_FAST);
std::optional<bool> isFast(llvm::StringRef Check) __asm__("__wrap_" IS_FAST);

ClangTidyOptions upstreamGetOptions(Provider Given, llvm::StringRef FileName)
    __asm__("__real_" GET_OPTIONS);
ClangTidyOptions getOptions(Provider Given, llvm::StringRef FileName)
    __asm__("__wrap_" GET_OPTIONS);

std::optional<bool> isFast(llvm::StringRef Check) {
  return Check == mde::check::CheckName ? true : upstreamIsFast(Check);
}

ClangTidyOptions getOptions(Provider Given, llvm::StringRef FileName) {
  ClangTidyOptions Options = upstreamGetOptions(Given, FileName);
  if (Given)
    Options.Checks = mde::check::withCheckByDefault(Options.Checks.value_or(""));
  return Options;
}
