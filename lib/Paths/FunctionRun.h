//===- Paths/FunctionRun.h - One function on one input ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the blocks of a function on disjuncts until nothing new is found.
// Blocks are taken in the order of BlockOrder, so that at a join everything
// that comes from above is there before the block is run, and a loop is finished
// before what follows it. Private to lib/Paths.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_FUNCTIONRUN_H
#define MDE_PATHS_FUNCTIONRUN_H

#include "Paths/Machine.h"
#include <deque>

namespace mde::paths {

class FunctionRun {
public:
  FunctionRun(Engine &E, const ir::Function &F, Summary &Out)
      : E(E), F(F), Info(E.info(&F)), Out(Out) {
    Info.prepare(F);
  }

  /// \p In: Temps are the arguments.
  void run(const Disjunct &In);

private:
  struct Step {
    std::shared_ptr<const Disjunct> D; ///< shared by all ways of one step
    unsigned Instr;
    Chooser::Choices Given;
  };
  using SeenState = llvm::StringMapEntry<std::shared_ptr<Disjunct>>;
  struct BlockState {
    llvm::StringMap<std::shared_ptr<Disjunct>> Seen;
    std::vector<SeenState *> InOrder;
    std::vector<SeenState *> Waiting;
    llvm::DenseSet<uint64_t> Finished; ///< the keys of states that were let go
    unsigned Overflows = 0;
  };

  void runPending();
  bool enterHandlers();
  bool mayThrow(const ir::Instr &I) const;
  bool sendsInHandlers(ir::BlockId Dispatch) const;
  void forgetBefore(unsigned Order);
  void enter(const Disjunct &In);
  void arrive(ir::BlockId B, Disjunct D);
  void go(ir::BlockId From, ir::BlockId To, Disjunct D);
  void letFinishedGo(ir::BlockId B);
  void runBlock(ir::BlockId B, Disjunct D);
  /// One instruction. Returns false when the path ends or leaves the block.
  bool step(Machine &M, ir::BlockId B, const ir::Instr &I);
  bool callStep(Machine &M, const ir::Instr &I);
  bool terminate(Machine &M, ir::BlockId B, const ir::Instr &I);
  void dispatch(Machine &M, const ir::Instr &I);
  bool isOfLibrary(const ir::Type *Ty) const;
  void leave(Disjunct D, bool Thrown);
  void finish();
  std::vector<SendRecord> distinctSends();
  Value operand(Machine &M, const ir::Operand &O);
  Value firstCharacter(Machine &M, const ir::Operand &O, const Value &V);
  Value castTo(Machine &M, const ir::Type *Ty, Value V);
  void trace(ir::BlockId B, const Disjunct &D);
  Roots rootsAt(ir::BlockId B) const;

  Engine &E;
  const ir::Function &F;
  FunctionInfo &Info;
  Summary &Out;
  const ir::Unit *Unit = nullptr;
  std::vector<BlockState> Blocks;
  std::map<unsigned, ir::BlockId> Pending; ///< by order
  std::vector<unsigned> Exits; ///< by loop: how often it was left by now
  llvm::StringMap<unsigned> ExitKeys;
  std::shared_ptr<const std::vector<Loc>> Given;
  llvm::BitVector Arrived; ///< blocks that some state reached
  /// By landing pad: a state before a call from which nothing that is known was thrown
  /// there.
  std::map<ir::BlockId, std::shared_ptr<const Disjunct>> Unthrown;
  unsigned Forgotten = 0; ///< blocks, in their order
  uint64_t Steps = 0;
  bool Bounded = false;
};

} // namespace mde::paths

#endif // MDE_PATHS_FUNCTIONRUN_H
