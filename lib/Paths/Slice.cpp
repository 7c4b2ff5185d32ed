//===- Paths/Slice.cpp ----------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Slice.h"
#include "Ir/Query.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace mde::paths {

using namespace ir;

namespace {

class Slicer {
public:
  explicit Slicer(Engine &E) : E(E) {
    for (const auto &U : E.P.units())
      for (const Function &F : U->Functions)
        if (F.Defined && E.P.function(U.get(), F.Key) == &F)
          add(F, *U);
  }

  void run() {
    findInteresting();
    do {
      Changed = false;
      for (Local &L : Locals)
        pass(L);
    } while (Changed);
    for (Local &L : Locals) {
      FunctionInfo &I = E.info(L.F);
      I.SliceVars = std::move(L.Vars);
      I.SliceTemps = std::move(L.Temps);
      I.SliceBranches = std::move(L.Branches);
      I.HasSlice = true;
    }
    for (const auto &U : E.P.units())
      for (const GlobalVar &G : U->Globals)
        if (Globals.contains(G.Key))
          if (const GlobalVar *Known = E.P.global(U.get(), G.Key))
            E.Heap.Globals.insert(E.globalNumber(Known));
    E.Heap.Fields = std::move(Fields);
    E.Heap.IsOwn = [&P = E.P](llvm::StringRef Class) {
      const Record *R = P.record(Class);
      return R && R->UserCode && !R->Lambda && !R->Union;
    };
    E.HasSlice = true;
  }

private:
  /// What is known of one function.
  struct Local {
    const Function *F;
    const Unit *U;
    FunctionInfo *Info;
    std::vector<const Instr *> Def; ///< by temporary
    llvm::BitVector Vars, Temps;
    llvm::BitVector Acts;     ///< blocks that do something that matters
    llvm::BitVector Branches; ///< blocks whose branch decides whether they run
    std::unique_ptr<ControlDependence> Control;
    bool Stale = true; ///< Acts grew since Branches was computed
    bool Interesting = false, Returns = false;
    std::vector<std::pair<const Instr *, Local *>> Calls;
    std::vector<const Function *> Callees;
  };

  void add(const Function &F, const Unit &U) {
    Local L;
    L.F = &F;
    L.U = &U;
    L.Info = &E.info(&F);
    L.Def.assign(F.NumTemps + 1, nullptr);
    for (const Block &B : F.Blocks)
      for (const Instr &I : B.Instrs)
        if (I.Result)
          L.Def[I.Result] = &I;
    L.Vars.resize(L.Info->numVariables());
    L.Temps.resize(F.NumTemps + 1);
    L.Acts.resize(F.Blocks.size());
    L.Branches.resize(F.Blocks.size());
    L.Control = std::make_unique<ControlDependence>(F);
    Index[&F] = Locals.size();
    Locals.push_back(std::move(L));
  }

  Local *local(const Function *F) {
    auto It = Index.find(F);
    return It == Index.end() ? nullptr : &Locals[It->second];
  }

  bool isHttp(const Function *F) { return E.M.isHttp(F->Name); }

  /// Functions from which a modelled HTTP call can be reached.
  void findInteresting() {
    std::vector<std::vector<unsigned>> Callers(Locals.size());
    llvm::SmallVector<unsigned> Work;
    for (unsigned N = 0; N < Locals.size(); ++N) {
      Local &L = Locals[N];
      auto Link = [&](const Function *Callee) {
        if (auto It = Index.find(Callee); It != Index.end())
          Callers[It->second].push_back(N);
        if (isHttp(Callee) && !L.Interesting) {
          L.Interesting = true;
          Work.push_back(N);
        }
      };
      auto LinkClass = [&](const Type *Ty) {
        while (Ty && Ty->Inner)
          Ty = Ty->Inner;
        if (Ty && Ty->isClass())
          if (const Record *R = E.P.record(Ty->Name))
            for (llvm::StringRef Key : R->Calls)
              if (const Function *Op = E.anyFunction(Key))
                Link(Op);
      };
      for (const Block &B : L.F->Blocks)
        for (const Instr &I : B.Instrs) {
          LinkClass(I.Ty);
          for (const Operand &O : I.Args)
            if (O.K == Operand::Function)
              if (const Function *Target = E.P.function(L.U, O.Str))
                Link(Target);
          if (I.Opcode != Op::Call)
            continue;
          if (const Function *Callee = E.P.function(L.U, I.Name)) {
            Link(Callee);
            if (I.Virtual)
              for (const Function *O : E.P.overriders(Callee))
                Link(O);
          }
        }
    }
    while (!Work.empty()) {
      unsigned N = Work.pop_back_val();
      for (unsigned Caller : Callers[N])
        if (!Locals[Caller].Interesting) {
          Locals[Caller].Interesting = true;
          Work.push_back(Caller);
        }
    }
  }

