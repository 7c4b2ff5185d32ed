//===- Capture/Wrappers.cpp - Bodies outside user code --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An SDK's headers may send requests in inline functions. Such a body is
// lowered like user code, and so is what it calls in its own library: a
// constructor that keeps the base URL matters as much as the method that sends.
//
//===----------------------------------------------------------------------===//

#include "Capture/Builder.h"
#include "Capture/Uses.h"

using namespace clang;

namespace mde::capturing {

namespace {

/// Past this many bodies a library is taken to be none of ours.
constexpr unsigned MaxBodies = 20000;

const Decl *outermost(const FunctionDecl *F) {
  const Decl *Result = F;
  for (const DeclContext *DC = F->getDeclContext();
       DC && !DC->isTranslationUnit(); DC = DC->getParent())
    if (isa<NamespaceDecl, TagDecl>(DC))
      Result = cast<Decl>(DC)->getCanonicalDecl();
  return Result;
}

} // namespace

bool UnitBuilder::sameLibrary(const FunctionDecl *F, const FunctionDecl *G) {
  if (inStd(G))
    return false;
  return SM.getFileID(SM.getExpansionLoc(F->getLocation())) ==
             SM.getFileID(SM.getExpansionLoc(G->getLocation())) ||
         outermost(F) == outermost(G);
}

bool UnitBuilder::isWrapper(const CXXRecordDecl *R) {
  if (!Options.IsRequestCall || inStd(R) || !R->hasDefinition())
    return false;
  return llvm::any_of(
      R->getDefinition()->methods(),
      [&](const CXXMethodDecl *M) { return M->hasBody() && isWrapper(M); });
}

bool UnitBuilder::isWrapper(const FunctionDecl *F) {
  if (!Options.IsRequestCall || inStd(F))
    return false;
  F = F->getCanonicalDecl();
  if (auto It = Wrappers.find(F); It != Wrappers.end())
    return It->second;
  // Explores what can be reached and is not settled yet; then goes back from
  // the request calls. Each body is read once.
  llvm::DenseMap<const FunctionDecl *,
                 llvm::SmallVector<const FunctionDecl *, 4>>
      Callers;
  llvm::SmallVector<const FunctionDecl *, 32> Work = {F}, Reaching;
  llvm::DenseSet<const FunctionDecl *> Seen = {F};
  while (!Work.empty()) {
    const FunctionDecl *At = Work.pop_back_val();
    const FunctionDecl *Def = At->getDefinition();
    if (!Def || !Def->hasBody() || Def->isDependentContext() ||
        Wrappers.size() + Seen.size() > MaxBodies)
      continue;
    for (const FunctionDecl *To : Uses(Def).Functions) {
      Callers[To].push_back(At);
      if (!Seen.insert(To).second)
        continue;
      std::string Name = Naming.qualified(To);
      auto Known = Wrappers.find(To);
      if (Options.IsRequestCall(Name) ||
          (Known != Wrappers.end() && Known->second))
        Reaching.push_back(To);
      else if (Known == Wrappers.end() && !inStd(To) && !modelled(Name))
        Work.push_back(To);
    }
  }
  llvm::DenseSet<const FunctionDecl *> Reaches(Reaching.begin(),
                                               Reaching.end());
  while (!Reaching.empty())
    for (const FunctionDecl *Caller : Callers[Reaching.pop_back_val()])
      if (Reaches.insert(Caller).second)
        Reaching.push_back(Caller);
  for (const FunctionDecl *One : Seen)
    Wrappers.try_emplace(One, Reaches.contains(One));
  return Wrappers.lookup(F);
}

} // namespace mde::capturing
