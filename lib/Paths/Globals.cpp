//===- Paths/Globals.cpp - Variables that belong to the program -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"

namespace mde::paths {

NodeId Machine::globalPlace(const ir::GlobalVar *G) {
  unsigned Number = E.globalNumber(G);
  if (const NodeId *Known = D.Globals.find(Number))
    return *Known;
  NodeId N = makePlace(G->Ty);
  D.Globals.set(Number, N);
  const models::CallModel *Begins = E.beginningOf(*G);
  if (!G->Defined && !Begins)
    makeUnknown(N, G->Ty, originOf(*G));
  else
    D.edit(N).Constructed = D.edit(N).Zeroed = true;
  if (Begins) {
    ir::Function Library;
    Library.Key = Library.Name = G->Key;
    ModelCall(*this, &Library, Value::ref(N), {}, 0).begin(*Begins);
  }
  return N;
}

OriginRef Machine::originOf(const ir::GlobalVar &G) const {
  return E.isModelsOwn(G) ? makeOrigin(Origin::Outside, "what was set for the whole process", Loc())
                          : makeOrigin(Origin::Outside, ("global '" + G.Key + "'").str(), G.At);
}

void Machine::forgetGlobals(llvm::function_ref<OriginRef(unsigned)> Why) {
  // Forgetting may make places, of globals too.
  llvm::SmallVector<std::pair<unsigned, NodeId>> Known(D.Globals.begin(), D.Globals.end());
  for (auto [Number, N] : Known)
    if (OriginRef Reason = Why(Number))
      forget(Value::ref(N), Reason, true);
}

} // namespace mde::paths
