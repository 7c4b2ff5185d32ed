//===- Scan/Outline.h - What the headers of a unit declare ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit that includes a header can get at what the header names without naming it
// itself: through an inline function, a template, a macro, an alias, a field of a
// class. Who parsed the header knows what each of its declarations names, so that
// nobody has to parse it again to know what its declarations lead to.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_SCAN_OUTLINE_H
#define MDE_SCAN_OUTLINE_H

#include "Scan/Words.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>

namespace clang {
class ASTContext;
class Preprocessor;
class SourceRange;
} // namespace clang

namespace mde {
class UserCode;
} // namespace mde

namespace mde::scan {

/// A declaration of user code in a header.
struct Declared {
  /// How one gets at what it leads to.
  enum Kind : unsigned char {
    Name,        ///< by its name, which is that of no member
    Member,      ///< by its name, behind an object or in the class
    Construct,   ///< by an object of the class Name: a field, base, constructor
    Destroy,     ///< by an object of Name that ends
    Operate,     ///< by any use of Name, a class: operators, conversions
    Define,      ///< not at all: its definition, under that name, is looked for
    Macro,       ///< by its name, which may stand for anything
    Implicit,    ///< by nothing that can be seen: a free operator, called Name
  };
  Kind K = Name;
  std::string Called;
  Words Mentions; ///< Without its literals.
};

struct Outline {
  std::vector<Declared> All;
  Words Inactive; ///< Of what the preprocessor skipped.
};

/// By the names of files as capture has them: the user's headers in the unit.
std::map<std::string, Outline> outlines(clang::ASTContext &Ctx,
                                        clang::Preprocessor &PP,
                                        UserCode &Users,
                                        llvm::ArrayRef<clang::SourceRange> Inactive);

/// What may be called where no name stands: by range-for, `co_await`, structured
/// bindings, or a library's algorithm that swaps or hashes.
bool isCalledImplicitly(llvm::StringRef Name);

} // namespace mde::scan

#endif // MDE_SCAN_OUTLINE_H
