//===- Paths/Globals.cpp - Variables that belong to the program -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using namespace ir;

//===----------------------------------------------------------------------===//
// What the program does with them
//===----------------------------------------------------------------------===//

unsigned Engine::globalNumber(const GlobalVar *G) {
  auto [It, New] = GlobalNumbers.try_emplace(G, GlobalsByNumber.size());
  if (New)
    GlobalsByNumber.push_back(G);
  return It->second;
}

const GlobalVar *Engine::modelVariable(llvm::StringRef Name) {
  if (const GlobalVar *Declared = P.global(nullptr, Name))
    return Declared;
  std::unique_ptr<GlobalVar> &G = ModelVariables[Name];
  if (!G) {
    G = std::make_unique<GlobalVar>();
    G->Key = intern(Name);
    G->Ty = type(Type::Record, Name);
    G->Defined = true;
    ModelsOwn.push_back(G.get());
    globalNumber(G.get());
  }
  return G.get();
}

void Engine::forEachModelVariable(const Function &Callee, llvm::function_ref<void(const GlobalVar *, bool)> Do) {
  for (const models::CallModel *Entry : calls(Callee))
    for (const std::string &Name : Entry->Variables)
      Do(modelVariable(Name), llvm::is_contained(Entry->Changes, Name));
}

/// Finds the globals that \p F changes, or lets others change.
void Engine::scanUses(const Unit &U, const Function &F) {
  llvm::DenseMap<uint32_t, const GlobalVar *> From;
  for (const Block &B : F.Blocks)
    for (const Instr &I : B.Instrs) {
      if (I.Opcode == Op::Global) {
        if (const GlobalVar *G = P.global(&U, I.Name); G && !G->Const && G->Init != F.Key && G->Fini != F.Key)
          From[I.Result] = G;
        continue;
      }
      auto Of = [&](unsigned A) -> const GlobalVar * {
        return A < I.Args.size() && I.Args[A].K == Operand::Temp ? From.lookup(I.Args[A].Temp_) : nullptr;
      };
      if (const GlobalVar *G = I.IntoPlace ? From.lookup(I.IntoPlace) : nullptr)
        Mutable.insert(G);
      switch (I.Opcode) {
      case Op::Field:
      case Op::Element:
        if (const GlobalVar *G = Of(0))
          From[I.Result] = G;
        break;
      case Op::Load:
      case Op::Cast:
      case Op::DynamicCast:
        // What the global refers to is handed on with it.
        if (const GlobalVar *G = Of(0))
          From[I.Result] = G;
        break;
      case Op::Unary:
      case Op::Binary:
      case Op::Branch:
      case Op::Switch:
      case Op::Ret:
        break;
      case Op::Copy:
      case Op::Store:
        if (const GlobalVar *G = Of(0))
          Mutable.insert(G);
        break;
      case Op::Call: {
        const Function *Callee = P.function(&U, I.Name);
        if (Callee)
          forEachModelVariable(*Callee, [&](const GlobalVar *G, bool Changes) {
            if (Changes)
              Mutable.insert(G);
          });
        for (unsigned A = 0; A < I.Args.size(); ++A)
          if (const GlobalVar *G = Of(A)) {
            bool This = Callee && Callee->hasThis() && A == 0;
            unsigned N = A - (Callee && Callee->hasThis());
            const Type *Ty = Callee && !This && N < Callee->Params.size() ? Callee->Params[N].Ty : nullptr;
            bool Reads = This ? Callee->ConstThis
                              : Ty && (Ty->K == Type::Reference || Ty->K == Type::Pointer) && Ty->Inner && Ty->Inner->Const;
            if (!Reads)
              Mutable.insert(G);
          }
        break;
      }
      default:
        for (unsigned A = 0; A < I.Args.size(); ++A)
          if (const GlobalVar *G = Of(A))
            Mutable.insert(G);
      }
    }
}

bool Engine::isMutable(const GlobalVar *G) {
  if (G->Const)
    return false;
  bool OthersMayWrite = !Options.Linked && G->Link == Linkage::External;
  return OthersMayWrite || !G->Defined || Mutable.count(G);
}

/// Everything that \p F, and what it may call, names.
const llvm::DenseSet<unsigned> &Engine::globalsOf(const Function *Root) {
  auto It = GlobalsTouched.find(Root);
  if (It == GlobalsTouched.end())
    It = GlobalsTouched.try_emplace(Root, globalsBelow(Root)).first;
  return It->second;
}

llvm::DenseSet<unsigned> Engine::globalsBelow(llvm::ArrayRef<const Function *> Roots) {
  llvm::DenseSet<unsigned> All;
  bool Anything = false;
  forEachBelow(Roots, [&](const Function &F) {
    const Unit *U = unitOf(&F);
    for (const Block &B : F.Blocks)
      for (const Instr &I : B.Instrs)
        if (I.Opcode == Op::Global) {
          if (const GlobalVar *G = P.global(U, I.Name))
            All.insert(globalNumber(G));
        } else if (I.Opcode == Op::Call) {
          if (const Function *Callee = function(U, I.Name))
            forEachModelVariable(*Callee, [&](const GlobalVar *G, bool) { All.insert(globalNumber(G)); });
        }
    Anything |= callsUnnamed(F);
  });
  if (Anything)
    for (unsigned G = 0; G < GlobalsByNumber.size(); ++G)
      All.insert(G);
  return All;
}

bool Engine::readsGlobal(const Function *F, unsigned G) {
  return globalsOf(F).count(G);
}

//===----------------------------------------------------------------------===//
// What they hold
//===----------------------------------------------------------------------===//

NodeId Machine::globalPlace(const GlobalVar *G) {
  unsigned Number = E.globalNumber(G);
  if (const NodeId *Known = D.Globals.find(Number))
    return *Known;
  NodeId N = makePlace(G->Ty);
  D.Globals.set(Number, N);
  const models::CallModel *Begins = E.beginningOf(*G);
  if (!G->Defined && !Begins)
    makeUnknown(N, G->Ty, originOf(*G, G->At));
  else
    D.edit(N).Constructed = D.edit(N).Zeroed = true;
  if (Begins) {
    Function Library;
    Library.Key = Library.Name = G->Key;
    ModelCall(*this, &Library, Value::ref(N), {}, 0).begin(*Begins);
  }
  return N;
}

OriginRef Machine::originOf(const GlobalVar &G, Loc At) const {
  return makeOrigin(Origin::Outside,
                    E.isModelsOwn(G) ? "what was set for the whole process" : ("global '" + G.Key + "'").str(), At);
}

void Machine::forgetGlobals(llvm::function_ref<OriginRef(unsigned)> Why) {
  // Forgetting may make places, of globals too.
  llvm::SmallVector<std::pair<unsigned, NodeId>> Known(D.Globals.begin(), D.Globals.end());
  for (auto [Number, N] : Known)
    if (OriginRef Reason = Why(Number))
      forget(Value::ref(N), Reason, true);
}

} // namespace mde::paths
