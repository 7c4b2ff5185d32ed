//===- Capture/Names.h - What things are called -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names of functions, variables and types as the Ir writes them. Two rules make
// them the same on every standard library: inline namespaces are dropped
// (`std::__cxx11::basic_string` is `std::basic_string`), and so are template
// arguments that equal their defaults (`std::vector<int>`).
//
// Names are not always unique (local classes, lambdas in templates): whoever
// uses one as a key must number what clashes.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_NAMES_H
#define MDE_CAPTURE_NAMES_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/PrettyPrinter.h"
#include <string>

namespace mde::capturing {

class Names {
public:
  explicit Names(const clang::ASTContext &Ctx);

  /// `contoso::Client::get(const std::basic_string<char> &) const`; just the
  /// name for functions with C linkage.
  std::string signature(const clang::FunctionDecl *F) const;
  /// `std::basic_string::append`: what models match.
  std::string qualified(const clang::NamedDecl *D) const;
  /// `contoso::kHost<int>`, `contoso::fetch(int)::counter` for a static local.
  std::string variable(const clang::VarDecl *V) const;
  std::string type(clang::QualType T) const;
  /// A type's name where a declaration is given; local classes are written
  /// with the function that they stand in.
  std::string tag(const clang::TagDecl *T) const;
  /// clang's USR, or "" where there is none.
  std::string usr(const clang::Decl *D) const;

private:
  std::string scope(const clang::DeclContext *DC, bool WithArgs) const;
  std::string unqualified(const clang::NamedDecl *D) const;

  const clang::ASTContext &Ctx;
  clang::PrintingPolicy Policy;
};

/// True for all that stands under namespace std, however deep.
bool inStd(const clang::Decl *D);

} // namespace mde::capturing

#endif // MDE_CAPTURE_NAMES_H
