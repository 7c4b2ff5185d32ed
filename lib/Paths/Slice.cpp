//===- Paths/Slice.cpp ----------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Slice.h"
#include "Ir/Query.h"
#include "Paths/Callers.h"
#include "Paths/RequestSigns.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <optional>

namespace mde::paths {

using namespace ir;

namespace {

class Slicer {
public:
  explicit Slicer(Engine &E) : E(E), Signs(E) {
    E.P.forEachBody([&](const Function &F, const Unit &U) { add(F, U); });
    for (Local &L : Locals)
      resolve(L);
  }

  void run() {
    std::vector<const Function *> All;
    for (const Local &L : Locals)
      All.push_back(L.F);
    const Callers Calling(E, All);
    findInteresting(Calling);
    for (Local &L : Locals)
      again(L);
    while (!Work.empty()) {
      Local &L = *Work.front();
      Work.pop_front();
      L.Waits = false;
      pass(L);
    }
    std::vector<bool> Matters = findWhatMatters(Calling);
    for (Local &L : Locals) {
      FunctionInfo &I = E.info(L.F);
      I.SliceVars = std::move(L.Vars);
      I.SliceTemps = std::move(L.Temps);
      I.SliceBranches = std::move(L.Branches);
      I.SliceResult = L.Returns || isCalledUnseen(*L.F);
      I.HasSlice = true;
      I.Matters = Matters[&L - Locals.data()];
    }
    findHandled();
    for (const auto &U : E.P.units())
      for (const GlobalVar &G : U->Globals)
        if (Globals.contains(G.Key))
          if (const GlobalVar *Known = E.P.global(U.get(), G.Key))
            E.Heap.Globals.insert(E.globalNumber(Known));
    for (const GlobalVar *G : E.modelsOwn())
      E.Heap.Globals.insert(E.globalNumber(G));
    E.Heap.Fields = std::move(Fields);
    E.Heap.IsOwn = [&P = E.P](llvm::StringRef Class) {
      const Record *R = P.record(Class);
      return R && R->UserCode && !R->Lambda && !R->Union;
    };
    E.HasSlice = true;
  }

private:
  /// Whether there may be calls that no instruction shows: a library makes them.
  bool isCalledUnseen(const Function &F) const {
    const Record *R = F.Record.empty() ? nullptr : E.P.record(F.Record);
    return F.AddressTaken || F.Virtual || (R && (llvm::is_contained(R->Calls, F.Key) || llvm::is_contained(R->Conversions, F.Key)));
  }

  struct Local;
  struct CallSite {
    const Function *Callee = nullptr;
    bool Http = false;
    bool Idle = false; ///< an HTTP call that sets nothing of interest
    llvm::SmallVector<Local *, 1> Bodies;
  };
  /// What is known of one function.
  struct Local {
    const Function *F;
    const Unit *U;
    FunctionInfo *Info;
    std::vector<const Instr *> Def; ///< by temporary
    llvm::BitVector Vars, Temps;
    llvm::BitVector Aliases; ///< variables that are other names of places
    llvm::BitVector Into;    ///< variables that may point into what matters
    llvm::BitVector Acts;     ///< blocks that do something that matters
    llvm::BitVector Branches; ///< blocks whose branch decides whether they run
    std::unique_ptr<ControlDependence> Control; ///< null: nothing acts yet
    bool Stale = true; ///< Acts grew since Branches was computed
    bool Waits = false; ///< for a pass
    bool Interesting = false, Returns = false, CallsPointer = false;
    std::vector<CallSite> Calls; ///< of its call instructions, in their order
    llvm::SmallVector<Local *> Callers;
  };
  /// By the name of a field or global: the functions that name it.
  using NamedIn = llvm::StringMap<llvm::SmallVector<unsigned>>;

  void add(const Function &F, const Unit &U) {
    unsigned Number = Locals.size();
    Local L;
    L.F = &F;
    L.U = &U;
    L.Info = &E.info(&F);
    L.Def.assign(F.NumTemps + 1, nullptr);
    L.Vars.resize(L.Info->numVariables());
    L.Aliases.resize(L.Info->numVariables());
    L.Into.resize(L.Info->numVariables());
    for (const Block &B : F.Blocks)
      for (const Instr &I : B.Instrs) {
        if (I.Result)
          L.Def[I.Result] = &I;
        if (I.Opcode == Op::Alias)
          L.Aliases.set(L.Info->variable(I.Name));
        if (I.Opcode == Op::Global || I.Opcode == Op::Field) {
          auto &In = (I.Opcode == Op::Global ? GlobalNames : FieldNames)[I.Name];
          if (In.empty() || In.back() != Number)
            In.push_back(Number);
        }
      }
    L.Temps.resize(F.NumTemps + 1);
    L.Acts.resize(F.Blocks.size());
    L.Branches.resize(F.Blocks.size());
    Index[&F] = Number;
    Locals.push_back(std::move(L));
  }

