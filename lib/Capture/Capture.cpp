//===- Capture/Capture.cpp - Which functions are lowered ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Capture.h"
#include "Capture/Literals.h"
#include "Capture/Lowering.h"
#include "Capture/Preamble.h"

using namespace clang;

namespace mde {

namespace capturing {
namespace {

/// Starts from what user code defines; the builder adds what that mentions.
class Walk {
public:
  explicit Walk(UnitBuilder &B) : B(B) {}

  void run() {
    headersOfPreamble();
    for (const Decl *D : B.Ctx.getTraversalScope())
      decl(D);
    while (!B.FunctionsToLower.empty() || !B.GlobalsToLower.empty() || !B.ConstructionsToLower.empty()) {
      while (!B.GlobalsToLower.empty()) {
        const VarDecl *V = B.GlobalsToLower.front();
        B.GlobalsToLower.pop_front();
        global(V);
      }
      while (!B.ConstructionsToLower.empty()) {
        Construction C = std::move(B.ConstructionsToLower.front());
        B.ConstructionsToLower.pop_front();
        ir::Function Out = B.U.Functions[C.Place];
        Lowering(B).construction(C, Out);
        B.U.Functions[C.Place] = std::move(Out);
      }
      if (B.FunctionsToLower.empty())
        continue;
      const FunctionDecl *F = B.FunctionsToLower.front();
      B.FunctionsToLower.pop_front();
      function(F);
    }
  }

private:
  /// An editor's server restricts the scope to the open file, and what the headers
  /// declare comes out of a precompiled preamble. Of that, only user code is read:
  /// all of it would be slow.
  void headersOfPreamble() {
    ExternalASTSource *Source = B.Ctx.getExternalSource();
    if (!Source || B.Options.RestIsForeign || !restrictedScope(B.Ctx))
      return;
    for (FileID File : B.loadedUserFiles()) {
      llvm::SmallVector<Decl *> Decls;
      Source->FindFileRegionDecls(File, 0, B.SM.getFileIDSize(File), Decls);
      for (const Decl *D : Decls)
        decl(D);
    }
  }

  void declsOf(const DeclContext *DC) {
    for (const Decl *D : DC->decls())
      decl(D);
  }

  bool wanted(const Decl *D) { return B.Options.AllFunctions || B.userCode(D); }

  void decl(const Decl *D) {
    if (isa<TranslationUnitDecl, LinkageSpecDecl, ExportDecl>(D))
      return declsOf(cast<DeclContext>(D));
    if (!wanted(D))
      return;
    if (isa<NamespaceDecl>(D))
      return declsOf(cast<DeclContext>(D));
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      return functionDecl(F);
    if (const auto *T = dyn_cast<FunctionTemplateDecl>(D)) {
      for (const FunctionDecl *S : T->specializations())
        functionDecl(S);
      return;
    }
    if (const auto *T = dyn_cast<ClassTemplateDecl>(D)) {
      if (T->isCanonicalDecl())
        for (const CXXRecordDecl *S : T->specializations())
          record(S);
      return;
    }
    if (const auto *T = dyn_cast<VarTemplateDecl>(D)) {
      if (T->isCanonicalDecl())
        for (const VarDecl *S : T->specializations())
          variable(S);
      return;
    }
    if (const auto *R = dyn_cast<RecordDecl>(D))
      return record(R);
    if (const auto *V = dyn_cast<VarDecl>(D))
      return variable(V);
    if (const auto *F = dyn_cast<FriendDecl>(D); F && F->getFriendDecl())
      return decl(F->getFriendDecl());
  }

  void functionDecl(const FunctionDecl *F) {
    // What the compiler supplies is lowered where somebody uses it.
    if (F->isDependentContext() || F->isImplicit() || F->isDeleted() ||
        (F->isDefaulted() && !F->isUserProvided()))
      return;
    if (F->isThisDeclarationADefinition() && B.wantedBody(F))
      B.function(F);
  }

  void record(const RecordDecl *R) {
    if (!R->isThisDeclarationADefinition() || R->isDependentContext() ||
        R->isImplicit())
      return;
    const auto *C = dyn_cast<CXXRecordDecl>(R);
    if (C && C->isLambda())
      return; // the expression that makes it mentions it
    B.record(R);
    declsOf(R);
  }

  void variable(const VarDecl *V) {
    if (V->isThisDeclarationADefinition() != VarDecl::DeclarationOnly &&
        V->hasGlobalStorage() && !V->isStaticLocal() && !V->isTemplated() &&
        !V->getDeclContext()->isDependentContext())
      B.global(V);
  }

