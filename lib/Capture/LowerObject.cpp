//===- Capture/LowerObject.cpp - Construction and destruction -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "Capture/Preamble.h"

using namespace clang;

namespace mde::capturing {

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void Lowering::function(const FunctionDecl *F, ir::Function &Out) {
  Fn = F;
  Key = Out.Key;
  Blocks.clear();
  enter(newBlock());
  if (const auto *M = dyn_cast<CXXMethodDecl>(F);
      M && M->getParent()->isLambda())
    M->getParent()->getCaptureFields(Captures, CapturedThis);
  unsigned Next = 0;
  for (const ParmVarDecl *P : F->parameters()) {
    llvm::StringRef Name = Out.Params[Next++].Name;
    if (Name.empty())
      continue;
    VarNames[cast<VarDecl>(P->getCanonicalDecl())] = Name;
    NamesTaken[Name] = 1;
  }
  SourceLocation End =
      F->getBody() ? F->getBody()->getEndLoc() : F->getEndLoc();
  ScopeEnd = End;
  if (Out.NoExcept && Ctx.getLangOpts().CXXExceptions) {
    Scope S;
    S.K = Scope::Terminate;
    S.At = End;
    push(S);
  }
  Scope *Outer = Top;
  body(F);
  popTo(Outer, End);
  if (!ended()) {
    if (F->isMain())
      ret(Operand::integer(0), End);
    else if (F->getReturnType()->isVoidType() || isa<CXXConstructorDecl>(F) ||
             isa<CXXDestructorDecl>(F) || !Ctx.getLangOpts().CPlusPlus ||
             Coroutine)
      ret({}, End);
    else
      unreachable(End); // a function with a result never ends here
  }
  resolveGotos();
  finish(Out);
}

void Lowering::body(const FunctionDecl *F) {
  const auto *C = dyn_cast<CXXConstructorDecl>(F);
  const auto *D = dyn_cast<CXXDestructorDecl>(F);
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  const Stmt *Body = F->getBody();
  // What the compiler writes for `= default` may not have been written yet.
  bool Memberwise = M && !Body && F->isDefaulted();
  auto Inside = [&](const Stmt *S) {
    if (C && C->isCopyOrMoveConstructor() && C->isDefaulted() && C->isTrivial())
      return defaultedBody(C);
    if (C)
      constructorPrologue(C);
    if (Memberwise && !C && !D)
      defaultedBody(M);
    if (!D)
      return stmt(S);
    ReturnTo = newBlock();
    ReturnScope = Top;
    stmt(S);
    jump(ReturnTo, F->getEndLoc());
    enter(std::exchange(ReturnTo, NoBlock));
    destructorEpilogue(D);
  };
  if (const auto *Try = dyn_cast_or_null<CXXTryStmt>(Body))
    tryBlocks(Try, [&] { Inside(Try->getTryBlock()); }, C || D);
  else
    Inside(Body);
}

//===----------------------------------------------------------------------===//
// Constructors
//===----------------------------------------------------------------------===//

void Lowering::constructorPrologue(const CXXConstructorDecl *C) {
  // Bases and members, in the order in which they are built.
  for (const CXXCtorInitializer *I : C->inits()) {
    memberInit(I);
    destroyOnUnwind(I);
  }
}

/// What is built when the constructor throws is destroyed again.
void Lowering::destroyOnUnwind(const CXXCtorInitializer *I) {
  Scope S;
  S.At = I->isWritten() ? I->getSourceLocation() : Fn->getLocation();
  if (const FieldDecl *F = I->getAnyMember()) {
    if (!needsDestroy(F->getType()) || F->isAnonymousStructOrUnion() ||
        !B.interestingDestructor(F->getType()))
      return;
    S.Ty = F->getType();
    S.Member = F;
  } else {
    S.Ty = Ctx.getCanonicalType(I->isBaseInitializer()
                                    ? QualType(I->getBaseClass(), 0)
                                    : I->getTypeSourceInfo()->getType());
    if (!needsDestroy(S.Ty) || !B.interestingDestructor(S.Ty))
      return;
  }
  S.OnlyUnwind = true;
  push(S);
}

/// using Base::Base: the parameters go on as they came.
void Lowering::inheritedInit(const CXXInheritedCtorInitExpr *E,
                             SourceLocation At) {
  Operands Args = {simple(Op::This, {}, At)};
  for (const ParmVarDecl *P : Fn->parameters()) {
    auto It = VarNames.find(cast<VarDecl>(P->getCanonicalDecl()));
    if (It == VarNames.end()) {
      Args.push_back(Operand::unknown("inherited constructor"));
      continue;
    }
    Operand Place = variable(It->second, At);
    Args.push_back(lives(P->getType()) ? Place : load(Place, At));
  }
  emitCall(E->getConstructor(), Args, Ctx.VoidTy, nullptr, false, At);
}

void Lowering::memberInit(const CXXCtorInitializer *I) {
  SourceLocation At =
      I->isWritten() ? I->getSourceLocation() : Fn->getLocation();
  const Expr *Init = I->getInit();
  if (!Init)
    return;
  FullExpression Full(*this, At);
  Operand This = simple(Op::This, {}, At);
  // After a fatal error clang instantiates nothing, and such a member's
  // initialiser stays a list in parentheses.
  if (Init->getType().isNull()) {
    unknownIn(Init, "invalid code", &This);
    return;
  }
  const Expr *Plain = Init;
  while (rewrite(Plain))
    ;
  if (const auto *Inherited = dyn_cast<CXXInheritedCtorInitExpr>(Plain))
    return inheritedInit(Inherited, At);
  if (I->isBaseInitializer() || I->isDelegatingInitializer())
    return into(Init, This);
  const FieldDecl *F = I->getAnyMember();
  if (F->isAnonymousStructOrUnion())
    return into(Init, This);
  if (!F->getType()->isReferenceType() && isa<NoInitExpr>(Plain))
    return;
  initField(F, Init, This);
}

void Lowering::construct(const CXXConstructExpr *E, Operand Dest) {
  SourceLocation At = E->getExprLoc();
  const ArrayType *A = Ctx.getAsArrayType(E->getType());
  if (!A)
    return constructOne(E, Dest);
  if (E->getConstructor()->isTrivial() &&
      E->getConstructor()->isDefaultConstructor())
    return E->requiresZeroInitialization() ? zeroInit(Dest, E->getType(), At)
                                           : void();
  uint64_t Count = 1;
  QualType Element = E->getType();
  while (const auto *C = Ctx.getAsConstantArrayType(Element)) {
    Count *= C->getSize().getLimitedValue();
    Element = C->getElementType();
  }
  forEachIndex(Operand::integer(Count), At,
               [&](Operand I) { constructOne(E, element(Dest, I, At)); });
}

void Lowering::constructOne(const CXXConstructExpr *E, Operand Dest) {
  SourceLocation At = E->getExprLoc();
  const CXXConstructorDecl *C = E->getConstructor();
  // Before C++17 the copy that everyone elides is still written down.
  if (E->isElidable() && E->getNumArgs() >= 1) {
    const Expr *Source = E->getArg(0);
    while (true) {
      const auto *M = dyn_cast<MaterializeTemporaryExpr>(Source);
      if (M)
        Source = M->getSubExpr();
      else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(Source);
               Cast && Cast->getCastKind() == CK_NoOp)
        Source = Cast->getSubExpr();
      else if (!rewrite(Source))
        break;
    }
    if (!Source->isGLValue() &&
        Ctx.hasSameUnqualifiedType(Source->getType(), E->getType()))
      return into(Source, Dest);
  }
  if (C->isTrivial()) {
    if (C->isCopyOrMoveConstructor())
      return copy(Dest, argument(E->getArg(0)), At);
    if (E->requiresZeroInitialization())
      zeroInit(Dest, E->getType(), At);
    return;
  }
  if (B.stateless(C->getParent())) {
    for (const Expr *A : E->arguments())
      discard(A);
    return;
  }
  if (E->requiresZeroInitialization())
    zeroInit(Dest, E->getType(), At);
  Operands Args = {Dest};
  for (const Expr *A : E->arguments())
    Args.push_back(argument(A));
  emitCall(C, Args, Ctx.VoidTy, nullptr, false, At);
}

