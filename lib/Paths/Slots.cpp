//===- Paths/Slots.cpp - Stores of a model's steps -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::CallModel;
using models::Effect;
using models::Expr;
using models::TypeModel;

/// Tells the trail what changed in a request.
void ModelCall::annotate(const CallModel &Entry, NodeId Owner, llvm::StringRef Slot) {
  (void)Entry;
  NodeId N = D.node(Owner).child(Slot);
  if (Slot == "$url" || Slot == "$host" || Slot == "$path") {
    D.note(TrailEvent::UrlSet, M.At, N && D.node(N).Val.isText() ? display(*D.node(N).Val.T) : "");
  } else if (Slot == "$user-agent") {
    if (N && D.node(N).Val.isText())
      D.note(TrailEvent::AgentSet, M.At, display(*D.node(N).Val.T));
    else
      D.note(TrailEvent::AgentCleared, M.At, "");
  } else if (Slot == "$headers") {
    D.note(N ? TrailEvent::HeadersSet : TrailEvent::AgentCleared, M.At, "");
  }
}

/// Slots hold text as it is now, or a reference (headers, session).
void ModelCall::setSlot(NodeId Owner, llvm::StringRef Slot, const Value &V, bool Address) {
  Value New = V;
  if (New.isRef() && New.I < 0) {
    const Node &N = D.node(New.N);
    bool Structured = (N.Model && N.Model->Is != TypeModel::Text) || N.Request || N.Session ||
                      !N.Elems.empty() || N.Val.isRef() || N.Val.is(Value::Func);
    bool Callable = M.isCallable(New);
    if (!Structured && !Callable && (N.Val.isText() || N.Val.isSymbol() || N.Val.is(Value::Unset) || N.Open) &&
        N.Children.empty() && (Slot == "$url" || Slot == "$host" || Slot == "$path" || Slot == "$port" ||
                               Slot == "$scheme" || Slot == "$method" || Slot == "$user-agent" ||
                               Slot == "$default-user-agent" || (N.Val.isText() && !Address)))
      New = Value::text(M.textOf(New));
    else if (N.Val.isRef() && !N.Model)
      New = N.Val;
    else if (N.Val.isNull())
      New = N.Val;
  } else if (New.isRef() || (New.isSymbol() && Slot != "$headers" && Slot != "$session")) {
    bool Textual = Slot == "$url" || Slot == "$host" || Slot == "$path" || Slot == "$user-agent" || Slot == "$method";
    if (New.isSymbol() && Textual && D.Symbols[New.S].Ty && D.Symbols[New.S].Ty->K == ir::Type::Pointer &&
        M.truth(New) == Tri::Maybe && Slot == "$user-agent" &&
        D.Symbols[New.S].From && D.Symbols[New.S].From->K != Origin::Outside) {
      // A pointer that may be null unsets the slot.
      if (!mutant("unknown-agent-is-not-null") && !M.decide(New))
        New = Value::null();
    }
    if (Textual && !New.isNull())
      New = Value::text(M.textOf(New));
  }
  if (New.isNull() && mutant("null-sets-nothing"))
    return;
  if (New.isNull() || (New.isInt() && New.I == 0 && Slot.starts_with("$") && Slot != "$port")) {
    if (D.node(Owner).Open) {
      // Known to be unset, though other slots are not known.
      NodeId N = D.make();
      D.edit(N).Val = Value::null();
      M.setChild(Owner, Slot, N);
    } else {
      M.dropChild(Owner, Slot);
    }
    return;
  }
  NodeId N = D.make();
  D.edit(N).Val = New;
  M.setChild(Owner, Slot, N);
}

void ModelCall::setPlace(NodeId N, const Value &V) {
  if (V.isRef() && V.N == N && V.I < 0)
    return; // It holds that.
  const Node &Held = D.node(N);
  if (Held.Model && Held.Model->Is == TypeModel::Text) {
    Text T = M.textOf(V);
    D.edit(N).Val = Value::text(std::move(T));
    D.edit(N).Constructed = true;
    return;
  }
  bool Refers = Held.Model && (Held.Model->Is == TypeModel::Pointer || Held.Model->Is == TypeModel::Owner ||
                               Held.Model->Is == TypeModel::Shared || Held.Model->Is == TypeModel::Optional ||
                               Held.Model->Is == TypeModel::Callable || Held.Model->CopyShares);
  if (V.isRef() && V.I < 0 && !Refers) {
    const Node &From = D.node(V.N);
    bool Object = !From.Class.empty() || !From.Children.empty() || !From.Elems.empty() || From.Open;
    if (Object && (!Held.Class.empty() || Held.Model)) {
      M.assign(N, V.N);
      return;
    }
  }
  Node &Edited = D.edit(N);
  Edited.Val = V;
  Edited.Constructed = true;
  Edited.Dead = false;
}

void ModelCall::set(const Effect &X) {
  if (X.Place.K == Expr::Slot) {
    Value V = eval(X.Value);
    NodeId Owner = place(X.Place.Operands[0]);
    if (X.UnlessPresent && D.node(Owner).child(X.Place.Name))
      return;
    // An argument without a type, as user data is, is an address.
    bool Address = false;
    if (X.Value.K == Expr::Arg) {
      const ir::Type *Ty = size_t(X.Value.Index) < Callee->Params.size() ? Callee->Params[X.Value.Index].Ty : nullptr;
      Address = !Ty || (Ty->K == ir::Type::Pointer && Ty->Inner && Ty->Inner->K == ir::Type::Void);
    }
    bool WasThere = D.node(Owner).child(X.Place.Name);
    setSlot(Owner, M.E.intern(X.Place.Name), V, Address);
    if (WasThere || D.node(Owner).child(X.Place.Name))
      annotate(*Current, Owner, X.Place.Name);
    return;
  }
  Value V = eval(X.Value);
  if (X.Place.K == Expr::Result) {
    ResultValue = V;
    HasResult = true;
    return;
  }
  NodeId N = place(X.Place);
  if (X.UnlessPresent && !D.node(N).Val.is(Value::Unset))
    return;
  // A character of a text.
  if (V.isInt() && X.Place.K == Expr::Arg)
    if (Value P = eval(X.Place); P.isRef() && P.I >= 0 && D.node(P.N).Val.isText())
      return M.store(P, V);
  // A text that C code writes into a buffer.
  if (V.isText() && !D.node(N).Model && X.Place.K == Expr::Arg)
    if (Value P = eval(X.Place); P.isRef() && P.I >= 0) {
      const Node &Buffer = D.node(P.N);
      bool Chars = Buffer.Ty && Buffer.Ty->K == ir::Type::Array && isChar(Buffer.Ty->Inner) && Buffer.Elems.empty();
      if (Buffer.Val.isText() || (P.I == 0 && Chars)) {
        Text Head = P.I ? M.textBefore(*Buffer.Val.T, P.I) : Text();
        D.edit(P.N).Val = Value::text(concat(Head, *V.T));
        D.edit(P.N).Constructed = true;
        return;
      }
    }
  setPlace(N, V);
}

} // namespace mde::paths
