//===- Capture/LowerChoice.cpp - Conditions, && || ?: ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"

using namespace clang;

namespace mde::capturing {

/// Branches without making a value of the condition, so that each edge knows
/// all that was tested on the way to it.
void Lowering::branchOn(const Expr *E, BlockId Then, BlockId Else) {
  SourceLocation At = E->getExprLoc();
  while (true) {
    if (auto C = constant(E))
      return jump(C->Value ? Then : Else, At);
    if (rewrite(E))
      continue;
    const auto *C = dyn_cast<CastExpr>(E);
    if (!C ||
        !llvm::is_contained(
            {CK_IntegralToBoolean, CK_PointerToBoolean, CK_FloatingToBoolean,
             CK_NoOp, CK_MemberPointerToBoolean, CK_UserDefinedConversion},
            C->getCastKind()) ||
        C->isGLValue() || !C->getSubExpr()->getType()->isScalarType())
      break;
    E = C->getSubExpr();
  }
  At = E->getExprLoc();
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_LNot)
    return branchOn(U->getSubExpr(), Else, Then);
  if (const auto *O = dyn_cast<BinaryOperator>(E)) {
    if (O->isLogicalOp()) {
      Conditional Arms(*this);
      BlockId Right = newBlock();
      if (O->getOpcode() == BO_LAnd)
        branchOn(O->getLHS(), Right, Else);
      else
        branchOn(O->getLHS(), Then, Right);
      enter(Right);
      return branchOn(O->getRHS(), Then, Else);
    }
    if (O->getOpcode() == BO_Comma) {
      discard(O->getLHS());
      return branchOn(O->getRHS(), Then, Else);
    }
  }
  if (const auto *C = dyn_cast<ConditionalOperator>(E)) {
    Conditional Arms(*this);
    BlockId Yes = newBlock(), No = newBlock();
    branchOn(C->getCond(), Yes, No);
    enter(Yes);
    branchOn(C->getTrueExpr(), Then, Else);
    enter(No);
    return branchOn(C->getFalseExpr(), Then, Else);
  }
  if (const auto *Call = dyn_cast<CallExpr>(E);
      Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect)
    return branchOn(Call->getArg(0), Then, Else);
  branch(argument(E), Then, Else, At);
}

Operand Lowering::logical(const BinaryOperator *E) {
  SourceLocation At = E->getExprLoc();
  BlockId Yes = newBlock(), No = newBlock(), Done = newBlock();
  Conditional Arms(*this);
  llvm::StringRef Name = synthetic("$cond");
  declare(Name, B.type(E->getType(), false), At);
  branchOn(E, Yes, No);
  enter(Yes);
  store(variable(Name, At), Operand::integer(1), At);
  jump(Done, At);
  enter(No);
  store(variable(Name, At), Operand::integer(0), At);
  jump(Done, At);
  enter(Done);
  return load(variable(Name, At), At);
}

Operand Lowering::conditional(const AbstractConditionalOperator *E,
                              bool WantPlace) {
  SourceLocation At = E->getExprLoc();
  Conditional Arms(*this);
  BlockId Yes = newBlock(), No = newBlock(), Done = newBlock();
  const auto *Elvis = dyn_cast<BinaryConditionalOperator>(E); // a ?: b
  if (Elvis) {
    Opaque[Elvis->getOpaqueValue()] = argument(Elvis->getCommon());
    branch(value(Elvis->getCond()), Yes, No, At);
  } else {
    branchOn(E->getCond(), Yes, No);
  }
  bool Void = E->getType()->isVoidType();
  llvm::StringRef Name;
  if (!Void)
    Name = synthetic("$cond");
  QualType Ty =
      WantPlace ? Ctx.getLValueReferenceType(E->getType()) : E->getType();
  auto Arm = [&](BlockId Block, const Expr *Value) {
    enter(Block);
    if (Void) {
      discard(Value);
    } else {
      Operand V = WantPlace ? place(Value) : value(Value);
      // An arm that throws has no value.
      if (!ended() && !Value->getType()->isVoidType()) {
        declare(Name, B.type(Ty, false), At);
        store(variable(Name, At), V, At);
      }
    }
    jump(Done, At);
  };
  Arm(Yes, E->getTrueExpr());
  Arm(No, E->getFalseExpr());
  enter(Done);
  return Void ? Operand() : load(variable(Name, At), At);
}

} // namespace mde::capturing
