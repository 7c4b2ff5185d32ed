//===- Capture/LowerLoop.cpp - Loops --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"

using namespace clang;

namespace mde::capturing {

void Lowering::loopBody(const Stmt *Body, BlockId Break, BlockId Continue) {
  Targets.push_back({Break, Continue, Top, Top});
  Scope *Outer = Top;
  stmt(Body);
  popTo(Outer, Body->getEndLoc());
  Targets.pop_back();
}

void Lowering::whileStmt(const WhileStmt *S) {
  SourceLocation At = S->getBeginLoc(), End = S->getEndLoc();
  BlockId Head = newBlock(), Body = newBlock(), Done = newBlock();
  jump(Head, At);
  enter(Head);
  Scope *Outer = Top;
  // A variable in the condition is made and destroyed each turn.
  if (const DeclStmt *D = S->getConditionVariableDeclStmt())
    declStmt(D);
  if (Top == Outer) {
    condition(S->getCond(), Body, Done);
    enter(Body);
    loopBody(S->getBody(), Done, Head);
    jump(Head, End);
    return enter(Done);
  }
  BlockId Next = newBlock(), Leave = newBlock();
  condition(S->getCond(), Body, Leave);
  enter(Leave);
  leaveTo(Outer, End);
  jump(Done, End);
  enter(Body);
  Targets.push_back({Done, Next, Outer, Top});
  stmt(S->getBody());
  Targets.pop_back();
  jump(Next, End);
  enter(Next);
  popTo(Outer, End);
  jump(Head, End);
  enter(Done);
}

void Lowering::doStmt(const DoStmt *S) {
  SourceLocation At = S->getBeginLoc();
  BlockId Body = newBlock(), Test = newBlock(), Done = newBlock();
  jump(Body, At);
  enter(Body);
  loopBody(S->getBody(), Done, Test);
  jump(Test, S->getWhileLoc());
  enter(Test);
  condition(S->getCond(), Body, Done);
  enter(Done);
}

void Lowering::forStmt(const ForStmt *S) {
  SourceLocation At = S->getBeginLoc(), End = S->getEndLoc();
  Scope *Outer = Top;
  if (S->getInit())
    stmt(S->getInit());
  BlockId Head = newBlock(), Body = newBlock(), Step = newBlock(),
          Done = newBlock();
  jump(Head, At);
  enter(Head);
  Scope *Loop = Top;
  BlockId Leave = Done;
  if (const DeclStmt *D = S->getConditionVariableDeclStmt())
    declStmt(D);
  Scope *Turn = Top;
  if (Turn != Loop)
    Leave = newBlock();
  if (S->getCond())
    condition(S->getCond(), Body, Leave);
  else
    jump(Body, At);
  if (Leave != Done) {
    enter(Leave);
    leaveTo(Loop, End);
    jump(Done, End);
  }
  enter(Body);
  Targets.push_back({Done, Step, Loop, Turn});
  stmt(S->getBody());
  popTo(Turn, End);
  Targets.pop_back();
  jump(Step, End);
  enter(Step);
  if (S->getInc())
    fullExpr(S->getInc());
  popTo(Loop, End);
  jump(Head, End);
  enter(Done);
  popTo(Outer, End);
}

/// As the standard writes it out; clang has worked out every part.
void Lowering::rangeFor(const CXXForRangeStmt *S) {
  SourceLocation At = S->getForLoc(), End = S->getEndLoc();
  Scope *Outer = Top;
  if (S->getInit())
    stmt(S->getInit());
  stmt(S->getRangeStmt());
  stmt(S->getBeginStmt());
  stmt(S->getEndStmt());
  if (!S->getCond() || !S->getInc() || !S->getLoopVarStmt()) {
    popTo(Outer, End);
    return; // the range is no range
  }
  BlockId Head = newBlock(), Body = newBlock(), Step = newBlock(),
          Done = newBlock();
  jump(Head, At);
  enter(Head);
  condition(S->getCond(), Body, Done);
  enter(Body);
  Scope *Loop = Top;
  Targets.push_back({Done, Step, Loop, Loop});
  stmt(S->getLoopVarStmt());
  stmt(S->getBody());
  popTo(Loop, End);
  Targets.pop_back();
  jump(Step, End);
  enter(Step);
  fullExpr(S->getInc());
  jump(Head, At);
  enter(Done);
  popTo(Outer, End);
}

} // namespace mde::capturing