  Local *local(const Function *F) {
    auto It = Index.find(F);
    return It == Index.end() ? nullptr : &Locals[It->second];
  }

  void resolve(Local &L) {
    for (const Block &B : L.F->Blocks)
      for (const Instr &I : B.Instrs) {
        UnnamedMatter |= llvm::any_of(I.Args, [&](const Operand &O) { return Signs.isHttpFunction(L.U, O); });
        L.CallsPointer |= I.Opcode == Op::CallIndirect;
        if (I.Opcode != Op::Call)
          continue;
        CallSite Site;
        Site.Callee = E.P.function(L.U, I.Name);
        auto Body = [&](const Function *F) {
          if (Local *Callee = local(F)) {
            Site.Bodies.push_back(Callee);
            if (Callee->Callers.empty() || Callee->Callers.back() != &L)
              Callee->Callers.push_back(&L);
          }
        };
        if (const Function *Callee = Site.Callee) {
          Site.Http = E.isHttp(*Callee);
          UnnamedMatter |= Signs.looksUpFunctions(*Callee);
          Site.Idle = Site.Http && Signs.isIdle(I, *Callee);
          if (Site.Http && !Site.Idle)
            for (const models::CallModel *Entry : E.calls(*Callee))
              for (const std::string &Name : Entry->Fields)
                insert(FieldNames, Fields, Name);
          if (E.runsBody(*Callee)) {
            llvm::for_each(E.definitions(L.U, Callee), Body);
            if (I.Virtual)
              for (const Function *O : E.P.overriders(Callee))
                Body(O);
          }
        }
        L.Calls.push_back(std::move(Site));
      }
  }

  /// Functions from which a modelled HTTP call can be reached.
  void findInteresting(const Callers &Calling) {
    std::vector<bool> Reach = Calling.with([&](unsigned N) {
      return llvm::any_of(Locals[N].Calls, [](const CallSite &Site) { return Site.Http; });
    });
    for (unsigned N = 0; N < Locals.size(); ++N)
      Locals[N].Interesting = Reach[N];
    UnnamedMatter |= Reach[Locals.size()];
  }

  /// What a function does of which a pointer may hold the address matters, from
  /// now on.
  void matterUnnamed(const Local &L) {
    if (UnnamedMatter || !isCalledUnseen(*L.F))
      return;
    UnnamedMatter = true;
    for (Local &Each : Locals)
      again(Each);
  }

  /// Whether what a pointer holds can be a function with a say. Of a whole program all
  /// functions are known that it can be, but for those of libraries.
  bool mayPointersMatter(bool Urls) const {
    if (UnnamedMatter)
      return true;
    if (E.Options.IgnoreUnseen)
      return false;
    if (!E.Options.Linked)
      return true;
    auto MayBeHeld = [&](const Function &F) {
      const Function *Known = F.AddressTaken && F.UserCode ? E.anyFunction(F.Key) : nullptr;
      return Known && !Known->Defined && Signs.takesRequestOrText(F, Urls);
    };
    return llvm::any_of(E.P.units(), [&](const auto &U) { return llvm::any_of(U->Functions, MayBeHeld); });
  }

  /// Functions that can send, change what is sent, or hand a request or URL to
  /// code that is not seen. Without the others the result would be the same.
  std::vector<bool> findWhatMatters(const Callers &Calling) {
    const bool Unseen = !E.Options.IgnoreUnseen;
    const bool Urls = llvm::any_of(Locals, [](const Local &L) { return RequestSigns::holdsUrl(*L.F); });
    const bool Any = llvm::any_of(Locals, [](const Local &L) { return L.Interesting; });
    if (!Any && !Urls && !Signs.isRequestNamed())
      return std::vector<bool>(Locals.size());
    const bool Pointers = mayPointersMatter(Urls);
    return Calling.with([&](unsigned N) {
      const Local &L = Locals[N];
      return L.Interesting || L.Acts.any() || (L.CallsPointer && Pointers) || llvm::any_of(L.Calls, [&](const CallSite &Site) {
               const Function *F = Site.Callee;
               return Unseen && F && !F->Defined && F->UserCode && Site.Bodies.empty() && Signs.takesRequestOrText(*F, Urls);
             });
    });
  }

