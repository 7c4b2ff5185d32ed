//===- Capture/Uses.h - What a body calls and constructs --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions that a body names, which it may call, and the objects that it
// constructs; of a constructor the member initialisers, too. What the compiler
// wrote counts.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_USES_H
#define MDE_CAPTURE_USES_H

#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

namespace mde::capturing {

class Uses : public clang::RecursiveASTVisitor<Uses> {
public:
  /// \p Def has a body.
  explicit Uses(const clang::FunctionDecl *Def) {
    TraverseStmt(Def->getBody());
    if (const auto *C = clang::dyn_cast<clang::CXXConstructorDecl>(Def))
      for (const clang::CXXCtorInitializer *I : C->inits())
        TraverseStmt(I->getInit());
  }

  llvm::SmallVector<const clang::FunctionDecl *, 16> Functions; ///< canonical
  llvm::SmallVector<const clang::Expr *, 8> Constructed;

  // For the visitor.
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitDeclRefExpr(clang::DeclRefExpr *E) { return add(E->getDecl()); }
  bool VisitMemberExpr(clang::MemberExpr *E) { return add(E->getMemberDecl()); }
  bool VisitVarDecl(clang::VarDecl *V) {
    const auto *A = V->getAttr<clang::CleanupAttr>();
    return !A || add(A->getFunctionDecl());
  }
  bool VisitCXXConstructExpr(clang::CXXConstructExpr *E) {
    Constructed.push_back(E);
    return add(E->getConstructor());
  }
  bool VisitCXXParenListInitExpr(clang::CXXParenListInitExpr *E) {
    Constructed.push_back(E);
    return true;
  }

private:
  bool add(const clang::ValueDecl *D) {
    if (const auto *F = clang::dyn_cast<clang::FunctionDecl>(D))
      Functions.push_back(F->getCanonicalDecl());
    return true;
  }
};

} // namespace mde::capturing

#endif // MDE_CAPTURE_USES_H