/// Copy and assignment that nobody wrote: whole, or member by member.
void Lowering::defaultedBody(const CXXMethodDecl *M) {
  SourceLocation At = M->getLocation();
  Operand This = simple(Op::This, {}, At);
  bool Copies = isa<CXXConstructorDecl>(M) || M->isCopyAssignmentOperator() ||
                M->isMoveAssignmentOperator();
  if (Copies && M->getNumParams() == 1) {
    // The parameter has no name in a declaration without a body.
    ir::Instr I;
    I.Opcode = Op::Unknown;
    I.Name = "defaulted function without a body";
    I.Args = {This};
    const ParmVarDecl *P = M->getParamDecl(0);
    if (VarNames.contains(P)) {
      copy(This, load(variable(VarNames[P], At), At), At);
    } else {
      B.unknown(I.Name);
      add(std::move(I), At);
    }
    if (!isa<CXXConstructorDecl>(M))
      ret(This, At);
    return;
  }
  // A comparison.
  Operand Result =
      unknownIn(nullptr, "defaulted function without a body", nullptr);
  if (lives(M->getReturnType()))
    Result = {};
  ret(Result, At);
}

//===----------------------------------------------------------------------===//
// Destructors
//===----------------------------------------------------------------------===//

void Lowering::destructorEpilogue(const CXXDestructorDecl *D) {
  const CXXRecordDecl *R = D->getParent();
  SourceLocation At =
      D->getBody() ? D->getBody()->getEndLoc() : D->getLocation();
  llvm::SmallVector<const FieldDecl *, 8> Fields(R->fields());
  if (!R->isUnion())
    for (const FieldDecl *F : llvm::reverse(Fields))
      if (!F->isAnonymousStructOrUnion() && needsDestroy(F->getType()))
        destroy(field(simple(Op::This, {}, At), B.U.save(B.fieldName(F)), At),
                F->getType(), At);
  llvm::SmallVector<const CXXBaseSpecifier *, 4> Bases;
  for (const CXXBaseSpecifier &Base : R->bases())
    Bases.push_back(&Base);
  for (const CXXBaseSpecifier *Base : llvm::reverse(Bases))
    if (needsDestroy(Base->getType()))
      destroy(simple(Op::This, {}, At), Base->getType(), At);
}

