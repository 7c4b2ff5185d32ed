//===- Paths/Influence.cpp - What has a say in requests -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Influence.h"
#include "Paths/RequestSigns.h"
#include "Paths/Slice.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

namespace mde::paths {

using namespace ir;

namespace {

class Finder {
public:
  Finder(Engine &E, llvm::function_ref<bool(llvm::StringRef)> IsUrl) : E(E), Signs(E), IsUrl(IsUrl) {}

  Influence run() {
    computeSlice(E);
    E.P.forEachBody([&](const Function &F, const Unit &U) { Defined.push_back({&F, &U}); });
    findUrls();
    for (auto [F, U] : Defined) {
      if (E.info(F).Matters) {
        Functions.insert(F);
        lookAt(*F, *U);
      }
      if (HasUrl.count(F))
        handsOn(*F, *U);
    }
    for (unsigned Number : E.Heap.Globals)
      Globals.insert(E.global(Number));
    for (const llvm::StringSet<> *Names : {&E.Heap.Fields, &FieldsTouched})
      for (const auto &Name : *Names)
        Found.Fields[Name.getKey()] = FieldsSeen.lookup(Name.getKey());
    for (auto &[Name, Classes] : Found.Fields)
      if (Classes.count(""))
        Classes.clear();
    Found.Functions = Functions.takeVector();
    Found.Wanted = Wanted.takeVector();
    Found.Globals = Globals.takeVector();
    return std::move(Found);
  }

private:
  /// Calls \p Reach for each function of \p F's unit that an instruction calls or takes
  /// the address of.
  void forEachNamed(const Function &F, const Unit &U, llvm::function_ref<void(const Function &, const Instr &)> Reach) {
    for (const Block &B : F.Blocks)
      for (const Instr &I : B.Instrs) {
        if (I.Opcode == Op::Call)
          if (const Function *Callee = E.P.function(&U, I.Name))
            Reach(*Callee, I);
        for (const Operand &O : I.Args)
          if (O.K == Operand::Function)
            if (const Function *Taken = E.P.function(&U, O.Str))
              Reach(*Taken, I);
      }
  }

  /// What has to be known of what \p F calls, so that running it gives what it gives in
  /// the whole program.
  void lookAt(const Function &F, const Unit &U) {
    std::vector<const Instr *> Def(F.NumTemps + 1);
    bool LooksUp = false;
    forEachNamed(F, U, [&](const Function &Callee, const Instr &I) {
      LooksUp |= Signs.looksUpFunctions(Callee);
      if (!E.isModelled(Callee) && (!Callee.Defined || I.Virtual || Callee.Link == Linkage::External))
        Wanted.insert(&Callee);
    });
    for (const Block &B : F.Blocks)
      for (const Instr &I : B.Instrs) {
        if (I.Result)
          Def[I.Result] = &I;
        if (I.Opcode == Op::Field)
          FieldsSeen[I.Name].insert(classOf(F, U, Def, I.Args[0]));
        for (const Operand &O : I.Args)
          if (LooksUp && O.K == Operand::Text)
            Found.LookedUp.insert(O.Str);
      }
  }

  void touch(const Function &F, const Unit &U, llvm::ArrayRef<const Instr *> Def, const Instr &I) {
    if (I.Opcode == Op::Field) {
      FieldsTouched.insert(I.Name);
      FieldsSeen[I.Name].insert(classOf(F, U, Def, I.Args[0]));
    }
    if (I.Opcode == Op::Global)
      if (const GlobalVar *G = E.P.global(&U, I.Name))
        Globals.insert(G);
  }

  /// The class of the object that \p O refers to; "" if it is not known.
  std::string classOf(const Function &F, const Unit &U, llvm::ArrayRef<const Instr *> Def, const Operand &O) {
    if (O.K == Operand::Temp && Def[O.Temp_] && Def[O.Temp_]->Opcode == Op::This)
      return F.Record.str();
    return innermostClass(typeOf(F, U, Def, O, 0)).str();
  }

  /// The type of the place or value \p O, perhaps with pointers and references; null if
  /// it is not known.
  const Type *typeOf(const Function &F, const Unit &U, llvm::ArrayRef<const Instr *> Def, const Operand &O, unsigned Depth) {
    const Instr *I = O.K == Operand::Temp ? Def[O.Temp_] : nullptr;
    if (!I || Depth > 16)
      return nullptr;
    switch (I->Opcode) {
    case Op::Var:
      return E.info(&F).typeOf(E.info(&F).variable(I->Name));
    case Op::Global: {
      const GlobalVar *G = E.P.global(&U, I->Name);
      return G ? G->Ty : nullptr;
    }
    case Op::Return:
      return F.Result;
    case Op::Temp:
    case Op::New:
    case Op::Cast:
    case Op::DynamicCast:
      return I->Ty;
    case Op::Field: {
      const Record *R = E.P.record(classOf(F, U, Def, I->Args[0]));
      if (!R)
        return nullptr;
      auto It = llvm::find_if(R->Fields, [&](const ir::Field &Each) { return Each.Name == I->Name; });
      return It == R->Fields.end() ? nullptr : It->Ty;
    }
    case Op::Load:
    case Op::Element:
      return typeOf(F, U, Def, I->Args[0], Depth + 1);
    case Op::Call: {
      const Function *Callee = E.P.function(&U, I->Name);
      return Callee ? Callee->Result : nullptr;
    }
    default:
      return nullptr;
    }
  }

