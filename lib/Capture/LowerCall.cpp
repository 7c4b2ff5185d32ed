//===- Capture/LowerCall.cpp - Calls --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace mde::capturing {

bool Lowering::mayThrow(const FunctionDecl *F) const {
  if (!Ctx.getLangOpts().CXXExceptions || F->hasAttr<NoThrowAttr>())
    return false;
  const auto *Proto = F->getType()->getAs<FunctionProtoType>();
  if (!Proto)
    return false; // declared in C
  ExceptionSpecificationType EST = Proto->getExceptionSpecType();
  // Destructors are noexcept unless they or their members say otherwise.
  if (EST == EST_Unevaluated || EST == EST_Uninstantiated)
    return !isa<CXXDestructorDecl>(F) && !F->isTrivial();
  return !Proto->isNothrow();
}

Operand Lowering::finishCall(ir::Instr I, QualType ResultTy,
                             const Operand *Into, SourceLocation At) {
  if (ResultTy->isVoidType()) {
    add(std::move(I), At);
    return {};
  }
  if (lives(ResultTy)) {
    B.type(ResultTy);
    // Known to every path that may destroy it.
    Operand Place;
    if (Into && Into->K == Operand::Temp)
      Place = *Into;
    else if (ConditionalDepth > 0)
      Place = temp(ResultTy, At);
    if (Place.K == Operand::Temp) {
      I.IntoPlace = Place.Temp_;
      result(std::move(I), At);
      return Place;
    }
  }
  return result(std::move(I), At);
}

Operand Lowering::emitCall(const FunctionDecl *F, llvm::ArrayRef<Operand> Args,
                           QualType ResultTy, const Operand *Into, bool Virtual,
                           SourceLocation At) {
  ir::Instr I;
  I.Opcode = Op::Call;
  I.Name = B.function(F);
  I.Args.append(Args.begin(), Args.end());
  I.Virtual = Virtual;
  if (mayThrow(F))
    I.Unwind = unwind();
  Operand Result = finishCall(std::move(I), ResultTy, Into, At);
  if (F->isNoReturn())
    unreachable(At);
  return Result;
}

Operand Lowering::emitIndirect(llvm::ArrayRef<Operand> Args, QualType ResultTy,
                               bool MayThrow, bool NoReturn,
                               const Operand *Into, SourceLocation At) {
  ir::Instr I;
  I.Opcode = Op::CallIndirect;
  I.Args.append(Args.begin(), Args.end());
  if (MayThrow && Ctx.getLangOpts().CXXExceptions)
    I.Unwind = unwind();
  Operand Result = finishCall(std::move(I), ResultTy, Into, At);
  if (NoReturn)
    unreachable(At);
  return Result;
}

void Lowering::arguments(
    llvm::iterator_range<CallExpr::const_arg_iterator> Args, Operands &Out) {
  for (const Expr *A : Args)
    Out.push_back(argument(A));
}

Operand Lowering::call(const CallExpr *E, const Operand *Into) {
  SourceLocation At = E->getExprLoc();
  if (unsigned Id = E->getBuiltinCallee()) {
    bool Done = false;
    Operand Result = builtin(E, Id, Done, Into);
    if (Done)
      return Result;
  }
  const FunctionDecl *F = E->getDirectCallee();
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(E); O && F)
    return operatorCall(O, F, Into);
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E))
    return memberCall(M, Into);
  if (isa<CXXPseudoDestructorExpr>(E->getCallee()->IgnoreParens())) {
    discard(E->getCallee());
    return {};
  }
  if (!F)
    return indirectCall(E, Into);
  if (InLibrary && E->getNumArgs() == 1 && onlyCasts(F))
    return argument(E->getArg(0));
  // A static member through an object, `client.get()`: the object is evaluated.
  if (const auto *M =
          dyn_cast<MemberExpr>(E->getCallee()->IgnoreParenImpCasts()))
    discard(M->getBase());
  Operands Args;
  arguments(E->arguments(), Args);
  return emitCall(F, Args, E->getCallReturnType(Ctx), Into, /*Virtual=*/false,
                  At);
}

namespace {

/// A copy that the compiler makes by itself: no call.
bool isTrivialAssignment(const CXXMethodDecl *M) {
  return M && M->isTrivial() &&
         (M->isCopyAssignmentOperator() || M->isMoveAssignmentOperator());
}

} // namespace

