//===- Capture/LowerConst.cpp - Constants and their names -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Literals.h"
#include "Capture/Lowering.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroInfo.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace mde::capturing {

namespace {

/// True for what is worth handing to clang's evaluator: it would be asked at
/// each level of an expression, so the question must be cheap.
bool mayBeConstant(const Expr *E, const ASTContext &Ctx, unsigned &Budget) {
  if (Budget == 0 || !E)
    return false;
  --Budget;
  switch (E->getStmtClass()) {
  case Stmt::IntegerLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::OffsetOfExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::ArrayTypeTraitExprClass:
  case Stmt::ExpressionTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::ConceptSpecializationExprClass:
  case Stmt::ConstantExprClass:
  case Stmt::FloatingLiteralClass:
    return true;
  case Stmt::DeclRefExprClass: {
    const ValueDecl *D = cast<DeclRefExpr>(E)->getDecl();
    if (isa<EnumConstantDecl>(D))
      return true;
    const auto *V = dyn_cast<VarDecl>(D);
    return V && !V->getType()->isReferenceType() &&
           V->mightBeUsableInConstantExpressions(Ctx) && V->getAnyInitializer();
  }
  case Stmt::MemberExprClass: {
    const auto *V = dyn_cast<VarDecl>(cast<MemberExpr>(E)->getMemberDecl());
    return V && V->mightBeUsableInConstantExpressions(Ctx) &&
           V->getAnyInitializer();
  }
  case Stmt::UnaryOperatorClass: {
    const auto *U = cast<UnaryOperator>(E);
    return !U->isIncrementDecrementOp() && U->getOpcode() != UO_AddrOf &&
           U->getOpcode() != UO_Deref &&
           mayBeConstant(U->getSubExpr(), Ctx, Budget);
  }
  case Stmt::BinaryOperatorClass: {
    const auto *O = cast<BinaryOperator>(E);
    return !O->isAssignmentOp() && !O->isPtrMemOp() &&
           mayBeConstant(O->getLHS(), Ctx, Budget) &&
           mayBeConstant(O->getRHS(), Ctx, Budget);
  }
  case Stmt::ConditionalOperatorClass: {
    const auto *C = cast<ConditionalOperator>(E);
    return mayBeConstant(C->getCond(), Ctx, Budget) &&
           mayBeConstant(C->getTrueExpr(), Ctx, Budget) &&
           mayBeConstant(C->getFalseExpr(), Ctx, Budget);
  }
  case Stmt::ParenExprClass:
    return mayBeConstant(cast<ParenExpr>(E)->getSubExpr(), Ctx, Budget);
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return mayBeConstant(
        cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement(), Ctx, Budget);
  default:
    if (const auto *C = dyn_cast<CastExpr>(E))
      return C->getCastKind() != CK_ToVoid &&
             mayBeConstant(C->getSubExpr(), Ctx, Budget);
    return false;
  }
}

} // namespace

std::optional<Operand> Lowering::constant(const Expr *E) {
  if (!E->getType()->isIntegralOrEnumerationType() || E->isGLValue() ||
      E->isValueDependent() || E->isTypeDependent())
    return std::nullopt;
  unsigned Budget = 100;
  if (!mayBeConstant(E, Ctx, Budget))
    return std::nullopt;
  Expr::EvalResult Result;
  if (!E->EvaluateAsInt(Result, Ctx) || Result.HasSideEffects)
    return std::nullopt;
  const llvm::APSInt &V = Result.Val.getInt();
  if ((V.isUnsigned() ? V.getActiveBits() : V.getSignificantBits()) > 64)
    return std::nullopt;
  return Operand::integer(V.isUnsigned() ? int64_t(V.getZExtValue())
                                         : V.getSExtValue(),
                          constantName(E));
}

