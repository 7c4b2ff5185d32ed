//===- Ir/Program.h - Linked units ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The units of one program, with names resolved across them. Identity: a
// function or global with external or inline linkage is its USR (its key where
// it has none); one with internal linkage belongs to its unit. Of several
// inline definitions one is kept; of several external ones all are. A class is
// its name; an internal one whose name another unit has, too, gets its unit's
// file added to its name, in the Record and in all types.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_PROGRAM_H
#define MDE_IR_PROGRAM_H

#include "Ir/Ir.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"

namespace mde::ir {

/// Owns units and answers who is who. Add units, then call link(); when more were
/// added, again.
class Program {
public:
  void add(std::unique_ptr<Unit> U);
  /// Resolves names. Rewrites the locations in the units, whose own Files are
  /// empty from then on, and is as good for no unit as for many.
  void link();

  llvm::ArrayRef<std::unique_ptr<Unit>> units() const { return Units; }
  /// File numbers of all Locs are those of this table after link().
  FileTable Files;

  /// What \p Key means when unit \p From says it: the definition if any unit
  /// has one that \p From can see, else the declaration, else null.
  const Function *function(const Unit *From, llvm::StringRef Key) const;
  const GlobalVar *global(const Unit *From, llvm::StringRef Key) const;
  const Record *record(llvm::StringRef Name) const;
  /// Everything that a call of \p Key in \p From may run: the definition that
  /// function() gives if \p From has its own or there is one only; else, of
  /// several external ones, each. A declaration alone is not among them.
  std::vector<const Function *> definitions(const Unit *From,
                                            llvm::StringRef Key) const;
  /// Calls \p Do for each body that stands for its identity, with its unit, in their
  /// order.
  void forEachBody(llvm::function_ref<void(const Function &, const Unit &)> Do) const;
  const Unit *unitOf(const Function *F) const;
  const Unit *unitOf(const GlobalVar *G) const;
  const Unit *unitOf(const Record *R) const;

  /// True if \p Derived is \p Base or derives from it.
  bool derivesFrom(llvm::StringRef Derived, llvm::StringRef Base) const;
  /// The function that a virtual call of \p Method runs on an object of dynamic
  /// type \p Dynamic; null if no unit defines or declares it.
  const Function *finalOverrider(llvm::StringRef Dynamic,
                                 const Function *Method) const;
  /// Every overrider of \p Method in the program, itself included.
  std::vector<const Function *> overriders(const Function *Method) const;
  /// The classes that derive from \p Name, itself first.
  std::vector<const Record *> derivedFrom(llvm::StringRef Name) const;

private:
  void separateInternalClasses();
  void index(const Unit &U);
  void indexVirtuals();
  /// Of all that have \p F's identity, the one that stands for them.
  const Function *canonical(const Function *F) const;
  std::vector<const Record *> basesOf(llvm::StringRef Name) const;

  std::vector<std::unique_ptr<Unit>> Units;
  size_t Moved = 0; ///< The units whose files are those of the program.
  /// How many internal classes were given a name.
  llvm::StringMap<unsigned> Taken;
  /// What one unit says, by key.
  struct Names {
    llvm::DenseMap<llvm::StringRef, const Function *> Functions;
    llvm::DenseMap<llvm::StringRef, const GlobalVar *> Globals;
  };
  llvm::DenseMap<const Unit *, Names> Own;
  llvm::DenseMap<const Function *, const Unit *> FunctionUnit;
  llvm::DenseMap<const GlobalVar *, const Unit *> GlobalUnit;
  llvm::DenseMap<const Record *, const Unit *> RecordUnit;

  /// What units share: linkage not internal. By identity, the best first:
  /// external definitions, then one inline definition, then a declaration.
  llvm::DenseMap<llvm::StringRef, std::vector<const Function *>> Shared;
  llvm::DenseMap<llvm::StringRef, const GlobalVar *> SharedGlobals;
  /// The identity of a shared key, for units that do not say the key.
  llvm::DenseMap<llvm::StringRef, llvm::StringRef> Identity, GlobalIdentity;

  llvm::DenseMap<llvm::StringRef, const Record *> Records;
  llvm::DenseMap<llvm::StringRef, std::vector<const Record *>> Derived;
  /// By canonical method: its overriders, itself included.
  llvm::DenseMap<const Function *, std::vector<const Function *>> Overriders;
  /// By class: its virtual methods and what each overrides, canonical.
  struct VirtualMethod {
    const Function *Method;
    std::vector<const Function *> Of;
  };
  llvm::DenseMap<const Record *, std::vector<VirtualMethod>> Virtuals;
};

} // namespace mde::ir

#endif // MDE_IR_PROGRAM_H
