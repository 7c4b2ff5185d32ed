//===- Capture/Preamble.h - Units that are seen in part ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An editor's server restricts clang to the declarations of the open file. What
// its headers declare comes out of a precompiled preamble, where many functions
// have no body, and what only those would instantiate is not there at all.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_PREAMBLE_H
#define MDE_CAPTURE_PREAMBLE_H

#include "clang/AST/ASTContext.h"

namespace mde::capturing {

inline bool restrictedScope(const clang::ASTContext &Ctx) {
  const std::vector<clang::Decl *> Scope = Ctx.getTraversalScope();
  return Scope.size() != 1 || !clang::isa<clang::TranslationUnitDecl>(Scope[0]);
}

/// The reason of an `unknown` that makes a function one that was not seen.
inline constexpr llvm::StringLiteral NotInstantiated = "generic lambda that nothing instantiated";

} // namespace mde::capturing

#endif // MDE_CAPTURE_PREAMBLE_H
