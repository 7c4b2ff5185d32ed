//===- Capture/Inactive.h - What the preprocessor skipped -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A door that owns a preprocessor installs this before parsing, and hands it to
// capture(), which looks for host literals in the branches not taken.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_INACTIVE_H
#define MDE_CAPTURE_INACTIVE_H

#include "clang/Basic/SourceLocation.h"
#include <vector>

namespace clang {
class Preprocessor;
} // namespace clang

namespace mde {

/// Must outlive the preprocessor that it watches.
class InactiveRanges {
public:
  void watch(clang::Preprocessor &PP);
  const std::vector<clang::SourceRange> &ranges() const { return Ranges; }

private:
  std::vector<clang::SourceRange> Ranges;
};

} // namespace mde

#endif // MDE_CAPTURE_INACTIVE_H
