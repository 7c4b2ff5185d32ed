//===- Scan/Beginning.h - How a main file begins ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The headers of libraries that a main file begins with, before all else: units that
// begin with the same ones can have these parsed together.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_SCAN_BEGINNING_H
#define MDE_SCAN_BEGINNING_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace mde::scan {

struct LeadingHeader {
  std::string Name;  ///< As it is written between `<` and `>`.
  uint64_t End = 0;  ///< Where the next line begins, in the main file.
  uint64_t Size = 0; ///< Of all files that are read up to there.
};

struct Beginning {
  /// The same for units in which the same headers mean the same.
  std::string Flags;
  std::vector<LeadingHeader> Headers;
};

/// The lines `#include <...>` that \p Text begins with; nothing but comments is between
/// them. In doubt fewer. Sizes are not known.
std::vector<LeadingHeader> leadingHeaders(llvm::StringRef Text);

} // namespace mde::scan

#endif // MDE_SCAN_BEGINNING_H
