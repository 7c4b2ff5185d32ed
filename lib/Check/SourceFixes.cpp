//===- Check/SourceFixes.cpp - Fixes as changes of the source -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/SourceFixes.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace mde;
using namespace mde::check;
using namespace clang;
using findings::Fix;

//===----------------------------------------------------------------------===//
// What stands at a location
//===----------------------------------------------------------------------===//

namespace {

/// A statement with all that it stands in, itself last.
using StmtPath = llvm::SmallVector<const Stmt *>;

/// Looks for the first statement for which a predicate holds, in the
/// declarations around a location only.
class Finder : public RecursiveASTVisitor<Finder> {
  using Base = RecursiveASTVisitor<Finder>;

public:
  Finder(const SourceManager &SM, SourceLocation At,
         llvm::function_ref<bool(const Stmt *)> Predicate)
      : SM(SM), At(SM.getDecomposedLoc(At)), Predicate(Predicate) {}

  StmtPath Found;

  bool TraverseDecl(Decl *D) {
    if (!D || !(isa<TranslationUnitDecl>(D) || isAround(D->getSourceRange())))
      return true;
    return Base::TraverseDecl(D);
  }

  bool TraverseStmt(Stmt *S) {
    if (!S)
      return true;
    Path.push_back(S);
    if (Predicate(S)) {
      Found = Path;
      return false;
    }
    bool GoOn = Base::TraverseStmt(S);
    Path.pop_back();
    return GoOn;
  }

private:
  bool isAround(SourceRange R) const {
    auto [BeginFile, Begin] = SM.getDecomposedExpansionLoc(R.getBegin());
    auto [EndFile, End] = SM.getDecomposedExpansionLoc(R.getEnd());
    return (BeginFile != At.first || Begin <= At.second) &&
           (EndFile != At.first || At.second <= End) &&
           (BeginFile == At.first || EndFile == At.first);
  }

  const SourceManager &SM;
  std::pair<FileID, unsigned> At;
  llvm::function_ref<bool(const Stmt *)> Predicate;
  StmtPath Path;
};

StmtPath pathTo(ASTContext &Ctx, SourceLocation At,
                llvm::function_ref<bool(const Stmt *)> Predicate) {
  Finder F(Ctx.getSourceManager(), At, Predicate);
  for (Decl *D : Ctx.getTraversalScope())
    if (!F.TraverseDecl(D))
      break;
  return F.Found;
}

} // namespace

//===----------------------------------------------------------------------===//
// A statement before the send
//===----------------------------------------------------------------------===//

/// The request as the model of the sending function sees it.
static const Expr *requestOf(const CallExpr *Call, llvm::StringRef Callee,
                             const models::Models &M) {
  const models::Expr *Place = nullptr;
  for (const models::CallModel *C : M.calls(Callee))
    for (const models::Effect &E : C->Do)
      if (!Place && !C->Fix.empty() && E.V == models::Effect::Send)
        Place = &E.Place;
  if (!Place)
    return nullptr;
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
  if (Place->K == models::Expr::This)
    return Member ? Member->getImplicitObjectArgument() : nullptr;
  if (Place->K != models::Expr::Arg || Place->Index >= Call->getNumArgs())
    return nullptr;
  return Call->getArg(Place->Index);
}

/// The `get` of a smart pointer, as which C++ holds the handles of C libraries.
static bool isGetOfSmartPointer(const CXXMemberCallExpr *Call) {
  const CXXMethodDecl *Method = Call->getMethodDecl();
  if (!Method || !Method->getIdentifier() || Method->getName() != "get" ||
      Call->getNumArgs() != 0)
    return false;
  const CXXRecordDecl *Class = Method->getParent();
  // libstdc++ declares the one of shared_ptr in a base, __shared_ptr.
  return Class->isInStdNamespace() && Class->getIdentifier() &&
         Class->getName().ends_with("_ptr");
}

/// A variable, a member of one, or what a smart pointer so named holds: to name it
/// once more changes nothing.
static bool isName(const Expr *E, SourceLocation Before,
                   const SourceManager &SM) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return isa<VarDecl>(Ref->getDecl()) &&
           SM.isBeforeInTranslationUnit(Ref->getDecl()->getLocation(), Before);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           isName(Member->getBase(), Before, SM);
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    return isGetOfSmartPointer(Call) &&
           isName(Call->getImplicitObjectArgument(), Before, SM);
  return isa<CXXThisExpr>(E);
}

/// The statement that evaluates the last of \p Path, if something can be put
/// before it: it stands in braces, and what is evaluated is evaluated once.
static const Stmt *statementOf(llvm::ArrayRef<const Stmt *> Path) {
  for (size_t I = Path.size() - 1; I > 0; --I) {
    const Stmt *S = Path[I], *Parent = Path[I - 1];
    if (isa<CompoundStmt>(Parent))
      return isa<LabelStmt, SwitchCase>(S) ? nullptr : S;
    if (isa<Expr, DeclStmt, ReturnStmt>(Parent))
      continue;
    const auto *If = dyn_cast<IfStmt>(Parent);
    const auto *Switch = dyn_cast<SwitchStmt>(Parent);
    if (!(If && (S == If->getCond() || S == If->getInit())) &&
        !(Switch && (S == Switch->getCond() || S == Switch->getInit())))
      return nullptr;
  }
  return nullptr;
}

