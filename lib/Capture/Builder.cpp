//===- Capture/Builder.cpp - Declarations ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Builder.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace mde::capturing {

UnitBuilder::UnitBuilder(ASTContext &Ctx, Preprocessor *PP,
                         const CaptureOptions &Options, CaptureStats *Stats,
                         ir::Unit &U)
    : Ctx(Ctx), SM(Ctx.getSourceManager()), PP(PP), Options(Options),
      Stats(Stats), U(U), Naming(Ctx),
      Users(SM, Options.UserCode, Options.IsLibraryHeader) {
  if (SM.getMainFileID().isValid())
    loc(SM.getLocForStartOfFile(SM.getMainFileID()));
  U.MainFile = U.Files.name(1).str();
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

llvm::StringRef UnitBuilder::uniqueKey(std::string Key,
                                       llvm::StringSet<> &Taken) {
  if (Taken.insert(Key).second)
    return U.save(Key);
  for (unsigned N = 2;; ++N) {
    std::string Numbered = Key + " #" + std::to_string(N);
    if (Taken.insert(Numbered).second)
      return U.save(Numbered);
  }
}

namespace {

ir::Linkage linkageOf(const NamedDecl *D) {
  if (!D->isExternallyVisible() || D->isInAnonymousNamespace())
    return ir::Linkage::Internal;
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return F->isInlined() || F->isTemplateInstantiation() || F->isImplicit()
               ? ir::Linkage::Inline
               : ir::Linkage::External;
  if (const auto *V = dyn_cast<VarDecl>(D))
    return V->isInline() || isa<VarTemplateSpecializationDecl>(V) ||
                   V->isStaticLocal() ||
                   isTemplateInstantiation(V->getTemplateSpecializationKind())
               ? ir::Linkage::Inline
               : ir::Linkage::External;
  return ir::Linkage::External;
}

/// Member functions of a class that a person declared private or protected.
bool isPublic(const Decl *D) {
  for (; D; D = dyn_cast<Decl>(D->getDeclContext())) {
    if (D->getAccess() == AS_private || D->getAccess() == AS_protected)
      return false;
    if (!isa<TagDecl>(D->getDeclContext()))
      return true;
  }
  return true;
}

bool neverThrows(const FunctionDecl *F) {
  if (F->hasAttr<NoThrowAttr>())
    return true;
  const auto *Proto = F->getType()->getAs<FunctionProtoType>();
  if (!Proto)
    return false;
  ExceptionSpecificationType EST = Proto->getExceptionSpecType();
  // Not worked out yet: destructors are noexcept unless they say otherwise.
  if (EST == EST_Unevaluated || EST == EST_Uninstantiated)
    return isa<CXXDestructorDecl>(F) || F->isTrivial();
  return Proto->isNothrow();
}

/// Can it change an object of a library's class, or one behind a `void *`?
bool mayTakeRequest(const FunctionDecl *F) {
  if (inStd(F))
    return false;
  if (const auto *M = dyn_cast<CXXMethodDecl>(F); M && M->isInstance())
    return true;
  return llvm::any_of(F->parameters(), [](const ParmVarDecl *P) {
    QualType T = P->getType()->getPointeeType();
    if (T.isNull() || T.isConstQualified())
      return false;
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    return T->isVoidType() || (T->isRecordType() && !(R && inStd(R)));
  });
}

} // namespace

llvm::StringRef UnitBuilder::function(const FunctionDecl *F) {
  F = F->getCanonicalDecl();
  auto It = FunctionKeys.find(F);
  if (It != FunctionKeys.end()) {
    // What nobody wanted so far, a wrapper's library may.
    if (InWrapper && !Queued.contains(F) && wantedBody(F)) {
      Queued.insert(F);
      FunctionsToLower.push_back(F);
    }
    return It->second;
  }
  llvm::StringRef Key = uniqueKey(Naming.signature(F), TakenKeys);
  FunctionKeys[F] = Key;
  size_t Place = U.Functions.size();
  Index[Key] = Place;
  U.Functions.emplace_back();
  if (Stats)
    ++Stats->FunctionsDeclared;
  {
    ir::Function Out;
    Out.Key = Key;
    describe(F, Out);
    U.Functions[Place] = std::move(Out);
  }
  if (wantedBody(F)) {
    Queued.insert(F);
    FunctionsToLower.push_back(F);
  } else if (modelled(F)) {
    madeBy(F);
    constructions(F, Place);
  }
  return Key;
}

/// The classes among the template arguments of \p F and its class, but no lambdas.
llvm::SmallVector<const CXXRecordDecl *, 4> UnitBuilder::templateClasses(const FunctionDecl *F) {
  llvm::SmallVector<const CXXRecordDecl *, 4> Classes;
  auto Add = [&](const TemplateArgument &A) {
    const CXXRecordDecl *R = A.getKind() == TemplateArgument::Type ? A.getAsType()->getAsCXXRecordDecl() : nullptr;
    R = R ? R->getDefinition() : nullptr;
    if (R && !R->isLambda() && !llvm::is_contained(Classes, R))
      Classes.push_back(R);
  };
  if (const auto *Args = F->getTemplateSpecializationArgs())
    llvm::for_each(Args->asArray(), Add);
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    if (const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(M->getParent()))
      llvm::for_each(S->getTemplateArgs().asArray(), Add);
  return Classes;
}

/// What a modelled function may make of the types it is an instance for:
/// `std::make_shared<Client>`, `std::vector<Client>::emplace_back`.
void UnitBuilder::madeBy(const FunctionDecl *F) {
  for (const CXXRecordDecl *R : templateClasses(F)) {
    if (!userCode(R) || !Made.insert(R).second)
      continue;
    for (const CXXConstructorDecl *C : R->ctors())
      if (!C->isDeleted() && !C->isCopyOrMoveConstructor() && !C->isDependentContext() &&
          (C->isUserProvided() || C->isDefined()))
        function(C);
  }
}

void UnitBuilder::describe(const FunctionDecl *F, ir::Function &Out) {
  const FunctionDecl *Shown = F->getDefinition();
  if (!Shown) {
    // clang declares library functions like strcmp by itself before the header
    // does.
    Shown = F;
    for (const FunctionDecl *R : F->redecls())
      if (Shown->isImplicit() && !R->isImplicit())
        Shown = R;
  }
  Out.Name = U.save(Naming.qualified(F));
  Out.Usr = U.save(Naming.usr(F));
  Out.Link = linkageOf(Shown);
  // An editor's server skipped the body: it may be a wrapper around a request, and
  // do to it what it wants.
  bool Skipped = Shown->hasSkippedBody() && !Shown->hasBody();
  Out.UserCode = (userCode(Shown) || (Skipped && mayTakeRequest(Shown))) && !modelled(F);
  Out.At = loc(Shown->getLocation());
  Out.Variadic = F->isVariadic();
  // Of a path on which it throws nothing is known that a person would believe.
  Out.NoExcept = Skipped || neverThrows(F);
  Out.NoReturn = Shown->isNoReturn();
  Out.Implicit = Shown->isImplicit();
  Out.Public = isPublic(F);
  Out.Result = type(Shown->getReturnType(), false);
  const auto *C = dyn_cast<CXXConstructorDecl>(F);
  bool Unnamed = Shown->isDefaulted() || (C && C->isInheritingConstructor());
  llvm::StringSet<> Taken;
  for (const ParmVarDecl *P : Shown->parameters()) {
    ir::Param Param;
    if (P->getIdentifier())
      Param.Name = uniqueKey(P->getName().str(), Taken);
    else if (Unnamed) // what the compiler writes uses them all the same
      Param.Name = U.save("$" + std::to_string(Out.Params.size() + 1));
    Param.Ty = type(P->getType(), false);
    Out.Params.push_back(Param);
  }
  if (const auto *Args = F->getTemplateSpecializationArgs()) {
    auto Add = [&](const TemplateArgument &A) {
      if (A.getKind() == TemplateArgument::Type)
        Out.TemplateArgs.push_back({type(A.getAsType(), false), 0});
      else if (A.getKind() == TemplateArgument::Integral &&
               A.getAsIntegral().isRepresentableByInt64())
        Out.TemplateArgs.push_back({nullptr, A.getAsIntegral().getExtValue()});
    };
    for (const TemplateArgument &A : Args->asArray()) {
      if (A.getKind() != TemplateArgument::Pack)
        Add(A);
      else
        llvm::for_each(A.pack_elements(), Add);
    }
  }
  for (const auto *A : Shown->specific_attrs<AnnotateAttr>()) {
    llvm::StringRef Text = A->getAnnotation();
    if (Text.consume_front("mde:"))
      Out.Annotations.push_back(U.save(Text.ltrim()));
  }
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  if (!M)
    return;
  Out.Record = U.save(tagName(M->getParent()));
  Out.Static = M->isStatic();
  Out.ConstThis = M->isConst();
  Out.Virtual = M->isVirtual();
  if (isa<CXXConstructorDecl>(M))
    Out.K = ir::Function::Constructor;
  else if (isa<CXXDestructorDecl>(M))
    Out.K = ir::Function::Destructor;
  else if (isa<CXXConversionDecl>(M))
    Out.K = ir::Function::Conversion;
}

bool UnitBuilder::isOwn(const FunctionDecl *F) {
  if (!Options.MayDeclare || !F->getDeclContext()->getRedeclContext()->isTranslationUnit() ||
      !userCode(F->getFirstDecl()))
    return false;
  const SourceManager &SM = F->getASTContext().getSourceManager();
  if (Options.MayDeclare(Naming.qualified(F), SM.getFilename(SM.getExpansionLoc(F->getFirstDecl()->getLocation()))))
    return false;
  return !F->isExternallyVisible() || (F->getASTContext().getLangOpts().CPlusPlus && !F->isExternC());
}

bool UnitBuilder::modelled(const FunctionDecl *F) { return modelled(Naming.qualified(F)) && !isOwn(F); }

const FunctionDecl *UnitBuilder::wantedBody(const FunctionDecl *F) {
  const FunctionDecl *Def = F->getDefinition();
  if (!Def)
    Def = F;
  // A trivial special member is a `copy`, or nothing; nobody calls it unless
  // its address is taken.
  bool Synthesised = Def->isDefaulted() && !Def->isDeleted();
  if ((!Def->hasBody() && !Synthesised) || Def->isDependentContext())
    return nullptr;
  std::string Name = Naming.qualified(F);
  // A model may ask for the header's own body.
  if (Options.LowerBody && Options.LowerBody(Name))
    return Def;
  if (modelled(F))
    return nullptr;
  if (Options.AllFunctions || userCode(Def) || Queued.contains(F))
    return Def;
  if (InWrapper && sameLibrary(InWrapper, Def))
    return Def;
  const auto *M = dyn_cast<CXXMethodDecl>(Def);
  // A closure is a part of the function that makes it.
  if (M && M->getParent()->isLambda())
    if (const auto *Around = dyn_cast<FunctionDecl>(M->getParent()->getDeclContext()); Around && wantedBody(Around))
      return Def;
  return isWrapper(Def) || (M && isWrapper(M->getParent())) ? Def : nullptr;
}

llvm::StringRef UnitBuilder::synthetic(llvm::StringRef Key, ir::Linkage Link,
                                       Loc At, size_t &Place) {
  ir::Function Out;
  Out.Key = uniqueKey(Key.str(), TakenKeys);
  Out.Name = Out.Key;
  Out.Link = Link;
  Out.Result = U.simple(ir::Type::Void);
  Out.Implicit = true;
  Out.UserCode = true;
  Out.At = At;
  Place = U.Functions.size();
  Index[Out.Key] = Place;
  U.Functions.push_back(Out);
  return Out.Key;
}

llvm::StringRef UnitBuilder::declare(llvm::StringRef Name, QualType Result) {
  std::string Key = (Name + " " + Result.getAsString()).str();
  if (auto It = Index.find(Key); It != Index.end())
    return It->first();
  ir::Function Out;
  Out.Key = U.save(Key);
  Out.Name = U.save(Name);
  Out.NoExcept = true;
  Out.Result = type(Result);
  Index[Out.Key] = U.Functions.size();
  U.Functions.push_back(Out);
  return Out.Key;
}

void UnitBuilder::dropLast(size_t Place) {
  if (Place + 1 != U.Functions.size()) {
    // Something was declared after it: leave an empty body.
    ir::Instr Ret;
    Ret.Opcode = ir::Op::Ret;
    U.Functions[Place].Blocks = {ir::Block{{Ret}}};
    U.Functions[Place].Defined = true;
    return;
  }
  TakenKeys.erase(U.Functions[Place].Key);
  Index.erase(U.Functions[Place].Key);
  U.Functions.pop_back();
}

void UnitBuilder::noteAddressTaken(llvm::StringRef Key) {
  auto It = Index.find(Key);
  if (It != Index.end())
    U.Functions[It->second].AddressTaken = true;
}

//===----------------------------------------------------------------------===//
// Globals
//===----------------------------------------------------------------------===//

llvm::StringRef UnitBuilder::global(const VarDecl *V) {
  V = V->getCanonicalDecl();
  auto It = GlobalKeys.find(V);
  if (It != GlobalKeys.end())
    return It->second;
  llvm::StringRef Key = uniqueKey(Naming.variable(V), TakenGlobals);
  GlobalKeys[V] = Key;
  const VarDecl *Def = V->getDefinition();
  const VarDecl *Shown = Def ? Def : V;
  ir::GlobalVar Out;
  Out.Key = Key;
  Out.Usr = U.save(Naming.usr(V));
  Out.Ty = type(Shown->getType());
  Out.Link = linkageOf(V);
  Out.Const =
      Shown->getType().isConstant(Ctx) || Shown->getType()->isReferenceType();
  Out.StaticLocal = V->isStaticLocal();
  Out.UserCode = userCode(Shown);
  Out.At = loc(Shown->getLocation());
  GlobalIndex[Key] = U.Globals.size();
  U.Globals.push_back(Out);
  GlobalsToLower.push_back(V);
  return Key;
}

llvm::StringRef UnitBuilder::guard(const VarDecl *V) {
  auto It = GuardKeys.find(V);
  if (It != GuardKeys.end())
    return It->second;
  ir::GlobalVar Out;
  Out.Key = uniqueKey(("guard of " + global(V)).str(), TakenGlobals);
  Out.Ty = U.simple(ir::Type::Bool);
  Out.Link = linkageOf(V);
  Out.Defined = true;
  Out.StaticLocal = true;
  Out.UserCode = userCode(V);
  Out.At = loc(V->getLocation());
  U.Globals.push_back(Out);
  return GuardKeys[V] = Out.Key;
}

} // namespace mde::capturing
