//===- Paths/Handlers.cpp - Which handler an exception comes to -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/FunctionRun.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using namespace ir;

/// A library throws no classes of the program, and hardly anything else than classes.
bool FunctionRun::isOfLibrary(const Type *Ty) const {
  const Record *R = Ty->isClass() ? E.P.record(Ty->Name) : nullptr;
  return Ty->isClass() && !(R && R->UserCode);
}

/// To the first handler that matches the exception's type.
void FunctionRun::dispatch(Machine &M, const Instr &I) {
  Disjunct &D = M.D;
  llvm::StringRef Class = D.Exception ? D.node(D.Exception).Class : llvm::StringRef();
  bool Known = !Class.empty() || D.ExceptionType;
  for (const Case &C : I.Cases) {
    const Type *Ty = C.Ty;
    if (Ty && Ty->K == Type::Reference)
      Ty = Ty->Inner;
    Tri Matches = Tri::Maybe;
    if (!Ty)
      Matches = Tri::Yes;
    else if (Class == Machine::LibraryException)
      Matches = isOfLibrary(Ty) ? Tri::Maybe : Tri::No;
    else if (!Class.empty() && Ty->isClass())
      Matches = Class == Ty->Name || E.P.derivesFrom(Class, Ty->Name) ? Tri::Yes
                : E.P.record(Class) ? Tri::No : Tri::Maybe;
    else if (Known && !Class.empty() != Ty->isClass())
      Matches = Tri::No;
    else if (D.ExceptionType)
      Matches = triOf(print(*D.ExceptionType) == print(*Ty));
    if (Matches == Tri::No && !mutant("first-handler-catches"))
      continue;
    if (Matches == Tri::Maybe && M.C.choose(2) == 1)
      continue;
    D.note(TrailEvent::Caught, I.At);
    arrive(C.Target, std::move(D));
    return;
  }
  if (I.Else == NoBlock)
    leave(std::move(D), true);
  else
    arrive(I.Else, std::move(D));
}

//===----------------------------------------------------------------------===//
// Handlers that nothing is known to reach
//===----------------------------------------------------------------------===//

bool FunctionRun::mayThrow(const Instr &I) const {
  const Function *Callee = I.Opcode == Op::Call ? E.function(Unit, I.Name) : nullptr;
  return Callee && paths::mayThrow(*Callee);
}

/// What nothing that is known throws into a handler, memory that is used up still does:
/// a handler that sends is run once at least.
bool FunctionRun::enterHandlers() {
  bool Any = false;
  for (auto &[Unwind, Before] : std::exchange(Unthrown, {})) {
    if (Arrived.test(Info.HandlersOf[Unwind]) || !sendsInHandlers(Info.HandlersOf[Unwind]))
      continue;
    Disjunct D = *Before;
    D.Exception = D.make();
    D.edit(D.Exception).Class = Machine::LibraryException;
    D.edit(D.Exception).Open = makeOrigin(Origin::Runtime, "an exception", F.At);
    D.ExceptionType = nullptr;
    arrive(Unwind, std::move(D));
    Any = true;
  }
  return Any;
}

/// Whether a request may leave between \p Dispatch and the code to which the program
/// comes without an exception, too.
bool FunctionRun::sendsInHandlers(BlockId Dispatch) const {
  auto Sends = [&](const Instr &I) {
    const Function *Callee = I.Opcode == Op::Call ? E.function(Unit, I.Name) : nullptr;
    return Callee && (maySend(E.calls(*Callee)) || !E.sendsBelow(Callee).empty());
  };
  llvm::BitVector Usual(F.Blocks.size());
  addReachable(F, BlockId(0), Edges::Normal, Usual);
  llvm::BitVector Behind = Usual;
  addReachable(F, handlersOf(F.Blocks[Dispatch]), Edges::Normal, Behind);
  Behind.reset(Usual);
  return llvm::any_of(Behind.set_bits(), [&](unsigned B) { return llvm::any_of(F.Blocks[B].Instrs, Sends); });
}

} // namespace mde::paths
