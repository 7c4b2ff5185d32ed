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

unsigned OutsideFields::number(llvm::StringRef Class, llvm::StringRef Name) {
  auto [It, New] = Seen.try_emplace({Class.data(), Name.data()}, 0);
  if (New) {
    const ir::Record *Owner = nullptr;
    findField(P, Class, Name, &Owner);
    std::string Key = ((Owner ? llvm::StringRef(Owner->Name) : Class) + "::" + Name).str();
    It->second = Numbers.try_emplace(Key, Fields.size()).first->second;
    if (It->second == Fields.size())
      Fields.emplace_back();
  }
  return It->second;
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
        add(Fields[number(Object->Class, C.Name)].Gathered, D, D.node(C.Id).Val);
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

const StoredValues *OutsideFields::ask(unsigned Number) {
  Field &F = Fields[Number];
  F.Asked = true;
  return F.Known.Values.empty() ? nullptr : &F.Known;
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

llvm::SmallBitVector OutsideFields::advance(bool Last) {
  llvm::SmallBitVector Changed(Fields.size());
  for (unsigned N = 0; N < Fields.size(); ++N) {
    Field &F = Fields[N];
    const StoredValues &New = F.Gathered;
    if (!F.Asked || (New.Values.empty() && !New.Others))
      continue;
    if (New.Values.size() > F.Counted || (New.Others && !F.Known.Others && !F.Known.Values.empty()))
      Changed.set(N);
    F.Counted = New.Values.size();
    F.Known = New;
    F.Known.Others |= Last;
    joinMany(F.Known);
  }
  return Changed;
}

} // namespace mde::paths
