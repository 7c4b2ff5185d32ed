//===- Capture/LowerInit.cpp - Initialising places ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "clang/Basic/Stack.h"

using namespace clang;

namespace mde::capturing {

namespace {

/// Past these, elements are not written out: a loop, or nothing.
constexpr uint64_t MaxUnrolled = 16;
constexpr unsigned MaxTable = 4096;

} // namespace

void Lowering::into(const Expr *E, Operand Dest) {
  runWithSufficientStackSpace([] {}, [&] { intoHere(E, Dest); });
}

void Lowering::intoHere(const Expr *E, Operand Dest) {
  if (const auto *D = dyn_cast<CXXDefaultInitExpr>(E)) {
    // `this` in the initialiser is the aggregate, which memberInit knows.
    return into(D->getExpr(), Dest);
  }
  while (rewrite(E))
    ;
  QualType T = E->getType();
  SourceLocation At = E->getExprLoc();
  if (T->isVoidType())
    return discard(E);
  if (!lives(T)) {
    store(Dest, argument(E), At);
    return;
  }
  if (const auto *S = dyn_cast<StringLiteral>(E))
    return store(Dest, text(S), At);
  if (auto It = Opaque.find(E); It != Opaque.end())
    return copy(Dest, It->second, At);
  if (E->isGLValue())
    return copy(Dest, place(E), At);
  switch (E->getStmtClass()) {
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return construct(cast<CXXConstructExpr>(E), Dest);
  case Stmt::InitListExprClass:
    return initList(cast<InitListExpr>(E), Dest);
  case Stmt::CXXParenListInitExprClass: {
    const auto *P = cast<CXXParenListInitExpr>(E);
    if (const RecordDecl *R = T->getAsRecordDecl()) {
      llvm::SmallVector<const Expr *, 8> Inits(P->getInitExprs());
      return initRecord(R, Inits, P->getInitializedFieldInUnion(), Dest, At);
    }
    for (const auto &[I, Init] : llvm::enumerate(P->getInitExprs()))
      into(Init, element(Dest, Operand::integer(I), At));
    return;
  }
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return zeroInit(Dest, T, At);
  case Stmt::NoInitExprClass:
    return;
  case Stmt::DesignatedInitUpdateExprClass: {
    const auto *U = cast<DesignatedInitUpdateExpr>(E);
    into(U->getBase(), Dest);
    return into(U->getUpdater(), Dest);
  }
  case Stmt::ArrayInitLoopExprClass:
    return arrayInitLoop(cast<ArrayInitLoopExpr>(E), Dest);
  case Stmt::CXXStdInitializerListExprClass:
    return copy(Dest, initializerList(cast<CXXStdInitializerListExpr>(E)), At);
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass: {
    Operand R = call(cast<CallExpr>(E), &Dest);
    if (R.K == Operand::Temp && Dest.K == Operand::Temp &&
        R.Temp_ != Dest.Temp_)
      copy(Dest, R, At);
    return;
  }
  case Stmt::LambdaExprClass:
    return lambdaInto(cast<LambdaExpr>(E), Dest);
  case Stmt::StmtExprClass:
    stmtExpr(cast<StmtExpr>(E), &Dest);
    return;
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    suspend(cast<CoroutineSuspendExpr>(E), &Dest);
    return;
  case Stmt::CXXInheritedCtorInitExprClass:
    return; // the constructor's prologue does it
  case Stmt::OpaqueValueExprClass:
    if (const Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr())
      return into(Source, Dest);
    break;
  case Stmt::CXXThrowExprClass:
    return throwExpr(cast<CXXThrowExpr>(E));
  case Stmt::BinaryOperatorClass: {
    const auto *O = cast<BinaryOperator>(E);
    if (O->getOpcode() == BO_Comma) {
      discard(O->getLHS());
      return into(O->getRHS(), Dest);
    }
    if (O->getOpcode() == BO_Assign) // a struct in C
      return copy(Dest, assign(O, true), At);
    if (O->isPtrMemOp())
      return copy(Dest, memberPointer(O), At);
    unknownIn(E, "three-way comparison", &Dest);
    return;
  }
  case Stmt::ConditionalOperatorClass: {
    const auto *C = cast<ConditionalOperator>(E);
    Conditional Arms(*this);
    BlockId Yes = newBlock(), No = newBlock(), Done = newBlock();
    branchOn(C->getCond(), Yes, No);
    enter(Yes);
    into(C->getTrueExpr(), Dest);
    jump(Done, At);
    enter(No);
    into(C->getFalseExpr(), Dest);
    jump(Done, At);
    enter(Done);
    return;
  }
  case Stmt::MemberExprClass: // of a temporary: `make().field`
    return copy(Dest, memberPlace(cast<MemberExpr>(E)), At);
  default:
    break;
  }
  if (const auto *C = dyn_cast<CastExpr>(E)) {
    if (C->getSubExpr()->isGLValue())
      return copy(Dest, place(C->getSubExpr()), At);
    if (lives(C->getSubExpr()->getType()))
      return into(C->getSubExpr(), Dest);
  }
  unknownIn(E, E->getStmtClassName(), &Dest);
}

//===----------------------------------------------------------------------===//
// Aggregates
//===----------------------------------------------------------------------===//

void Lowering::initList(const InitListExpr *E, Operand Dest) {
  if (const InitListExpr *Semantic = E->getSemanticForm())
    E = Semantic;
  // An element that could not be converted is missing.
  if (llvm::is_contained(E->inits(), nullptr)) {
    unknownIn(E, "invalid code", &Dest);
    return;
  }
  SourceLocation At = E->getBeginLoc();
  QualType T = E->getType();
  if (E->isTransparent() && E->getNumInits() == 1)
    return into(E->getInit(0), Dest);
  if (T->isArrayType())
    return initArray(E, Dest);
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R) {
    unknownIn(E, "initialiser list", &Dest);
    return;
  }
  llvm::SmallVector<const Expr *, 8> Inits(E->inits());
  initRecord(R, Inits, E->getInitializedFieldInUnion(), Dest, At);
}

