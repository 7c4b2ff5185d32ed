//===- Paths/Unseen.cpp - Calls of what has no body ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A callee that no model describes and that has no body, or whose body a bound
// keeps from being run. What it can reach is forgotten; a request or URL that
// goes into it is a pending Send, so that nothing disappears silently.
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using models::TypeModel;

static bool looksLikeUrl(const Text &T) {
  return llvm::any_of(T.alternatives(), [](const Pattern &P) {
    llvm::StringRef Known = P.pieces().empty() || P.pieces()[0].isHole()
                                ? llvm::StringRef()
                                : llvm::StringRef(P.pieces()[0].Literal);
    return Known.starts_with_insensitive("https://") || Known.starts_with_insensitive("http://");
  });
}

static OriginRef responseIn(const Text &T) {
  OriginRef Found;
  T.forEachHole([&](const Hole &H) {
    if (H.From && H.From->K == Origin::Response)
      Found = H.From;
  });
  return Found;
}

OriginRef Machine::originOfPart(const Text &T) {
  OriginRef Response = mde::paths::responseIn(T);
  return Response ? Response : origin(Origin::Runtime, "part of a text");
}

/// The response that \p V, or what it refers to, was read from.
OriginRef Machine::responseIn(const Value &V) {
  OriginRef Found;
  auto Look = [&](const Value &X) {
    if (X.isSymbol() && D.Symbols[X.S].From && D.Symbols[X.S].From->K == Origin::Response)
      Found = D.Symbols[X.S].From;
    if (OriginRef In = X.isText() ? mde::paths::responseIn(*X.T) : nullptr)
      Found = In;
  };
  Look(V);
  if (!V.isRef() || !V.N)
    return Found;
  const Node &Held = D.node(V.N);
  Look(Held.Val);
  if (Held.Open && Held.Open->K == Origin::Response)
    Found = Held.Open;
  for (const Child &C : Held.Children)
    Look(D.node(C.Id).Val);
  return Found;
}

void Machine::pend(const Value &V, llvm::StringRef Callee, const OriginRef &Why) {
  if (mutant("nothing-is-pending"))
    return;
  // What a bound keeps from being run was seen, however deep it refers.
  unsigned Deepest = Why && Why->K == Origin::Bound ? 256 : 4;
  llvm::SmallVector<std::pair<Value, unsigned>> Work{{V, 0}};
  llvm::DenseSet<NodeId> Seen;
  while (!Work.empty()) {
    auto [X, Depth] = Work.pop_back_val();
    if (X.isText() && looksLikeUrl(*X.T))
      pendingSend(0, X.T.get(), Callee, Why);
    if (!X.isRef() || !X.N || Depth > Deepest || !Seen.insert(X.N).second)
      continue;
    NodeId N = shared(X.N);
    const Node &Held = D.node(N);
    // A session that knows the host is as good as a request.
    if (Held.Request || (Held.Session && (Held.child("$host") || Held.child("$url")))) {
      pendingSend(N, nullptr, Callee, Why);
      continue;
    }
    if (Held.Session)
      continue;
    Work.push_back({Held.Val, Depth + 1});
    for (const Child &C : Held.Children)
      Work.push_back({Value::ref(C.Id), Depth + 1});
    for (NodeId E : llvm::ArrayRef(Held.Elems).take_front(16))
      Work.push_back({Value::ref(E), Depth + 1});
  }
}

/// Does \p Ty lead to anything: a pointer of C without a type?
static bool isUserArgument(const ir::Type *Ty) {
  return Ty && Ty->K == ir::Type::Pointer && Ty->Inner && Ty->Inner->K == ir::Type::Void;
}