//===----------------------------------------------------------------------===//
// new and delete
//===----------------------------------------------------------------------===//

Operand Lowering::newExpr(const CXXNewExpr *E) {
  SourceLocation At = E->getExprLoc();
  const FunctionDecl *New = E->getOperatorNew();
  Operand Place, Count;
  if (E->isArray() && E->getArraySize() && *E->getArraySize())
    Count = value(*E->getArraySize());
  QualType T = E->getAllocatedType();
  if (New && New->isReservedGlobalPlacementOperator() &&
      E->getNumPlacementArgs() == 1) {
    Place = value(E->getPlacementArg(0));
  } else {
    for (const Expr *A : E->placement_arguments())
      discard(A);
    ir::Instr I;
    I.Opcode = Op::New;
    I.Ty = B.type(T.getUnqualifiedType());
    if (Count.K != Operand::None)
      I.Args = {Count};
    Place = result(std::move(I), At);
  }
  const Expr *Init = E->getInitializer();
  if (!Init)
    return Place;
  const Expr *Plain = Init;
  while (rewrite(Plain))
    ;
  const auto *C = dyn_cast<CXXConstructExpr>(Plain);
  if (C && Count.K != Operand::None) {
    if (!C->getConstructor()->isTrivial())
      forEachIndex(Count, At,
                   [&](Operand I) { constructOne(C, element(Place, I, At)); });
  } else if (Count.K != Operand::None && isa<ImplicitValueInitExpr>(Plain)) {
    if (T->isAnyCharacterType() || T->isCharType())
      store(Place, Operand::text("", Loc()), At);
  } else {
    into(Init, Place);
  }
  return Place;
}

/// Destroying null does nothing, by contract with the engine.
void Lowering::deleteExpr(const CXXDeleteExpr *E) {
  SourceLocation At = E->getExprLoc();
  Operand Object = value(E->getArgument());
  QualType T = E->getDestroyedType();
  if (T.isNull() || !needsDestroy(T))
    return;
  if (E->isArrayForm()) {
    // How many there are is not known here: one stands for all.
    return destroy(element(Object, Operand::integer(0), At), T, At);
  }
  const CXXDestructorDecl *D = T->getAsCXXRecordDecl()->getDestructor();
  if (!D || D->isDeleted())
    return;
  emitCall(D, {Object}, Ctx.VoidTy, nullptr, D->isVirtual(), At);
}

//===----------------------------------------------------------------------===//
// Lambdas
//===----------------------------------------------------------------------===//

void Lowering::lambdaInto(const LambdaExpr *E, Operand Dest) {
  const CXXRecordDecl *R = E->getLambdaClass();
  B.record(R);
  auto Field = R->field_begin();
  for (const Expr *Init : E->capture_inits()) {
    const FieldDecl *F = *Field++;
    if (!Init)
      continue;
    // What is captured twice has a list in parentheses for an initialiser.
    if (Init->getType().isNull())
      unknownIn(Init, "invalid code", &Dest);
    else
      initField(F, Init, Dest);
  }
  // Not instantiated, because the header function that calls it has no body: what it
  // answers is not known, but would be in a whole unit.
  const FunctionTemplateDecl *Generic = R->getDependentLambdaCallOperator();
  if (Generic && Generic->specializations().empty() && !B.Options.RestIsForeign && restrictedScope(Ctx)) {
    ir::Instr I;
    I.Opcode = Op::Unknown;
    I.Name = NotInstantiated;
    I.Args = {Dest};
    B.unknown(I.Name);
    add(std::move(I), E->getExprLoc());
  }
}

} // namespace mde::capturing
