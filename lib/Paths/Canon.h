//===- Paths/Canon.h - Comparing and merging states -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two disjuncts are the same when they differ only in the numbers of their
// nodes and symbols. renumber() gives nodes and symbols the numbers of the
// order in which they are first reached from the roots, drops what can't be
// reached, and writes the *key*: a byte string that is equal for equal property
// states. Disjuncts with equal keys become one by join().
//
// Example: after `if (c) s = 1; else s = 2;` with s in the slice the keys
// differ and both stay; with s not in the slice they are equal and s is joined
// to a symbol.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_CANON_H
#define MDE_PATHS_CANON_H

#include "Paths/State.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"
#include <functional>

namespace mde::paths {

/// What of the heap matters to requests, by name. The rest tells no states apart.
struct HeapSlice {
  llvm::StringSet<> Fields;          ///< of classes that the program defines
  llvm::DenseSet<unsigned> Globals;  ///< by the engine's number
  /// Whether a class is the program's own: the fields of others are not known.
  std::function<bool(llvm::StringRef)> IsOwn;
};

/// Which roots of a function's state count, at one point of it.
struct Roots {
  const HeapSlice *Heap = nullptr; ///< null: all of it
  const std::vector<unsigned> *LiveLocals = nullptr; ///< sorted; null: all
  const std::vector<unsigned> *LiveTemps = nullptr;  ///< sorted; null: all
  const llvm::BitVector *SliceLocals = nullptr;///< null: all are in the slice
  const llvm::BitVector *SliceTemps = nullptr;
  bool SliceResult = true; ///< the object that the function returns is in the slice
};

/// Renumbers \p D and returns its key.
std::string renumber(Disjunct &D, const Roots &R);

/// The part of a state that a callee can see, and how its numbers relate to the
/// caller's: node n of State is node Nodes[n] of the caller, symbols likewise.
struct Extract {
  Disjunct State;
  std::vector<NodeId> Nodes;
  std::vector<SymbolId> Symbols;
  std::string Key; ///< equal for equal inputs
};

/// Cuts out of \p D what is reachable from \p Args, \p This, \p Result (a place),
/// the globals for which \p Reads holds, and what waits for later. In the
/// result Temps are the arguments; nodes and symbols have their InputId.
Extract extract(const Disjunct &D, llvm::ArrayRef<Value> Args, const Value &This,
                NodeId Result, llvm::function_ref<bool(unsigned)> Reads);

/// What both \p A and \p B allow: equal parts are kept, different scalars
/// become a symbol with origin \p Why (texts become alternatives, or with
/// \p Widen their common prefix). Both must be renumbered; the result has A's
/// trail if that is shorter, else B's.
Disjunct join(const Disjunct &A, const Disjunct &B, const OriginRef &Why, bool Widen = false);

/// How far apart two states are: the number of nodes, from the roots on, whose
/// scalars or shapes differ.
unsigned distance(const Disjunct &A, const Disjunct &B);

} // namespace mde::paths

#endif // MDE_PATHS_CANON_H
