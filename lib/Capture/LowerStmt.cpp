//===- Capture/LowerStmt.cpp - Statements ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "clang/Basic/Stack.h"

using namespace clang;

namespace mde::capturing {

void Lowering::stmt(const Stmt *S) {
  if (S)
    runWithSufficientStackSpace([] {}, [&] { stmtHere(S); });
}

void Lowering::stmtHere(const Stmt *S) {
  if (const auto *E = dyn_cast<Expr>(S))
    return fullExpr(E);
  SourceLocation At = S->getBeginLoc();
  switch (S->getStmtClass()) {
  case Stmt::NullStmtClass:
    return;
  case Stmt::CompoundStmtClass:
    return compound(cast<CompoundStmt>(S));
  case Stmt::DeclStmtClass:
    return declStmt(cast<DeclStmt>(S));
  case Stmt::IfStmtClass:
    return ifStmt(cast<IfStmt>(S));
  case Stmt::SwitchStmtClass:
    return switchStmt(cast<SwitchStmt>(S));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass: {
    // A run of cases, `case 1: case 2: ...`, nests; follow it in a loop.
    while (const auto *C = dyn_cast<SwitchCase>(S)) {
      BlockId Block = CaseBlocks.lookup(C);
      if (CaseBlocks.contains(C)) {
        jump(Block, C->getBeginLoc());
        enter(Block);
      }
      S = C->getSubStmt();
    }
    return stmt(S);
  }
  case Stmt::WhileStmtClass:
    return whileStmt(cast<WhileStmt>(S));
  case Stmt::DoStmtClass:
    return doStmt(cast<DoStmt>(S));
  case Stmt::ForStmtClass:
    return forStmt(cast<ForStmt>(S));
  case Stmt::CXXForRangeStmtClass:
    return rangeFor(cast<CXXForRangeStmt>(S));
  case Stmt::ReturnStmtClass:
    return returnStmt(cast<ReturnStmt>(S));
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass: {
    bool Break = isa<BreakStmt>(S);
    // `continue` in a switch belongs to the loop around it.
    for (const Target &T : llvm::reverse(Targets)) {
      BlockId To = Break ? T.Break : T.Continue;
      if (To == NoBlock)
        continue;
      leaveTo(Break ? T.BreakScope : T.ContinueScope, At);
      return jump(To, At);
    }
    return unreachable(At);
  }
  case Stmt::LabelStmtClass:
    return labelStmt(cast<LabelStmt>(S));
  case Stmt::GotoStmtClass: {
    BlockId From = newBlock();
    jump(From, At);
    Gotos.push_back({From, Top, cast<GotoStmt>(S)->getLabel(), At});
    // Its block is finished when all labels are known.
    return enter(newBlock());
  }
  case Stmt::IndirectGotoStmtClass:
    return indirectGoto(cast<IndirectGotoStmt>(S));
  case Stmt::AttributedStmtClass:
    return stmt(cast<AttributedStmt>(S)->getSubStmt());
  case Stmt::GCCAsmStmtClass:
  case Stmt::MSAsmStmtClass:
    return asmStmt(cast<AsmStmt>(S));
  case Stmt::CXXTryStmtClass:
    return tryStmt(cast<CXXTryStmt>(S));
  case Stmt::CoroutineBodyStmtClass:
    return coroutineBody(cast<CoroutineBodyStmt>(S));
  case Stmt::CoreturnStmtClass:
    return coreturn(cast<CoreturnStmt>(S));
  case Stmt::SEHTryStmtClass: {
    // The handlers run only when the hardware says so.
    const auto *T = cast<SEHTryStmt>(S);
    stmt(T->getTryBlock());
    if (const SEHFinallyStmt *F = T->getFinallyHandler())
      stmt(F->getBlock());
    return;
  }
  case Stmt::CapturedStmtClass:
    return stmt(cast<CapturedStmt>(S)->getCapturedStmt());
  default:
    // Directives of OpenMP and the like stand around ordinary statements.
    unknownIn(S, S->getStmtClassName(), nullptr);
    for (const Stmt *Child : S->children())
      stmt(Child);
  }
}

void Lowering::compound(const CompoundStmt *S) {
  Scope *Outer = Top;
  SourceLocation SavedEnd = std::exchange(ScopeEnd, S->getRBracLoc());
  for (const Stmt *Child : S->body())
    stmt(Child);
  popTo(Outer, S->getRBracLoc());
  ScopeEnd = SavedEnd;
}

void Lowering::fullExpr(const Expr *E) {
  FullExpression Full(*this, E->getEndLoc());
  discard(E);
}

void Lowering::condition(const Expr *E, BlockId Then, BlockId Else) {
  if (!isa<ExprWithCleanups>(E->IgnoreParens())) {
    FullExpression Full(*this, E->getEndLoc());
    return branchOn(E, Then, Else);
  }
  BlockId OnTrue = newBlock(), OnFalse = newBlock();
  Scope *Outer = Top;
  FullExpression Full(*this, E->getEndLoc());
  branchOn(E, OnTrue, OnFalse);
  enter(OnTrue);
  leaveTo(Outer, E->getEndLoc());
  jump(Then, E->getEndLoc());
  enter(OnFalse);
  popTo(Outer, E->getEndLoc());
  jump(Else, E->getEndLoc());
}

/// `else if` chains nest, thousands deep in generated code: followed in a loop.
void Lowering::ifStmt(const IfStmt *S) {
  Scope *Outer = Top;
  SourceLocation End = S->getEndLoc();
  BlockId Done = newBlock();
  while (true) {
    if (S->getInit())
      stmt(S->getInit());
    if (S->isConsteval()) {
      // What is captured is what runs.
      if (S->isNegatedConsteval())
        stmt(S->getThen());
      else
        stmt(S->getElse());
      break;
    }
    if (const DeclStmt *D = S->getConditionVariableDeclStmt())
      declStmt(D);
    if (S->isConstexpr()) {
      if (auto Taken = S->getNondiscardedCase(Ctx)) {
        stmt(*Taken);
        break;
      }
    }
    BlockId Then = newBlock();
    BlockId Else = S->getElse() ? newBlock() : Done;
    Scope *Inside = Top;
    if (Else == Done && Inside != Outer)
      Else = newBlock();
    condition(S->getCond(), Then, Else);
    enter(Then);
    stmt(S->getThen());
    leaveTo(Outer, End);
    jump(Done, End);
    if (Else == Done)
      return enter(Done);
    enter(Else);
    const auto *Next = dyn_cast_or_null<IfStmt>(S->getElse());
    if (!Next) {
      stmt(S->getElse());
      break;
    }
    S = Next;
  }
  popTo(Outer, End);
  jump(Done, End);
  enter(Done);
}

//===----------------------------------------------------------------------===//
// switch
//===----------------------------------------------------------------------===//

void Lowering::collectCases(const SwitchStmt *S, ir::Instr &Out) {
  // clang lists them last to first.
  llvm::SmallVector<const SwitchCase *, 16> Cases;
  for (const SwitchCase *C = S->getSwitchCaseList(); C;
       C = C->getNextSwitchCase())
    Cases.push_back(C);
  auto Fits = [](const llvm::APSInt &V) { return V.isRepresentableByInt64(); };
  for (const SwitchCase *C : llvm::reverse(Cases)) {
    BlockId Block = newBlock();
    CaseBlocks[C] = Block;
    if (isa<DefaultStmt>(C)) {
      Out.Else = Block;
      continue;
    }
    const auto *Case = cast<CaseStmt>(C);
    Expr::EvalResult First, Last;
    if (Case->getLHS()->isValueDependent() ||
        !Case->getLHS()->EvaluateAsInt(First, Ctx))
      continue;
    Last = First;
    if (Case->getRHS() && !Case->getRHS()->EvaluateAsInt(Last, Ctx))
      continue;
    const llvm::APSInt &From = First.Val.getInt(), &To = Last.Val.getInt();
    if (!Fits(From) || !Fits(To) || From.getExtValue() > To.getExtValue())
      continue;
    ir::Case Arm;
    Arm.First = From.getExtValue();
    Arm.Last = To.getExtValue();
    Arm.Target = Block;
    Out.Cases.push_back(Arm);
  }
}

void Lowering::switchStmt(const SwitchStmt *S) {
  Scope *Outer = Top;
  SourceLocation At = S->getBeginLoc(), End = S->getEndLoc();
  if (S->getInit())
    stmt(S->getInit());
  if (const DeclStmt *D = S->getConditionVariableDeclStmt())
    declStmt(D);
  Operand Cond;
  {
    FullExpression Full(*this, End);
    Cond = value(S->getCond());
  }
  BlockId Done = newBlock();
  ir::Instr I;
  I.Opcode = Op::Switch;
  I.Args = {Cond};
  I.Else = Done;
  collectCases(S, I);
  add(std::move(I), At);
  enter(newBlock());
  Targets.push_back({Done, NoBlock, Top, nullptr});
  stmt(S->getBody());
  Targets.pop_back();
  jump(Done, End);
  enter(Done);
  popTo(Outer, End);
}

//===----------------------------------------------------------------------===//
// return, goto, asm
//===----------------------------------------------------------------------===//

void Lowering::returnValue(const Expr *E) {
  if (E->getType()->isVoidType())
    return discard(E);
  into(E, simple(Op::Return, {}, E->getExprLoc()));
}

void Lowering::returnStmt(const ReturnStmt *S) {
  SourceLocation At = S->getBeginLoc();
  const Expr *E = S->getRetValue();
  const VarDecl *Kept = nullptr;
  Operand Result;
  QualType Ty = Fn ? Fn->getReturnType() : Ctx.VoidTy;
  if (E) {
    FullExpression Full(*this, S->getEndLoc());
    const VarDecl *Candidate = S->getNRVOCandidate();
    if (Candidate && Aliased.contains(Candidate))
      Kept = Candidate; // it was built in the return place
    else if (Ty->isReferenceType())
      Result = place(E);
    else if (lives(Ty) || E->getType()->isVoidType())
      returnValue(E);
    else
      Result = value(E);
  }
  if (ReturnTo != NoBlock) {
    leaveTo(ReturnScope, At);
    return jump(ReturnTo, At);
  }
  leaveTo(nullptr, At, Kept);
  ret(Result, At);
}

Lowering::Label &Lowering::label(const LabelDecl *L) {
  auto [It, New] = Labels.try_emplace(L);
  if (New)
    It->second.Block = newBlock();
  return It->second;
}

void Lowering::labelStmt(const LabelStmt *S) {
  Label &L = label(S->getDecl());
  L.Placed = true;
  L.At = Top;
  BlockId Block = L.Block;
  jump(Block, S->getBeginLoc());
  enter(Block);
  stmt(S->getSubStmt());
}

/// A jump leaves the scopes between it and the scope that holds its label.
void Lowering::resolveGotos() {
  for (const Goto &G : Gotos) {
    Label L = label(G.To);
    enter(G.From);
    Top = G.At;
    Scope *A = G.At, *B = L.At;
    while (A != B) {
      if (!B || (A && A->Depth > B->Depth))
        A = A->Parent;
      else
        B = B->Parent;
    }
    leaveTo(A, G.Where);
    if (L.Placed)
      jump(L.Block, G.Where);
    else
      unreachable(G.Where);
  }
  Top = nullptr;
}

/// The labels whose address a body takes, in tables that are constant, too.
static llvm::SetVector<const LabelDecl *> addressLabels(const Stmt *Body) {
  llvm::SetVector<const LabelDecl *> Labels;
  llvm::SmallVector<const Stmt *> Work{Body};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    if (const auto *Address = dyn_cast<AddrLabelExpr>(S))
      Labels.insert(Address->getLabel());
    llvm::SmallVector<const Stmt *> Children(S->children());
    Work.append(Children.rbegin(), Children.rend());
  }
  return Labels;
}

