//===- Paths/FunctionInfo.h - What a function's code says -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts about one function that don't depend on state, computed once: the
// numbers of its variables, the order of its blocks, and what is alive where.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_FUNCTIONINFO_H
#define MDE_PATHS_FUNCTIONINFO_H

#include "Paths/BlockOrder.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace mde::paths {

class FunctionInfo {
public:
  /// Numbers the variables.
  explicit FunctionInfo(const ir::Function &F) { number(F); }
  /// Finds out, once, what only a run of \p F asks for: of most functions of a large
  /// program none is made. Everything from here to LiveException, StoredToOnly and
  /// Characters are empty before.
  void prepare(const ir::Function &F);

  unsigned variable(llvm::StringRef Name) const { return Variables.lookup(Name); }
  unsigned numVariables() const { return Variables.size(); }
  const ir::Type *typeOf(unsigned Variable) const { return Types[Variable]; }
  /// The variable that holds what a variadic function was given beyond its
  /// parameters.
  static constexpr llvm::StringLiteral Rest = "...";
  const llvm::StringMap<unsigned> &names() const { return Variables; }

  BlockOrder Order;
  /// By position: the first block, in order, to which an edge leads from this one
  /// or one behind it. What stands before that is never seen again.
  std::vector<unsigned> BackTo;
  /// Per block: what may be read from its beginning on, before it is set anew.
  /// Sorted.
  std::vector<std::vector<unsigned>> LiveVars, LiveTemps;
  /// Per block: the exception in flight may still be looked at.
  llvm::BitVector LiveException;
  /// Per block: the block that looks for a handler to which control goes from here without
  /// anything but cleaning up, or NoBlock. Of others only the blocks of landing pads have one.
  std::vector<ir::BlockId> HandlersOf;
  bool mayHandle(ir::BlockId Unwind) const { return Unwind != ir::NoBlock && HandlersOf[Unwind] != ir::NoBlock; }
  /// Some caller, however far above, handles exceptions. Set by the Slice.
  bool HandledAbove = false;
  /// Variables and temporaries that matter to requests. Set by the Slice.
  llvm::BitVector SliceVars, SliceTemps;
  bool SliceResult = true; ///< some caller needs what it returns
  bool HasSlice = false;
  /// It, or what it may call, has a say in what is sent. Set by the Slice.
  bool Matters = true;
  /// Temporaries that are used to store to what they refer to only.
  llvm::BitVector StoredToOnly;
  /// Temporaries that refer to one character: what a `char *` points to, an element
  /// of an array of characters.
  llvm::BitVector Characters;
  /// Branches that decide something that matters; one bit per block.
  llvm::BitVector SliceBranches;

private:
  void number(const ir::Function &F);
  void backEdges(const ir::Function &F);
  void liveness(const ir::Function &F);
  void exceptions(const ir::Function &F);
  void handlers(const ir::Function &F);
  void uses(const ir::Function &F);
  void characters(const ir::Function &F);

  llvm::StringMap<unsigned> Variables;
  std::vector<const ir::Type *> Types;
  bool Prepared = false;
};

} // namespace mde::paths

#endif // MDE_PATHS_FUNCTIONINFO_H
