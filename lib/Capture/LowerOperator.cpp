//===- Capture/LowerOperator.cpp - Operators and casts --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"

using namespace clang;

namespace mde::capturing {

//===----------------------------------------------------------------------===//
// Casts
//===----------------------------------------------------------------------===//

Operand Lowering::castValue(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  SourceLocation At = E->getExprLoc();
  switch (E->getCastKind()) {
  case CK_LValueToRValue: {
    if (Sub->getType()->isNullPtrType()) {
      discard(Sub);
      return Operand::null();
    }
    Operand Place = place(Sub);
    // A constant that stands for its variable, or a place given up on.
    if (Place.K == Operand::Int || Place.K == Operand::Unknown)
      return Place;
    return load(Place, At);
  }
  case CK_ArrayToPointerDecay:
  case CK_FunctionToPointerDecay:
    return place(Sub);
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    discard(Sub);
    return Operand::null();
  case CK_ToVoid:
    discard(Sub);
    return {};
  case CK_NoOp:
  case CK_BitCast:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
  case CK_AddressSpaceConversion:
  case CK_BaseToDerivedMemberPointer:
  case CK_DerivedToBaseMemberPointer:
  case CK_ReinterpretMemberPointer:
  case CK_CPointerToObjCPointerCast:
  case CK_BlockPointerToObjCPointerCast:
  case CK_AnyPointerToBlockPointerCast:
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
  case CK_UserDefinedConversion:
  case CK_ConstructorConversion:
    return argument(Sub);
  case CK_Dynamic:
    return dynamicCast(E);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_FloatingToBoolean:
  case CK_MemberPointerToBoolean: {
    Operand V = value(Sub);
    return simple(Op::Unary, {V}, At, "bool");
  }
  case CK_IntegralCast:
  case CK_BooleanToSignedIntegral:
    return integralCast(E);
  case CK_IntegralToPointer: {
    Operand V = value(Sub);
    if (V.K == Operand::Int && V.Value == 0)
      return Operand::null();
    return simple(Op::Cast, {V}, At, {}, B.type(E->getType(), false));
  }
  case CK_IntegralToFloating:
  case CK_FloatingToIntegral:
  case CK_FloatingCast:
  case CK_PointerToIntegral:
    return simple(Op::Cast, {value(Sub)}, At, {}, B.type(E->getType(), false));
  default:
    return unknown(
        E, B.U.save(llvm::Twine("cast ").concat(E->getCastKindName()).str()));
  }
}

/// Only a conversion that can change the value is one: to fewer bits, or
/// between signed and unsigned.
Operand Lowering::integralCast(const CastExpr *E) {
  Operand V = value(E->getSubExpr());
  QualType From = E->getSubExpr()->getType(), To = E->getType();
  if (From->isBooleanType() || !From->isIntegralOrEnumerationType() ||
      From->isIncompleteType() || To->isIncompleteType())
    return V;
  uint64_t FromBits = Ctx.getIntWidth(From), ToBits = Ctx.getIntWidth(To);
  bool FromSigned = From->isSignedIntegerOrEnumerationType();
  bool ToSigned = To->isSignedIntegerOrEnumerationType();
  bool Keeps = FromSigned == ToSigned ? ToBits >= FromBits
                                      : !FromSigned && ToBits > FromBits;
  if (Keeps || From->isEnumeralType() || To->isEnumeralType())
    return V;
  return simple(Op::Cast, {V}, E->getExprLoc(), {}, B.type(To, false));
}

Operand Lowering::dynamicCast(const CastExpr *E) {
  QualType To = E->getType();
  if (To->isPointerType())
    To = To->getPointeeType();
  // To `void *`: the whole object, which is what a reference names anyway.
  Operand From = argument(E->getSubExpr());
  if (To->isVoidType())
    return From;
  return simple(Op::DynamicCast, {From}, E->getExprLoc(), {},
                B.type(E->getType()->isPointerType()
                           ? E->getType()
                           : Ctx.getLValueReferenceType(To),
                       false));
}

//===----------------------------------------------------------------------===//
// Unary
//===----------------------------------------------------------------------===//

Operand Lowering::unaryValue(const UnaryOperator *E) {
  SourceLocation At = E->getExprLoc();
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return addressOf(Sub);
  case UO_Plus:
    return value(Sub);
  case UO_Deref: // a function, in C
    return value(Sub);
  case UO_Minus:
    return simple(Op::Unary, {value(Sub)}, At, "-");
  case UO_Not:
    return simple(Op::Unary, {value(Sub)}, At, "~");
  case UO_LNot:
    return simple(Op::Unary, {value(Sub)}, At, "!");
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    return incDec(E, false);
  case UO_Coawait:
    return unknown(E, "dependent");
  default:
    return unknown(E, "complex number");
  }
}

Operand Lowering::addressOf(const Expr *Sub) {
  Sub = Sub->IgnoreParens();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Sub)) {
    // &Class::member
    const ValueDecl *D = Ref->getDecl();
    if (const auto *F = dyn_cast<FieldDecl>(D))
      return Operand::member(B.U.save(B.fieldName(F)));
    if (const auto *F = dyn_cast<IndirectFieldDecl>(D))
      return Operand::member(B.U.save(B.fieldName(F->getAnonField())));
  }
  return place(Sub);
}

