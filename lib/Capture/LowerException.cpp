//===- Capture/LowerException.cpp - throw, try, catch ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"

using namespace clang;

namespace mde::capturing {

void Lowering::throwExpr(const CXXThrowExpr *E) {
  SourceLocation At = E->getThrowLoc();
  ir::Instr I;
  I.Opcode = Op::Throw;
  if (const Expr *Sub = E->getSubExpr()) {
    // The exception object outlives all scopes: nobody here destroys it.
    QualType T = Sub->getType().getUnqualifiedType();
    Operand Object = temp(T, At);
    into(Sub, Object);
    I.Args = {Object};
    I.Ty = B.type(T);
  } else {
    // Rethrown with the type that it has, which only the engine knows.
    I.Args = {simple(Op::Caught, {}, At)};
    I.Ty = B.U.simple(ir::Type::Void);
  }
  I.Unwind = unwind();
  add(std::move(I), At);
}

void Lowering::tryStmt(const CXXTryStmt *S) {
  tryBlocks(S, [&] { stmt(S->getTryBlock()); }, /*Rethrow=*/false);
}

/// \p Rethrow: the handlers of a constructor's or destructor's function try
/// block end by throwing again.
void Lowering::tryBlocks(const CXXTryStmt *S, llvm::function_ref<void()> Body,
                         bool Rethrow) {
  SourceLocation At = S->getTryLoc();
  Scope Handlers;
  Handlers.K = Scope::Try;
  Handlers.At = At;
  Scope *Outer = Top;
  Scope *Try = push(Handlers);
  Body();
  popTo(Outer, S->getEndLoc());
  BlockId Done = newBlock();
  jump(Done, S->getEndLoc());
  if (Try->Landing == NoBlock)
    return enter(Done); // nothing in it throws
  ir::Instr I;
  I.Opcode = Op::Dispatch;
  llvm::SmallVector<BlockId, 4> Blocks;
  bool CatchesAll = false;
  for (unsigned N = 0; N < S->getNumHandlers(); ++N) {
    Blocks.push_back(newBlock());
    const CXXCatchStmt *H = S->getHandler(N);
    ir::Case Handler; // without a type: `...`
    if (H->getExceptionDecl())
      Handler.Ty =
          B.type(H->getCaughtType().getNonReferenceType().getUnqualifiedType());
    else
      CatchesAll = true;
    Handler.Target = Blocks.back();
    I.Cases.push_back(Handler);
  }
  enter(Try->Landing);
  BlockId Next = landing(Outer);
  if (Next == NoBlock && !CatchesAll) {
    Next = newBlock();
    BlockId Here = Cur;
    enter(Next);
    ir::Instr Resume;
    Resume.Opcode = Op::Resume;
    add(std::move(Resume), At);
    enter(Here);
  }
  I.Else = CatchesAll ? NoBlock : Next;
  add(std::move(I), At);
  for (unsigned N = 0; N < S->getNumHandlers(); ++N) {
    enter(Blocks[N]);
    handler(S->getHandler(N));
    SourceLocation End = S->getHandler(N)->getEndLoc();
    if (Rethrow && !ended()) {
      ir::Instr Again;
      Again.Opcode = Op::Throw;
      Again.Args = {simple(Op::Caught, {}, End)};
      Again.Ty = B.U.simple(ir::Type::Void);
      Again.Unwind = unwind();
      add(std::move(Again), End);
    }
    jump(Done, End);
  }
  enter(Done);
}

void Lowering::handler(const CXXCatchStmt *H) {
  Scope *Outer = Top;
  if (const VarDecl *V = H->getExceptionDecl()) {
    SourceLocation At = V->getLocation();
    QualType T = V->getType();
    Operand Caught = simple(Op::Caught, {}, At);
    llvm::StringRef Name = nameFor(V);
    if (T->isReferenceType()) {
      Aliased.insert(V);
      alias(Name, Caught, T, At);
    } else {
      declare(Name, B.type(T.getUnqualifiedType()), At);
      Operand Place = variable(Name, At);
      const Expr *Init = V->getInit();
      while (Init && rewrite(Init))
        ;
      const auto *Copy = dyn_cast_or_null<CXXConstructExpr>(Init);
      if (!lives(T))
        store(Place, load(Caught, At), At);
      else if (Copy && !Copy->getConstructor()->isTrivial())
        emitCall(Copy->getConstructor(), {Place, Caught}, Ctx.VoidTy, nullptr,
                 false, At);
      else
        copy(Place, Caught, At);
      pushDestroyVar(V, Name, T, At);
    }
  }
  stmt(H->getHandlerBlock());
  popTo(Outer, H->getEndLoc());
}

} // namespace mde::capturing
