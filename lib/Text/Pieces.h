//===- Text/Pieces.h - What is known of single pieces -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts about one piece of a pattern, shared by the sources of this library.
// Not for use from outside.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TEXT_PIECES_H
#define MDE_TEXT_PIECES_H

#include "Text/Text.h"

namespace mde::pieces {

/// Is \p H a number in decimal: digits, perhaps behind a '-'?
bool isNumber(const Hole &H);
/// Is \p P certain to hold at least one byte?
bool isNotEmpty(const Piece &P);
/// Is \p P certain to hold no CR or LF?
bool isOneLine(const Piece &P);

/// A hole that stands for what a bound cut away.
Hole bound(SymbolId Fresh, llvm::StringRef What);
/// The same, with the flags that are certain for the cut-away \p Tail.
Hole boundFor(llvm::ArrayRef<Piece> Tail, SymbolId Fresh, llvm::StringRef What);

/// Orders holes by identity and flags.
int compareHoles(const Hole &A, const Hole &B);
/// Are \p A and \p B known to be one and the same unknown value?
inline bool sameUnknown(const Hole &A, const Hole &B) {
  return A.Symbol != 0 && A.Symbol == B.Symbol;
}

} // namespace mde::pieces

#endif // MDE_TEXT_PIECES_H
