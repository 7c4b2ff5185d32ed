//===- Paths/Engine.h - Contexts, summaries and roots -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the runs of functions share: facts about the program that don't depend
// on state, and the summaries. A summary is a relation from one input state to
// output states, with the sends met on the way. Private to lib/Paths.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_ENGINE_H
#define MDE_PATHS_ENGINE_H

#include "Paths/Canon.h"
#include "Paths/FunctionInfo.h"
#include "Paths/OutsideFields.h"
#include "Paths/Paths.h"
#include "Paths/State.h"
#include "Paths/Summaries.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/StringSaver.h"

namespace mde::paths {

/// A call of a modelled function that sends.
struct SendingCall {
  const ir::Function *F;
  const ir::Instr *I;
  const models::CallModel *Entry;
};

class Engine {
public:
  Engine(const ir::Program &P, const models::Models &M, const RunOptions &O);

  std::vector<Send> runAll();

  const ir::Program &P;
  const models::Models &M;
  const RunOptions &Options;

  /// The summary of \p F on \p In; runs it when it is not there yet. Null when
  /// a bound stops it.
  const Summary *summary(const ir::Function *F, const Extract &In);

  FunctionInfo &info(const ir::Function *F);
  llvm::StringRef intern(llvm::StringRef S) { return Names.save(S); }

  unsigned globalNumber(const ir::GlobalVar *G);
  /// The variable of a model: the program's declaration of it, or a variable that only
  /// the models know.
  const ir::GlobalVar *modelVariable(llvm::StringRef Name);
  /// What \p G is when the program begins, if a model says so; else null.
  const models::CallModel *beginningOf(const ir::GlobalVar &G) const {
    return G.UserCode ? nullptr : M.variable(G.Key);
  }
  bool isModelsOwn(const ir::GlobalVar &G) const { return ModelVariables.contains(G.Key); }
  /// The variables that only models know, of which calls in the program speak.
  llvm::ArrayRef<const ir::GlobalVar *> modelsOwn() const { return ModelsOwn; }
  const ir::GlobalVar *global(unsigned Number) const { return GlobalsByNumber[Number]; }
  /// Whether \p F or what it may call touches global number \p G.
  bool readsGlobal(const ir::Function *F, unsigned G);
  /// Some function other than its initialiser stores to it or takes its address
  /// for something that may.
  bool isMutable(const ir::GlobalVar *G);

  /// The models' entries for \p F; none when it is the program's own and only has
  /// the name of a function that everybody has.
  llvm::ArrayRef<const models::CallModel *> calls(const ir::Function &F) const;
  /// The method of qualified name \p Name that some unit declares; null for none.
  const ir::Function *methodNamed(llvm::StringRef Name);
  /// What the program puts in the place of the virtual method \p Via in class
  /// \p Class; null when it doesn't.
  const ir::Function *overriderOf(llvm::StringRef Via, llvm::StringRef Class);
  bool isModelled(const ir::Function &F) const { return !F.UserCode && M.models(F.Name); }
  /// Whether a call of \p F may run a body that is there: no model describes it, or one
  /// that asks for the body.
  bool runsBody(const ir::Function &F) const { return !isModelled(F) || (F.Defined && M.lowersBody(F.Name)); }
  bool isHttp(const ir::Function &F) const { return !F.UserCode && M.isHttp(F.Name); }
  const models::TypeModel *typeModel(llvm::StringRef Class);
  /// A body that a model gives in Ir.
  const ir::Function *modelBody(llvm::StringRef Key) const;
  /// What \p Key means in \p U, which may be a model's body.
  const ir::Function *function(const ir::Unit *U, llvm::StringRef Key) const {
    return IsBody.count(U) ? Bodies.function(U, Key) : P.function(U, Key);
  }
  /// What a call of \p Callee, which is what \p U means by it, may run: where
  /// several programs define it and \p U does not say which, each of these.
  llvm::SmallVector<const ir::Function *, 1> definitions(const ir::Unit *U, const ir::Function *Callee) const;
  const ir::Unit *unitOf(const ir::Function *F) const {
    const ir::Unit *U = P.unitOf(F);
    return U ? U : Bodies.unitOf(F);
  }
  llvm::ArrayRef<const ir::Function *> constructors(llvm::StringRef Class) const;
  const ir::Function *destructor(llvm::StringRef Class) const;
  /// A function by key, wherever it is defined.
  const ir::Function *anyFunction(llvm::StringRef Key) const { return ByKey.lookup(Key); }
  /// A defined function by its unqualified name, if there is one only.
  /// Else a modelled C function of that name, which the program only looks up.
  const ir::Function *functionNamed(llvm::StringRef Name);
  /// Calls \p Reach for each function that \p F may call, as far as its code
  /// shows which: by name, through a table of virtual functions, or because a
  /// library may run it (closures, what templates make and destroy).
  void forEachCallee(const ir::Function &F, llvm::function_ref<void(const ir::Function *)> Reach);
  /// Whether \p F calls something that forEachCallee() doesn't name: a function
  /// pointer, what a std::function holds, what waits for later.
  bool callsUnnamed(const ir::Function &F);
  /// Calls \p Do for \p Roots and everything that they may call.
  void forEachBelow(llvm::ArrayRef<const ir::Function *> Roots, llvm::function_ref<void(const ir::Function &)> Do);
  /// The globals that \p Roots and what they may call touch.
  llvm::DenseSet<unsigned> globalsBelow(llvm::ArrayRef<const ir::Function *> Roots);
  /// What callsUnnamed() is about: functions whose address is taken, closures
  /// and functors.
  llvm::ArrayRef<const ir::Function *> addressTaken() const { return AddressTaken; }
  /// The calls that send and can be reached from \p F.
  llvm::ArrayRef<SendingCall> sendsBelow(const ir::Function *F);
  /// The Send of a call that a bound kept from being run.
  /// \p Caller calls what sends, at \p At.
  SendRecord unexplored(const SendingCall &S, const ir::Function &Caller, Loc At, const OriginRef &Why);
  /// A constructor of a modelled class that the program makes only through a
  /// library (`emplace_back`); null when the models have none.
  const ir::Function *modelledConstructor(llvm::StringRef Class, llvm::ArrayRef<const ir::Type *> Params);
  /// A type that no unit may hold.
  const ir::Type *type(ir::Type::Kind K, llvm::StringRef Name = "", const ir::Type *Inner = nullptr);