  void function(const FunctionDecl *F) {
    const FunctionDecl *Def = B.wantedBody(F);
    size_t Place = B.indexOf(B.function(F));
    if (!Def || B.U.Functions[Place].Defined)
      return;
    if (!Def->hasBody() && !isa<CXXConstructorDecl, CXXDestructorDecl>(Def) &&
        !Def->isDefaulted())
      return;
    ir::Function Out = B.U.Functions[Place];
    if (!wanted(Def))
      B.InWrapper = Def;
    Lowering(B).function(Def, Out);
    B.InWrapper = nullptr;
    Out.AddressTaken |= B.U.Functions[Place].AddressTaken;
    if (holdsNotInstantiated(Out)) {
      B.U.Functions[Place].NoExcept = true; // as where a body was skipped
      return;
    }
    B.U.Functions[Place] = std::move(Out);
  }

  static bool holdsNotInstantiated(const ir::Function &F) {
    return llvm::any_of(F.Blocks, [](const ir::Block &Block) {
      return llvm::any_of(Block.Instrs,
                          [](const ir::Instr &I) { return I.Opcode == Op::Unknown && I.Name == NotInstantiated; });
    });
  }

  void global(const VarDecl *V) {
    llvm::StringRef Key = B.global(V);
    const VarDecl *Def = V->getDefinition();
    if (!Def)
      Def = V->getActingDefinition(); // `int x;` in C
    const VarDecl *WithInit = nullptr;
    V->getAnyInitializer(WithInit);
    // A static const member may be initialised in its class and never defined.
    if (!Def)
      Def = WithInit;
    if (!Def)
      return;
    bool User = wanted(Def);
    bool Initialised = WithInit && !WithInit->isInvalidDecl() &&
                       !WithInit->getInit()->isValueDependent();
    // What a library's code makes of its variables is not seen, but for constants.
    bool Constant = !User && B.globalOf(Key).Const && Initialised;
    B.globalOf(Key).Defined = User || Constant;
    if (!Initialised || !(User || Constant))
      return addFini(V, Def, Key, User);
    // One that is not constant is initialised where control reaches it.
    bool Runs = V->isStaticLocal() && !(WithInit->hasConstantInitialization() &&
                                        !V->getType()->isReferenceType());
    if (!Runs) {
      size_t Place;
      Loc At = B.loc(Def->getLocation());
      llvm::StringRef Init = B.synthetic(("init of " + Key).str(),
                                         B.globalOf(Key).Link, At, Place);
      ir::Function Out = B.U.Functions[Place];
      Lowering(B).globalInit(WithInit, Out);
      if (doesSomething(Out)) {
        B.U.Functions[Place] = std::move(Out);
        B.globalOf(Key).Init = Init;
      } else {
        // Nothing was declared on the way: the function is the last one.
        B.dropLast(Place);
      }
    }
    addFini(V, Def, Key, User);
  }

  static bool doesSomething(const ir::Function &F) {
    for (const ir::Block &Block : F.Blocks)
      for (const ir::Instr &I : Block.Instrs)
        if (I.Opcode != Op::Global && I.Opcode != Op::Ret)
          return true;
    return false;
  }

  void addFini(const VarDecl *V, const VarDecl *Def, llvm::StringRef Key,
               bool User) {
    if (!User || Def->getType()->isReferenceType() ||
        !B.interestingDestructor(Def->getType()))
      return;
    size_t Place;
    llvm::StringRef Fini =
        B.synthetic(("fini of " + Key).str(), B.globalOf(Key).Link,
                    B.loc(Def->getLocation()), Place);
    ir::Function Out = B.U.Functions[Place];
    Lowering(B).globalFini(V, Out);
    B.U.Functions[Place] = std::move(Out);
    B.globalOf(Key).Fini = Fini;
  }

  UnitBuilder &B;
};

} // namespace
} // namespace capturing

std::unique_ptr<ir::Unit> capture(ASTContext &Ctx, Preprocessor *PP,
                                  const CaptureOptions &Options,
                                  CaptureStats *Stats) {
  auto U = std::make_unique<ir::Unit>();
  U->HadErrors = Ctx.getDiagnostics().hasUncompilableErrorOccurred();
  capturing::UnitBuilder B(Ctx, PP, Options, Stats, *U);
  capturing::Walk(B).run();
  capturing::collectLiterals(B);
  return U;
}

} // namespace mde
