//===- Text/Match.h - Can a pattern complete to this? -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether some completion of a pattern's holes equals, starts with, ends with
// or contains a given string. The answers respect what is known of a hole (not
// empty, one line, a number) and treat each occurrence of a hole as free: true
// may be wrong for a hole that occurs twice, false never is. Not for use from
// outside this library.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TEXT_MATCH_H
#define MDE_TEXT_MATCH_H

#include "Text/Text.h"

namespace mde::match {

bool canEqual(llvm::ArrayRef<Piece> Pieces, llvm::StringRef S, bool IgnoreCase);
bool canStartWith(llvm::ArrayRef<Piece> Pieces, llvm::StringRef Prefix,
                  bool IgnoreCase);
bool canEndWith(llvm::ArrayRef<Piece> Pieces, llvm::StringRef Suffix);
bool canContain(llvm::ArrayRef<Piece> Pieces, llvm::StringRef Needle);

} // namespace mde::match

#endif // MDE_TEXT_MATCH_H
