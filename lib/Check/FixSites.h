//===- Check/FixSites.h - Where the source can be changed -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What only the syntax tree of a source knows and a fix depends on: before which
// calls a statement can be put, what these calls name, and which literals are
// arguments. Plain values: whoever has no syntax tree any more (a project that
// is judged after all its units were parsed) keeps them until then. They depend
// on the source and the names of HTTP functions only, and not on what models say
// of these or on options.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_FIXSITES_H
#define MDE_CHECK_FIXSITES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class FileID;
class SourceLocation;
} // namespace clang

namespace mde::check {

/// Within a file; both count from 1, in bytes.
struct LineColumn {
  unsigned Line = 0, Column = 0;
  friend bool operator==(LineColumn A, LineColumn B) = default;
};

/// A variable or a member of one that a call is given: to name it once more
/// changes nothing.
struct NamedObject {
  int Argument = ThisObject; ///< Its index.
  std::string Source;
  bool IsPointer = false;
  static constexpr int ThisObject = -1; ///< A member function's.
};

/// A call of a function with a name of its own.
struct CallSite {
  std::string Callee;   ///< Without qualifiers.
  LineColumn At, Begin; ///< What a Loc may say of the call: either.
  std::vector<NamedObject> Objects; ///< Empty: nothing can be put before it.
  unsigned Offset = 0;              ///< In bytes: of the call's statement.
  std::string Separator;            ///< Goes between the two.
};

/// Those of one file, in the order of the source.
struct FixSites {
  std::vector<CallSite> Calls;
  std::vector<LineColumn> Arguments; ///< Literals, each of one token.
};

/// Those in the declarations around \p At.
FixSites sitesAround(clang::ASTContext &Ctx, clang::SourceLocation At);

/// Those of each of \p Files; of calls, those of functions for whose unqualified
/// name \p IsWanted holds.
std::map<clang::FileID, FixSites>
sitesIn(clang::ASTContext &Ctx, llvm::ArrayRef<clang::FileID> Files,
        llvm::function_ref<bool(llvm::StringRef)> IsWanted);

} // namespace mde::check

#endif // MDE_CHECK_FIXSITES_H
