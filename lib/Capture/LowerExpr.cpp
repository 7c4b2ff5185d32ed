//===- Capture/LowerExpr.cpp - Values and places --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "clang/Basic/Stack.h"

using namespace clang;

namespace mde::capturing {

/// Many expressions only stand for another one. \p E becomes that.
bool Lowering::rewrite(const Expr *&E) {
  const Expr *To = nullptr;
  if (const auto *P = dyn_cast<ParenExpr>(E))
    To = P->getSubExpr();
  else if (const auto *F = dyn_cast<clang::FullExpr>(E)) // and ExprWithCleanups
    To = F->getSubExpr();
  else if (const auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    To = S->getReplacement();
  else if (const auto *G = dyn_cast<GenericSelectionExpr>(E))
    To = G->isResultDependent() ? nullptr : G->getResultExpr();
  else if (const auto *C = dyn_cast<ChooseExpr>(E))
    To = C->isConditionDependent() ? nullptr : C->getChosenSubExpr();
  else if (const auto *D = dyn_cast<CXXDefaultArgExpr>(E))
    To = D->getExpr();
  else if (const auto *D = dyn_cast<CXXDefaultInitExpr>(E))
    To = D->getExpr();
  else if (const auto *R = dyn_cast<CXXRewrittenBinaryOperator>(E))
    To = R->getSemanticForm();
  else if (const auto *T = dyn_cast<CXXBindTemporaryExpr>(E))
    To = T->getSubExpr();
  else if (const auto *U = dyn_cast<UnaryOperator>(E);
           U && U->getOpcode() == UO_Extension)
    To = U->getSubExpr();
  else if (const auto *P = dyn_cast<PseudoObjectExpr>(E))
    To = P->getResultExpr();
  if (!To)
    return false;
  E = To;
  return true;
}

Operand Lowering::value(const Expr *E) {
  Operand Result;
  runWithSufficientStackSpace([] {}, [&] { Result = valueHere(E); });
  return Result;
}

Operand Lowering::place(const Expr *E) {
  Operand Result;
  runWithSufficientStackSpace([] {}, [&] { Result = placeHere(E); });
  return Result;
}

void Lowering::discard(const Expr *E) {
  while (rewrite(E))
    ;
  if (const auto *C = dyn_cast<CastExpr>(E);
      C && (C->getCastKind() == CK_ToVoid ||
            (C->getCastKind() == CK_LValueToRValue && !lives(C->getType()))))
    return discard(C->getSubExpr());
  if (E->isGLValue())
    place(E);
  else
    value(E);
}

Operand Lowering::valueHere(const Expr *E) {
  if (auto Constant = constant(E))
    return *Constant;
  while (rewrite(E))
    if (auto Constant = constant(E))
      return *Constant;
  SourceLocation At = E->getExprLoc();
  if (E->isTypeDependent() || E->isValueDependent())
    return unknown(E, isa<RecoveryExpr>(E) ? "invalid code" : "dependent");
  if (E->isGLValue())
    return lives(E->getType()) || E->getType()->isFunctionType()
               ? place(E)
               : load(place(E), At);
  if (auto It = Opaque.find(E); It != Opaque.end())
    return It->second;
  if (lives(E->getType()))
    return temporary(E);
  switch (E->getStmtClass()) {
  case Stmt::IntegerLiteralClass: // wider than 64 bits
    return Operand::unknown("wide integer");
  case Stmt::FloatingLiteralClass:
    return number(cast<FloatingLiteral>(E));
  case Stmt::DeclRefExprClass: // a member function; an enumerator is constant
    if (const auto *F = dyn_cast<FunctionDecl>(cast<DeclRefExpr>(E)->getDecl()))
      return functionRef(F);
    return declRef(cast<DeclRefExpr>(E));
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
    return Operand::null();
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return E->getType()->isVoidType() ? Operand() : zero(E->getType());
  case Stmt::InitListExprClass: {
    const auto *List = cast<InitListExpr>(E);
    return List->getNumInits() ? argument(List->getInit(0))
                               : zero(E->getType());
  }
  case Stmt::CXXThisExprClass:
    return thisObject(At);
  case Stmt::UnaryOperatorClass:
    return unaryValue(cast<UnaryOperator>(E));
  case Stmt::BinaryOperatorClass:
    return binaryValue(cast<BinaryOperator>(E));
  case Stmt::CompoundAssignOperatorClass:
    return compoundAssign(cast<CompoundAssignOperator>(E), false);
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return conditional(cast<AbstractConditionalOperator>(E), false);
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
  case Stmt::CUDAKernelCallExprClass:
    return call(cast<CallExpr>(E), nullptr);
  case Stmt::StmtExprClass:
    return stmtExpr(cast<StmtExpr>(E), nullptr);
  case Stmt::CXXNewExprClass:
    return newExpr(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass:
    deleteExpr(cast<CXXDeleteExpr>(E));
    return {};
  case Stmt::CXXThrowExprClass:
    throwExpr(cast<CXXThrowExpr>(E));
    return E->getType()->isVoidType() ? Operand() : Operand::unknown("thrown");
  case Stmt::CXXPseudoDestructorExprClass:
    discard(cast<CXXPseudoDestructorExpr>(E)->getBase());
    return {};
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return suspend(cast<CoroutineSuspendExpr>(E), nullptr);
  case Stmt::ArrayInitIndexExprClass:
    return ArrayIndex;
  case Stmt::AddrLabelExprClass:
    return Operand::unknown("label address");
  case Stmt::OpaqueValueExprClass:
    if (const Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr())
      return value(Source);
    return Operand::unknown("opaque value");
  case Stmt::MaterializeTemporaryExprClass:
    return load(place(E), At);
  case Stmt::VAArgExprClass: {
    ir::Instr I;
    I.Opcode = Op::Call;
    I.Name = B.declare("__builtin_va_arg", E->getType());
    I.Args = {argument(cast<VAArgExpr>(E)->getSubExpr())};
    return finishCall(std::move(I), E->getType(), nullptr, At);
  }
  case Stmt::AtomicExprClass:
    return unknown(E, "atomic builtin");
  case Stmt::CXXTypeidExprClass:
    return unknown(E, "typeid");
  case Stmt::RecoveryExprClass:
    return unknown(E, "invalid code");
  default:
    if (const auto *C = dyn_cast<CastExpr>(E))
      return castValue(C);
    return unknown(E, B.U.save(E->getStmtClassName()));
  }
}

Operand Lowering::placeHere(const Expr *E) {
  while (rewrite(E))
    ;
  SourceLocation At = E->getExprLoc();
  if (E->isTypeDependent())
    return unknown(E, isa<RecoveryExpr>(E) ? "invalid code" : "dependent");
  if (auto It = Opaque.find(E); It != Opaque.end())
    return It->second;
  if (!E->isGLValue())
    return lives(E->getType()) ? temporary(E) : value(E);
  switch (E->getStmtClass()) {
  case Stmt::DeclRefExprClass:
    return declRef(cast<DeclRefExpr>(E));
  case Stmt::MemberExprClass:
    return memberPlace(cast<MemberExpr>(E));
  case Stmt::StringLiteralClass:
    return text(cast<StringLiteral>(E));
  case Stmt::PredefinedExprClass:
    if (const StringLiteral *Name = cast<PredefinedExpr>(E)->getFunctionName())
      return text(Name);
    return Operand::unknown("predefined expression");
  case Stmt::ObjCEncodeExprClass:
    return unknown(E, "Objective-C");
  case Stmt::ArraySubscriptExprClass: {
    const auto *S = cast<ArraySubscriptExpr>(E);
    Operand Base = argument(S->getBase());
    return element(Base, value(S->getIdx()), At);
  }
  case Stmt::UnaryOperatorClass: {
    const auto *U = cast<UnaryOperator>(E);
    if (U->getOpcode() == UO_Deref)
      return value(U->getSubExpr());
    if (U->isIncrementDecrementOp())
      return incDec(U, true);
    return unknown(E, "complex number"); // __real, __imag
  }
  case Stmt::BinaryOperatorClass: {
    const auto *O = cast<BinaryOperator>(E);
    if (O->getOpcode() == BO_Assign)
      return assign(O, true);
    if (O->getOpcode() == BO_Comma) {
      discard(O->getLHS());
      return place(O->getRHS());
    }
    if (O->isPtrMemOp())
      return memberPointer(O);
    return unknown(E, "operator");
  }
  case Stmt::CompoundAssignOperatorClass:
    return compoundAssign(cast<CompoundAssignOperator>(E), true);
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return conditional(cast<AbstractConditionalOperator>(E), true);
  case Stmt::CompoundLiteralExprClass: {
    // In C it lives as long as the block, and nobody destroys it.
    Operand Place = temp(E->getType(), At);
    into(cast<CompoundLiteralExpr>(E)->getInitializer(), Place);
    return Place;
  }
  case Stmt::InitListExprClass: // `T &r = {x}`
    if (cast<InitListExpr>(E)->getNumInits() == 1)
      return place(cast<InitListExpr>(E)->getInit(0));
    return unknown(E, "initialiser list");
  case Stmt::MaterializeTemporaryExprClass:
    return materialize(cast<MaterializeTemporaryExpr>(E));
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return call(cast<CallExpr>(E), nullptr);
  case Stmt::StmtExprClass:
    return stmtExpr(cast<StmtExpr>(E), nullptr);
  case Stmt::OpaqueValueExprClass:
    if (const Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr())
      return argument(Source);
    return Operand::unknown("opaque value");
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return suspend(cast<CoroutineSuspendExpr>(E), nullptr);
  case Stmt::CXXTypeidExprClass:
    return unknown(E, "typeid");
  case Stmt::CXXThrowExprClass:
    throwExpr(cast<CXXThrowExpr>(E));
    return Operand::unknown("thrown");
  default:
    break;
  }
  if (const auto *C = dyn_cast<CastExpr>(E)) {
    switch (C->getCastKind()) {
    case CK_NoOp:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_BaseToDerived:
    case CK_LValueBitCast:
    case CK_AddressSpaceConversion:
    case CK_UserDefinedConversion:
    case CK_ConstructorConversion:
      return argument(C->getSubExpr());
    case CK_Dynamic:
      return dynamicCast(C);
    default:
      return unknown(E, "cast");
    }
  }
  return unknown(E, B.U.save(E->getStmtClassName()));
}

Operand Lowering::declRef(const DeclRefExpr *E) {
  SourceLocation At = E->getExprLoc();
  const ValueDecl *D = E->getDecl();
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return functionRef(F);
  if (const auto *V = dyn_cast<VarDecl>(D)) {
    auto It = Substitutes.find(V);
    return It != Substitutes.end() ? It->second : varPlace(V, At);
  }
  if (const auto *Binding = dyn_cast<BindingDecl>(D)) {
    if (auto It = Captures.find(Binding); It != Captures.end()) {
      Operand Field =
          field(simple(Op::This, {}, At), B.fieldName(It->second), At);
      return It->second->getType()->isReferenceType() ? load(Field, At) : Field;
    }
    if (const VarDecl *Holding = Binding->getHoldingVar())
      return varPlace(Holding, At);
    if (const Expr *Part = Binding->getBinding())
      return place(Part);
  }
  if (const auto *T = dyn_cast<TemplateParamObjectDecl>(D)) {
    // A class as template argument: `send<Host{"api"}>()`.
    Operand Place = temp(T->getType(), At);
    constantInto(T->getValue(), T->getType(), Place, At);
    return Place;
  }
  return unknown(E, B.U.save(D->getDeclKindName()));
}

Operand Lowering::functionRef(const FunctionDecl *F) {
  llvm::StringRef Key = B.function(F);
  B.noteAddressTaken(Key);
  return Operand::function(Key);
}

Operand Lowering::memberPlace(const MemberExpr *E) {
  SourceLocation At =
      E->getMemberLoc().isValid() ? E->getMemberLoc() : E->getExprLoc();
  const ValueDecl *D = E->getMemberDecl();
  if (const auto *V = dyn_cast<VarDecl>(D)) { // a static member
    discard(E->getBase());
    return varPlace(V, At);
  }
  if (const auto *M = dyn_cast<CXXMethodDecl>(D)) {
    discard(E->getBase());
    return functionRef(M);
  }
  Operand Object = E->isArrow() ? value(E->getBase()) : place(E->getBase());
  const auto *F = dyn_cast<FieldDecl>(D);
  if (!F)
    return unknown(E, "member");
  if (F->isAnonymousStructOrUnion())
    return Object;
  Operand Place = field(Object, B.fieldName(F), At);
  return F->getType()->isReferenceType() ? load(Place, At) : Place;
}

Operand Lowering::thisObject(SourceLocation At) {
  if (ThisOverride.K != Operand::None)
    return ThisOverride;
  Operand This = simple(Op::This, {}, At);
  if (!CapturedThis)
    return This;
  // In a lambda `this` is the object around it; `*this` captures a copy.
  Operand Field = field(This, "this", At);
  return CapturedThis->getType()->isPointerType() ? load(Field, At) : Field;
}

Operand Lowering::temporary(const Expr *E) {
  while (rewrite(E))
    ;
  if (E->isGLValue())
    return place(E);
  SourceLocation At = E->getExprLoc();
  if (const auto *O = dyn_cast<BinaryOperator>(E);
      O && O->getOpcode() == BO_Assign)
    return assign(O, true); // a struct in C
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(E))
    return initializerList(List);
  // A call makes its own result place.
  if (isa<CallExpr>(E) && ConditionalDepth == 0) {
    Operand Result = call(cast<CallExpr>(E), nullptr);
    pushDestroyPlace(Result, E->getType(), At);
    return Result;
  }
  Operand Place = temp(E->getType(), At);
  into(E, Place);
  pushDestroyPlace(Place, E->getType(), At);
  return Place;
}

Operand Lowering::materialize(const MaterializeTemporaryExpr *E) {
  SourceLocation At = E->getExprLoc();
  const Expr *Sub = E->getSubExpr();
  bool Outlives = E->getStorageDuration() != SD_FullExpression;
  if (!Outlives || !needsDestroy(E->getType())) {
    if (lives(E->getType()))
      return temporary(Sub);
    Operand Place = temp(E->getType(), At);
    store(Place, argument(Sub), At);
    return Place;
  }
  Operand Place = temp(E->getType(), At);
  into(Sub, Place);
  if (E->getStorageDuration() == SD_Automatic)
    Extended.emplace_back(Place, E);
  return Place;
}

} // namespace mde::capturing