Operand Lowering::incDec(const UnaryOperator *E, bool WantPlace) {
  SourceLocation At = E->getExprLoc();
  QualType T = E->getSubExpr()->getType();
  Operand Place = place(E->getSubExpr());
  Operand Old = load(Place, At);
  Operand New = arithmetic(E->isIncrementOp() ? "+" : "-",
                           E->isIncrementOp() ? BO_Add : BO_Sub, T, Ctx.IntTy,
                           Old, Operand::integer(1), At);
  // An `unsigned char` of 255 becomes 0.
  if (T->isUnsignedIntegerType() && !T->isBooleanType() && Ctx.getIntWidth(T) < Ctx.getIntWidth(Ctx.IntTy))
    New = simple(Op::Binary, {New, Operand::integer((1 << Ctx.getIntWidth(T)) - 1)}, At, "&");
  store(Place, New, At);
  if (WantPlace)
    return Place;
  return E->isPostfix() ? Old : New;
}

//===----------------------------------------------------------------------===//
// Binary
//===----------------------------------------------------------------------===//

Operand Lowering::arithmetic(llvm::StringRef Name, BinaryOperatorKind Opc,
                             QualType LT, QualType RT, Operand L, Operand R,
                             SourceLocation At) {
  bool LeftPointer = LT->isPointerType() || LT->isArrayType();
  bool RightPointer = RT->isPointerType() || RT->isArrayType();
  if (Opc == BO_Add && LeftPointer)
    return element(L, R, At);
  if (Opc == BO_Add && RightPointer)
    return element(R, L, At);
  if (Opc == BO_Sub && LeftPointer && !RightPointer) {
    Operand Back = R.K == Operand::Int ? Operand::integer(-R.Value)
                                       : simple(Op::Unary, {R}, At, "-");
    return element(L, Back, At);
  }
  return simple(Op::Binary, {L, R}, At, Name);
}

Operand Lowering::binaryValue(const BinaryOperator *E) {
  SourceLocation At = E->getExprLoc();
  BinaryOperatorKind Opc = E->getOpcode();
  switch (Opc) {
  case BO_Comma:
    discard(E->getLHS());
    return value(E->getRHS());
  case BO_LAnd:
  case BO_LOr:
    return logical(E);
  case BO_Assign:
    return assign(E, false);
  case BO_PtrMemD:
  case BO_PtrMemI:
    return load(memberPointer(E), At);
  case BO_Cmp:
    return unknown(E, "three-way comparison");
  default:
    break;
  }
  // `a + b + c + ...` leans left, thousands deep in generated code.
  llvm::SmallVector<const BinaryOperator *, 8> Chain = {E};
  const Expr *Left = E->getLHS()->IgnoreParens();
  while (const auto *O = dyn_cast<BinaryOperator>(Left)) {
    if (!O->isAdditiveOp() && !O->isMultiplicativeOp() && !O->isBitwiseOp() &&
        !O->isShiftOp())
      break;
    if (isa<CompoundAssignOperator>(O) || constant(O))
      break;
    Chain.push_back(O);
    Left = O->getLHS()->IgnoreParens();
  }
  Operand Result = value(Left);
  for (const BinaryOperator *O : llvm::reverse(Chain)) {
    Operand R = value(O->getRHS());
    Result =
        arithmetic(O->getOpcodeStr(), O->getOpcode(), O->getLHS()->getType(),
                   O->getRHS()->getType(), Result, R, O->getExprLoc());
  }
  return Result;
}

Operand Lowering::assign(const BinaryOperator *E, bool WantPlace) {
  SourceLocation At = E->getExprLoc();
  QualType T = E->getLHS()->getType();
  if (lives(T)) { // a struct in C
    const Expr *Right = E->getRHS()->IgnoreParens();
    if (const auto *C = dyn_cast<CastExpr>(Right);
        C && C->getCastKind() == CK_LValueToRValue)
      Right = C->getSubExpr();
    Operand From = argument(Right);
    Operand To = place(E->getLHS());
    copy(To, From, At);
    return To;
  }
  Operand V = value(E->getRHS());
  Operand To = place(E->getLHS());
  store(To, V, At);
  return WantPlace ? To : V;
}

Operand Lowering::compoundAssign(const CompoundAssignOperator *E,
                                 bool WantPlace) {
  SourceLocation At = E->getExprLoc();
  QualType T = E->getLHS()->getType(), Computed = E->getComputationResultType();
  Operand R = value(E->getRHS());
  Operand To = place(E->getLHS());
  BinaryOperatorKind Opc =
      BinaryOperator::getOpForCompoundAssignment(E->getOpcode());
  Operand V = arithmetic(BinaryOperator::getOpcodeStr(Opc), Opc, T,
                         E->getRHS()->getType(), load(To, At), R, At);
  bool Narrows = T->isIntegerType() && Computed->isArithmeticType() &&
                 (!Computed->isIntegerType() ||
                  Ctx.getIntWidth(T) < Ctx.getIntWidth(Computed));
  if (Narrows)
    V = simple(Op::Cast, {V}, At, {}, B.type(T.getUnqualifiedType(), false));
  store(To, V, At);
  return WantPlace ? To : V;
}

/// The member that a member pointer selects: an offset into the object.
Operand Lowering::memberPointer(const BinaryOperator *E) {
  Operand Object =
      E->getOpcode() == BO_PtrMemI ? value(E->getLHS()) : argument(E->getLHS());
  Operand Member = value(E->getRHS());
  if (Member.K == Operand::Member)
    return field(Object, Member.Str, E->getExprLoc());
  return element(Object, Member, E->getExprLoc());
}

} // namespace mde::capturing
