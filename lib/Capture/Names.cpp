//===- Capture/Names.cpp --------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Names.h"
#include "Capture/Compat.h"
#include "clang/AST/ASTContext.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace mde::capturing {

namespace {

/// Lambdas and unnamed classes are named by file and line; the folder would
/// make the name differ from machine to machine.
class BaseNames : public PrintingCallbacks {
public:
  std::string remapPath(llvm::StringRef Path) const override {
    return llvm::sys::path::filename(Path).str();
  }
};

const BaseNames TheBaseNames;

PrintingPolicy policyFor(const ASTContext &Ctx) {
  PrintingPolicy P(Ctx.getLangOpts());
  P.SuppressTagKeyword = true;
  P.SuppressUnwrittenScope = false;
  P.AnonymousTagLocations = true;
  P.SuppressDefaultTemplateArgs = true;
  P.UsePreferredNames = false;
  P.Bool = true;
  P.TerseOutput = true;
#if LLVM_VERSION_MAJOR >= 22
  P.SuppressInlineNamespace =
      llvm::to_underlying(PrintingPolicy::SuppressInlineNamespaceMode::All);
#else
  P.SuppressInlineNamespace = true;
#endif
  P.Callbacks = &TheBaseNames;
  return P;
}

} // namespace

Names::Names(const ASTContext &Ctx) : Ctx(Ctx), Policy(policyFor(Ctx)) {}

std::string Names::type(QualType T) const {
  T = T.getCanonicalType();
  if (const auto *Tag = T->getAsTagDecl()) {
    std::string Name = tag(Tag);
    if (T.isConstQualified())
      return "const " + Name;
    return Name;
  }
  return T.getAsString(Policy);
}

std::string Names::tag(const TagDecl *T) const {
  std::string Name = tagType(Ctx, T).getAsString(Policy);
  const DeclContext *DC = T->getDeclContext();
  if (const auto *R = dyn_cast<CXXRecordDecl>(T); R && R->isLambda())
    return Name;
  // clang leaves out the function around a local class.
  while (const auto *Outer = dyn_cast<TagDecl>(DC))
    DC = Outer->getDeclContext();
  if (const auto *F = dyn_cast<FunctionDecl>(DC); F && T->getIdentifier())
    return signature(F) + "::" + Name;
  return Name;
}

std::string Names::scope(const DeclContext *DC, bool WithArgs) const {
  llvm::SmallVector<std::string, 4> Parts;
  for (; DC && !DC->isTranslationUnit(); DC = DC->getParent()) {
    if (const auto *NS = dyn_cast<NamespaceDecl>(DC)) {
      if (NS->isAnonymousNamespace())
        Parts.push_back("(anonymous namespace)");
      else if (!NS->isInline())
        Parts.push_back(NS->getName().str());
    } else if (const auto *T = dyn_cast<TagDecl>(DC)) {
      const auto *R = dyn_cast<CXXRecordDecl>(T);
      if (WithArgs || !T->getIdentifier() || (R && R->isLambda())) {
        Parts.push_back(tag(T));
        break;
      }
      Parts.push_back(T->getName().str());
    } else if (const auto *F = dyn_cast<FunctionDecl>(DC)) {
      Parts.push_back(WithArgs ? signature(F) : qualified(F));
      break;
    }
  }
  std::string Result;
  for (const std::string &P : llvm::reverse(Parts))
    Result += P + "::";
  return Result;
}

std::string Names::unqualified(const NamedDecl *D) const {
  // clang adds template arguments to the names of constructors.
  if (const auto *C = dyn_cast<CXXConstructorDecl>(D))
    return C->getParent()->getNameAsString();
  if (const auto *C = dyn_cast<CXXDestructorDecl>(D))
    return "~" + C->getParent()->getNameAsString();
  if (const auto *C = dyn_cast<CXXConversionDecl>(D))
    return "operator " + type(C->getConversionType());
  return D->getNameAsString();
}

std::string Names::qualified(const NamedDecl *D) const {
  return scope(D->getDeclContext(), /*WithArgs=*/false) + unqualified(D);
}

std::string Names::variable(const VarDecl *V) const {
  if (V->isExternC() && !V->isLocalVarDecl())
    return V->getNameAsString();
  std::string Name = scope(V->getDeclContext(), true) + V->getNameAsString();
  if (const auto *D = dyn_cast<DecompositionDecl>(V)) {
    llvm::raw_string_ostream OS(Name);
    llvm::ListSeparator Comma;
    OS << '[';
    for (const BindingDecl *Binding : D->bindings())
      OS << Comma << Binding->getName();
    OS << ']';
  }
  if (const auto *S = dyn_cast<VarTemplateSpecializationDecl>(V)) {
    llvm::raw_string_ostream OS(Name);
    printTemplateArgumentList(
        OS, S->getTemplateArgs().asArray(), Policy,
        S->getSpecializedTemplate()->getTemplateParameters());
  }
  return Name;
}

std::string Names::signature(const FunctionDecl *F) const {
  if (F->isExternC() || F->isMain() || !Ctx.getLangOpts().CPlusPlus)
    return F->getNameAsString();
  std::string Key = scope(F->getDeclContext(), true) + unqualified(F);
  llvm::raw_string_ostream OS(Key);
  if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs()) {
    const FunctionTemplateDecl *T = F->getPrimaryTemplate();
    llvm::SmallVector<TemplateArgument, 4> Canonical;
    for (const TemplateArgument &A : Args->asArray())
      Canonical.push_back(Ctx.getCanonicalTemplateArgument(A));
    printTemplateArgumentList(OS, Canonical, Policy,
                              T ? T->getTemplateParameters() : nullptr);
  }
  const auto *Proto = F->getType()->getAs<FunctionProtoType>();
  OS << '(';
  llvm::ListSeparator Comma;
  for (const ParmVarDecl *P : F->parameters())
    OS << Comma << type(Ctx.getSignatureParameterType(P->getType()));
  if (F->isVariadic())
    OS << Comma << "...";
  OS << ')';
  if (const auto *M = dyn_cast<CXXMethodDecl>(F); M && Proto) {
    if (M->isConst())
      OS << " const";
    if (M->isVolatile())
      OS << " volatile";
    if (M->getRefQualifier() == RQ_LValue)
      OS << " &";
    if (M->getRefQualifier() == RQ_RValue)
      OS << " &&";
  }
  return Key;
}

std::string Names::usr(const Decl *D) const {
  llvm::SmallString<128> Buffer;
  if (index::generateUSRForDecl(D, Buffer))
    return "";
  return Buffer.str().str();
}

bool inStd(const Decl *D) {
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent())
    if (DC->isStdNamespace())
      return true;
  return false;
}

} // namespace mde::capturing
