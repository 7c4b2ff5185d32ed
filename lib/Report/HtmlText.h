// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text from sources in a page: escaped, and without characters that make people
// see another text than the compiler does.
#ifndef MDE_REPORT_HTMLTEXT_H
#define MDE_REPORT_HTMLTEXT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mde::report {

/// \p Text for an element or a quoted attribute.
std::string escaped(llvm::StringRef Text);

/// \p Text for an element; characters that change the direction of text or are
/// not seen are named (U+202E).
std::string shown(llvm::StringRef Text);

/// The same as code; a dash when there is none.
std::string shownCode(llvm::StringRef Text);

} // namespace mde::report

#endif
