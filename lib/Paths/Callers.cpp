//===- Paths/Callers.cpp --------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Callers.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using ir::Function;

Callers::Callers(Engine &E, llvm::ArrayRef<const Function *> All) : Of(All.size() + 1) {
  llvm::DenseMap<const Function *, unsigned> Number;
  for (auto [N, F] : llvm::enumerate(All))
    Number[F] = N;
  auto Link = [&](const Function *Callee, unsigned Caller) {
    if (auto It = Number.find(Callee); It != Number.end())
      Of[It->second].push_back(Caller);
  };
  for (auto [N, F] : llvm::enumerate(All)) {
    E.forEachCallee(*F, [&, Caller = N](const Function *Callee) { Link(Callee, Caller); });
    if (E.callsUnnamed(*F))
      Of[unnamed()].push_back(N);
  }
  for (const Function *F : E.addressTaken())
    Link(F, unnamed());
}

std::vector<bool> Callers::with(llvm::function_ref<bool(unsigned)> Is) const {
  std::vector<bool> Set(Of.size());
  llvm::SmallVector<unsigned> Todo;
  auto Add = [&](unsigned N) {
    if (!Set[N]) {
      Set[N] = true;
      Todo.push_back(N);
    }
  };
  for (unsigned N = 0; N < unnamed(); ++N)
    if (Is(N))
      Add(N);
  while (!Todo.empty())
    llvm::for_each(Of[Todo.pop_back_val()], Add);
  return Set;
}

} // namespace mde::paths