  template <typename Set, typename Key> void insert(Set &S, const Key &K) {
    Changed |= S.insert(K).second;
  }

  void act(Local &L, BlockId B) {
    if (!L.Acts.test(B)) {
      L.Acts.set(B);
      L.Stale = Changed = true;
    }
  }

  /// Marks a temporary, and what its value comes from.
  void mark(Local &L, uint32_t Temp) {
    llvm::SmallVector<uint32_t> Work{Temp};
    while (!Work.empty()) {
      uint32_t T = Work.pop_back_val();
      if (!T || L.Temps.test(T))
        continue;
      L.Temps.set(T);
      Changed = true;
      const Instr *I = L.Def[T];
      if (!I)
        continue;
      switch (I->Opcode) {
      case Op::Var:
        L.Vars.set(L.Info->variable(I->Name));
        break;
      case Op::Global:
        insert(Globals, I->Name);
        break;
      case Op::Field:
        insert(Fields, I->Name);
        break;
      case Op::Call:
      case Op::CallIndirect:
        continue; // by pass(), which knows the callee
      default:
        break;
      }
      for (const Operand &O : I->Args)
        if (O.K == Operand::Temp)
          Work.push_back(O.Temp_);
    }
  }

  void mark(Local &L, const Operand &O) {
    if (O.K == Operand::Temp)
      mark(L, O.Temp_);
  }

  /// Whether a store through this temporary can reach something that matters.
  bool reachesSlice(Local &L, const Operand &O) {
    if (O.K != Operand::Temp)
      return false;
    uint32_t T = O.Temp_;
    for (unsigned Hops = 0; T && Hops < 64; ++Hops) {
      if (L.Temps.test(T))
        return true;
      const Instr *I = L.Def[T];
      if (!I)
        return false;
      switch (I->Opcode) {
      case Op::Var:
        return L.Vars.test(L.Info->variable(I->Name));
      case Op::Global:
        return Globals.contains(I->Name);
      case Op::Return:
        return L.Returns;
      case Op::Field:
        if (Fields.contains(I->Name))
          return true;
        break;
      case Op::Load:
      case Op::Element:
      case Op::Cast:
      case Op::DynamicCast:
        break;
      default:
        return false;
      }
      T = I->Args[0].K == Operand::Temp ? I->Args[0].Temp_ : 0;
    }
    return false;
  }

  void pass(Local &L) {
    for (BlockId B = 0; B < L.F->Blocks.size(); ++B)
      for (const Instr &I : L.F->Blocks[B].Instrs)
        instruction(L, B, I);
    if (L.Stale) {
      L.Branches = L.Control->closure(L.Acts);
      L.Stale = false;
      Changed = true;
    }
    for (BlockId B = 0; B < L.F->Blocks.size(); ++B)
      if (L.Branches.test(B))
        for (const Operand &O : L.F->Blocks[B].Instrs.back().Args)
          if (L.F->Blocks[B].Instrs.back().Opcode == Op::Branch ||
              L.F->Blocks[B].Instrs.back().Opcode == Op::Switch)
            mark(L, O);
  }

  void instruction(Local &L, BlockId B, const Instr &I) {
    switch (I.Opcode) {
    case Op::Store:
    case Op::Copy:
      if (reachesSlice(L, I.Args[0])) {
        mark(L, I.Args[1]);
        act(L, B);
      }
      break;
    case Op::Alias:
      if (L.Vars.test(L.Info->variable(I.Name))) {
        mark(L, I.Args[0]);
        act(L, B);
      }
      break;
    case Op::Ret:
      if (L.Returns && !I.Args.empty())
        mark(L, I.Args[0]);
      if (L.Returns)
        act(L, B);
      break;
    case Op::Call:
      call(L, B, I, E.P.function(L.U, I.Name));
      break;
    case Op::CallIndirect:
      for (const Operand &O : I.Args)
        mark(L, O);
      act(L, B);
      break;
    default:
      break;
    }
  }