  /// Whether something follows a handler of \p L: an act of its own, or what its callers
  /// do next. The last resort of many a `main` prints what happened, and that is the end.
  bool goesOnAfterHandlers(const Local &L) const {
    const bool Main = L.F->Name == "main" && L.F->Record.empty();
    BlockList Handlers;
    for (const Block &B : L.F->Blocks)
      llvm::append_range(Handlers, handlersOf(B));
    if (!Main)
      return !Handlers.empty();
    llvm::BitVector Behind(L.F->Blocks.size());
    addReachable(*L.F, Handlers, Edges::All, Behind);
    return Behind.anyCommon(L.Acts);
  }

  /// Functions that are called, however far below, where exceptions are handled.
  void findHandled() {
    std::vector<const Function *> Called;
    bool Unnamed = false;
    for (Local &L : Locals) {
      if (!goesOnAfterHandlers(L))
        continue;
      E.forEachCallee(*L.F, [&](const Function *Callee) { Called.push_back(Callee); });
      Unnamed |= E.callsUnnamed(*L.F);
    }
    auto Mark = [&](const Function &F) {
      E.info(&F).HandledAbove = true;
      Unnamed |= E.callsUnnamed(F);
    };
    E.forEachBelow(Called, Mark);
    if (Unnamed)
      E.forEachBelow(E.addressTaken(), Mark);
  }

  void again(Local &L) {
    if (L.Waits)
      return;
    L.Waits = true;
    Work.push_back(&L);
  }

  void insert(NamedIn &Names, llvm::StringSet<> &Set, llvm::StringRef Name) {
    if (!Set.insert(Name).second)
      return;
    for (unsigned N : Names[Name])
      again(Locals[N]);
  }

  void act(Local &L, BlockId B) {
    if (!L.Acts.test(B)) {
      L.Acts.set(B);
      L.Stale = true;
      again(L);
      matterUnnamed(L);
    }
  }

  void setVariable(Local &L, unsigned Variable) {
    if (L.Vars.test(Variable))
      return;
    L.Vars.set(Variable);
    again(L);
    if (Variable >= L.F->Params.size())
      return;
    matterUnnamed(L);
    for (Local *Caller : L.Callers)
      again(*Caller);
  }

  /// Marks a temporary, and what its value comes from.
  void mark(Local &L, uint32_t Temp) {
    llvm::SmallVector<uint32_t> Todo{Temp};
    while (!Todo.empty()) {
      uint32_t T = Todo.pop_back_val();
      if (!T || L.Temps.test(T))
        continue;
      L.Temps.set(T);
      again(L);
      const Instr *I = L.Def[T];
      if (!I)
        continue;
      switch (I->Opcode) {
      case Op::Var:
        setVariable(L, L.Info->variable(I->Name));
        break;
      case Op::Global:
        insert(GlobalNames, Globals, I->Name);
        break;
      case Op::Field:
        insert(FieldNames, Fields, I->Name);
        break;
      case Op::Call:
      case Op::CallIndirect:
        continue; // by pass(), which knows the callee
      default:
        break;
      }
      for (const Operand &O : I->Args)
        if (O.K == Operand::Temp)
          Todo.push_back(O.Temp_);
    }
  }

  void mark(Local &L, const Operand &O) {
    if (O.K == Operand::Temp)
      mark(L, O.Temp_);
  }

  static const Instr *definition(const Local &L, const Operand &O) {
    return O.K == Operand::Temp ? L.Def[O.Temp_] : nullptr;
  }

  /// Follows the place or pointer \p O back to what it is a part of, not through
  /// calls, as long as \p Decide leaves it open.
  bool follow(const Local &L, const Operand &O,
              llvm::function_ref<std::optional<bool>(const Instr &)> Decide) const {
    const Instr *I = definition(L, O);
    for (unsigned Hops = 0; I && Hops < 64; ++Hops) {
      if (std::optional<bool> Answer = Decide(*I))
        return *Answer;
      if (!llvm::is_contained({Op::Load, Op::Element, Op::Field, Op::Cast, Op::DynamicCast}, I->Opcode))
        return false;
      I = definition(L, I->Args[0]);
    }
    return false;
  }