/// The enumerator or macro that an expression is, through casts, parentheses
/// and constant variables: `const auto kOption = CURLOPT_URL;`.
llvm::StringRef Lowering::constantName(const Expr *E) {
  for (unsigned Steps = 0; Steps < 16; ++Steps) {
    E = E->IgnoreParenCasts();
    if (const auto *C = dyn_cast<ConstantExpr>(E)) {
      E = C->getSubExpr();
      continue;
    }
    if (const auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(E)) {
      E = S->getReplacement();
      continue;
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    if (Ref && isa<EnumConstantDecl>(Ref->getDecl()))
      return B.U.save(Ref->getDecl()->getName());
    const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (V && V->getAnyInitializer()) {
      E = V->getAnyInitializer();
      continue;
    }
    break;
  }
  const auto *Sign = dyn_cast<UnaryOperator>(E);
  const Expr *Literal = Sign ? Sign->getSubExpr()->IgnoreParens() : E;
  if (!isa<IntegerLiteral, CharacterLiteral>(Literal))
    return {};
  // An object-like macro whose whole body is this literal.
  SourceLocation At = Literal->getBeginLoc();
  while (At.isMacroID() && B.SM.isMacroArgExpansion(At))
    At = B.SM.getImmediateSpellingLoc(At); // CHECK(setopt(MACRO))
  if (!At.isMacroID() || !B.SM.isMacroBodyExpansion(At) ||
      B.SM.getSLocEntry(B.SM.getFileID(At))
          .getExpansion()
          .isFunctionMacroExpansion())
    return {};
  llvm::StringRef Name =
      Lexer::getImmediateMacroName(At, B.SM, Ctx.getLangOpts());
  if (!B.PP)
    return Lexer::isAtStartOfMacroExpansion(At, B.SM, Ctx.getLangOpts()) &&
                   Lexer::isAtEndOfMacroExpansion(At, B.SM, Ctx.getLangOpts())
               ? B.U.save(Name)
               : llvm::StringRef();
  const IdentifierInfo *Id = &Ctx.Idents.get(Name);
  MacroDefinition Def =
      B.PP->getMacroDefinitionAtLoc(Id, B.SM.getExpansionLoc(At));
  const MacroInfo *Info = Def.getMacroInfo();
  if (!Info)
    return {};
  for (const Token &T : Info->tokens())
    if (!T.isOneOf(tok::l_paren, tok::r_paren, tok::minus) && !T.isLiteral())
      return {};
  return B.U.save(Name);
}

/// The bytes of a literal of any kind, wide ones as UTF-8.
std::string utf8(const StringLiteral *S) {
  std::string Out;
  unsigned Width = S->getCharByteWidth();
  if (Width == 1)
    return S->getBytes().str();
  for (unsigned I = 0, N = S->getLength(); I < N; ++I) {
    uint32_t Unit = S->getCodeUnit(I);
    if (Width == 2 && Unit >= 0xD800 && Unit < 0xDC00 && I + 1 < N) {
      uint32_t Low = S->getCodeUnit(I + 1);
      if (Low >= 0xDC00 && Low < 0xE000) {
        Unit = 0x10000 + ((Unit - 0xD800) << 10) + (Low - 0xDC00);
        ++I;
      }
    }
    char Buffer[8], *End = Buffer;
    if (llvm::ConvertCodePointToUTF8(Unit, End))
      Out.append(Buffer, End);
    else
      Out += "\xEF\xBF\xBD"; // no code point: the replacement character
  }
  return Out;
}

Operand Lowering::text(const StringLiteral *S) {
  Loc At = B.spelling(S->getBeginLoc());
  B.LiteralFunctions.try_emplace({At.File, At.Line, At.Col}, Key);
  return Operand::text(B.U.save(utf8(S)), At);
}

/// Lets clang print the literal. The inline functions of APFloat read a
/// constant that LLVM 19 lacks; the plugin would have to be bound to it when it
/// is loaded, before it can say that it doesn't fit its host.
Operand Lowering::number(const FloatingLiteral *E) {
  std::string Printed;
  llvm::raw_string_ostream OS(Printed);
  E->printPretty(OS, /*Helper=*/nullptr, PrintingPolicy(Ctx.getLangOpts()));
  // Without a suffix of its type, and `1.` is 1.
  llvm::StringRef Text(Printed);
  Text =
      Text.take_until([](char C) { return C == 'F' || C == 'L' || C == 'Q'; });
  Text.consume_back(".");
  return Operand::floating(B.U.save(Text));
}

Operand Lowering::zero(QualType T) {
  T = T.getCanonicalType();
  if (T->isAnyPointerType() || T->isNullPtrType() || T->isMemberPointerType() ||
      T->isBlockPointerType())
    return Operand::null();
  if (T->isFloatingType())
    return Operand::floating("0");
  return Operand::integer(0);
}

bool Lowering::constantText(const APValue &V, QualType T, Operand Dest,
                            SourceLocation At) {
  QualType Element = Ctx.getAsArrayType(T)->getElementType();
  if (!Element->isCharType())
    return false;
  std::string Text;
  for (unsigned I = 0; I < V.getArrayInitializedElts(); ++I) {
    if (!V.getArrayInitializedElt(I).isInt())
      return false;
    Text += char(V.getArrayInitializedElt(I).getInt().getExtValue());
  }
  Text.erase(Text.find_last_not_of('\0') + 1);
  store(Dest, Operand::text(B.U.save(Text), B.spelling(At)), At);
  return true;
}

void Lowering::constantInto(const APValue &V, QualType T, Operand Dest,
                            SourceLocation At) {
  if (V.isInt() && V.getInt().isRepresentableByInt64())
    return store(Dest, Operand::integer(V.getInt().getExtValue()), At);
  if (V.isStruct()) {
    const RecordDecl *R = T->getAsRecordDecl();
    if (const auto *C = dyn_cast<CXXRecordDecl>(R))
      for (const auto &[N, Base] : llvm::enumerate(C->bases()))
        constantInto(V.getStructBase(N), Base.getType(), Dest, At);
    for (const FieldDecl *F : R->fields()) {
      const APValue &Value = V.getStructField(F->getFieldIndex());
      if (F->isAnonymousStructOrUnion())
        constantInto(Value, F->getType(), Dest, At);
      else
        constantInto(Value, F->getType(),
                     field(Dest, B.U.save(B.fieldName(F)), At), At);
    }
    return;
  }
  if (V.isArray() && V.getArrayInitializedElts() <= 256) {
    if (constantText(V, T, Dest, At))
      return;
    for (unsigned I = 0; I < V.getArrayInitializedElts(); ++I)
      constantInto(V.getArrayInitializedElt(I),
                   Ctx.getAsArrayType(T)->getElementType(),
                   element(Dest, Operand::integer(I), At), At);
    return;
  }
  if (V.isLValue() && V.isNullPointer())
    return store(Dest, Operand::null(), At);
  if (V.isLValue() && V.getLValueOffset().isZero())
    if (const auto *E = V.getLValueBase().dyn_cast<const Expr *>())
      if (const auto *S = dyn_cast<StringLiteral>(E))
        return store(Dest, text(S), At);
  store(Dest, Operand::unknown("constant"), At);
}

} // namespace mde::capturing
