//===- Requirement/Grammar.h - Characters of a User-Agent -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which characters a product token has, and what a template's placeholder looks
// like. Not for use from outside this library.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_GRAMMAR_H
#define MDE_REQUIREMENT_GRAMMAR_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mde::requirement {

/// RFC 9110's tchar, of which tokens are made.
inline bool isTokenChar(unsigned char C) {
  return (C >= '0' && C <= '9') || (C >= 'A' && C <= 'Z') ||
         (C >= 'a' && C <= 'z') ||
         (C != 0 && llvm::StringRef("!#$%&'*+-.^_`|~").contains(char(C)));
}

/// The first placeholder that was left in \p S: "{CompanyName}", "<Company>",
/// "${VERSION}", "@VERSION@", "%VERSION%", "%s"; "" when there is none. The
/// escape "%20" is none.
llvm::StringRef findPlaceholder(llvm::StringRef S);

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_GRAMMAR_H
