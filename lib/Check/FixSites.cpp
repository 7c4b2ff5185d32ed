//===- Check/FixSites.cpp - Where the source can be changed ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/FixSites.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseSet.h"

using namespace mde;
using namespace mde::check;
using namespace clang;

/// A statement with all that it stands in, itself last.
using StmtPath = llvm::SmallVector<const Stmt *>;

//===----------------------------------------------------------------------===//
// A call, and what can be put before it
//===----------------------------------------------------------------------===//

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

/// A variable, a member of one, what a smart pointer so named holds, or a copy of one of
/// these: to name it once more changes nothing, and what is set before is copied.
static bool isName(const Expr *E, SourceLocation Before,
                   const SourceManager &SM) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(E))
    E = Temporary->getSubExpr();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return isa<VarDecl>(Ref->getDecl()) &&
           SM.isBeforeInTranslationUnit(Ref->getDecl()->getLocation(), Before);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           isName(Member->getBase(), Before, SM);
  if (const auto *Copy = dyn_cast<CXXConstructExpr>(E))
    return Copy->getConstructor()->isCopyConstructor() && Copy->getNumArgs() == 1 &&
           !Copy->getParenOrBraceRange().isValid() && isName(Copy->getArg(0), Before, SM);
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    return isGetOfSmartPointer(Call) &&
           isName(Call->getImplicitObjectArgument(), Before, SM);
  return isa<CXXThisExpr>(E);
}

/// Nothing can be set through this name: a constant object.
static bool isConstant(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(E))
    E = Temporary->getSubExpr();
  if (const auto *Copy = dyn_cast<CXXConstructExpr>(E); Copy && Copy->getNumArgs() == 1)
    E = Copy->getArg(0)->IgnoreParenImpCasts();
  return E->getType()->isRecordType() && E->getType().isConstQualified();
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

