//===- Capture/LowerCoroutine.cpp - Coroutines ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A coroutine's body runs at once, from beginning to end: when it is resumed is
// not a question that a request depends on. `co_await e` is e, then the value
// of await_resume.
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"

using namespace clang;

namespace mde::capturing {

void Lowering::coroutineBody(const CoroutineBodyStmt *S) {
  SourceLocation At = S->getBeginLoc(), End = S->getEndLoc();
  Coroutine = S;
  Scope *Outer = Top;
  CoroutineScope = nullptr;
  // The frame's copies of the parameters are the parameters: nobody sees both.
  for (const auto &[Move, Param] :
       llvm::zip(S->getParamMoves(), Fn->parameters()))
    if (const auto *D = dyn_cast_or_null<DeclStmt>(Move);
        D && D->isSingleDecl())
      if (const auto *Copy = dyn_cast<VarDecl>(D->getSingleDecl()))
        VarNames[Copy->getCanonicalDecl()] = nameFor(Param);
  if (S->getPromiseDeclStmt())
    stmt(S->getPromiseDeclStmt());
  // The object that the caller gets, before the body runs.
  const Expr *Return = S->getReturnValueInit();
  bool InPlace = Return && lives(Fn->getReturnType());
  if (const Stmt *R = S->getResultDecl()) {
    stmt(R);
  } else if (InPlace) {
    FullExpression Full(*this, At);
    into(Return, simple(Op::Return, {}, At));
  } else if (Return && !Return->getType()->isVoidType()) {
    FullExpression Full(*this, At);
    discard(Return);
  }
  CoroutineScope = Top;
  CoroutineEnd = newBlock();
  stmt(S->getBody());
  if (!ended())
    if (const Stmt *Fall = S->getFallthroughHandler())
      stmt(Fall);
  jump(CoroutineEnd, End);
  enter(CoroutineEnd);
  popTo(Outer, End);
  ret({}, End);
}

Operand Lowering::suspend(const CoroutineSuspendExpr *E, const Operand *Into) {
  if (E->isTypeDependent() || !E->getResumeExpr())
    return unknown(E, "dependent");
  if (const OpaqueValueExpr *Awaiter = E->getOpaqueValue())
    Opaque[Awaiter] = argument(E->getCommonExpr());
  if (Into) {
    into(E->getResumeExpr(), *Into);
    return *Into;
  }
  return argument(E->getResumeExpr());
}

void Lowering::coreturn(const CoreturnStmt *S) {
  SourceLocation At = S->getBeginLoc();
  if (const Expr *E = S->getPromiseCall()) {
    if (const Expr *Operand = S->getOperand();
        Operand && Operand->getType()->isVoidType())
      fullExpr(Operand);
    fullExpr(E);
  }
  leaveTo(CoroutineScope, At);
  jump(CoroutineEnd, At);
}

} // namespace mde::capturing
