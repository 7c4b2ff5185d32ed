//===- Capture/LowerBuiltin.cpp - Builtins and what is not lowered --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "clang/Basic/Builtins.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace mde::capturing {

//===----------------------------------------------------------------------===//
// Builtins
//===----------------------------------------------------------------------===//

/// Sets \p Done for a builtin that means something else than a call.
Operand Lowering::builtin(const CallExpr *E, unsigned Id, bool &Done,
                          const Operand *) {
  SourceLocation At = E->getExprLoc();
  auto First = [&] { return argument(E->getArg(0)); };
  Done = true;
  switch (Id) {
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
  case Builtin::BI__builtin_launder:
  case Builtin::BI__builtin_unpredictable:
  // What these give is what they got.
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BIas_const:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BI__builtin_addressof:
    if (E->getNumArgs() >= 1)
      return First();
    break;
  case Builtin::BI__builtin_unreachable:
  case Builtin::BI__assume:
  case Builtin::BI__builtin_assume:
    // Not evaluated; and no path is ruled out on the author's word alone.
    if (Id == Builtin::BI__builtin_unreachable)
      unreachable(At);
    return {};
  case Builtin::BI__builtin_trap:
  case Builtin::BI__debugbreak:
    if (Id == Builtin::BI__builtin_trap)
      unreachable(At);
    return {};
  case Builtin::BI__builtin_constant_p: {
    Expr::EvalResult Result;
    bool Known =
        E->getArg(0)->EvaluateAsRValue(Result, Ctx) && !Result.HasSideEffects;
    return Operand::integer(Known);
  }
  case Builtin::BI__builtin_alloca:
  case Builtin::BIalloca:
    return simple(Op::New, {value(E->getArg(0))}, At, {},
                  B.U.simple(ir::Type::Char));
  case Builtin::BI__builtin_is_constant_evaluated:
    return Operand::integer(0);
  default:
    break;
  }
  llvm::StringRef Name;
  if (const FunctionDecl *F = E->getDirectCallee())
    Name = F->getIdentifier() ? F->getName() : llvm::StringRef();
  if (Name.starts_with("__sync_") || Name.starts_with("__atomic_"))
    return unknown(E, "atomic builtin");
  Done = false;
  return {};
}

//===----------------------------------------------------------------------===//
// Statement expressions
//===----------------------------------------------------------------------===//

/// curl/typecheck-gcc.h wraps calls in a statement expression that warns about
/// wrong types at compile time:
///
///   #define curl_easy_setopt(handle, option, value)
///     __extension__({
///       CURLoption _curl_opt = (option);
///       if (__builtin_constant_p(_curl_opt)) { ... }
///       curl_easy_setopt(handle, _curl_opt, value);
///     })
///
/// A macro that ends in a call of the function that it is named after is that
/// call; its constants need no variable.
bool Lowering::typeCheckedCall(const StmtExpr *E, Operand &Out) {
  SourceLocation At = E->getBeginLoc();
  const CompoundStmt *Body = E->getSubStmt();
  if (!At.isMacroID() || Body->body_empty())
    return false;
  const auto *Last = dyn_cast<Expr>(Body->body_back());
  const auto *Call =
      Last ? dyn_cast<CallExpr>(Last->IgnoreParenImpCasts()) : nullptr;
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !F->getIdentifier() ||
      Lexer::getImmediateMacroName(At, B.SM, Ctx.getLangOpts()) != F->getName())
    return false;
  for (const Stmt *S : Body->body()) {
    if (S == Last)
      break;
    if (isa<IfStmt, NullStmt, CompoundStmt>(S))
      continue;
    const auto *D = dyn_cast<DeclStmt>(S);
    if (!D)
      return false;
    for (const Decl *One : D->decls()) {
      const auto *V = dyn_cast<VarDecl>(One);
      if (!V || !V->getInit())
        continue;
      if (auto C = constant(V->getInit()))
        Substitutes[V] = *C;
      else
        varDecl(V);
    }
  }
  Out = value(Last);
  return true;
}

Operand Lowering::stmtExpr(const StmtExpr *E, const Operand *Into) {
  Operand Result;
  if (typeCheckedCall(E, Result))
    return Result;
  const CompoundStmt *Body = E->getSubStmt();
  Scope *Outer = Top;
  SourceLocation SavedEnd = std::exchange(ScopeEnd, Body->getRBracLoc());
  for (const Stmt *S : Body->body()) {
    const Expr *Last = nullptr;
    if (S == Body->body_back())
      if (const auto *V = dyn_cast<ValueStmt>(S))
        Last = V->getExprStmt();
    if (!Last || E->getType()->isVoidType()) {
      stmt(S);
    } else if (Into) {
      FullExpression Full(*this, S->getEndLoc());
      into(Last, *Into);
      Result = *Into;
    } else if (lives(E->getType())) {
      Operand Place = temp(E->getType(), E->getExprLoc());
      FullExpression Full(*this, S->getEndLoc());
      into(Last, Place);
      Result = Place;
    } else {
      FullExpression Full(*this, S->getEndLoc());
      Result = argument(Last);
    }
  }
  popTo(Outer, Body->getRBracLoc());
  ScopeEnd = SavedEnd;
  return Result;
}

//===----------------------------------------------------------------------===//
// What is not lowered
//===----------------------------------------------------------------------===//

Operand Lowering::unknown(const Expr *E, llvm::StringRef Why) {
  return unknownIn(E, Why, nullptr);
}

/// Gives up what the parts of \p E refer to, and \p Into if there is one.
Operand Lowering::unknownIn(const Stmt *S, llvm::StringRef Why,
                            const Operand *Into) {
  B.unknown(Why);
  ir::Instr I;
  I.Opcode = Op::Unknown;
  I.Name = B.U.save(Why);
  if (Into)
    I.Args.push_back(*Into);
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (E && !isa<LambdaExpr, BlockExpr, RequiresExpr, CXXTypeidExpr>(E))
    for (const Stmt *Child : E->children()) {
      const auto *Part = dyn_cast_or_null<Expr>(Child);
      const auto *Call = dyn_cast<CallExpr>(E);
      if (!Part || (Call && Part == Call->getCallee()) ||
          Part->getType().isNull() || Part->getType()->isVoidType() ||
          Part->isTypeDependent() || Part->getType()->isPlaceholderType() ||
          Part->getType()->isFunctionType())
        continue;
      Operand O = argument(Part);
      if (O.K != Operand::None)
        I.Args.push_back(O);
    }
  SourceLocation At = S ? S->getBeginLoc() : SourceLocation();
  if (E && !E->getType().isNull() && lives(E->getType()) && !E->isGLValue() &&
      !Into) {
    Operand Place = temp(E->getType(), At);
    I.Args.push_back(Place);
    add(std::move(I), At);
    return Place;
  }
  return result(std::move(I), At);
}

} // namespace mde::capturing
