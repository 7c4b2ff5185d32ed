//===- Check/HeaderBodies.cpp - Bodies that a preamble keeps --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/HeaderBodies.h"
#include "Capture/Names.h"
#include "Models/Headers.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSet.h"

using namespace mde;
using namespace mde::check;
using namespace clang;

namespace {

/// What the models that come with the program say about bodies.
struct Wanted {
  models::Models Models;
  models::HttpHeaders Headers;
  /// The last components of the functions whose bodies are wanted, so that the
  /// names of others need not be put together.
  llvm::StringSet<> Names;
  llvm::StringSet<> Namespaces; ///< of HTTP libraries, the outermost

  explicit Wanted(models::Models M) : Models(std::move(M)), Headers(models::HttpHeaders::of(Models)) {
    for (const auto &Lib : Models.libraries())
      for (const models::CallModel &Call : Lib->Calls)
        if (Call.LowerBody)
          for (llvm::StringRef Name : Call.Names)
            add(Name, Lib->Http);
  }

private:
  void add(llvm::StringRef Name, bool Http) {
    Names.insert(models::unqualified(Name));
    if (auto [First, Rest] = Name.split("::"); Http && !Rest.empty())
      Namespaces.insert(First);
  }
};

const Wanted &wanted() {
  static const Wanted W(cantFail(models::Models::builtin()));
  return W;
}

llvm::StringRef outermostNamespace(const Decl *D) {
  llvm::StringRef Name;
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent())
    if (const auto *N = dyn_cast<NamespaceDecl>(DC))
      Name = N->getName();
  return Name;
}

/// Whether a template may call what it is given: where it has no body, a generic
/// lambda is never instantiated. The standard library says so by the names of its
/// parameters.
bool takesCallable(const TemplateParameterList *Parameters) {
  static constexpr llvm::StringLiteral Parts[] = {"Pred", "Oper", "Func", "Fn", "Call", "Visit", "Gen", "Proj", "Invoke"};
  return Parameters && llvm::any_of(*Parameters, [](const NamedDecl *P) {
    return isa<TemplateTypeParmDecl>(P) &&
           llvm::any_of(Parts, [&](llvm::StringRef Part) { return P->getName().contains(Part); });
  });
}

bool takesCallable(const Decl *D) {
  if (const auto *T = dyn_cast<FunctionTemplateDecl>(D); T && takesCallable(T->getTemplateParameters()))
    return true;
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent())
    if (const auto *R = dyn_cast<CXXRecordDecl>(DC))
      if (const ClassTemplateDecl *T = R->getDescribedClassTemplate(); T && takesCallable(T->getTemplateParameters()))
        return true;
  return false;
}

} // namespace

bool check::keepsBody(const Decl *D) {
  bool Template = isa<FunctionTemplateDecl>(D) || D->getDeclContext()->isDependentContext();
  const FunctionDecl *F = D->getAsFunction();
  if (!F)
    return false;
  const SourceManager &SM = D->getASTContext().getSourceManager();
  SourceLocation At = SM.getExpansionLoc(D->getLocation());
  const Wanted &W = wanted();
  if (!SM.isInSystemHeader(At) && !W.Headers.contain(SM.getFilename(At)))
    return true;
  if (!capturing::inStd(F) && (!Template || W.Namespaces.contains(outermostNamespace(F))))
    return true;
  if (Template && (capturing::inStd(F) || outermostNamespace(F) == "__gnu_cxx") && takesCallable(D))
    return true;
  std::string Last = F->getDeclName().getAsString();
  return W.Names.contains(Last) && W.Models.lowersBody(capturing::Names(D->getASTContext()).qualified(F));
}
