//===- Capture/Scopes.cpp - Leaving, and unwinding ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace mde::capturing {

Scope *Lowering::push(Scope S) {
  S.Parent = Top;
  S.Depth = Top ? Top->Depth + 1 : 1;
  S.End = ScopeEnd;
  Scopes.push_back(S);
  return Top = &Scopes.back();
}

bool Lowering::needsDestroy(QualType T) const {
  if (T->isReferenceType())
    return false;
  const CXXRecordDecl *R = Ctx.getBaseElementType(T)->getAsCXXRecordDecl();
  return R && R->hasDefinition() && !R->hasTrivialDestructor() &&
         !R->isDependentContext() && !R->isInvalidDecl() && !B.stateless(R);
}

void Lowering::pushDestroyVar(const VarDecl *V, llvm::StringRef Name,
                              QualType Ty, SourceLocation At) {
  Scope S;
  S.Decl = V;
  S.Var = Name;
  S.Ty = Ty;
  S.At = At;
  if (needsDestroy(Ty))
    push(S);
  if (const auto *A = V->getAttr<CleanupAttr>()) {
    S.Cleanup = A->getFunctionDecl();
    push(S);
  }
}

void Lowering::pushDestroyPlace(Operand Place, QualType Ty, SourceLocation At) {
  if (!needsDestroy(Ty) || Place.K != Operand::Temp)
    return;
  Scope S;
  S.Place = Place;
  S.Ty = Ty;
  S.At = At;
  push(S);
}

void Lowering::runCleanup(Scope *S, SourceLocation At, bool Unwinding) {
  if (S->K != Scope::Destroy || (S->OnlyUnwind && !Unwinding))
    return;
  // A destructor that throws unwinds from the scope around.
  Scope *Saved = Top;
  Top = S->Parent;
  Operand Place = S->Place;
  if (!S->Var.empty()) {
    Place = variable(S->Var, At);
  } else if (S->OnlyUnwind) {
    Place = simple(Op::This, {}, At);
    if (S->Member)
      Place = field(Place, B.U.save(B.fieldName(S->Member)), At);
  }
  if (S->Cleanup)
    emitCall(S->Cleanup, {Place}, Ctx.VoidTy, nullptr, /*Virtual=*/false, At);
  else
    destroy(Place, S->Ty, At);
  Top = Saved;
}

void Lowering::popTo(Scope *Outer, SourceLocation At) {
  while (Top != Outer) {
    if (!ended())
      runCleanup(Top, At);
    Top = Top->Parent;
  }
}

void Lowering::leaveTo(Scope *Outer, SourceLocation At, const VarDecl *Kept) {
  if (ended())
    return;
  for (Scope *S = Top; S != Outer; S = S->Parent)
    if (!Kept || S->Decl != Kept)
      runCleanup(S, S->Var.empty() || S->End.isInvalid() ? At : S->End);
}

BlockId Lowering::landing(Scope *S) {
  // Nobody can tell whether a string was destroyed on the way.
  while (S && S->K == Scope::Destroy && !S->Cleanup && !B.interestingDestructor(S->Ty))
    S = S->Parent;
  if (!S)
    return NoBlock;
  if (S->Landing != NoBlock)
    return S->Landing;
  S->Landing = newBlock();
  if (S->K == Scope::Try)
    return S->Landing; // filled in when the handlers are lowered
  BlockId Resumed = Cur;
  unsigned SavedDepth = std::exchange(ConditionalDepth, 0);
  enter(S->Landing);
  if (S->K == Scope::Terminate) {
    unreachable(S->At);
  } else {
    runCleanup(S, S->At, /*Unwinding=*/true);
    BlockId Next = landing(S->Parent);
    if (Next != NoBlock) {
      jump(Next, S->At);
    } else {
      ir::Instr I;
      I.Opcode = Op::Resume;
      add(std::move(I), S->At);
    }
  }
  enter(Resumed);
  ConditionalDepth = SavedDepth;
  return S->Landing;
}

void Lowering::destroy(Operand Place, QualType T, SourceLocation At) {
  if (const ArrayType *A = Ctx.getAsArrayType(T)) {
    Operand Count = Operand::unknown("array bound");
    if (const auto *C = dyn_cast<ConstantArrayType>(A))
      Count = Operand::integer(C->getSize().getLimitedValue());
    forEachIndex(Count, At, [&](Operand I) {
      destroy(element(Place, I, At), A->getElementType(), At);
    });
    return;
  }
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition())
    return;
  const CXXDestructorDecl *D = R->getDestructor();
  if (!D || D->isDeleted())
    return;
  emitCall(D, {Place}, Ctx.VoidTy, nullptr, /*Virtual=*/false, At);
}

//===----------------------------------------------------------------------===//
// Full expressions
//===----------------------------------------------------------------------===//

FullExpression::FullExpression(Lowering &L, SourceLocation End)
    : L(L), Outer(L.Top), End(End), Extended(L.Extended.size()),
      SavedDepth(std::exchange(L.ConditionalDepth, 0)),
      SavedBlock(L.HoistBlock), SavedAt(L.HoistAt) {}

FullExpression::~FullExpression() {
  L.popTo(Outer, End);
  L.ConditionalDepth = SavedDepth;
  L.HoistBlock = SavedBlock;
  L.HoistAt = SavedAt;
  // Temporaries that a reference keeps alive end with the block.
  for (size_t I = Extended; I < L.Extended.size(); ++I) {
    auto [Place, E] = L.Extended[I];
    L.pushDestroyPlace(Place, E->getType(), E->getExprLoc());
  }
  L.Extended.resize(Extended);
}

} // namespace mde::capturing