/// Calls what \p Callee was given to call. A `void *` that comes behind a C
/// function pointer is its user argument. If what it can reach is another thing
/// when the root ends, it is called then, too.
Outcome Machine::callBack(const Value &Callable, const ir::Function *Callee, llvm::ArrayRef<Value> Following) {
  std::vector<Value> Args;
  const ir::Function *Target = Callable.is(Value::Func) ? Callable.F : scalarOf(Callable).F;
  if (Target && !Target->hasThis()) {
    size_t First = Callee->Params.size() - std::min(Callee->Params.size(), Following.size());
    Value User;
    for (size_t I = 0; I < Following.size() && User.is(Value::Unset); ++I)
      if (First + I >= Callee->Params.size() || isUserArgument(Callee->Params[First + I].Ty))
        User = Following[I];
    OriginRef Why = origin(Origin::Runtime, "an argument of a callback");
    for (const ir::Param &P : Target->Params)
      if (isUserArgument(P.Ty) && !User.is(Value::Unset))
        Args.push_back(std::exchange(User, Value()));
      else
        Args.push_back(unknown(P.Ty, Why));
  }
  Value Ignored;
  Outcome O = callValue(Callable, Args, 0, Ignored);
  if (O != Outcome::Returned || refersToFrames(Callable))
    return O;
  if (const ir::Function *Runs = targetOf(Callable); Runs && !E.info(Runs).Matters)
    return O;
  Later L;
  L.Callable = Callable;
  L.Args = std::move(Args);
  L.At = At;
  L.Known = reach(L);
  D.Laters.push_back(std::move(L));
  return O;
}

/// Does a closure capture by reference? What it refers to may be gone by the
/// end of the root.
bool Machine::refersToFrames(const Value &Callable) {
  if (!Callable.isRef())
    return false;
  const ir::Record *R = E.P.record(D.node(placeOf(Callable)).Class);
  return R && llvm::any_of(R->Fields, [](const ir::Field &F) { return F.Ty && F.Ty->K == ir::Type::Reference; });
}

/// What a call of \p Callable runs, as far as there is one function.
const ir::Function *Machine::targetOf(const Value &Callable) {
  const ir::Function *Target = Callable.is(Value::Func) ? Callable.F : scalarOf(Callable).F;
  if (!Target && Callable.isRef())
    if (const ir::Record *R = E.P.record(D.node(placeOf(Callable)).Class); R && !R->Calls.empty())
      Target = E.anyFunction(R->Calls[0]);
  return Target;
}

/// A name for everything that a callable can see, to tell whether it changed.
std::string Machine::reach(const Later &L) {
  std::vector<Value> All = L.Args;
  All.push_back(L.Callable);
  const ir::Function *Target = targetOf(L.Callable);
  Disjunct Here = D;
  Here.Laters.clear();
  Here.Terms.clear();
  return extract(Here, All, Value(), 0, [&](unsigned G) { return Target && E.readsGlobal(Target, G); }).Key;
}

/// Whether a constant object of this type lets others be changed.
static bool refersToOthers(const TypeModel *T) {
  return T && (T->Is == TypeModel::Pointer || T->Is == TypeModel::Owner || T->Is == TypeModel::Shared);
}

/// A result that nobody knows.
void Machine::unknownResult(const ir::Function *Callee, NodeId Into, const OriginRef &Why, Value &Result) {
  const ir::Type *Ty = Callee->Result;
  if (Ty && Ty->isClass()) {
    if (!Into)
      Into = makePlace(Ty);
    makeUnknown(Into, Ty, Why);
    Result = Value::ref(Into);
  } else if (Ty && Ty->K != ir::Type::Void) {
    Result = unknown(Ty, Why);
  }
}