/// Is the last of \p Path, a literal, an argument of a call, where any
/// expression may stand?
static bool isArgument(llvm::ArrayRef<const Stmt *> Path) {
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

//===----------------------------------------------------------------------===//
// The walk
//===----------------------------------------------------------------------===//

namespace {

class Collector : public RecursiveASTVisitor<Collector> {
  using Base = RecursiveASTVisitor<Collector>;

public:
  Collector(ASTContext &Ctx, llvm::ArrayRef<FileID> Files,
            llvm::function_ref<bool(const Decl *)> IsEntered,
            llvm::function_ref<bool(StringRef)> IsWanted)
      : Ctx(Ctx), SM(Ctx.getSourceManager()), IsEntered(IsEntered),
        IsWanted(IsWanted) {
    for (FileID File : Files)
      Result[File];
  }

  std::map<FileID, FixSites> Result;

  void walk() {
    for (Decl *D : Ctx.getTraversalScope())
      TraverseDecl(D);
  }

  bool TraverseDecl(Decl *D) {
    if (!D || !(isa<TranslationUnitDecl>(D) || IsEntered(D)))
      return true;
    return Base::TraverseDecl(D);
  }

  bool TraverseStmt(Stmt *S) {
    if (!S)
      return true;
    Path.push_back(S);
    if (const auto *Call = dyn_cast<CallExpr>(S))
      call(Call);
    else if (const auto *Literal = dyn_cast<clang::StringLiteral>(S))
      literal(Literal);
    bool GoOn = Base::TraverseStmt(S);
    Path.pop_back();
    return GoOn;
  }

private:
  /// Those of the file that \p At is in; null when it is none of ours.
  FixSites *sites(SourceLocation At) {
    if (!At.isFileID())
      return nullptr;
    auto It = Result.find(SM.getFileID(At));
    return It == Result.end() ? nullptr : &It->second;
  }
  LineColumn place(SourceLocation At, FileID File) const {
    if (!At.isFileID() || SM.getFileID(At) != File)
      return {};
    unsigned Offset = SM.getFileOffset(At);
    return {SM.getLineNumber(File, Offset), SM.getColumnNumber(File, Offset)};
  }

  void literal(const clang::StringLiteral *Literal) {
    SourceLocation At = Literal->getBeginLoc();
    FixSites *Into = sites(At);
    if (Into && Literal->getNumConcatenated() == 1 && isArgument(Path))
      Into->Arguments.push_back(place(At, SM.getFileID(At)));
  }

  void call(const CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !Callee->getDeclName().isIdentifier() ||
        !IsWanted(Callee->getName()))
      return;
    SourceLocation At = Call->getExprLoc(), Begin = Call->getBeginLoc();
    FixSites *Into = sites(At);
    if (!Into)
      Into = sites(At = Begin);
    if (!Into)
      return;
    FileID File = SM.getFileID(At);
    CallSite Site;
    Site.Callee = Callee->getName().str();
    Site.At = place(At, File);
    Site.Begin = place(Begin, File);
    const Stmt *Statement = statementOf(Path);
    if (Statement && place(Statement->getBeginLoc(), File).Line)
      before(*Statement, *Call, File, Site);
    Into->Calls.push_back(std::move(Site));
  }

  void before(const Stmt &Statement, const CallExpr &Call, FileID File,
              CallSite &Site) {
    SourceLocation Begin = Statement.getBeginLoc();
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call))
      object(NamedObject::ThisObject, Member->getImplicitObjectArgument(),
             Begin, Site);
    for (unsigned I = 0; I != Call.getNumArgs(); ++I)
      object(I, Call.getArg(I), Begin, Site);
    Site.Offset = SM.getFileOffset(Begin);
    StringRef Line = SM.getBufferData(File).take_front(Site.Offset);
    Line = Line.drop_front(Line.rfind('\n') + 1);
    Site.Separator = Line.trim(" \t").empty() ? "\n" + Line.str() : " ";
  }

  void object(int Argument, const Expr *E, SourceLocation Before,
              CallSite &Site) {
    if (!E || E->getBeginLoc().isMacroID() || E->getEndLoc().isMacroID() ||
        !isName(E, Before, SM) || isConstant(E))
      return;
    StringRef Source = Lexer::getSourceText(
        CharSourceRange::getTokenRange(E->getSourceRange()), SM,
        Ctx.getLangOpts());
    if (!Source.empty())
      Site.Objects.push_back(
          {Argument, Source.str(), E->getType()->isPointerType()});
  }

  ASTContext &Ctx;
  const SourceManager &SM;
  llvm::function_ref<bool(const Decl *)> IsEntered;
  llvm::function_ref<bool(StringRef)> IsWanted;
  StmtPath Path;
};

} // namespace

FixSites check::sitesAround(ASTContext &Ctx, SourceLocation Location) {
  const SourceManager &SM = Ctx.getSourceManager();
  auto At = SM.getDecomposedLoc(Location);
  auto IsAround = [&](const Decl *D) {
    SourceRange R = D->getSourceRange();
    auto [BeginFile, Begin] = SM.getDecomposedExpansionLoc(R.getBegin());
    auto [EndFile, End] = SM.getDecomposedExpansionLoc(R.getEnd());
    return (BeginFile != At.first || Begin <= At.second) &&
           (EndFile != At.first || At.second <= End) &&
           (BeginFile == At.first || EndFile == At.first);
  };
  Collector C(Ctx, At.first, IsAround, [](StringRef) { return true; });
  C.walk();
  return std::move(C.Result.begin()->second);
}

std::map<FileID, FixSites>
check::sitesIn(ASTContext &Ctx, llvm::ArrayRef<FileID> Files,
               llvm::function_ref<bool(llvm::StringRef)> IsWanted) {
  const SourceManager &SM = Ctx.getSourceManager();
  const llvm::DenseSet<FileID> Wanted(Files.begin(), Files.end());
  auto IsInFile = [&](const Decl *D) {
    SourceRange R = D->getSourceRange();
    return Wanted.contains(SM.getFileID(SM.getExpansionLoc(R.getBegin()))) ||
           Wanted.contains(SM.getFileID(SM.getExpansionLoc(R.getEnd())));
  };
  Collector C(Ctx, Files, IsInFile, IsWanted);
  C.walk();
  return std::move(C.Result);
}
