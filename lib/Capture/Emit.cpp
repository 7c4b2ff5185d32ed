//===- Capture/Emit.cpp - Blocks and instructions -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include <set>

using namespace clang;

namespace mde::capturing {

BlockId Lowering::newBlock() {
  Blocks.emplace_back();
  return Blocks.size() - 1;
}

bool Lowering::ended() const {
  const auto &Instrs = Blocks[Cur].Instrs;
  return !Instrs.empty() && Instrs.back().isTerminator();
}

void Lowering::add(ir::Instr I, SourceLocation At) {
  // Code behind a terminator is lowered into a block that nothing reaches.
  if (ended())
    enter(newBlock());
  // What nobody wrote is where the last written thing is.
  if (At.isValid() && LastLoc.Where != At && !InLibrary)
    LastLoc = {At, B.loc(At), B.macro(At)};
  I.At = LastLoc.At;
  I.Macro = LastLoc.Macro;
  if (Blocks[Cur].Instrs.empty())
    Order.push_back(Cur);
  Blocks[Cur].Instrs.push_back(std::move(I));
}

Operand Lowering::result(ir::Instr I, SourceLocation At) {
  uint32_t N = ++Temps;
  I.Result = N;
  add(std::move(I), At);
  return Operand::temp(N);
}

Operand Lowering::simple(Op Opcode, std::initializer_list<Operand> Args,
                         SourceLocation At, llvm::StringRef Name,
                         const ir::Type *Ty) {
  ir::Instr I;
  I.Opcode = Opcode;
  I.Args.append(Args.begin(), Args.end());
  I.Name = B.U.save(Name);
  I.Ty = Ty;
  return result(std::move(I), At);
}

void Lowering::store(Operand Place, Operand Value, SourceLocation At) {
  ir::Instr I;
  I.Opcode = Op::Store;
  I.Args = {Place, Value};
  add(std::move(I), At);
}

void Lowering::copy(Operand Place, Operand From, SourceLocation At) {
  ir::Instr I;
  I.Opcode = Op::Copy;
  I.Args = {Place, From};
  add(std::move(I), At);
}

void Lowering::declare(llvm::StringRef Name, const ir::Type *Ty,
                       SourceLocation At) {
  ir::Instr I;
  I.Opcode = Op::Declare;
  I.Name = Name;
  I.Ty = Ty;
  add(std::move(I), At);
}

void Lowering::alias(llvm::StringRef Name, Operand Place, QualType Ty,
                     SourceLocation At) {
  // Only places have names: a literal or a function gets one first.
  if (Place.K != Operand::Temp) {
    Operand Home = temp(Ty.getNonReferenceType(), At);
    store(Home, Place, At);
    Place = Home;
  }
  ir::Instr I;
  I.Opcode = Op::Alias;
  I.Name = Name;
  I.Args = {Place};
  add(std::move(I), At);
}

void Lowering::jump(BlockId Target, SourceLocation At) {
  if (ended())
    return;
  ir::Instr I;
  I.Opcode = Op::Jump;
  I.Then = Target;
  add(std::move(I), At);
}

void Lowering::branch(Operand Cond, BlockId Then, BlockId Else,
                      SourceLocation At) {
  if (Cond.K == Operand::Int || Cond.K == Operand::Null)
    return jump(Cond.Value != 0 ? Then : Else, At);
  ir::Instr I;
  I.Opcode = Op::Branch;
  I.Args = {Cond};
  I.Then = Then;
  I.Else = Else;
  add(std::move(I), At);
}

void Lowering::ret(Operand Value, SourceLocation At) {
  ir::Instr I;
  I.Opcode = Op::Ret;
  if (Value.K != Operand::None)
    I.Args = {Value};
  add(std::move(I), At);
}

void Lowering::unreachable(SourceLocation At) {
  ir::Instr I;
  I.Opcode = Op::Unreachable;
  add(std::move(I), At);
}

llvm::StringRef Lowering::uniqueName(llvm::StringRef Name) {
  unsigned &N = NamesTaken[Name];
  if (++N == 1)
    return B.U.save(Name);
  std::string Numbered = Name.str() + " #" + std::to_string(N);
  return uniqueName(Numbered);
}

llvm::StringRef Lowering::synthetic(llvm::StringRef Stem) {
  for (unsigned N = NamesTaken[Stem] + 1;; ++N) {
    NamesTaken[Stem] = N;
    std::string Name = Stem.str() + std::to_string(N);
    if (NamesTaken.try_emplace(Name, 1).second)
      return B.U.save(Name);
  }
}

Operand Lowering::temp(QualType Ty, SourceLocation At) {
  const ir::Type *T = B.type(Ty.getUnqualifiedType());
  if (ConditionalDepth == 0)
    return simple(Op::Temp, {}, At, {}, T);
  ir::Instr I;
  I.Opcode = Op::Temp;
  I.Ty = T;
  I.Result = ++Temps;
  I.At = B.loc(At);
  I.Macro = B.macro(At);
  auto &Instrs = Blocks[HoistBlock].Instrs;
  if (Instrs.empty())
    Order.push_back(HoistBlock);
  Instrs.insert(Instrs.begin() + HoistAt++, I);
  return Operand::temp(I.Result);
}

//===----------------------------------------------------------------------===//
// The finished body
//===----------------------------------------------------------------------===//

namespace {

template <typename Visit> void forEachTarget(ir::Instr &I, Visit V) {
  for (BlockId *T : {&I.Then, &I.Else, &I.Unwind})
    if (*T != NoBlock)
      V(*T);
  for (ir::Case &C : I.Cases)
    if (C.Target != NoBlock)
      V(C.Target);
}

} // namespace

/// A jump may pass a declaration, `switch (x) { int i; case 1: i = 0; ... }`,
/// and code with errors may use what was never declared: the variable exists
/// all the same.
void Lowering::declareSkipped(const std::vector<bool> &Reached,
                              const ir::Function &Out) {
  llvm::StringSet<> Declared;
  for (const ir::Param &P : Out.Params)
    Declared.insert(P.Name);
  std::set<llvm::StringRef> Used;
  for (BlockId N = 0; N < Blocks.size(); ++N)
    if (Reached[N])
      for (const ir::Instr &I : Blocks[N].Instrs) {
        if (I.Opcode == Op::Declare || I.Opcode == Op::Alias)
          Declared.insert(I.Name);
        else if (I.Opcode == Op::Var)
          Used.insert(I.Name);
      }
  std::vector<ir::Instr> Missing;
  for (llvm::StringRef Name : Used) {
    if (Declared.contains(Name))
      continue;
    ir::Instr I;
    I.Opcode = Op::Declare;
    I.Name = Name;
    I.Ty = VarTypes.lookup(Name);
    if (!I.Ty)
      I.Ty = B.U.simple(ir::Type::Void);
    Missing.push_back(I);
  }
  auto &Entry = Blocks[0].Instrs;
  Entry.insert(Entry.begin(), Missing.begin(), Missing.end());
}

/// A block that is entered from the end of one other block is part of that.
void Lowering::mergeBlocks() {
  std::vector<unsigned> Entered(Blocks.size());
  Entered[0] = 2;
  for (BlockId N : Order)
    for (ir::Instr &I : Blocks[N].Instrs)
      forEachTarget(I, [&](BlockId T) { ++Entered[T]; });
  std::vector<bool> Merged(Blocks.size());
  for (BlockId N : Order) {
    auto &Instrs = Blocks[N].Instrs;
    while (!Merged[N] && Instrs.back().Opcode == Op::Jump) {
      BlockId T = Instrs.back().Then;
      if (T == N || Entered[T] != 1)
        break;
      Instrs.pop_back();
      llvm::move(Blocks[T].Instrs, std::back_inserter(Instrs));
      Merged[T] = true;
    }
  }
  llvm::erase_if(Order, [&](BlockId N) { return Merged[N]; });
}

/// Where a chain of blocks that only jump leads.
BlockId Lowering::jumpTarget(BlockId Block) const {
  for (unsigned Steps = 0; Steps < 64; ++Steps) {
    const auto &Instrs = Blocks[Block].Instrs;
    if (Instrs.size() != 1 || Instrs[0].Opcode != Op::Jump)
      break;
    Block = Instrs[0].Then;
  }
  return Block;
}

/// Drops blocks that nothing reaches, and numbers blocks and temporaries in the
/// order in which they were written: small changes of lowering stay small in
/// what tests see.
void Lowering::finish(ir::Function &Out) {
  // A loop whose end nobody reaches, a handler that nobody throws to.
  for (BlockId N = 0; N < Blocks.size(); ++N) {
    auto &Instrs = Blocks[N].Instrs;
    if (Instrs.empty())
      Order.push_back(N);
    if (Instrs.empty() || !Instrs.back().isTerminator()) {
      ir::Instr End;
      End.Opcode = Op::Unreachable;
      Instrs.push_back(End);
    }
  }
  for (ir::Block &Block : Blocks)
    for (ir::Instr &I : Block.Instrs)
      forEachTarget(I, [&](BlockId &T) { T = jumpTarget(T); });
  std::vector<bool> Reached(Blocks.size());
  llvm::SmallVector<BlockId, 32> Work = {0};
  Reached[0] = true;
  while (!Work.empty()) {
    for (ir::Instr &I : Blocks[Work.pop_back_val()].Instrs)
      forEachTarget(I, [&](BlockId T) {
        if (!Reached[T]) {
          Reached[T] = true;
          Work.push_back(T);
        }
      });
  }
  declareSkipped(Reached, Out);
  // The entry comes first, though it may have been empty for a while.
  llvm::erase(Order, 0);
  Order.insert(Order.begin(), 0);
  llvm::erase_if(Order, [&](BlockId N) { return !Reached[N]; });
  mergeBlocks();
  std::vector<BlockId> NewBlock(Blocks.size(), NoBlock);
  std::vector<uint32_t> NewTemp(Temps + 1, 0);
  uint32_t NextTemp = 0;
  for (const auto &[Number, N] : llvm::enumerate(Order)) {
    NewBlock[N] = Number;
    for (ir::Instr &I : Blocks[N].Instrs)
      if (I.Result)
        NewTemp[I.Result] = ++NextTemp;
  }
  Out.Blocks.clear();
  for (BlockId N : Order) {
    for (ir::Instr &I : Blocks[N].Instrs) {
      I.Result = NewTemp[I.Result];
      I.IntoPlace = NewTemp[I.IntoPlace];
      for (Operand &O : I.Args)
        if (O.K == Operand::Temp) {
          // What was computed in code that nothing reaches is not there.
          if (NewTemp[O.Temp_])
            O.Temp_ = NewTemp[O.Temp_];
          else
            O = Operand::unknown("not reached");
        }
      forEachTarget(I, [&](BlockId &T) { T = NewBlock[T]; });
    }
    Out.Blocks.push_back(std::move(Blocks[N]));
  }
  Out.NumTemps = NextTemp;
  Out.Defined = true;
  if (B.Stats) {
    ++B.Stats->FunctionsLowered;
    for (const ir::Block &Block : Out.Blocks)
      B.Stats->Instructions += Block.Instrs.size();
  }
}

} // namespace mde::capturing
