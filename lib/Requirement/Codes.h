//===- Requirement/Codes.h - A pattern as one flat string -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pattern as a string over bytes and holes, which is what a grammar wants to
// walk: a code below 256 is a byte, any other a hole. Not for use from outside
// this library.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_CODES_H
#define MDE_REQUIREMENT_CODES_H

#include "Text/Text.h"

namespace mde::requirement {

using Code = uint16_t;
using CodeRef = llvm::ArrayRef<Code>;

class Codes {
public:
  explicit Codes(const Pattern &P);

  CodeRef all() const { return All; }
  static bool isHole(Code C) { return C >= 256; }
  static bool isBlank(Code C) { return C == ' ' || C == '\t'; }
  const Hole &hole(Code C) const { return Holes[C - 256]; }
  /// A hole that holds digits, and so can't bring any structure.
  bool isNumber(Code C) const;
  /// A hole that can bring anything.
  bool isFree(Code C) const { return isHole(C) && !isNumber(C); }
  bool isCertainlyNotEmpty(Code C) const;

  /// The part \p Ref of all() as a pattern, without locations.
  Pattern pattern(CodeRef Ref) const;
  /// Its literal text; holes are left out.
  static std::string bytes(CodeRef Ref);
  static bool hasHole(CodeRef Ref);
  /// The position of the first of \p Chars, or size().
  static size_t find(CodeRef Ref, llvm::StringRef Chars);
  static size_t rfind(CodeRef Ref, llvm::StringRef Chars);
  /// \p Ref without literal blanks at its ends.
  static CodeRef trim(CodeRef Ref);

private:
  std::vector<Code> All;
  std::vector<Hole> Holes;
};

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_CODES_H