Outcome Machine::callUnknown(const ir::Function *Callee, const Value &Object,
                             llvm::ArrayRef<Value> Args, NodeId Into, Value &Result) {
  bool User = Callee->UserCode;
  // A getter answers the same as long as nothing is stored between.
  bool Getter = Callee->ConstThis && Args.empty() && Object.isRef();
  Term Asked{Getter ? E.intern((GetterPrefix + Callee->Key).str()) : "", Object, Value()};
  if (Getter)
    if (auto It = D.Terms.find(Asked); It != D.Terms.end()) {
      Result = It->second;
      return Outcome::Returned;
    }
  OriginRef Why = origin(User ? Origin::Outside : Origin::Unknown, ("a call of '" + Callee->Name + "'").str());
  OriginRef From = Object.isRef() ? responseIn(Object) : nullptr;
  for (unsigned I = 0; I < Args.size(); ++I) {
    const ir::Type *Ty = I < Callee->Params.size() ? Callee->Params[I].Ty : nullptr;
    if (!From)
      From = responseIn(Args[I]);
    if (isCallable(Args[I]) && !mutant("unseen-code-calls-nothing")) {
      if (Outcome O = callBack(Args[I], Callee, Args.drop_front(I + 1)); O != Outcome::Returned)
        return O;
      continue;
    }
    if (User)
      pend(Args[I], Callee->Name, Why);
    if (!Ty || canStoreThrough(Ty) || Ty->isClass())
      forget(Args[I], From ? From : Why, User);
    else if (Ty->K == ir::Type::Reference && Args[I].isRef())
      if (const Node &Held = D.node(placeOf(Args[I])); refersToOthers(Held.Model))
        forget(Value(Held.Val), From ? From : Why, User); // a `const shared_ptr<T> &`
  }
  bool OfBase = Callee->K == ir::Function::Constructor && Object.isRef() &&
                D.node(placeOf(Object)).Class != Callee->Record;
  if (OfBase) {
    // What derives from it is not constructed yet.
    Node &Derived = D.edit(placeOf(Object));
    if (!Derived.Open)
      Derived.Open = Why;
  } else if (Object.isRef() && !Callee->ConstThis && Callee->K != ir::Function::Destructor) {
    if (User)
      pend(Object, Callee->Name, Why);
    forget(Object, Why, User);
  }
  if (User && !Callee->ConstThis && !mutant("unseen-code-keeps-globals")) {
    D.touch();
    forgetGlobals([&](unsigned Number) -> OriginRef {
      const ir::GlobalVar *G = E.global(Number);
      // What no request depends on need not be forgotten.
      bool Matters = !E.HasSlice || E.Heap.Globals.count(Number);
      if (!Matters || G->Link != ir::Linkage::External || G->Const)
        return nullptr;
      return originOf(*G, At);
    });
  }
  if (Callee->NoReturn && !mutant("noreturn-returns"))
    return Outcome::Dead;
  // An exception's own constructor only fails where all memory is used up.
  bool OfException = !User && Callee->hasThis() && E.P.derivesFrom(Callee->Record, "std::exception");
  bool Throws = mayThrow(*Callee) && (User || (IsHandled && !OfException)) && !mutant("unseen-code-does-not-throw");
  if (Throws && C.choose(2) == 1) {
    D.Exception = D.make();
    D.edit(D.Exception).Open = Why;
    if (!User)
      D.edit(D.Exception).Class = LibraryException;
    D.ExceptionType = nullptr;
    return Outcome::Thrown;
  }
  // What is read out of a response is a part of it.
  unknownResult(Callee, Into, From ? From : Why, Result);
  if (Getter && !(Callee->Result && Callee->Result->isClass()) && !Result.is(Value::Unset))
    D.Terms[Asked] = Result;
  return Outcome::Returned;
}

Outcome Machine::callBound(const ir::Function *Callee, const Value &Object, llvm::ArrayRef<Value> Args,
                           const Summary *Partly, NodeId Into, Value &Result) {
  OriginRef Why = origin(Origin::Bound, ((Partly ? "paths through '" : "calls of '") + Callee->Name + "'").str());
  for (const Value &A : Args) {
    pend(A, Callee->Name, Why);
    forget(A, Why, true);
  }
  if (Object.isRef()) {
    pend(Object, Callee->Name, Why);
    forget(Object, Why, true);
  }
  forgetGlobals([&](unsigned Number) {
    return E.readsGlobal(Callee, Number) && E.isMutable(E.global(Number)) ? Why : nullptr;
  });
  for (const SendingCall &S : E.sendsBelow(Callee))
    if (!Partly || llvm::none_of(Partly->Sends, [&](const SendRecord &R) { return R.S.At == S.I->At; }))
      Sends.push_back(E.unexplored(S, F, At, Why));
  // What it could reach says so; a request that it can't reach stays as it is.
  D.touch();
  unknownResult(Callee, Into, Why, Result);
  return Outcome::Returned;
}

} // namespace mde::paths
