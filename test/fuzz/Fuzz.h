//===- fuzz/Fuzz.h - What the fuzz targets share ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A target is a property of one reader or judge that holds for any input. Where it does
// not, the target says what it saw and ends; libFuzzer keeps the input.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FUZZ_FUZZ_H
#define MDE_FUZZ_FUZZ_H

#include "Text/Text.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace mde::fuzz {

/// Ends the process unless \p Holds.
inline void require(bool Holds, const char *What, llvm::StringRef Shown = "") {
  if (Holds)
    return;
  std::fprintf(stderr, "property: %s\n%.*s\n", What, static_cast<int>(Shown.size()), Shown.data());
  std::abort();
}

inline llvm::StringRef bytes(const uint8_t *Data, size_t Size) {
  return {reinterpret_cast<const char *>(Data), Size};
}

/// Takes \p E; each of its lines begins with `FILE:LINE:COL: `.
void requirePlaces(llvm::Error E, llvm::StringRef File);

/// A text with holes, and the same with what fills them. In the input the first line is
/// the text, in which a byte from 1 to 8 is a hole; the n-th line after it fills hole n.
/// Holes 3 and 4 are not empty, 5 and 6 numbers, 7 and 8 one line.
struct Filled {
  Pattern WithHoles;
  bool HasHoles = false;
  Pattern Whole;
  /// What is filled in may stand in such a hole at all.
  bool IsAllowed = true;
  std::vector<std::string> Fills; ///< Of the holes that occur.

  explicit Filled(llvm::StringRef Input);
};

} // namespace mde::fuzz

#endif // MDE_FUZZ_FUZZ_H
