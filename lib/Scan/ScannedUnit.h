// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A unit as its preprocessor and lexer see it. Files have the names that reports have
// for them.
#ifndef MDE_SCAN_SCANNEDUNIT_H
#define MDE_SCAN_SCANNEDUNIT_H

#include "Scan/Beginning.h"
#include "Scan/Words.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>

namespace mde::scan {

struct ScannedUnit {
  std::string Name; ///< The main file.
  /// Not empty: why nothing is known of it ("a.cpp:1:10: 'b.h' file not found").
  std::string Failure;
  std::vector<std::string> Files; ///< All that it is made of.
  std::vector<std::string> Own;   ///< Those of the user, the main file first.
  /// Those of Own that are included.
  llvm::ArrayRef<std::string> headers() const {
    return llvm::ArrayRef(Own).drop_front(Own.empty() ? 0 : 1);
  }
  Words Defined;                  ///< In macros of the command line.
  /// Those of Own that use a macro that pastes, and what such a macro pastes that is
  /// not given to it.
  std::vector<std::string> Pasting, Pieces;
  /// Of headers of libraries that no user code is in.
  Beginning Leading;
};

/// What the files Own hold.
using Sources = std::map<std::string, Words>;

} // namespace mde::scan

#endif // MDE_SCAN_SCANNEDUNIT_H