  /// Whether a store through this temporary can reach something that matters.
  bool reachesSlice(Local &L, const Operand &O) {
    return follow(L, O, [&](const Instr &I) -> std::optional<bool> {
      if (L.Temps.test(I.Result))
        return true;
      switch (I.Opcode) {
      case Op::Var:
        return L.Vars.test(L.Info->variable(I.Name));
      case Op::Global:
        return Globals.contains(I.Name);
      case Op::Return:
        return L.Returns;
      case Op::Field:
        return Fields.contains(I.Name) ? std::optional(true) : std::nullopt;
      default:
        return std::nullopt;
      }
    });
  }

  /// An iterator, a smart pointer.
  bool holdsPointer(llvm::StringRef Class) const {
    const models::TypeModel *T = Class.empty() ? nullptr : E.typeModel(Class);
    return T && llvm::is_contained({models::TypeModel::Pointer, models::TypeModel::Owner, models::TypeModel::Shared}, T->Is);
  }

  /// What is of this type can point to something that is stored to.
  bool isAddress(const Type *Ty) const {
    return canStoreThrough(Ty) || (Ty && Ty->isClass() && holdsPointer(Ty->Name));
  }

  /// What the call yields may point into what its arguments point into: an
  /// iterator, the place of an element.
  bool callLeads(Local &L, const Instr &I, unsigned Depth) {
    const Function *Callee = E.P.function(L.U, I.Name);
    if (!Callee || !isAddress(Callee->Result))
      return false;
    auto Gives = [&](unsigned A) {
      if (canChange(*Callee, A, /*Variadic=*/false))
        return true;
      if (Callee->hasThis() && A-- == 0)
        return holdsPointer(Callee->Record);
      const Type *Ty = A < Callee->Params.size() ? Callee->Params[A].Ty : nullptr;
      return isAddress(Ty && Ty->K == Type::Reference ? Ty->Inner : Ty);
    };
    return llvm::any_of(I.Args, [&](const Operand &O) {
      return Gives(&O - I.Args.begin()) && leads(L, O, Depth + 1);
    });
  }

  /// Whether the value may point into something that matters.
  bool leads(Local &L, const Operand &O, unsigned Depth = 0) {
    return Depth < 8 && follow(L, O, [&](const Instr &I) -> std::optional<bool> {
      switch (I.Opcode) {
      case Op::Var:
        return pointsIn(L, L.Info->variable(I.Name));
      case Op::Global:
        return Globals.contains(I.Name);
      case Op::Field:
        return Fields.contains(I.Name) ? std::optional(true) : std::nullopt;
      case Op::Call:
        return callLeads(L, I, Depth);
      default:
        return std::nullopt;
      }
    });
  }

  /// The variable matters, or may point into something that does.
  static bool pointsIn(const Local &L, unsigned Variable) { return L.Vars.test(Variable) || L.Into.test(Variable); }

  void setInto(Local &L, unsigned Variable) {
    L.Into.set(Variable);
    again(L);
  }

  /// Whether the place is one that a pointer into what matters refers to.
  bool isThroughPointer(Local &L, const Operand &O) {
    bool Followed = false;
    return follow(L, O, [&](const Instr &I) -> std::optional<bool> {
      switch (I.Opcode) {
      case Op::Var: {
        unsigned V = L.Info->variable(I.Name);
        return (Followed || L.Aliases.test(V)) && L.Into.test(V);
      }
      case Op::Field:
        return false; // named in the slice, or of no interest
      case Op::Call:
        return callLeads(L, I, 0);
      default:
        Followed |= I.Opcode == Op::Load;
        return std::nullopt;
      }
    });
  }

