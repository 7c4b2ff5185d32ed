//===- Ir/Program.cpp - Linked units --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Program.h"
#include "Ir/Files.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mde;
using namespace mde::ir;
using llvm::StringRef;

template <typename T> static StringRef identity(const T &X) {
  return X.Usr.empty() ? X.Key : X.Usr;
}

void Program::add(std::unique_ptr<Unit> U) { Units.push_back(std::move(U)); }

void Program::link() {
  for (; Moved != Units.size(); ++Moved)
    moveFiles(*Units[Moved], Files);
  separateInternalClasses();
  Own.clear();
  FunctionUnit.clear();
  GlobalUnit.clear();
  RecordUnit.clear();
  Shared.clear();
  SharedGlobals.clear();
  Identity.clear();
  GlobalIdentity.clear();
  Records.clear();
  for (const std::unique_ptr<Unit> &U : Units)
    index(*U);
  indexVirtuals();
}

//===----------------------------------------------------------------------===//
// Classes of the same name
//===----------------------------------------------------------------------===//

void Program::separateInternalClasses() {
  llvm::DenseMap<StringRef, unsigned> Uses;
  for (const std::unique_ptr<Unit> &U : Units)
    for (const Record &R : U->Records)
      ++Uses[R.Name];

  for (const std::unique_ptr<Unit> &U : Units) {
    llvm::DenseMap<StringRef, StringRef> NewNames;
    for (const Record &R : U->Records) {
      if (!R.Internal || Uses.lookup(R.Name) < 2)
        continue;
      std::string New = (R.Name + " in " + U->MainFile).str();
      if (unsigned N = Taken[New]++) // one file can be in several units
        New += " (" + std::to_string(N + 1) + ")";
      NewNames[R.Name] = U->save(New);
    }
    if (NewNames.empty())
      continue;
    auto Rename = [&](StringRef &Name) {
      auto It = NewNames.find(Name);
      if (It != NewNames.end())
        Name = It->second;
    };
    for (Record &R : U->Records) {
      Rename(R.Name);
      llvm::for_each(R.Bases, Rename);
    }
    for (Function &F : U->Functions)
      Rename(F.Record);
    for (const std::unique_ptr<Type> &T : U->Types)
      if (T->K == Type::Record)
        Rename(T->Name);
  }
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

/// Lower is better: what stands for an identity.
static unsigned rank(const Function &F) {
  if (!F.Defined)
    return 2;
  return F.Link == Linkage::External ? 0 : 1;
}

void Program::index(const Unit &U) {
  Names &N = Own[&U];
  for (const Function &F : U.Functions) {
    FunctionUnit[&F] = &U;
    N.Functions[F.Key] = &F;
    if (F.Link == Linkage::Internal)
      continue;
    Identity.try_emplace(F.Key, identity(F));
    std::vector<const Function *> &All = Shared[identity(F)];
    auto At = llvm::find_if(
        All, [&](const Function *Other) { return rank(*Other) > rank(F); });
    bool First = llvm::none_of(
        All, [&](const Function *Other) { return rank(*Other) == rank(F); });
    if (First || rank(F) == 0)
      All.insert(At, &F);
  }
  for (const GlobalVar &G : U.Globals) {
    GlobalUnit[&G] = &U;
    N.Globals[G.Key] = &G;
    if (G.Link == Linkage::Internal)
      continue;
    GlobalIdentity.try_emplace(G.Key, identity(G));
    const GlobalVar *&Best = SharedGlobals[identity(G)];
    if (!Best || (!Best->Defined && G.Defined))
      Best = &G;
  }
  for (const Record &R : U.Records) {
    RecordUnit[&R] = &U;
    Records.try_emplace(R.Name, &R);
  }
}

const Function *Program::canonical(const Function *F) const {
  if (!F || F->Link == Linkage::Internal)
    return F;
  auto It = Shared.find(identity(*F));
  return It == Shared.end() ? F : It->second.front();
}

const Function *Program::function(const Unit *From, StringRef Key) const {
  if (auto Unit = Own.find(From); Unit != Own.end())
    if (const Function *F = Unit->second.Functions.lookup(Key)) {
      bool OwnBody = F->Defined && F->Link == Linkage::External;
      return OwnBody ? F : canonical(F);
    }
  auto It = Identity.find(Key);
  return It == Identity.end() ? nullptr : Shared.lookup(It->second).front();
}

std::vector<const Function *> Program::definitions(const Unit *From,
                                                   StringRef Key) const {
  const Function *F = function(From, Key);
  if (!F || !F->Defined)
    return {};
  if (F->Link != Linkage::External || unitOf(F) == From)
    return {F};
  std::vector<const Function *> All = Shared.lookup(identity(*F));
  llvm::erase_if(All, [](const Function *Each) { return rank(*Each) != 0; });
  return All;
}

const GlobalVar *Program::global(const Unit *From, StringRef Key) const {
  StringRef Id;
  auto Unit = Own.find(From);
  const GlobalVar *G =
      Unit == Own.end() ? nullptr : Unit->second.Globals.lookup(Key);
  if (G) {
    bool OwnOne = G->Link == Linkage::Internal ||
                  (G->Defined && G->Link == Linkage::External);
    if (OwnOne)
      return G;
    Id = identity(*G);
  } else {
    Id = GlobalIdentity.lookup(Key);
  }
  return SharedGlobals.lookup(Id);
}

const Record *Program::record(StringRef Name) const {
  return Records.lookup(Name);
}

void Program::forEachBody(llvm::function_ref<void(const Function &, const Unit &)> Do) const {
  for (const std::unique_ptr<Unit> &U : Units)
    for (const Function &F : U->Functions)
      if (F.Defined && function(U.get(), F.Key) == &F)
        Do(F, *U);
}

const Unit *Program::unitOf(const Function *F) const {
  return FunctionUnit.lookup(F);
}
const Unit *Program::unitOf(const GlobalVar *G) const {
  return GlobalUnit.lookup(G);
}
const Unit *Program::unitOf(const Record *R) const {
  return RecordUnit.lookup(R);
}
