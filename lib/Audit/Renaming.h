//===- Audit/Renaming.h - The names in a unit ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a build captures, files have names that say nothing to people (links in
// a sandbox), or names that differ from one machine to the next. A unit is to
// be the same from everywhere, and to name files as they are named in the
// project.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_RENAMING_H
#define MDE_AUDIT_RENAMING_H

#include "Audit/CapturedUnit.h"

namespace mde::audit {

/// What names begin with, and what they shall begin with instead. Only whole
/// components count: `a=b` makes `b/x` of `a/x`, and nothing of `ab/x`.
class PathPrefixMap {
public:
  /// Each of \p Entries is OLD=NEW. NEW may be empty: what follows OLD is the
  /// name.
  static llvm::Expected<PathPrefixMap>
  parse(const std::vector<std::string> &Entries);

  /// The longest OLD decides.
  std::string operator()(llvm::StringRef Name) const;

private:
  std::vector<std::pair<std::string, std::string>> Longest; ///< First.
};

/// Gives all files that \p U speaks of the names that \p Map makes of theirs;
/// of what it was made from, those below \p Root get names relative to it
/// before.
void rename(CapturedUnit &U, const PathPrefixMap &Map, llvm::StringRef Root);

} // namespace mde::audit

#endif // MDE_AUDIT_RENAMING_H