  /// Set by the Slice.
  HeapSlice Heap;
  bool HasSlice = false;
  OutsideFields Outside;
  /// What field \p Name of an outside object of class \p Class may hold; null
  /// when nothing that is known is stored there.
  const StoredValues *outsideField(llvm::StringRef Class, llvm::StringRef Name);

  /// Instructions of the roots before, and of this one.
  uint64_t Steps = 0, RootSteps = 0;
  bool isOverBudget() const { return Options.Budget && Steps + RootSteps > Options.Budget; }

private:
  friend class RootRunner;
  const llvm::DenseSet<unsigned> &globalsOf(const ir::Function *F);
  void scanProgram();
  void scanUses(const ir::Unit &U, const ir::Function &F);
  /// The models' variables that a call of \p Callee touches.
  void forEachModelVariable(const ir::Function &Callee, llvm::function_ref<void(const ir::GlobalVar *, bool Changes)> Do);
  void loadBodies();

  llvm::BumpPtrAllocator Alloc;
  llvm::UniqueStringSaver Names{Alloc};
  llvm::DenseMap<const ir::Function *, std::unique_ptr<FunctionInfo>> Infos;
  Summaries Runs;
  /// What is only reached by its address, or by destruction, and was run for it.
  llvm::DenseSet<const ir::Function *> OnlyRoots;
  std::vector<const ir::GlobalVar *> GlobalsByNumber;
  llvm::DenseMap<const ir::GlobalVar *, unsigned> GlobalNumbers;
  llvm::DenseMap<const ir::Function *, llvm::DenseSet<unsigned>> GlobalsTouched;
  llvm::DenseMap<const ir::Function *, std::vector<SendingCall>> SendsBelow;
  llvm::DenseMap<const ir::Function *, bool> CallsUnnamed;
  llvm::DenseSet<const ir::GlobalVar *> Mutable;
  llvm::DenseSet<const ir::Function *> DefinedAgain; ///< of several definitions, the first
  llvm::StringMap<const models::TypeModel *> TypeModels;
  llvm::StringMap<std::vector<const ir::Function *>> Constructors;
  llvm::StringMap<const ir::Function *> Destructors, ByKey;
  llvm::StringMap<std::vector<const ir::Function *>> ByName;
  llvm::StringMap<const ir::Function *> Methods;
  std::vector<const ir::Function *> AddressTaken;
  llvm::StringMap<std::unique_ptr<ir::Function>> LookedUp, MadeByLibraries;
  llvm::StringMap<std::unique_ptr<ir::GlobalVar>> ModelVariables;
  std::vector<const ir::GlobalVar *> ModelsOwn; ///< in the order in which they were met
  ir::Program Bodies;
  llvm::DenseSet<const ir::Unit *> IsBody;
};

/// A C++ function that does not say that it throws nothing.
inline bool mayThrow(const ir::Function &F) { return !F.NoExcept && F.Key.contains('('); }

/// Whether one of the entries sends.
inline bool maySend(llvm::ArrayRef<const models::CallModel *> Entries) {
  return llvm::any_of(Entries, [](const models::CallModel *Entry) { return Entry->sends(); });
}

/// `std::map<K, V>` -> `std::map`.
llvm::StringRef withoutTemplateArgs(llvm::StringRef Class);
/// The template arguments of a printed class name, at the top level.
llvm::SmallVector<llvm::StringRef, 2> templateArgs(llvm::StringRef Class);

/// The class that \p Ty is, or that its pointers, references and arrays lead to; ""
/// for none.
inline llvm::StringRef innermostClass(const ir::Type *Ty) {
  while (Ty && Ty->Inner)
    Ty = Ty->Inner;
  return Ty && Ty->isClass() ? llvm::StringRef(Ty->Name) : llvm::StringRef();
}

/// Whether a callee can store to what an argument of this type refers to.
inline bool canStoreThrough(const ir::Type *Ty) {
  return Ty && (Ty->K == ir::Type::Reference || Ty->K == ir::Type::Pointer) && !(Ty->Inner && Ty->Inner->Const);
}

/// Whether \p Callee can change what argument \p A, counted with the object, refers
/// to. \p Variadic is the answer for what has no parameter of its own.
inline bool canChange(const ir::Function &Callee, unsigned A, bool Variadic) {
  if (Callee.hasThis() && A-- == 0)
    return !Callee.ConstThis;
  const ir::Type *Ty = A < Callee.Params.size() ? Callee.Params[A].Ty : nullptr;
  return Ty ? canStoreThrough(Ty) : Variadic;
}

} // namespace mde::paths

#endif // MDE_PATHS_ENGINE_H
