//===- Paths/Paths.h - Runs a program along all its paths -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine's door: a linked program and the models in, Sends out. See
// docs/design.md, "The engine: property simulation".
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_PATHS_H
#define MDE_PATHS_PATHS_H

#include "Ir/Program.h"
#include "Models/Models.h"
#include "Paths/Send.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

namespace mde::paths {

/// Every bound of the engine. Reaching one is never silent: what it concerns
/// is marked approximate, or its values have the origin Bound.
struct Bounds {
  unsigned DisjunctsPerBlock = 64;   ///< different states kept apart at a block
  unsigned CallDepth = 48;           ///< activations on the way from a root
  unsigned Recursion = 3;            ///< activations of one function among them
  unsigned RecursionRounds = 8;      ///< times that a cycle of calls is repeated
  unsigned ContextsPerFunction = 256;///< different inputs a function is run on
  unsigned StepsPerContext = 400000; ///< instructions in one run of a function
  uint64_t StepsPerRoot = 2000000;   ///< instructions in all of a root's runs
  unsigned UnknownElements = 2;      ///< unknown elements met in an open collection
  unsigned TableElements = 4096;     ///< elements of an array kept apart
  unsigned RowsTried = 64;           ///< elements tried for an unknown index
  unsigned InvariantRounds = 3;      ///< method sequences tried on an object
  unsigned StartStates = 24;         ///< states of globals or objects that roots start from
  unsigned WaysPerRoot = 512;        ///< ways out of a root, from one of them
  unsigned OutsideRounds = 2;        ///< times that what fields hold is looked up anew
  unsigned LaterRounds = 8;          ///< callbacks that callbacks register, and so on
};

struct RunOptions {
  Bounds Limits;
  /// Closed world: all units of the program are there, so nobody else calls an
  /// external function or stores to an external variable.
  bool Linked = false;
  /// Nothing is run only to find what is handed to code that was not seen.
  bool IgnoreUnseen = false;
  /// Instructions in all; 0: no limit. For an editor, which can't wait.
  uint64_t Budget = 0;
  /// With a stream: prints each block's disjuncts (for `mde-ir run --trace`).
  llvm::raw_ostream *Trace = nullptr;
  /// Counts for `mde-ir run --stats`.
  uint64_t *Steps = nullptr;
  uint64_t *Contexts = nullptr;
};

/// Runs \p P from its roots. \p P is linked. The order of the result depends on
/// the program only. std::nullopt: more instructions would have to be run than the
/// budget allows, if one is given.
std::optional<std::vector<Send>> runWithin(const ir::Program &P, const models::Models &M, const RunOptions &Options);

/// The same without a budget.
std::vector<Send> run(const ir::Program &P, const models::Models &M, RunOptions Options);

} // namespace mde::paths

#endif // MDE_PATHS_PATHS_H