void Lowering::initRecord(const RecordDecl *R,
                          llvm::ArrayRef<const Expr *> Inits,
                          const FieldDecl *UnionField, Operand Dest,
                          SourceLocation) {
  if (R->isUnion()) {
    if (UnionField && !Inits.empty())
      initField(UnionField, Inits[0], Dest);
    return;
  }
  unsigned Next = 0;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R))
    for (unsigned I = 0; I < C->getNumBases() && Next < Inits.size(); ++I)
      into(Inits[Next++], Dest);
  Operand Saved = ThisOverride;
  for (const FieldDecl *F : R->fields()) {
    if (F->isUnnamedBitField())
      continue;
    if (Next == Inits.size())
      break;
    const Expr *Init = Inits[Next++];
    // A default member initialiser sees the aggregate as `this`.
    ThisOverride = isa<CXXDefaultInitExpr>(Init) ? Dest : Saved;
    initField(F, Init, Dest);
  }
  ThisOverride = Saved;
}

void Lowering::initField(const FieldDecl *F, const Expr *Init, Operand Object) {
  SourceLocation At = Init->getBeginLoc();
  if (isa<NoInitExpr>(Init))
    return;
  if (F->isAnonymousStructOrUnion())
    return into(Init, Object);
  Operand Place = field(Object, B.U.save(B.fieldName(F)), At);
  if (F->getType()->isReferenceType())
    store(Place, place(Init), At);
  else
    into(Init, Place);
}

/// `char a[] = {'M', 'd', 'e', 0}` is a text as much as `"Mde"` is.
bool Lowering::initText(const InitListExpr *E, Operand Dest) {
  QualType Element = Ctx.getAsArrayType(E->getType())->getElementType();
  if (!Element->isAnyCharacterType() && !Element->isCharType())
    return false;
  // The zeros behind the last character end the text.
  std::string Text;
  for (const Expr *Init : E->inits()) {
    auto C = constant(Init);
    if (!C && !isa<ImplicitValueInitExpr>(Init))
      return false;
    Text += C ? char(C->Value) : '\0';
    if (C && (C->Value > 255 || C->Value < -128))
      return false;
  }
  if (!Element->isCharType())
    for (char C : Text)
      if (C & 0x80)
        return false; // no byte of UTF-8
  Text.erase(Text.find_last_not_of('\0') + 1);
  store(Dest, Operand::text(B.U.save(Text), B.spelling(E->getBeginLoc())),
        E->getBeginLoc());
  return true;
}

void Lowering::initArray(const InitListExpr *E, Operand Dest) {
  SourceLocation At = E->getBeginLoc();
  if (E->isStringLiteralInit())
    return into(E->getInit(0), Dest);
  if (initText(E, Dest))
    return;
  unsigned Given = E->getNumInits();
  for (unsigned I = 0; I < std::min(Given, MaxTable); ++I) {
    const Expr *Init = E->getInit(I);
    if (!isa<NoInitExpr>(Init))
      into(Init, element(Dest, Operand::integer(I), Init->getBeginLoc()));
  }
  if (Given > MaxTable) {
    ir::Instr I;
    I.Opcode = Op::Unknown;
    I.Name = "large table";
    I.Args = {Dest};
    B.unknown(I.Name);
    return add(std::move(I), At);
  }
  const Expr *Filler = E->getArrayFiller();
  const auto *A = Ctx.getAsConstantArrayType(E->getType());
  if (!Filler || !A || isa<NoInitExpr>(Filler))
    return;
  uint64_t Size = A->getSize().getLimitedValue();
  if (isa<ImplicitValueInitExpr>(Filler)) {
    // One zero behind the given elements is enough to end a walk over them.
    for (uint64_t I = Given; I < std::min<uint64_t>(Size, MaxUnrolled); ++I)
      into(Filler, element(Dest, Operand::integer(I), At));
    if (Given >= MaxUnrolled && Given < Size)
      into(Filler, element(Dest, Operand::integer(Given), At));
    return;
  }
  for (uint64_t I = Given; I < std::min<uint64_t>(Size, Given + MaxUnrolled);
       ++I)
    into(Filler, element(Dest, Operand::integer(I), At));
}

