// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_CAPTURE_LITERALSPELLING_H
#define MDE_CAPTURE_LITERALSPELLING_H

#include "llvm/ADT/StringRef.h"

namespace mde {

/// What a string literal with this spelling holds, escapes as they are written: of
/// `u8R"x(...)x"` what stands in the parentheses. "" also for one that has no end.
inline llvm::StringRef literalContents(llvm::StringRef Spelling) {
  size_t From = Spelling.find('"'), To = Spelling.rfind('"');
  if (From == To)
    return {};
  llvm::StringRef Text = Spelling.slice(From + 1, To);
  if (Spelling.take_front(From).ends_with("R"))
    Text = Text.slice(Text.find('(') + 1, Text.rfind(')'));
  return Text;
}

} // namespace mde

#endif // MDE_CAPTURE_LITERALSPELLING_H
