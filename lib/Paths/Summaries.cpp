//===- Paths/Summaries.cpp - What functions do with an input --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Summaries.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

template <class T> static void append(std::string &Key, const T &Value) {
  Key.append(reinterpret_cast<const char *>(&Value), sizeof Value);
}

std::string keyOf(Loc L) {
  std::string Key;
  append(Key, L.File);
  append(Key, L.Line);
  append(Key, L.Col);
  return Key;
}

std::string keyOf(const Activation &A) {
  std::string Key = keyOf(A.At);
  append(Key, A.F);
  return Key;
}

/// The run in progress knows what \p E knows.
void Summaries::use(const Entry &E) {
  Here.Lowest = std::min(Here.Lowest, E.InProgress ? E.Position : E.Lowest);
  Here.Asked |= E.Asked;
}

const Summary *Summaries::get(const ir::Function *F, llvm::StringRef Key, llvm::function_ref<void(Summary &)> Run) {
  std::unique_ptr<PerFunction> &Mine = ByFunction[F];
  if (!Mine)
    Mine = std::make_unique<PerFunction>();
  PerFunction *Contexts = Mine.get();
  auto It = Contexts->ByKey.find(Key);
  Entry *E = It == Contexts->ByKey.end() ? nullptr : It->second.get();
  if (E && (E->InProgress || !E->Stale)) {
    E->AskedInProgress |= E->InProgress;
    use(*E);
    return &E->Known;
  }
  if (Depth >= Limits.CallDepth || Contexts->Active >= Limits.Recursion ||
      (!E && Contexts->ByKey.size() >= Limits.ContextsPerFunction))
    return nullptr;
  if (!E)
    E = (Contexts->ByKey[Key] = std::make_unique<Entry>()).get();
  Uses Outer = std::exchange(Here, {});
  E->Position = Depth++;
  ++Contexts->Active;
  ++Count;
  E->InProgress = true;
  repeat(*E, Run);
  E->InProgress = false;
  --Contexts->Active;
  --Depth;
  bool Grew = Here.Grew;
  Here = std::move(Outer);
  Here.Grew |= Grew && E->Lowest != None;
  use(*E);
  return &E->Known;
}

void Summaries::repeat(Entry &E, llvm::function_ref<void(Summary &)> Run) {
  const size_t Mark = Provisional.size();
  E.Stale = false;
  for (unsigned Round = 1;; ++Round) {
    E.AskedInProgress = false;
    Here.Lowest = None;
    Here.Grew = false;
    Summary Next;
    Run(Next);
    bool Grew = Next.ExitKeys != E.Known.ExitKeys || Next.SendKeys != E.Known.SendKeys;
    E.Known = std::move(Next);
    E.Asked = Here.Asked;
    if (Here.Lowest < E.Position) {
      // Part of a cycle that began further out: that one repeats it.
      E.Lowest = Here.Lowest;
      Here.Grew |= Grew;
      Provisional.push_back(&E);
      return;
    }
    if (!(Grew && E.AskedInProgress) && !Here.Grew) {
      // A recursion that never ends: no program has one, so an end was not seen.
      E.Known.GaveUp |= E.AskedInProgress && E.Known.Exits.empty();
      break;
    }
    if (Round == Limits.RecursionRounds) {
      E.Known.GaveUp = true;
      break;
    }
    for (size_t I = Mark; I < Provisional.size(); ++I)
      Provisional[I]->Stale = true;
  }
  // What depended on this one depends on nothing any more.
  E.Lowest = None;
  for (size_t I = Mark; I < Provisional.size(); ++I) {
    Provisional[I]->Lowest = None;
    Provisional[I]->Asked |= E.Asked;
  }
  Provisional.resize(Mark);
}

void Summaries::noteAsked(unsigned Field) {
  if (Here.Asked.size() <= Field)
    Here.Asked.resize(Field + 1);
  Here.Asked.set(Field);
}

void Summaries::drop(const llvm::SmallBitVector &Fields) {
  for (auto &Each : ByFunction) {
    llvm::SmallVector<llvm::StringRef> Keys;
    for (const auto &Context : Each.second->ByKey)
      if (Context.second->Asked.anyCommon(Fields))
        Keys.push_back(Context.first());
    for (llvm::StringRef Key : Keys)
      Each.second->ByKey.erase(Key);
  }
}

} // namespace mde::paths