  static bool carriesText(const Type *Ty) {
    return !Ty || Ty->K == Type::Pointer || Ty->K == Type::Reference || Ty->K == Type::Array || Ty->isClass();
  }

  /// Functions that have a URL in hand, which is a request where it goes into code that
  /// nobody sees.
  void findUrls() {
    llvm::DenseMap<const Function *, llvm::SmallVector<const Function *>> Callers;
    llvm::DenseMap<const Function *, const Unit *> UnitOf;
    for (auto [F, U] : Defined) {
      UnitOf[F] = U;
      if (RequestSigns::holdsUrl(*F, IsUrl))
        Makes.insert(F);
      forEachNamed(*F, *U, [&, F = F](const Function &Callee, const Instr &) { Callers[&Callee].push_back(F); });
    }
    closure(Makes, [&](const Function *F, auto Add) {
      if (carriesText(F->Result))
        llvm::for_each(Callers.lookup(F), Add);
    });
    HasUrl = Makes;
    closure(HasUrl, [&](const Function *F, auto Add) {
      forEachNamed(*F, *UnitOf.lookup(F), [&](const Function &Callee, const Instr &) {
        if (UnitOf.count(&Callee) && Signs.takesRequestOrText(Callee, /*Urls=*/true))
          Add(&Callee);
      });
    });
  }

  /// Adds to \p Set what \p Next says follows from each of it.
  static void closure(llvm::DenseSet<const Function *> &Set, auto Next) {
    llvm::SmallVector<const Function *> Todo(Set.begin(), Set.end());
    while (!Todo.empty())
      Next(Todo.pop_back_val(), [&](const Function *F) {
        if (Set.insert(F).second)
          Todo.push_back(F);
      });
  }

  void handsOn(const Function &F, const Unit &U) {
    std::vector<const Instr *> Def(F.NumTemps + 1);
    forEachNamed(F, U, [&](const Function &Callee, const Instr &I) {
      if (!E.isModelled(Callee) && Callee.UserCode && (!Callee.Defined || I.Virtual) && Signs.takesRequestOrText(Callee, true))
        Wanted.insert(&Callee);
    });
    if (Makes.count(&F) && carriesText(F.Result))
      Functions.insert(&F);
    for (const Block &B : F.Blocks)
      for (const Instr &I : B.Instrs) {
        if (I.Result)
          Def[I.Result] = &I;
        if (Makes.count(&F))
          forEachChanged(U, I, [&](const Operand &O) {
            if (O.K == Operand::Temp && Def[O.Temp_])
              touch(F, U, Def, *Def[O.Temp_]);
          });
      }
  }

  /// Calls \p Do for each place that \p I may store to.
  void forEachChanged(const Unit &U, const Instr &I, llvm::function_ref<void(const Operand &)> Do) {
    if (I.Opcode == Op::Store || I.Opcode == Op::Copy)
      Do(I.Args[0]);
    if (I.IntoPlace)
      Do(Operand::temp(I.IntoPlace));
    const Function *Callee = I.Opcode == Op::Call ? E.P.function(&U, I.Name) : nullptr;
    for (auto [N, O] : llvm::enumerate(I.Args))
      if (I.Opcode == Op::CallIndirect || (Callee && canChange(*Callee, N, /*Variadic=*/true)))
        Do(O);
  }

  Engine &E;
  const RequestSigns Signs;
  llvm::function_ref<bool(llvm::StringRef)> IsUrl;
  std::vector<std::pair<const Function *, const Unit *>> Defined;
  llvm::DenseSet<const Function *> HasUrl; ///< or may be given one
  llvm::DenseSet<const Function *> Makes;  ///< holds it, or calls what returns it
  llvm::SetVector<const Function *> Functions, Wanted;
  llvm::SetVector<const GlobalVar *> Globals;
  llvm::StringMap<std::set<std::string>> FieldsSeen; ///< with their classes
  llvm::StringSet<> FieldsTouched;
  Influence Found;
};

} // namespace

Influence findInfluence(const Program &P, const models::Models &M, llvm::function_ref<bool(llvm::StringRef)> IsUrl) {
  RunOptions Options;
  Options.IgnoreUnseen = true;
  Engine E(P, M, Options);
  return Finder(E, IsUrl).run();
}

} // namespace mde::paths
