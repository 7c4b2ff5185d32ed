// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_SCAN_MACROS_H
#define MDE_SCAN_MACROS_H

#include "clang/Lex/Preprocessor.h"

namespace mde::scan {

/// Calls \p Do with each definition of each macro that \p PP has seen, also of those that
/// are undefined by now.
inline void forEachMacro(clang::Preprocessor &PP,
                         llvm::function_ref<void(llvm::StringRef, const clang::MacroInfo &)> Do) {
  for (const auto &[Name, State] : PP.macros())
    for (const clang::MacroDirective *D = PP.getLocalMacroDirectiveHistory(Name); D; D = D->getPrevious())
      if (const clang::MacroInfo *Info = D->getMacroInfo())
        Do(Name->getName(), *Info);
}

} // namespace mde::scan

#endif // MDE_SCAN_MACROS_H
