//===- Ir/Hierarchy.cpp - Classes, bases and overriders -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of Program that answers which method a virtual call runs. Nothing
// here recurses, and what it walks may have cycles: units come from files.
//
//===----------------------------------------------------------------------===//

#include "Ir/Program.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

using namespace mde;
using namespace mde::ir;
using llvm::StringRef;

void Program::indexVirtuals() {
  Derived.clear();
  Overriders.clear();
  Virtuals.clear();
  // In the order of the units, so that answers do not depend on addresses.
  for (const std::unique_ptr<Unit> &U : Units)
    for (const Record &R : U->Records) {
      if (record(R.Name) != &R)
        continue;
      for (StringRef Base : R.Bases)
        Derived[Base].push_back(&R);
      for (const Override &V : R.Virtuals) {
        const Function *Method = canonical(function(U.get(), V.Method));
        if (!Method)
          continue;
        VirtualMethod M{Method, {}};
        for (StringRef Key : V.Of)
          if (const Function *Of = canonical(function(U.get(), Key)))
            M.Of.push_back(Of);
        Overriders[Method].push_back(Method);
        for (const Function *Of : M.Of)
          if (Of != Method)
            Overriders[Of].push_back(Method);
        Virtuals[&R].push_back(std::move(M));
      }
    }
}

/// \p Name's class and all that it derives from; nearest first.
std::vector<const Record *> Program::basesOf(StringRef Name) const {
  llvm::SetVector<const Record *, std::vector<const Record *>> All;
  if (const Record *R = record(Name))
    All.insert(R);
  for (size_t I = 0; I < All.size(); ++I)
    for (StringRef Base : All[I]->Bases)
      if (const Record *B = record(Base))
        All.insert(B);
  return All.takeVector();
}

bool Program::derivesFrom(StringRef DerivedName, StringRef Base) const {
  if (DerivedName == Base)
    return true;
  // The base itself need not be known as a record.
  return llvm::any_of(basesOf(DerivedName), [&](const Record *R) {
    return llvm::is_contained(R->Bases, Base);
  });
}

const Function *Program::finalOverrider(StringRef Dynamic,
                                        const Function *Method) const {
  Method = canonical(Method);
  const Record *Best = nullptr;
  const Function *Found = nullptr;
  for (const Record *R : basesOf(Dynamic)) {
    // A class is better than its bases, however near those are: with
    // D : B1, B2, where B1 : A, B2 : C and C : A overrides, D runs C's.
    if (Best && !derivesFrom(R->Name, Best->Name))
      continue;
    auto It = Virtuals.find(R);
    if (It == Virtuals.end())
      continue;
    for (const VirtualMethod &V : It->second)
      if (V.Method == Method || llvm::is_contained(V.Of, Method)) {
        Best = R;
        Found = V.Method;
        break;
      }
  }
  if (Found || !Method)
    return Found;
  // No class says that the method is virtual in it: it is its own.
  return derivesFrom(Dynamic, Method->Record) ? Method : nullptr;
}

std::vector<const Function *>
Program::overriders(const Function *Method) const {
  Method = canonical(Method);
  llvm::SetVector<const Function *, std::vector<const Function *>> All;
  if (Method)
    All.insert(Method);
  if (auto It = Overriders.find(Method); It != Overriders.end())
    All.insert(It->second.begin(), It->second.end());
  return All.takeVector();
}

std::vector<const Record *> Program::derivedFrom(StringRef Name) const {
  llvm::SetVector<const Record *, std::vector<const Record *>> All;
  if (const Record *R = record(Name))
    All.insert(R);
  for (size_t I = 0; I <= All.size(); ++I) {
    // First the name's own, which need not be known as a record.
    StringRef Of = I == 0 ? Name : All[I - 1]->Name;
    if (auto It = Derived.find(Of); It != Derived.end())
      All.insert(It->second.begin(), It->second.end());
  }
  return All.takeVector();
}