  void pass(Local &L) {
    const CallSite *Site = L.Calls.data();
    for (BlockId B = 0; B < L.F->Blocks.size(); ++B)
      for (const Instr &I : L.F->Blocks[B].Instrs)
        if (I.Opcode == Op::Call)
          call(L, B, I, *Site++);
        else
          instruction(L, B, I);
    if (L.Stale && L.Acts.any()) {
      if (!L.Control)
        L.Control = std::make_unique<ControlDependence>(*L.F);
      L.Branches = L.Control->closure(L.Acts);
      L.Stale = false;
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
      } else if (isThroughPointer(L, I.Args[0])) {
        // Which place it is matters, too.
        mark(L, I.Args[0]);
        mark(L, I.Args[1]);
        act(L, B);
      }
      if (const Instr *To = definition(L, I.Args[0]); To && To->Opcode == Op::Var)
        if (unsigned V = L.Info->variable(To->Name); !pointsIn(L, V) && isAddress(L.Info->typeOf(V)) && leads(L, I.Args[1]))
          setInto(L, V);
      break;
    case Op::Alias:
      if (unsigned V = L.Info->variable(I.Name); !pointsIn(L, V) && leads(L, I.Args[0]))
        setInto(L, V);
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
    case Op::CallIndirect:
      if (UnnamedMatter || isWanted(L, I) ||
          llvm::any_of(I.Args, [&](const Operand &O) { return mayReach(L, O); }))
        markCall(L, B, I);
      break;
    default:
      break;
    }
  }

  /// Whether what the call yields matters.
  bool isWanted(Local &L, const Instr &I) {
    return (I.Result && L.Temps.test(I.Result)) || (I.IntoPlace && reachesSlice(L, Operand::temp(I.IntoPlace)));
  }

  /// Whether a store to \p O, or to what it points to, reaches what matters.
  bool mayReach(Local &L, const Operand &O) { return reachesSlice(L, O) || isThroughPointer(L, O); }

  /// All that goes into a call matters, and that it is made.
  void markCall(Local &L, BlockId B, const Instr &I) {
    for (const Operand &O : I.Args)
      mark(L, O);
    mark(L, I.IntoPlace);
    act(L, B);
  }

  void call(Local &L, BlockId B, const Instr &I, const CallSite &Site) {
    const Function *Callee = Site.Callee;
    if (!Callee || Site.Idle)
      return;
    if (const Instr *To = I.IntoPlace ? L.Def[I.IntoPlace] : nullptr; To && To->Opcode == Op::Var)
      if (unsigned V = L.Info->variable(To->Name); !pointsIn(L, V) && callLeads(L, I, 0))
        setInto(L, V);
    if (Site.Http) {
      markCall(L, B, I);
      if (Site.Bodies.empty())
        return;
    }
    const bool Wanted = isWanted(L, I);
    if (Site.Bodies.empty()) {
      // Any argument may have a say in what the others become.
      bool Touches = Wanted;
      for (const Operand &O : I.Args)
        Touches |= canChange(*Callee, &O - I.Args.begin(), /*Variadic=*/true) && mayReach(L, O);
      for (const Operand &O : I.Args)
        if (O.K == Operand::Temp && L.Def[O.Temp_] && callsInteresting(L, O.Temp_))
          Touches = true;
      if (Touches)
        markCall(L, B, I);
      return;
    }
    for (Local *Body : Site.Bodies) {
      if (Wanted && !Body->Returns) {
        Body->Returns = true;
        again(*Body);
      }
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
        if (canStoreThrough(Ty) && (reachesSlice(L, I.Args[A]) || leads(L, I.Args[A]))) {
          setVariable(*Body, Var);
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

  /// The temporary is a closure or functor whose call reaches HTTP.
  bool callsInteresting(Local &L, uint32_t Temp) {
    const Instr *I = L.Def[Temp];
    const Type *Ty = I->Ty;
    if (!Ty && I->Opcode == Op::Var)
      Ty = L.Info->typeOf(L.Info->variable(I->Name));
    const Record *R = E.P.record(innermostClass(Ty));
    if (!R)
      return false;
    for (llvm::StringRef Key : R->Calls)
      if (Local *Body = local(E.anyFunction(Key)))
        if (Body->Interesting)
          return true;
    return false;
  }

  Engine &E;
  const RequestSigns Signs;
  std::vector<Local> Locals;
  llvm::DenseMap<const Function *, unsigned> Index;
  NamedIn FieldNames, GlobalNames;
  llvm::StringSet<> Fields, Globals;
  bool UnnamedMatter = false; ///< what functions do that pointers hold
  std::deque<Local *> Work; ///< what has to be looked at again
};

} // namespace

void computeSlice(Engine &E) { Slicer(E).run(); }

} // namespace mde::paths