void Lowering::indirectGoto(const IndirectGotoStmt *S) {
  if (const LabelDecl *Known = S->getConstantTarget()) {
    BlockId From = newBlock();
    jump(From, S->getBeginLoc());
    Gotos.push_back({From, Top, Known, S->getBeginLoc()});
    return enter(newBlock());
  }
  // It may go to any label whose address is taken.
  const auto Labels = addressLabels(Fn ? Fn->getBody() : nullptr);
  discard(S->getTarget());
  Operand Which = unknownIn(nullptr, "computed goto", nullptr);
  ir::Instr I;
  I.Opcode = Op::Switch;
  I.Args = {Which};
  I.Else = newBlock();
  BlockId Nowhere = I.Else;
  for (const auto &[N, L] : llvm::enumerate(Labels)) {
    ir::Case C;
    C.First = C.Last = N;
    C.Target = newBlock();
    Gotos.push_back({C.Target, Top, L, S->getBeginLoc()});
    I.Cases.push_back(C);
  }
  add(std::move(I), S->getBeginLoc());
  enter(Nowhere);
  unreachable(S->getBeginLoc());
}

void Lowering::asmStmt(const AsmStmt *S) {
  ir::Instr I;
  I.Opcode = Op::Unknown;
  I.Name = "inline assembly";
  for (unsigned N = 0; N < S->getNumOutputs(); ++N)
    if (const Expr *Out = S->getOutputExpr(N); Out->isGLValue())
      I.Args.push_back(place(Out));
  for (unsigned N = 0; N < S->getNumInputs(); ++N)
    I.Args.push_back(argument(S->getInputExpr(N)));
  B.unknown(I.Name);
  add(std::move(I), S->getBeginLoc());
}

} // namespace mde::capturing
