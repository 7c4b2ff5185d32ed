//===- Paths/Slice.cpp ----------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Slice.h"
#include "Ir/Query.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <optional>

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
    for (Local &L : Locals)
      resolve(L);
  }

  void run() {
    findCallers();
    findInteresting();
    UnnamedMatter |= givesLibraryFunctions();
    for (Local &L : Locals)
      again(L);
    while (!Work.empty()) {
      Local &L = *Work.front();
      Work.pop_front();
      L.Waits = false;
      pass(L);
    }
    std::vector<bool> Matters = findWhatMatters();
    for (Local &L : Locals) {
      FunctionInfo &I = E.info(L.F);
      I.SliceVars = std::move(L.Vars);
      I.SliceTemps = std::move(L.Temps);
      I.SliceBranches = std::move(L.Branches);
      I.SliceResult = L.Returns || isCalledUnseen(*L.F);
      I.HasSlice = true;
      I.Matters = Matters[&L - Locals.data()];
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
    std::unique_ptr<ControlDependence> Control;
    bool Stale = true; ///< Acts grew since Branches was computed
    bool Waits = false; ///< for a pass
    bool Interesting = false, Returns = false;
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
    L.Control = std::make_unique<ControlDependence>(F);
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
          Site.Idle = Site.Http && isIdle(I, *Callee);
          if (!E.isModelled(*Callee)) {
            llvm::for_each(E.definitions(L.U, Callee), Body);
            if (I.Virtual)
              for (const Function *O : E.P.overriders(Callee))
                Body(O);
          }
        }
        L.Calls.push_back(std::move(Site));
      }
  }

  /// The constants that are passed are in no entry of the model: a time-out is
  /// set, or whatever else has no say in what identifies a request.
  bool isIdle(const Instr &I, const Function &Callee) {
    llvm::ArrayRef<const models::CallModel *> Entries = E.calls(Callee);
    return !Callee.hasThis() && !Entries.empty() && llvm::all_of(Entries, [&](const models::CallModel *Entry) {
      return llvm::any_of(Entry->When, [&](const models::Condition &C) {
        if (C.K != models::Condition::Value || C.Subject.K != models::Expr::Arg ||
            size_t(C.Subject.Index) >= I.Args.size())
          return false;
        const Operand &O = I.Args[C.Subject.Index];
        return O.K == Operand::Int && C.isInt(O.Value, O.Str) == C.Negated;
      });
    });
  }

  /// Who may call a function, by its number. The number behind the last one is
  /// what calls without a name may run.
  void findCallers() {
    unsigned Unnamed = Locals.size();
    CallersOf.resize(Unnamed + 1);
    auto Link = [&](const Function *Callee, unsigned Caller) {
      if (auto It = Index.find(Callee); It != Index.end())
        CallersOf[It->second].push_back(Caller);
    };
    for (unsigned N = 0; N < Locals.size(); ++N) {
      E.forEachCallee(*Locals[N].F, [&](const Function *Callee) { Link(Callee, N); });
      if (E.callsUnnamed(*Locals[N].F))
        CallersOf[Unnamed].push_back(N);
    }
    for (const Function *F : E.addressTaken())
      Link(F, Unnamed);
  }

  /// By number: the functions of which \p Is holds, and who may call them.
  std::vector<bool> withCallers(llvm::function_ref<bool(const Local &)> Is) {
    std::vector<bool> Set(CallersOf.size());
    llvm::SmallVector<unsigned> Todo;
    auto Add = [&](unsigned N) {
      if (!Set[N]) {
        Set[N] = true;
        Todo.push_back(N);
      }
    };
    for (unsigned N = 0; N < Locals.size(); ++N)
      if (Is(Locals[N]))
        Add(N);
    while (!Todo.empty())
      llvm::for_each(CallersOf[Todo.pop_back_val()], Add);
    return Set;
  }

  /// Functions from which a modelled HTTP call can be reached.
  void findInteresting() {
    std::vector<bool> Reach = withCallers(
        [](const Local &L) { return llvm::any_of(L.Calls, [](const CallSite &Site) { return Site.Http; }); });
    for (unsigned N = 0; N < Locals.size(); ++N)
      Locals[N].Interesting = Reach[N];
    UnnamedMatter = Reach[Locals.size()];
  }

  /// Whether a pointer may hold a function of an HTTP library: its address is
  /// taken, or it is looked up by its name.
  bool givesLibraryFunctions() {
    auto Gives = [&](const Local &L, const Instr &I) {
      if (llvm::any_of(I.Args, [&](const Operand &O) {
            const Function *F = O.K == Operand::Function ? E.P.function(L.U, O.Str) : nullptr;
            return F && E.isHttp(*F);
          }))
        return true;
      const Function *Callee = I.Opcode == Op::Call ? E.P.function(L.U, I.Name) : nullptr;
      return Callee && llvm::any_of(E.calls(*Callee), [](const models::CallModel *Entry) {
               return Entry->Returns && Entry->Returns->K == models::Expr::Call && Entry->Returns->F == models::Fn::FunctionNamed;
             });
    };
    return llvm::any_of(Locals, [&](const Local &L) {
      return llvm::any_of(L.F->Blocks, [&](const Block &B) {
        return llvm::any_of(B.Instrs, [&](const Instr &I) { return Gives(L, I); });
      });
    });
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

  /// Functions that can send, change what is sent, or hand a request or URL to
  /// code that is not seen. Without the others the result would be the same.
  std::vector<bool> findWhatMatters() {
    Urls = holdsUrl();
    bool Any = llvm::any_of(Locals, [](const Local &L) { return L.Interesting; });
    if (!Any && !Urls && !namesRequestType())
      return std::vector<bool>(Locals.size());
    return withCallers([&](const Local &L) {
      return L.Interesting || L.Acts.any() || callsPointer(*L.F) || llvm::any_of(L.Calls, [&](const CallSite &Site) {
               const Function *F = Site.Callee;
               return F && !F->Defined && F->UserCode && Site.Bodies.empty() && takesRequestOrText(*F);
             });
    });
  }

  static bool callsPointer(const Function &F) {
    return llvm::any_of(F.Blocks, [](const Block &B) {
      return llvm::any_of(B.Instrs, [](const Instr &I) { return I.Opcode == Op::CallIndirect; });
    });
  }

  /// Whether the program holds the beginning of a URL at all.
  bool holdsUrl() const {
    for (const Local &L : Locals)
      for (const Block &B : L.F->Blocks)
        for (const Instr &I : B.Instrs)
          for (const Operand &O : I.Args)
            if (O.K == Operand::Text && O.Str.starts_with_insensitive("http"))
              return true;
    return false;
  }

  bool isRequestType(const Type *Ty) const {
    while (Ty && Ty->Inner)
      Ty = Ty->Inner;
    const models::TypeModel *T = Ty && Ty->isClass() ? E.typeModel(Ty->Name) : nullptr;
    return T && (T->Is == models::TypeModel::Request || T->Is == models::TypeModel::Session);
  }

  /// Whether a request can come from anywhere: a parameter, a result, a field, a
  /// global.
  bool namesRequestType() const {
    return llvm::any_of(E.P.units(), [&](const auto &U) {
      return llvm::any_of(U->Globals, [&](const GlobalVar &G) { return isRequestType(G.Ty); }) ||
             llvm::any_of(U->Records, [&](const Record &R) {
               return llvm::any_of(R.Fields, [&](const ir::Field &F) { return isRequestType(F.Ty); });
             }) ||
             llvm::any_of(U->Functions, [&](const Function &F) {
               return isRequestType(F.Result) ||
                      llvm::any_of(F.Params, [&](const Param &P) { return isRequestType(P.Ty); });
             });
    });
  }

  bool takesRequestOrText(const Function &F) const {
    auto Takes = [&](const Type *Ty) {
      return !Ty || isRequestType(Ty) ||
             (Urls && (Ty->K == Type::Pointer || Ty->K == Type::Reference || Ty->K == Type::Array || Ty->isClass()));
    };
    return F.Variadic || (F.hasThis() && Urls) || llvm::any_of(F.Params, [&](const Param &P) { return Takes(P.Ty); });
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
    if (Variable < L.F->Params.size())
      matterUnnamed(L);
    if (Variable < L.F->Params.size())
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
    if (L.Stale) {
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
      if (UnnamedMatter || (I.Result && L.Temps.test(I.Result)) ||
          (I.IntoPlace && reachesSlice(L, Operand::temp(I.IntoPlace))) ||
          llvm::any_of(I.Args, [&](const Operand &O) { return reachesSlice(L, O) || isThroughPointer(L, O); })) {
        for (const Operand &O : I.Args)
          mark(L, O);
        mark(L, I.IntoPlace);
        act(L, B);
      }
      break;
    default:
      break;
    }
  }

  void call(Local &L, BlockId B, const Instr &I, const CallSite &Site) {
    const Function *Callee = Site.Callee;
    if (!Callee || Site.Idle)
      return;
    if (const Instr *To = I.IntoPlace ? L.Def[I.IntoPlace] : nullptr; To && To->Opcode == Op::Var)
      if (unsigned V = L.Info->variable(To->Name); !pointsIn(L, V) && callLeads(L, I, 0))
        setInto(L, V);
    auto All = [&] {
      for (const Operand &O : I.Args)
        mark(L, O);
      mark(L, I.IntoPlace);
      act(L, B);
    };
    if (Site.Http)
      return All();
    bool Wanted = (I.Result && L.Temps.test(I.Result)) ||
                  (I.IntoPlace && reachesSlice(L, Operand::temp(I.IntoPlace)));
    if (Site.Bodies.empty()) {
      // Any argument may have a say in what the others become.
      bool Touches = Wanted;
      for (const Operand &O : I.Args)
        Touches |= canChange(*Callee, &O - I.Args.begin(), /*Variadic=*/true) &&
                   (reachesSlice(L, O) || isThroughPointer(L, O));
      for (const Operand &O : I.Args)
        if (O.K == Operand::Temp && L.Def[O.Temp_] && callsInteresting(L, O.Temp_))
          Touches = true;
      if (Touches)
        All();
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
  std::vector<llvm::SmallVector<unsigned>> CallersOf; ///< by number: who may call it
  NamedIn FieldNames, GlobalNames;
  llvm::StringSet<> Fields, Globals;
  bool Urls = false;          ///< the program holds the beginning of one
  bool UnnamedMatter = false; ///< what functions do that pointers hold
  std::deque<Local *> Work; ///< what has to be looked at again
};

} // namespace

void computeSlice(Engine &E) { Slicer(E).run(); }

} // namespace mde::paths