Operand Lowering::operatorCall(const CXXOperatorCallExpr *E,
                               const FunctionDecl *F, const Operand *Into) {
  SourceLocation At = E->getExprLoc();
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  Operands Args;
  if (E->isAssignmentOp() && E->getNumArgs() == 2) {
    // The right-hand side is evaluated first.
    Operand Right = argument(E->getArg(1)), Left = argument(E->getArg(0));
    if (isTrivialAssignment(M)) {
      copy(Left, Right, At);
      return Left;
    }
    Args = {Left, Right};
  } else {
    arguments(E->arguments(), Args);
  }
  if (M && M->isStatic() && !Args.empty())
    Args.erase(Args.begin()); // operator() and operator[] of C++23
  bool Virtual = M && M->isVirtual() && !M->hasAttr<FinalAttr>() &&
                 !M->getParent()->isEffectivelyFinal();
  return emitCall(F, Args, E->getCallReturnType(Ctx), Into, Virtual, At);
}

Operand Lowering::memberCall(const CXXMemberCallExpr *E, const Operand *Into) {
  SourceLocation At = E->getExprLoc();
  const Expr *Callee = E->getCallee()->IgnoreParens();
  if (const auto *O = dyn_cast<BinaryOperator>(Callee); O && O->isPtrMemOp()) {
    // (object.*method)(args)
    Operands Args = {value(O->getRHS())};
    Args.push_back(O->getOpcode() == BO_PtrMemI ? value(O->getLHS())
                                                : argument(O->getLHS()));
    arguments(E->arguments(), Args);
    return emitIndirect(Args, E->getCallReturnType(Ctx), true, false, Into, At);
  }
  const auto *Member = dyn_cast<MemberExpr>(Callee);
  const CXXMethodDecl *M = E->getMethodDecl();
  if (!Member || !M)
    return indirectCall(E, Into);
  bool Assigns = M->isCopyAssignmentOperator() || M->isMoveAssignmentOperator();
  Operand Object = Member->isArrow() ? value(Member->getBase())
                                     : argument(Member->getBase());
  Operands Args = {Object};
  arguments(E->arguments(), Args);
  if (Assigns && isTrivialAssignment(M) && Args.size() == 2) {
    copy(Args[0], Args[1], At);
    return Args[0];
  }
  if (const auto *D = dyn_cast<CXXDestructorDecl>(M); D && D->isTrivial())
    return {};
  // A lambda's conversion to a function pointer is the address of its body.
  if (isa<CXXConversionDecl>(M) && M->getParent()->isLambda() &&
      M->getReturnType()->isFunctionPointerType()) {
    if (const CXXMethodDecl *Body = M->getParent()->getLambdaCallOperator()) {
      if (!Body->getDescribedFunctionTemplate())
        return functionRef(Body);
      // A generic lambda: the instantiation that the conversion's result fits.
      QualType Wanted = M->getReturnType()->getPointeeType();
      for (const FunctionDecl *S :
           Body->getDescribedFunctionTemplate()->specializations()) {
        const auto *Has = S->getType()->getAs<FunctionProtoType>();
        const auto *Want = Wanted->getAs<FunctionProtoType>();
        if (Has && Want && llvm::equal(Has->param_types(), Want->param_types()))
          return functionRef(S);
      }
      return unknown(E, "generic lambda as function pointer");
    }
  }
  bool Virtual = Member->performsVirtualDispatch(Ctx.getLangOpts()) &&
                 M->isVirtual() && !M->hasAttr<FinalAttr>() &&
                 !M->getParent()->isEffectivelyFinal();
  return emitCall(M, Args, E->getCallReturnType(Ctx), Into, Virtual, At);
}

Operand Lowering::indirectCall(const CallExpr *E, const Operand *Into) {
  SourceLocation At = E->getExprLoc();
  const Expr *Callee = E->getCallee();
  if (Callee->getType()->isDependentType() ||
      Callee->getType()->isSpecificPlaceholderType(BuiltinType::Overload) ||
      Callee->getType()->isSpecificPlaceholderType(BuiltinType::BoundMember))
    return unknown(E, "invalid code");
  if (Callee->getType()->isBlockPointerType())
    return unknown(E, "block");
  Operand Fn = argument(Callee);
  Operands Args = {Fn};
  arguments(E->arguments(), Args);
  QualType T = Callee->getType();
  if (T->isPointerType() || T->isReferenceType())
    T = T->getPointeeType();
  const auto *FT = T->getAs<FunctionType>();
  const auto *Proto = T->getAs<FunctionProtoType>();
  // A known function: a member of a constant table, a template argument.
  return emitIndirect(Args, E->getCallReturnType(Ctx),
                      !Proto || !Proto->isNothrow(),
                      FT && FT->getNoReturnAttr(), Into, At);
}

} // namespace mde::capturing
