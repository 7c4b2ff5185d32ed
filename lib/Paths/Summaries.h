//===- Paths/Summaries.h - What functions do with an input ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call runs its callee on what the callee can see, once for each such input.
//
// Recursion starts from nothing and is repeated until nothing new comes: a run
// that asks for a summary which is still being made is given what is known of it
// so far. All that was made of such a part is provisional. The outermost run of
// the cycle, on which they all depend, is the one that repeats them; each begins
// with what it had the last time.
//
// A summary remembers which fields of outside objects it asked for, its callees'
// questions included, so that those that did not ask survive when the answers
// change. Private to lib/Paths.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_SUMMARIES_H
#define MDE_PATHS_SUMMARIES_H

#include "Ir/Ir.h"
#include "Paths/Paths.h"
#include "Paths/Send.h"
#include "Paths/State.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/ADT/StringMap.h"

namespace mde::paths {

/// What branches took for true of an input symbol: `=0`, `=2`, `!0`.
using Assumption = std::pair<SymbolId, std::string>;

/// A function activation between the current function and a send; it becomes a
/// Frame.
struct Activation {
  const ir::Function *F = nullptr;
  Loc At; ///< in it: the call to the next one, or the send
  bool HostFromOutside = false, AgentFromOutside = false; ///< as in Frame
};

/// Tells activations apart, and places; of this run only.
std::string keyOf(const Activation &A);
std::string keyOf(Loc L);

/// A send met in a function's run, on its way up to the root. What decides the
/// host and the agent is named in terms of the current function's input.
struct SendRecord {
  Send S; ///< without Frames and Trail
  std::vector<Activation> Frames; ///< outermost first
  TrailRef Trail; ///< relative to the current function's entry
  std::vector<Loc> HostLocs, AgentLocs; ///< literals that decide
  std::vector<SymbolId> HostSymbols, AgentSymbols; ///< holes that decide
  NodeId Request = 0; ///< the input node that lacks an agent; 0: made here
  NodeId Session = 0;
  /// The input nodes that hold the URL and the agent; 0: set in this function.
  NodeId HostNode = 0, AgentNode = 0;
  std::vector<Assumption> Assumed; ///< on the way here
  std::vector<std::string> OutsideFacts;
  unsigned Above = 0; ///< frames of so many callers are there already
  bool PutOff = false; ///< its frames were made where it was put off
};

struct Exit {
  Disjunct D;
  bool Thrown = false;
};

/// What a run of a function on one input gives.
struct Summary {
  std::vector<Exit> Exits;
  std::vector<SendRecord> Sends;
  bool GaveUp = false;  ///< a bound stopped the run: there may be more of both
  /// Sums of hashes: the property states of Exits; what is sent, whatever the way.
  uint64_t ExitKeys = 0, SendKeys = 0;
};

class Summaries {
public:
  explicit Summaries(const Bounds &Limits) : Limits(Limits) {}

  /// The summary of \p F on the input with \p Key; \p Run makes it when it is not
  /// there yet. Null when a bound stops it.
  const Summary *get(const ir::Function *F, llvm::StringRef Key, llvm::function_ref<void(Summary &)> Run);
  /// Whether \p F was ever run.
  bool contains(const ir::Function *F) const { return ByFunction.contains(F); }
  /// The run in progress asked for a field, by its number.
  void noteAsked(unsigned Field);
  /// Drops the summaries that asked for one of \p Fields. None is in progress.
  void drop(const llvm::SmallBitVector &Fields);
  /// How many inputs were run.
  uint64_t count() const { return Count; }

private:
  static constexpr unsigned None = ~0u;

  /// What a run has asked for so far.
  struct Uses {
    unsigned Lowest = None; ///< the outermost run in progress of which it knows a part
    bool Grew = false;      ///< something provisional below is not what it was
    llvm::SmallBitVector Asked;
  };
  struct Entry {
    Summary Known;
    bool InProgress = false;
    bool AskedInProgress = false;
    bool Stale = false;     ///< provisional, and to be repeated
    unsigned Position = 0;  ///< in progress: how many runs are around it
    unsigned Lowest = None; ///< as in Uses; None: it is final
    llvm::SmallBitVector Asked;
  };
  struct PerFunction {
    llvm::StringMap<std::unique_ptr<Entry>> ByKey;
    unsigned Active = 0;
  };

  void repeat(Entry &E, llvm::function_ref<void(Summary &)> Run);
  void use(const Entry &E);

  const Bounds &Limits;
  llvm::DenseMap<const ir::Function *, std::unique_ptr<PerFunction>> ByFunction;
  std::vector<Entry *> Provisional;
  Uses Here;
  unsigned Depth = 0;
  uint64_t Count = 0;
};

} // namespace mde::paths

#endif // MDE_PATHS_SUMMARIES_H