  void call(Local &L, BlockId B, const Instr &I, const Function *Callee) {
    if (!Callee)
      return;
    auto All = [&] {
      for (const Operand &O : I.Args)
        mark(L, O);
      mark(L, I.IntoPlace);
      act(L, B);
    };
    if (isHttp(Callee))
      return All();
    bool Wanted = (I.Result && L.Temps.test(I.Result)) ||
                  (I.IntoPlace && reachesSlice(L, Operand::temp(I.IntoPlace)));
    std::vector<Local *> Bodies;
    if (!E.M.models(Callee->Name)) {
      if (Local *Body = local(Callee))
        Bodies.push_back(Body);
      if (I.Virtual)
        for (const Function *O : E.P.overriders(Callee))
          if (Local *Body = local(O))
            Bodies.push_back(Body);
    }
    if (Bodies.empty()) {
      // Any argument may have a say in what the others become.
      bool Touches = Wanted;
      for (const Operand &O : I.Args)
        Touches |= reachesSlice(L, O) && changes(Callee, &O - I.Args.begin());
      for (const Operand &O : I.Args)
        if (O.K == Operand::Temp && L.Def[O.Temp_] && callsInteresting(L, O.Temp_))
          Touches = true;
      if (Touches)
        All();
      return;
    }
    for (Local *Body : Bodies) {
      if (Wanted && !Body->Returns)
        Body->Returns = Changed = true;
      bool Acts = Wanted || Body->Interesting;
      unsigned Shift = Callee->hasThis();
      if (Shift && Body->Interesting)
        mark(L, I.Args[0]);
      for (unsigned A = Shift; A < I.Args.size(); ++A) {
        if (A - Shift >= Body->F->Params.size())
          break;
        unsigned Var = Body->Info->variable(Body->F->Params[A - Shift].Name);
        if (Body->Vars.test(Var))
          mark(L, I.Args[A]);
        const Type *Ty = Body->F->Params[A - Shift].Ty;
        if (canStoreThrough(Ty) && reachesSlice(L, I.Args[A])) {
          if (!Body->Vars.test(Var)) {
            Body->Vars.set(Var);
            Changed = true;
          }
          Acts = true;
        }
      }
      // A method may change its object.
      if (Shift && !Callee->ConstThis && reachesSlice(L, I.Args[0]))
        Acts = true;
      if (Acts)
        act(L, B);
    }
  }

  static bool changes(const Function *Callee, unsigned A) {
    if (Callee->hasThis()) {
      if (A == 0)
        return !Callee->ConstThis;
      --A;
    }
    const Type *Ty = A < Callee->Params.size() ? Callee->Params[A].Ty : nullptr;
    return !Ty || canStoreThrough(Ty);
  }

  /// The temporary is a closure or functor whose call reaches HTTP.
  bool callsInteresting(Local &L, uint32_t Temp) {
    const Instr *I = L.Def[Temp];
    const Type *Ty = I->Ty;
    if (!Ty && I->Opcode == Op::Var)
      Ty = L.Info->typeOf(L.Info->variable(I->Name));
    while (Ty && Ty->Inner)
      Ty = Ty->Inner;
    const Record *R = Ty && Ty->isClass() ? E.P.record(Ty->Name) : nullptr;
    if (!R)
      return false;
    for (llvm::StringRef Key : R->Calls)
      if (Local *Body = local(E.anyFunction(Key)))
        if (Body->Interesting)
          return true;
    return false;
  }

  Engine &E;
  std::vector<Local> Locals;
  llvm::DenseMap<const Function *, unsigned> Index;
  llvm::StringSet<> Fields, Globals;
  bool Changed = false;
};

} // namespace

void computeSlice(Engine &E) { Slicer(E).run(); }

} // namespace mde::paths
