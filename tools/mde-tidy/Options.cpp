// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clang-tidy asks ClangTidyOptionsProvider::getOptions for the options of each
// file, after it has put .clang-tidy files, --config and --checks together.
// Nothing that can be given from outside comes after that, so the linker puts
// our function in front of it (--wrap, see CMakeLists.txt).
#include "Check/EnabledByDefault.h"
#include "clang-tidy/ClangTidyOptions.h"

using clang::tidy::ClangTidyOptions;
using clang::tidy::ClangTidyOptionsProvider;

#define GET_OPTIONS                                                            \
  "_ZN5clang4tidy24ClangTidyOptionsProvider10getOptionsEN4llvm9StringRefE"

// A member function takes its object as the first argument.
ClangTidyOptions upstreamGetOptions(ClangTidyOptionsProvider *Provider,
                                    llvm::StringRef FileName)
    __asm__("__real_" GET_OPTIONS);
ClangTidyOptions getOptions(ClangTidyOptionsProvider *Provider,
                            llvm::StringRef FileName)
    __asm__("__wrap_" GET_OPTIONS);

ClangTidyOptions getOptions(ClangTidyOptionsProvider *Provider,
                            llvm::StringRef FileName) {
  ClangTidyOptions Options = upstreamGetOptions(Provider, FileName);
  Options.Checks = mde::check::withCheckByDefault(Options.Checks.value_or(""));
  return Options;
}
