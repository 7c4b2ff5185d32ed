//===- Paths/FunctionInfo.cpp ---------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/FunctionInfo.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace mde::paths {

using namespace ir;

void FunctionInfo::prepare(const Function &F) {
  if (std::exchange(Prepared, true))
    return;
  Order = BlockOrder(F);
  backEdges(F);
  liveness(F);
  handlers(F);
  uses(F);
  characters(F);
}

void FunctionInfo::number(const Function &F) {
  auto Add = [&](llvm::StringRef Name, const Type *Ty) {
    if (Variables.try_emplace(Name, Types.size()).second)
      Types.push_back(Ty);
    else if (Ty && !Types[Variables.lookup(Name)])
      Types[Variables.lookup(Name)] = Ty;
  };
  for (const Param &P : F.Params)
    Add(P.Name, P.Ty);
  if (F.Variadic)
    Add(Rest, nullptr);
  for (const Block &B : F.Blocks)
    for (const Instr &I : B.Instrs)
      if (I.Opcode == Op::Var || I.Opcode == Op::Declare || I.Opcode == Op::Alias)
        Add(I.Name, I.Opcode == Op::Declare ? I.Ty : nullptr);
}

void FunctionInfo::backEdges(const Function &F) {
  BackTo.assign(Order.Blocks.size() + 1, Order.Blocks.size());
  for (unsigned N = Order.Blocks.size(); N-- > 0;) {
    BackTo[N] = std::min(BackTo[N + 1], N);
    for (BlockId S : successors(F.Blocks[Order.Blocks[N]]))
      BackTo[N] = std::min(BackTo[N], Order.Position[S]);
  }
}

namespace {

/// Finds where each of some numbered things is alive, one after the other: most
/// of the thousands that a large function has live in one or two blocks.
class Liveness {
public:
  Liveness(const Function &F, llvm::ArrayRef<BlockId> Blocks) : Entries(F.Blocks.size()) {
    for (BlockId B : Blocks) {
      const std::vector<Instr> &Instrs = F.Blocks[B].Instrs;
      for (unsigned I = 0; I < Instrs.size(); ++I)
        for (BlockId S : targets(Instrs[I]))
          Entries[S].push_back({B, I});
    }
  }

  /// The instructions of a block come in their order, its uses before its own setting.
  void use(unsigned Number, BlockId B) {
    Of &It = All[Number];
    // Set before, in the same block.
    if (It.Sets.empty() || It.Sets.back().first != B)
      if (It.Uses.empty() || It.Uses.back() != B)
        It.Uses.push_back(B);
  }
  void set(unsigned Number, BlockId B, unsigned Instr) { All[Number].Sets.push_back({B, Instr}); }

  /// Per block, in their order, what is alive at its beginning.
  std::vector<std::vector<unsigned>> run() {
    std::vector<std::vector<unsigned>> Alive(Entries.size());
    llvm::SmallVector<BlockId> Work;
    for (auto &[Number, It] : All) {
      auto Reach = [&, Number = Number](BlockId B) {
        if (!Alive[B].empty() && Alive[B].back() == Number)
          return;
        Alive[B].push_back(Number);
        Work.push_back(B);
      };
      for (BlockId B : It.Uses)
        Reach(B);
      while (!Work.empty())
        for (auto [From, Instr] : Entries[Work.pop_back_val()])
          if (!setBefore(It.Sets, From, Instr))
            Reach(From);
    }
    return Alive;
  }

private:
  using Point = std::pair<BlockId, unsigned>;
  struct Of {
    std::vector<Point> Sets;
    std::vector<BlockId> Uses; ///< blocks that use what was set before them
  };

  static bool setBefore(llvm::ArrayRef<Point> Sets, BlockId B, unsigned Instr) {
    return llvm::any_of(Sets, [&](Point P) { return P.first == B && P.second < Instr; });
  }

  std::vector<std::vector<Point>> Entries; ///< the instructions that lead to a block
  std::map<unsigned, Of> All;
};

} // namespace

