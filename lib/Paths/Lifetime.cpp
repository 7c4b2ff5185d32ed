//===- Paths/Lifetime.cpp - Destruction, and what waits for later --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::TypeModel;

Outcome Machine::destroy(NodeId N) {
  if (!N || D.node(N).Dead || mutant("destructors-not-run"))
    return Outcome::Returned;
  llvm::StringRef Class = D.node(N).Class;
  const Node Held = D.node(N);
  if (Held.Model && !Held.Request) {
    D.edit(N).Dead = true;
    Outcome O = Outcome::Returned;
    auto Each = [&](NodeId M) {
      if (O == Outcome::Returned)
        O = destroy(M);
    };
    // A deleter that is no callable is the default one: it destroys.
    auto Release = [&] {
      NodeId Deleter = Held.child("$deleter");
      if (!Deleter || !isCallable(Value::ref(Deleter)) || mutant("deleters-not-called"))
        return Each(placeOf(Held.Val));
      Value Ignored;
      O = callValue(Value::ref(Deleter), {Held.Val}, 0, Ignored);
    };
    if (Held.Model->Is == TypeModel::Owner && Held.Val.isRef()) {
      Release();
    } else if (Held.Model->Is == TypeModel::Optional && Held.Val.isRef()) {
      Each(placeOf(Held.Val));
    } else if (Held.Model->Is == TypeModel::Shared && Held.Val.isRef()) {
      for (NodeId M = 1; M < D.Nodes.size(); ++M)
        if (M != N && !mutant("each-owner-is-the-last") && D.Nodes[M] && D.node(M).Model && !D.node(M).Dead &&
            D.node(M).Model->Is == TypeModel::Shared && D.node(M).Val == Held.Val)
          return Outcome::Returned;
      Release();
    } else if (Held.Model->Is == TypeModel::Collection) {
      for (NodeId M : Held.Elems)
        Each(M);
    }
    return O;
  }
  if (Class.empty())
    return Outcome::Returned;
  if (const ir::Function *Dtor = E.destructor(Class); Dtor && Dtor->Defined) {
    Value Ignored;
    Outcome O = call(Dtor, Value::ref(N), {}, 0, false, Ignored);
    D.edit(N).Dead = true;
    return O;
  }
  // No body: a library's, or a trivial one. The members die all the same.
  D.edit(N).Dead = true;
  for (const Child &Ch : llvm::reverse(Held.Children))
    if (!D.node(Ch.Id).Class.empty() && !Ch.Name.starts_with("$"))
      if (Outcome O = destroy(Ch.Id); O != Outcome::Returned)
        return O;
  return Outcome::Returned;
}

Outcome Machine::runLaters(bool AtEnd) {
  // What runs may register more; a few rounds are enough for what a request
  // can look like.
  for (unsigned Round = 0; Round < E.Options.Limits.LaterRounds && llvm::any_of(D.Laters, [&](const Later &L) { return AtEnd || L.Known.empty(); }); ++Round) {
    std::vector<Later> Now;
    std::swap(Now, D.Laters);
    for (Later &L : Now) {
      // Unseen code may call what it was given whenever it likes; once more, at
      // the end, is enough.
      if (!L.Known.empty() && !AtEnd) {
        D.Laters.push_back(std::move(L));
        continue;
      }
      Loc Was = At;
      At = L.At;
      Outcome O = Outcome::Returned;
      if (L.Sends)
        send(L.Sends, *L.From, L.Callee, L.At, &L);
      else if (!mutant("callbacks-not-run-later") && (L.Known.empty() || L.Known != reach(L))) {
        Value Ignored;
        O = callValue(L.Callable, L.Args, 0, Ignored);
      }
      At = Was;
      if (O == Outcome::Dead)
        return O;
    }
  }
  // One that registers the next, again and again: what it may send is said.
  if (AtEnd)
    for (const Later &L : std::exchange(D.Laters, {}))
      if (const ir::Function *Target = targetOf(L.Callable); Target && !L.Sends && L.Known.empty())
        for (const SendingCall &S : E.sendsBelow(Target))
          Sends.push_back(E.unexplored(S, F, L.At, makeOrigin(Origin::Bound, "callbacks that register callbacks", L.At)));
  return Outcome::Returned;
}

} // namespace mde::paths
