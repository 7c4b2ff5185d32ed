//===- Paths/ModelCall.h - A call of a modelled function --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Evaluates the expressions of a model's entry and carries out its steps, on
// one disjunct, for one call. Private to lib/Paths.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_MODELCALL_H
#define MDE_PATHS_MODELCALL_H

#include "Paths/Machine.h"

namespace mde::paths {

class ModelCall {
public:
  ModelCall(Machine &M, const ir::Function *Callee, const Value &Object,
            llvm::ArrayRef<Value> Args, NodeId Into)
      : M(M), D(M.D), Callee(Callee), Object(Object),
        Args(Args.begin(), Args.end()), Into(Into) {}

  /// Finds the entry that fits and applies it. False if nothing models the call.
  bool run(Value &Result, Outcome &O);
  /// Makes a variable what it is when the program begins; the callee has no say.
  void begin(const models::CallModel &Entry) {
    Current = &Entry;
    Outcome O = Outcome::Returned;
    apply(Entry, O);
  }

  // Collections.cpp
  NodeId collectionOf(const Value &V);
  /// The index of the element with the key, or -1; chooses when it is open.
  int64_t lookup(NodeId Collection, const Value &Key);
  /// Whether \p Element has \p Key: a number, or a condition.
  Value hasKey(NodeId Collection, NodeId Element, const Value &Key);
  Text keyOf(NodeId Collection, NodeId Element);
  NodeId valueOf(NodeId Collection, NodeId Element);
  /// \p Moves: the element takes over what \p V refers to.
  NodeId append(NodeId Collection, const Value *Key, const Value &V,
                models::Effect::Duplicate Dup, bool Moves = false);
  /// Adds \p Element at the end, or where a sorted collection has it.
  void putIn(NodeId Collection, NodeId Element);
  size_t placeFor(NodeId Collection, NodeId Element);
  /// What was copied from another type of collection, in the order of this one,
  /// each key once if it keeps them so.
  void arrange(NodeId Collection);
  using KnownKey = std::pair<int64_t, std::string>;
  std::optional<KnownKey> knownKey(NodeId Element);
  /// The elements from \p From on are \p By places further: iterators go with them.
  void moveIterators(NodeId Collection, int64_t From, int64_t By);
  Tri iteratorsEqual(const Value &A, const Value &B);
  Value iteratorOf(const Value &V);
  Value advance(const Value &V, int64_t By);
  Value lengthOf(const Text &T);

private:
  // Effects.cpp, Conditions.cpp, Objects.cpp, Slots.cpp
  bool typeBuiltin(Value &Result, Outcome &O);
  bool builtinConstruct(NodeId This, const models::TypeModel &T);
  void defaultState(NodeId N, const models::TypeModel &T);
  Tri holds(const models::Condition &C);
  Tri holdsAll(llvm::ArrayRef<models::Condition> Cs);
  Tri paramIs(const models::Condition &C);
  Tri valueIs(const models::Condition &C);
  /// False when the call ended otherwise than by returning.
  bool apply(const models::CallModel &Entry, Outcome &O);
  bool applyOne(const models::CallModel &Entry, const models::Effect &X, Outcome &O);
  /// Whether argument number \p Index is for a parameter `T &&`.
  bool isTakenOver(size_t Index) const;
  bool isMovedFrom(const models::Expr &X) const;
  void becomeHttp();
  void leaveMovedFrom();
  bool isOnNull(const models::Effect &X);
  Outcome destroyAll(std::vector<NodeId> Objects);
  bool callOverrider(const models::CallModel &Entry, Value &Result, Outcome &O);
  void applyUnknown(const models::CallModel &Entry);
  void set(const models::Effect &X);
  /// \p Address: a reference stays one, also where a text lies.
  void setSlot(NodeId Owner, llvm::StringRef Slot, const Value &V, bool Address = false);
  void setPlace(NodeId N, const Value &V);
  void make(const models::CallModel &Entry, const models::Effect &X);
  std::vector<const ir::Type *> typesOf(llvm::ArrayRef<Value> Values);
  void construct(const models::Effect &X, Outcome &O);
  const ir::Function *construction(llvm::StringRef Class, llvm::ArrayRef<models::Expr> Xs) const;
  bool fits(const Value &V, const ir::Type *P);
  const ir::Function *constructorThatFits(llvm::StringRef Class, llvm::ArrayRef<Value> All);
  void finish(const std::optional<models::Expr> &Returns, Value &Result);
  void deliver(const Value &V, Value &Result);
  void annotate(const models::CallModel &Entry, NodeId Owner, llvm::StringRef Slot);

  // Expressions.cpp, and a file for each family of functions
  Value eval(const models::Expr &X);
  NodeId place(const models::Expr &X);
  /// The place of X where X is an argument that may be null: null makes a new
  /// one, to which the argument refers from then on.
  NodeId placeOrNew(const models::Expr &X);
  std::vector<Value> evalAll(llvm::ArrayRef<models::Expr> Xs, size_t From = 0);
  std::vector<Value> printable(llvm::ArrayRef<models::Expr> Xs);
  Value call(const models::Expr &X);
  Value textCall(const models::Expr &X);
  Value partTest(models::Fn F, const Text &A, const Text &B);
  Value testCall(const models::Expr &X);
  Value collectionCall(const models::Expr &X);
  Value requestPart(const Text &Request, llvm::StringRef Part);
  Value httpCall(const models::Expr &X);
  Value objectCall(const models::Expr &X);
  Value resultPlace();
  std::optional<int64_t> intOf(const models::Expr &X);

  // Format.cpp
  Text printf(llvm::ArrayRef<Value> Values);
  Text braces(llvm::ArrayRef<Value> Values);
  Text percent(llvm::ArrayRef<Value> Values);
  Text boostFormat(const Value &Format, const Value &V);
  /// What `<<`, %s, {} print of a value.
  Text printed(const Value &V, bool AsChar = false);
  Text numberText(const Value &V);
  Text partOf(const Text &T, llvm::StringRef Prefix);
  Text endOf(const Text &T, uint64_t Count);
  std::string prefixBefore(const Text &T, const Value &End);
  Text holeText(Origin::Kind K, llvm::StringRef What);

  Tri emptyText(const Text &T);
  Tri equalTexts(const Text &A, const Text &B, bool NoCase);

  Machine &M;
  Disjunct &D;
  const ir::Function *Callee;
  Value Object;
  std::vector<Value> Args;
  NodeId Into;
  Value ResultValue;
  bool HasResult = false;
  bool Returned = false;
  const models::CallModel *Current = nullptr;
};

} // namespace mde::paths

#endif // MDE_PATHS_MODELCALL_H
