//===- Paths/OutsideFields.cpp --------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/OutsideFields.h"
#include "Paths/Canon.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

static const ir::Field *findField(const ir::Program &P, llvm::StringRef Class, llvm::StringRef Name,
                                  const ir::Record **Owner, unsigned Depth) {
  const ir::Record *R = P.record(Class);
  if (!R || Depth > 16)
    return nullptr;
  for (const ir::Field &F : R->Fields)
    if (F.Name == Name) {
      if (Owner)
        *Owner = R;
      return &F;
    }
  for (llvm::StringRef Base : R->Bases)
    if (const ir::Field *F = findField(P, Base, Name, Owner, Depth + 1))
      return F;
  return nullptr;
}

const ir::Field *findField(const ir::Program &P, llvm::StringRef Class, llvm::StringRef Name,
                           const ir::Record **Owner) {
  return findField(P, Class, Name, Owner, 0);
}

std::string OutsideFields::keyOf(llvm::StringRef Class, llvm::StringRef Name) const {
  const ir::Record *Owner = nullptr;
  findField(P, Class, Name, &Owner);
  return ((Owner ? llvm::StringRef(Owner->Name) : Class) + "::" + Name).str();
}

void OutsideFields::gather(const Disjunct &D, const HeapSlice &Heap) {
  if (!Heap.IsOwn)
    return;
  for (NodeId N = 1; N < D.Nodes.size(); ++N) {
    const Node *Object = D.Nodes[N].get();
    if (!Object || Object->Model || Object->Class.empty() || Object->Children.empty() || !Heap.IsOwn(Object->Class))
      continue;
    for (const Child &C : Object->Children)
      if (Heap.Fields.contains(C.Name) && !C.Name.starts_with("$"))
        add(Gathered[keyOf(Object->Class, C.Name)], D, D.node(C.Id).Val);
  }
}

void OutsideFields::add(StoredValues &Stored, const Disjunct &D, const Value &V) {
  Value Held = V;
  if (Held.isRef() && Held.I < 0 && D.node(Held.N).Val.isText())
    Held = D.node(Held.N).Val; // a pointer to a buffer
  auto Same = [&](const Value &Other) { return Other == Held; };
  switch (Held.K) {
  case Value::Unset:
    return;
  case Value::Func:
    break;
  case Value::Text: {
    bool Outside = true;
    Held.T->forEachHole([&](const Hole &H) { Outside &= H.From && H.From->K == Origin::Outside; });
    if (!Held.T->isPartlyKnown() && Held.T->isEmpty() != Tri::Yes) {
      Stored.Others |= !Outside;
      return;
    }
    Held = Value::text(Held.T->mapHoles([](const Hole &H) { return Piece::hole({0, H.From}); }));
    break;
  }
  case Value::Symbol:
    // What came from outside there stays as it was.
    if (const OriginRef &From = D.Symbols[Held.S].From; From && From->K == Origin::Outside)
      return;
    [[fallthrough]];
  default:
    Stored.Others = true;
    return;
  }
  if (llvm::none_of(Stored.Values, Same))
    Stored.Values.push_back(std::move(Held));
}

const StoredValues *OutsideFields::ask(llvm::StringRef Class, llvm::StringRef Name) {
  std::string Key = keyOf(Class, Name);
  Asked.insert(Key);
  auto It = Known.find(Key);
  return It == Known.end() || It->second.Values.empty() ? nullptr : &It->second;
}

/// Of many texts, what they have in common.
static void joinMany(StoredValues &Stored) {
  std::vector<Text> Texts;
  for (const Value &V : Stored.Values)
    if (V.isText())
      Texts.push_back(*V.T);
  if (Texts.size() <= Text::MaxAlternatives)
    return;
  llvm::erase_if(Stored.Values, [](const Value &V) { return V.isText(); });
  Stored.Values.push_back(Value::text(Text::join(Texts, 0)));
  Stored.Others = true;
}

bool OutsideFields::advance(bool Last) {
  bool More = false;
  for (const auto &Field : Asked) {
    auto It = Gathered.find(Field.getKey());
    if (It == Gathered.end())
      continue;
    StoredValues &Now = Known[Field.getKey()];
    const StoredValues &New = It->second;
    unsigned &Seen = Counted[Field.getKey()];
    More |= New.Values.size() > Seen || (New.Others && !Now.Others && !Now.Values.empty());
    Seen = New.Values.size();
    Now = New;
    Now.Others |= Last;
    joinMany(Now);
  }
  return More;
}

} // namespace mde::paths
