//===- Requirement/HostPattern.h - A pattern for host names -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Host names as the host table and the options write them:
//
//   graph.microsoft.com            this host
//   *.security.microsoft.com       one or more labels in front
//   api-*.securitycenter.windows.com   any part of one label
//
// A host that is matched against one may have holes; it is in lower case and
// has no dot behind it, as splitUrl() leaves it.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_HOSTPATTERN_H
#define MDE_REQUIREMENT_HOSTPATTERN_H

#include "Text/Text.h"
#include "llvm/Support/Error.h"

namespace mde::requirement {

class HostPattern {
public:
  /// Reads a pattern that a person wrote. The error is a sentence that says
  /// what is allowed.
  static llvm::Expected<HostPattern> parse(llvm::StringRef Written);
  /// For the host table, whose patterns are known to be well formed.
  explicit HostPattern(llvm::StringRef WellFormed) : Text(WellFormed) {}

  llvm::StringRef text() const { return Text; }
  bool hasStar() const { return Text.find('*') != std::string::npos; }

  /// Yes when every completion of \p Host matches, No when none does. A hole
  /// may fill the place of a star, however many labels it holds.
  Tri matches(const Pattern &Host) const;

private:
  std::string Text;
};

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_HOSTPATTERN_H