void FunctionInfo::liveness(const Function &F) {
  Liveness Vars(F, Order.Blocks), Temps(F, Order.Blocks);
  for (BlockId B : Order.Blocks) {
    const std::vector<Instr> &Instrs = F.Blocks[B].Instrs;
    for (unsigned N = 0; N < Instrs.size(); ++N) {
      const Instr &I = Instrs[N];
      for (const Operand &O : I.Args)
        if (O.K == Operand::Temp)
          Temps.use(O.Temp_, B);
      if (I.IntoPlace)
        Temps.use(I.IntoPlace, B);
      if (I.Result)
        Temps.set(I.Result, B, N);
      // Who names it wants the same place, even when it only stores to it: a
      // temporary may already refer to it.
      if (I.Opcode == Op::Var)
        Vars.use(variable(I.Name), B);
      if (I.Opcode == Op::Declare || I.Opcode == Op::Alias)
        Vars.set(variable(I.Name), B, N);
    }
    if (F.Variadic)
      Vars.use(variable(Rest), B);
  }
  LiveVars = Vars.run();
  LiveTemps = Temps.run();
  exceptions(F);
}

void FunctionInfo::uses(const Function &F) {
  llvm::BitVector Otherwise(F.NumTemps + 1);
  StoredToOnly.resize(F.NumTemps + 1);
  for (const Block &B : F.Blocks)
    for (const Instr &I : B.Instrs)
      for (const Operand &O : I.Args)
        if (O.K == Operand::Temp)
          (I.Opcode == Op::Store && &O == I.Args.begin() ? StoredToOnly : Otherwise).set(O.Temp_);
  StoredToOnly.reset(Otherwise);
}

void FunctionInfo::characters(const Function &F) {
  Characters.resize(F.NumTemps + 1);
  std::vector<const Type *> Places(F.NumTemps + 1); ///< what temporaries refer to
  for (BlockId B : Order.Blocks)
    for (const Instr &I : F.Blocks[B].Instrs) {
      if (!I.Result)
        continue;
      const Type *Of = I.Args.empty() || I.Args[0].K != Operand::Temp ? nullptr : Places[I.Args[0].Temp_];
      const Type *&Here = Places[I.Result];
      switch (I.Opcode) {
      case Op::Var:
        Here = typeOf(variable(I.Name));
        break;
      case Op::Load:
        Here = Of && Of->K == Type::Pointer ? Of->Inner : nullptr;
        break;
      case Op::Element:
        Here = Of && Of->K == Type::Array ? Of->Inner : Of;
        break;
      default:
        break;
      }
      if (Here && Here->K == Type::Char && I.Opcode != Op::Var)
        Characters.set(I.Result);
    }
}

/// Backward, until nothing changes.
void FunctionInfo::handlers(const Function &F) {
  HandlersOf.assign(F.Blocks.size(), NoBlock);
  for (bool Changed = true; std::exchange(Changed, false);)
    for (BlockId B : llvm::reverse(Order.Blocks)) {
      const Instr *End = F.Blocks[B].Instrs.empty() ? nullptr : &F.Blocks[B].Instrs.back();
      if (!End || HandlersOf[B] != NoBlock)
        continue;
      if (End->Opcode == Op::Dispatch)
        HandlersOf[B] = B;
      else if (End->Opcode == Op::Jump || End->Opcode == Op::Branch)
        for (BlockId To : targets(*End))
          if (HandlersOf[B] == NoBlock)
            HandlersOf[B] = HandlersOf[To];
      Changed |= HandlersOf[B] != NoBlock;
    }
}

/// The same.
void FunctionInfo::exceptions(const Function &F) {
  LiveException.resize(F.Blocks.size());
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (BlockId B : llvm::reverse(Order.Blocks)) {
      bool Looks = llvm::any_of(F.Blocks[B].Instrs, [&](const Instr &I) {
        if (I.Opcode == Op::Caught || I.Opcode == Op::Dispatch || I.Opcode == Op::Resume)
          return true;
        return I.isTerminator() && I.Opcode != Op::Throw &&
               llvm::any_of(targets(I), [&](BlockId S) { return LiveException.test(S); });
      });
      if (Looks && !LiveException.test(B)) {
        LiveException.set(B);
        Changed = true;
      }
    }
  }
}

} // namespace mde::paths
