//===- Capture/LowerDecl.cpp - Variables ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"

using namespace clang;

namespace mde::capturing {

bool Lowering::lives(QualType T) const {
  T = T.getCanonicalType();
  return T->isRecordType() || T->isArrayType();
}

llvm::StringRef Lowering::nameFor(const VarDecl *V) {
  V = V->getCanonicalDecl();
  auto It = VarNames.find(V);
  if (It != VarNames.end())
    return It->second;
  llvm::StringRef Name =
      V->getIdentifier() ? uniqueName(V->getName()) : synthetic("$unnamed");
  VarNames[V] = Name;
  VarTypes[Name] = B.type(V->getType().getUnqualifiedType(), false);
  return Name;
}

void Lowering::declStmt(const DeclStmt *S) {
  for (const Decl *D : S->decls()) {
    if (const auto *V = dyn_cast<VarDecl>(D))
      varDecl(V);
    else if (const auto *R = dyn_cast<RecordDecl>(D);
             R && !R->isDependentContext())
      B.record(R);
  }
}

void Lowering::varDecl(const VarDecl *V) {
  if (V->isStaticLocal())
    return staticLocal(V);
  if (!V->hasLocalStorage())
    return; // `extern` in a function
  SourceLocation At = V->getLocation();
  llvm::StringRef Name = nameFor(V);
  if (V->getType()->isReferenceType()) {
    referenceDecl(V, Name);
  } else {
    bool Elided =
        V->isNRVOVariable() && Fn && lives(Fn->getReturnType()) &&
        Ctx.hasSameUnqualifiedType(V->getType(), Fn->getReturnType()) &&
        !Coroutine;
    if (Elided) {
      Aliased.insert(V);
      alias(Name, simple(Op::Return, {}, At), V->getType(), At);
    } else {
      declare(Name, B.type(V->getType().getUnqualifiedType()), At);
    }
    if (V->getInit()) {
      FullExpression Full(*this, V->getEndLoc());
      initVariable(V, variable(Name, At));
    } else if (V->getType()->isVariableArrayType()) {
      FullExpression Full(*this, V->getEndLoc());
      if (const Expr *Size =
              Ctx.getAsVariableArrayType(V->getType())->getSizeExpr())
        discard(Size);
    }
    pushDestroyVar(V, Name, V->getType(), At);
  }
  if (const auto *D = dyn_cast<DecompositionDecl>(V))
    bindings(D);
}

void Lowering::initVariable(const VarDecl *V, Operand Place) {
  const Expr *Init = V->getInit();
  if (V->isInvalidDecl() || Init->getType().isNull())
    unknownIn(Init, "invalid code", &Place);
  else if (lives(V->getType()))
    into(Init, Place);
  else if (V->getType()->isReferenceType())
    store(Place, place(Init), V->getLocation());
  else
    store(Place, value(Init), V->getLocation());
}

/// A reference is bound once in its life: it is another name for the place.
void Lowering::referenceDecl(const VarDecl *V, llvm::StringRef Name) {
  SourceLocation At = V->getLocation();
  Aliased.insert(V);
  if (!V->getInit())
    return;
  FullExpression Full(*this, V->getEndLoc());
  const Expr *Init = V->getInit();
  alias(Name, Init->isGLValue() ? place(Init) : value(Init), V->getType(), At);
}

void Lowering::bindings(const DecompositionDecl *D) {
  // get<> style bindings have variables of their own; the others name a part of
  // the hidden one, which `declRef` finds.
  for (const BindingDecl *Binding : D->bindings())
    if (const VarDecl *Holding = Binding->getHoldingVar())
      varDecl(Holding);
}

/// A static local is initialised when control first reaches it:
///
///   %1 = global "guard of f()::x"; %2 = load %1; branch %2 else:
///   construct; store %1, 1
///
/// One with a constant initialiser is a global like others (LowerGlobal.cpp).
void Lowering::staticLocal(const VarDecl *V) {
  SourceLocation At = V->getLocation();
  const Expr *Init = V->getInit();
  B.global(V);
  if (!Init || Init->isValueDependent() ||
      (V->hasConstantInitialization() && !V->getType()->isReferenceType()))
    return;
  BlockId First = newBlock(), Done = newBlock();
  Operand Guard = simple(Op::Global, {}, At, B.guard(V));
  branch(load(Guard, At), Done, First, At);
  enter(First);
  {
    FullExpression Full(*this, V->getEndLoc());
    initVariable(V, globalPlace(V, At));
  }
  store(simple(Op::Global, {}, At, B.guard(V)), Operand::integer(1), At);
  jump(Done, At);
  enter(Done);
}

/// A lambda or local class may name a constant of the function around it
/// without capturing it: `constexpr auto host = "..."; auto l = [] { return
/// host; };`
bool Lowering::isOuterConstant(const VarDecl *V) const {
  return V->hasLocalStorage() && V->isConstexpr() && V->getInit() &&
         !VarNames.contains(V->getCanonicalDecl()) && V->getDeclContext() != Fn;
}

Operand Lowering::varPlace(const VarDecl *V, SourceLocation At) {
  V = V->getCanonicalDecl();
  if (isOuterConstant(V) && !Captures.contains(V)) {
    Operand Copy = temp(V->getType(), At);
    initVariable(V, Copy);
    return Copy;
  }
  auto Captured = Captures.find(V);
  if (Captured != Captures.end() && !VarNames.contains(V->getCanonicalDecl())) {
    const FieldDecl *F = Captured->second;
    Operand Field = field(simple(Op::This, {}, At), B.fieldName(F), At);
    return F->getType()->isReferenceType() ? load(Field, At) : Field;
  }
  bool Reference = V->getType()->isReferenceType();
  if (!V->hasLocalStorage()) {
    Operand Global = globalPlace(V, At);
    return Reference ? load(Global, At) : Global;
  }
  Operand Place = variable(nameFor(V), At);
  return Reference && !Aliased.contains(V) ? load(Place, At) : Place;
}

} // namespace mde::capturing