void Lowering::zeroInit(Operand Dest, QualType T, SourceLocation At,
                        unsigned &Budget) {
  if (Budget == 0)
    return;
  --Budget;
  if (!lives(T))
    return store(Dest, zero(T), At);
  if (const auto *A = Ctx.getAsConstantArrayType(T)) {
    QualType Element = A->getElementType();
    if (Element->isAnyCharacterType() || Element->isCharType())
      return store(Dest, Operand::text("", Loc()), At);
    uint64_t Size = std::min(A->getSize().getLimitedValue(), MaxUnrolled);
    for (uint64_t I = 0; I < Size && Budget; ++I)
      zeroInit(element(Dest, Operand::integer(I), At), Element, At, Budget);
    return;
  }
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R || !R->getDefinition())
    return;
  R = R->getDefinition();
  if (const auto *C = dyn_cast<CXXRecordDecl>(R))
    for (const CXXBaseSpecifier &Base : C->bases())
      zeroInit(Dest, Base.getType(), At, Budget);
  for (const FieldDecl *F : R->fields()) {
    if (F->isUnnamedBitField() || F->getType()->isReferenceType())
      continue;
    if (F->isAnonymousStructOrUnion())
      zeroInit(Dest, F->getType(), At, Budget);
    else
      zeroInit(field(Dest, B.U.save(B.fieldName(F)), At), F->getType(), At,
               Budget);
    if (R->isUnion())
      break;
  }
}

void Lowering::forEachIndex(Operand Count, SourceLocation At,
                            llvm::function_ref<void(Operand)> Body) {
  if (Count.K == Operand::Int && Count.Value >= 0 &&
      uint64_t(Count.Value) <= MaxUnrolled) {
    for (int64_t I = 0; I < Count.Value; ++I)
      Body(Operand::integer(I));
    return;
  }
  llvm::StringRef Name = synthetic("$index");
  declare(Name, B.U.simple(ir::Type::Int), At);
  store(variable(Name, At), Operand::integer(0), At);
  BlockId Head = newBlock(), Turn = newBlock(), Done = newBlock();
  jump(Head, At);
  enter(Head);
  Operand I = load(variable(Name, At), At);
  branch(simple(Op::Binary, {I, Count}, At, "<"), Turn, Done, At);
  enter(Turn);
  Body(load(variable(Name, At), At));
  Operand Next = simple(
      Op::Binary, {load(variable(Name, At), At), Operand::integer(1)}, At, "+");
  store(variable(Name, At), Next, At);
  jump(Head, At);
  enter(Done);
}

/// How clang writes the copy of an array member: element by element.
void Lowering::arrayInitLoop(const ArrayInitLoopExpr *E, Operand Dest) {
  SourceLocation At = E->getExprLoc();
  const OpaqueValueExpr *Source = E->getCommonExpr();
  Operand From = argument(Source->getSourceExpr());
  QualType Element = E->getSubExpr()->getType();
  if (Element.isTriviallyCopyableType(Ctx))
    return copy(Dest, From, At);
  Opaque[Source] = From;
  Operand Saved = ArrayIndex;
  forEachIndex(Operand::integer(E->getArraySize().getLimitedValue()), At,
               [&](Operand I) {
                 ArrayIndex = I;
                 into(E->getSubExpr(), element(Dest, I, At));
               });
  ArrayIndex = Saved;
}

Operand Lowering::initializerList(const CXXStdInitializerListExpr *E) {
  SourceLocation At = E->getExprLoc();
  const Expr *Sub = E->getSubExpr();
  while (true) {
    if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(Sub))
      Sub = M->getSubExpr();
    else if (!rewrite(Sub))
      break;
  }
  ir::Instr I;
  I.Opcode = Op::List;
  const auto *List = dyn_cast<InitListExpr>(Sub);
  const ArrayType *A = Ctx.getAsArrayType(Sub->getType());
  if (!List || !A)
    return unknown(E, "initializer_list");
  I.Ty = B.type(A->getElementType().getUnqualifiedType());
  for (const Expr *Element : List->inits())
    I.Args.push_back(value(Element));
  return result(std::move(I), At);
}

} // namespace mde::capturing
