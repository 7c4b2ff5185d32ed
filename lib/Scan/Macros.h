// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_SCAN_MACROS_H
#define MDE_SCAN_MACROS_H

#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include <vector>

namespace mde::scan {

/// Calls \p Do with each definition of each macro that \p PP has seen, also of those that
/// are undefined by now. What is only in a precompiled header is left out.
inline void forEachMacro(clang::Preprocessor &PP,
                         llvm::function_ref<void(llvm::StringRef, const clang::MacroInfo &)> Do) {
  // The preprocessor has them in an order that differs from run to run.
  std::vector<const clang::IdentifierInfo *> Names;
  for (const auto &[Name, State] : PP.macros(/*IncludeExternalMacros=*/false))
    Names.push_back(Name);
  llvm::sort(Names, [](const auto *A, const auto *B) { return A->getName() < B->getName(); });
  for (const clang::IdentifierInfo *Name : Names)
    for (const clang::MacroDirective *D = PP.getLocalMacroDirectiveHistory(Name); D; D = D->getPrevious())
      if (const clang::MacroInfo *Info = D->getMacroInfo())
        Do(Name->getName(), *Info);
}

} // namespace mde::scan

#endif // MDE_SCAN_MACROS_H