static std::optional<FixItHint> insertion(const Fix &F, SourceLocation At,
                                          ASTContext &Ctx,
                                          const models::Models &M) {
  const SourceManager &SM = Ctx.getSourceManager();
  llvm::StringRef Name = F.Callee;
  if (size_t Colons = Name.rfind("::"); Colons != llvm::StringRef::npos)
    Name = Name.drop_front(Colons + 2);
  StmtPath Path = pathTo(Ctx, At, [&](const Stmt *S) {
    const auto *Call = dyn_cast<CallExpr>(S);
    if (!Call || (Call->getExprLoc() != At && Call->getBeginLoc() != At))
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    return Callee && Callee->getDeclName().isIdentifier() &&
           Callee->getName() == Name;
  });
  if (Path.empty())
    return std::nullopt;
  const Stmt *Statement = statementOf(Path);
  const Expr *Request = requestOf(cast<CallExpr>(Path.back()), F.Callee, M);
  if (!Statement || !Request || Statement->getBeginLoc().isMacroID() ||
      Request->getBeginLoc().isMacroID() || Request->getEndLoc().isMacroID() ||
      !isName(Request, Statement->getBeginLoc(), SM))
    return std::nullopt;

  llvm::StringRef Source = Lexer::getSourceText(
      CharSourceRange::getTokenRange(Request->getSourceRange()), SM,
      Ctx.getLangOpts());
  if (Source.empty())
    return std::nullopt;
  std::string Text = F.Text;
  for (size_t I = 0;
       (I = Text.find(findings::RequestMarker.data(), I)) != std::string::npos;
       I += Source.size()) {
    Text.replace(I, findings::RequestMarker.size(), Source.str());
    if (size_t Dot = I + Source.size(); Request->getType()->isPointerType() && Text.substr(Dot, 1) == ".")
      Text.replace(Dot, 1, "->");
  }

  auto [File, Offset] = SM.getDecomposedLoc(Statement->getBeginLoc());
  llvm::StringRef Line = SM.getBufferData(File).take_front(Offset);
  Line = Line.drop_front(Line.rfind('\n') + 1);
  bool First = Line.trim(" \t").empty();
  Text += First ? "\n" + Line.str() : " ";
  return FixItHint::CreateInsertion(Statement->getBeginLoc(), Text);
}

//===----------------------------------------------------------------------===//
// Another text in a literal
//===----------------------------------------------------------------------===//

/// Is the literal at \p At an argument of a call, where any expression may
/// stand?
static bool isArgument(SourceLocation At, ASTContext &Ctx) {
  StmtPath Path = pathTo(Ctx, At, [&](const Stmt *S) {
    return isa<clang::StringLiteral>(S) && S->getBeginLoc() == At;
  });
  if (Path.empty() ||
      cast<clang::StringLiteral>(Path.back())->getNumConcatenated() != 1)
    return false;
  for (size_t I = Path.size() - 1; I > 0; --I) {
    if (isa<ImplicitCastExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
            ExprWithCleanups>(Path[I - 1]))
      continue;
    const auto *Construct = dyn_cast<CXXConstructExpr>(Path[I - 1]);
    if (Construct && !Construct->isListInitialization() &&
        Construct->getParenOrBraceRange().isInvalid())
      continue; // implicit
    return isa<CallExpr, CXXConstructExpr>(Path[I - 1]);
  }
  return false;
}

static std::optional<FixItHint> replacement(const Fix &F, SourceLocation At,
                                            ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  Token Literal;
  if (At.isMacroID() ||
      Lexer::getRawToken(At, Literal, SM, Ctx.getLangOpts()) ||
      !tok::isStringLiteral(Literal.getKind()))
    return std::nullopt;
  llvm::StringRef Source = Lexer::getSourceText(
      CharSourceRange::getTokenRange(At), SM, Ctx.getLangOpts());
  size_t First = Source.find(F.Old);
  // Written with escapes, or there twice: no way to tell what to replace.
  if (F.Old.empty() || First == llvm::StringRef::npos ||
      Source.rfind(F.Old) != First)
    return std::nullopt;
  bool Whole = Source == "\"" + F.Old + "\"";
  if (!F.Expression.empty() && Whole && isArgument(At, Ctx))
    return FixItHint::CreateReplacement(CharSourceRange::getTokenRange(At),
                                        F.Expression);
  if (F.Text.empty())
    return std::nullopt;
  SourceLocation Begin = At.getLocWithOffset(First);
  return FixItHint::CreateReplacement(
      CharSourceRange::getCharRange(Begin,
                                    Begin.getLocWithOffset(F.Old.size())),
      F.Text);
}

std::optional<FixItHint> check::sourceFix(const Fix &F, SourceLocation At,
                                          ASTContext &Ctx,
                                          const models::Models &M) {
  if (At.isInvalid())
    return std::nullopt;
  return F.K == Fix::InsertBefore ? insertion(F, At, Ctx, M)
                                  : replacement(F, At, Ctx);
}
