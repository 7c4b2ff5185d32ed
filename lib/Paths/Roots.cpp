//===- Paths/Roots.cpp - Where runs begin ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A run begins at `main`, and at every function that somebody may call whom the
// program does not show. `main` finds the globals as their initialisers left
// them. Other roots find them, and their object, as any sequence of calls may
// have left them: a few rounds are run, and states that repeat are dropped.
//
//===----------------------------------------------------------------------===//

#include "Paths/Machine.h"
#include "Paths/Slice.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

namespace mde::paths {

using namespace ir;

class RootRunner {
public:
  explicit RootRunner(Engine &E) : E(E) {
    Outer.Key = "root";
    Outer.Name = "root";
    OuterInfo = std::make_unique<FunctionInfo>(Outer);
  }

  std::vector<Send> run() {
    std::vector<const Function *> Mattering;
    E.P.forEachBody([&](const Function &F, const Unit &) {
      if (E.info(&F).Matters)
        Mattering.push_back(&F);
    });
    if (Mattering.empty())
      return {};
    findCalled();
    initialise(Mattering);
    std::vector<const Function *> Roots, Later;
    for (const Function *F : Mattering)
      if (F->Name == "main" && F->Record.empty())
        runMain(*F);
      else if (isRoot(*F) && F->K != Function::Destructor)
        Roots.push_back(F);
      else
        Later.push_back(F);
    globalRounds(Roots);
    for (const Function *F : Roots) {
      E.Steps += std::exchange(E.RootSteps, 0);
      runRoot(*F);
    }
    // What is only reached by its address, or by destruction, and was not.
    for (const Function *F : Later) {
      bool Destroys = F->K == Function::Destructor && isRoot(*F) &&
                      llvm::any_of(E.constructors(F->Record), [](const Function *C) { return C->Defined; });
      if ((escapes(*F) || Destroys) && (!E.Runs.contains(F) || E.OnlyRoots.contains(F))) {
        E.OnlyRoots.insert(F);
        runRoot(*F);
      }
    }
    return results();
  }

private:
  struct State {
    Disjunct D;
    NodeId This = 0;
  };

  /// What the program calls, or makes with a visible initialiser.
  void findCalled() {
    for (const auto &U : E.P.units()) {
      for (const GlobalVar &G : U->Globals)
        for (llvm::StringRef Key : {G.Init, G.Fini})
          if (const Function *F = Key.empty() ? nullptr : E.P.function(U.get(), Key))
            Called.insert(F);
      for (const Function &F : U->Functions) {
        if (!F.Defined)
          continue;
        llvm::DenseMap<uint32_t, const Type *> Classes;
        for (const Block &B : F.Blocks)
          for (const Instr &I : B.Instrs) {
            for (const Operand &O : I.Args)
              if (O.K == Operand::Text)
                if (llvm::StringRef Name = calledByText(O.Str); !Name.empty())
                  NamedByText.insert(Name);
            if (I.Opcode == Op::Temp || I.Opcode == Op::Var)
              Classes[I.Result] = I.Opcode == Op::Temp ? I.Ty : E.info(&F).typeOf(E.info(&F).variable(I.Name));
            if (I.Opcode != Op::Call)
              continue;
            const Function *Callee = E.P.function(U.get(), I.Name);
            if (!Callee || Callee == &F)
              continue;
            // A closure that is passed on may be called by what gets it.
            for (const Operand &O : I.Args)
              if (const Type *Ty = O.K == Operand::Temp ? Classes.lookup(O.Temp_) : nullptr)
                if (Ty->isClass() && Ty->Name != Callee->Record && !E.isModelled(*Callee))
                  Passed.insert(Ty->Name);
            for (const Function *Each : E.definitions(U.get(), Callee)) {
              Called.insert(Each);
              CalledByCode.insert(Each);
            }
            if (I.Virtual)
              for (const Function *O : E.P.overriders(Callee))
                Called.insert(O);
            // Made by a library: make_unique<T>, emplace_back.
            for (const TemplateArg &Arg : Callee->TemplateArgs)
              if (Arg.Ty && Arg.Ty->isClass() && !Callee->UserCode)
                for (const Function *C : E.constructors(Arg.Ty->Name))
                  Called.insert(C);
          }
      }
    }
  }

  /// The function that a text like "1onFinished(QNetworkReply*)" is there to
  /// call: frameworks connect such texts to events. "" for other texts.
  static llvm::StringRef calledByText(llvm::StringRef S) {
    S = S.split('\0').first; // Where it stands may follow.
    if (!S.ends_with(")"))
      return "";
    S = S.take_front(S.find('(')).ltrim("0123456789");
    return llvm::all_of(S, [](char C) { return llvm::isAlnum(C) || C == '_'; }) ? S : "";
  }

  bool isRoot(const Function &F) const {
    if (Called.count(&F) || F.Link == Linkage::Internal)
      return false;
    const Record *R = F.Record.empty() ? nullptr : E.P.record(F.Record);
    if (R && R->Lambda)
      return false;
    if (F.Implicit)
      return false;
    return F.UserCode &&
           (F.Record.empty() || F.Public || F.Virtual ||
            (!F.AddressTaken && NamedByText.contains(F.Name.rsplit(':').second)));
  }

  bool escapes(const Function &F) const {
    const Record *R = F.Record.empty() ? nullptr : E.P.record(F.Record);
    return F.AddressTaken || (R && R->Lambda && F.UserCode && Passed.count(R->Name));
  }

  /// Runs one call on \p D in every way; \p Done gets the end states. False when
  /// there are too many.
  bool inEveryWay(const Disjunct &D, llvm::function_ref<Outcome(Machine &)> Call,
                  llvm::function_ref<void(Machine &)> Done, std::vector<SendRecord> &Sends) {
    std::vector<Chooser::Choices> Work{{}};
    for (unsigned Tries = 0; !Work.empty() && Tries < E.Options.Limits.WaysPerRoot; ++Tries) {
      Chooser C(std::move(Work.back()));
      Work.pop_back();
      Disjunct Mine = D;
      Machine M(E, Outer, *OuterInfo, Mine, C, Sends);
      Outcome O = Call(M);
      for (auto &Other : C.Others)
        Work.push_back(std::move(Other));
      if (O == Outcome::Returned && !M.Dead)
        Done(M);
    }
    return Work.empty();
  }

  void addState(std::vector<State> &States, Disjunct D, NodeId This, llvm::StringMap<bool> &Seen) {
    D.Trail = nullptr;
    D.Narrowed.clear();
    D.Temps.clear();
    D.Locals.clear();
    D.Terms.clear();
    D.Result = Value();
    D.This = This ? Value::ref(This) : Value();
    for (NodeId N = 1; N < D.Nodes.size(); ++N)
      if (D.Nodes[N]->InputId)
        D.edit(N).InputId = 0;
    for (SymbolInfo &S : D.Symbols)
      S.InputId = 0;
    ::mde::paths::Roots What;
    What.Heap = &E.Heap;
    std::string Key = renumber(D, What);
    if (States.size() >= E.Options.Limits.StartStates || !Seen.try_emplace(Key, true).second)
      return;
    NodeId Where = D.This.isRef() ? D.This.N : 0;
    States.push_back({std::move(D), Where});
  }

  /// The globals that some of \p Readers may touch, as their initialisers
  /// leave them.
  void initialise(std::vector<const Function *> Readers) {
    // An initialiser reads others.
    llvm::DenseSet<unsigned> Wanted;
    for (size_t Before = 0; Before != Readers.size();) {
      Before = Readers.size();
      llvm::DenseSet<unsigned> More = E.globalsBelow(Readers);
      for (unsigned Number : More)
        if (Wanted.insert(Number).second)
          for (llvm::StringRef Key : {E.global(Number)->Init, E.global(Number)->Fini})
            if (const Function *F = Key.empty() ? nullptr : E.anyFunction(Key))
              Readers.push_back(F);
    }
    std::vector<State> States{{Disjunct(), 0}};
    for (const auto &U : E.P.units())
      for (const GlobalVar &G : U->Globals) {
        if (E.P.global(U.get(), G.Key) != &G || !Wanted.contains(E.globalNumber(&G)))
          continue;
        const Function *Init = G.Init.empty() ? nullptr : E.P.function(U.get(), G.Init);
        // A static local's initialiser runs where it is reached, unless it is
        // constant: then nobody calls it.
        if (G.StaticLocal && Init && CalledByCode.count(Init))
          Init = nullptr;
        initialise(G, Init, States);
      }
    for (const GlobalVar *G : E.modelsOwn())
      if (Wanted.contains(E.globalNumber(G)))
        initialise(*G, nullptr, States);
    std::vector<State> Distinct;
    llvm::StringMap<bool> Seen;
    for (State &S : States)
      addState(Distinct, std::move(S.D), 0, Seen);
    States = std::move(Distinct);
    if (States.size() >= E.Options.Limits.StartStates)
      States.push_back(anyGlobals(States.front()));
    Initial = std::move(States);
    if (!StartSends.empty()) {
      // A request sent while globals are initialised; its frames begin with
      // the initialiser.
      keep(StartSends);
    }
  }

  void initialise(const GlobalVar &G, const Function *Init, std::vector<State> &States) {
    std::vector<Disjunct> Ends;
    for (State &S : States)
      inEveryWay(
          S.D,
          [&](Machine &M) {
            M.At = G.At;
            M.globalPlace(&G);
            Value Ignored;
            return Init ? M.callBody(Init, Value(), {}, 0, Ignored) : Outcome::Returned;
          },
          [&](Machine &M) { Ends.push_back(std::move(M.D)); }, StartSends);
    if (Ends.size() == 1 && States.size() == 1) {
      Ends.front().Trail = nullptr;
      Ends.front().Narrowed.clear();
      States.front().D = std::move(Ends.front());
    } else if (!Ends.empty()) {
      States.clear();
      llvm::StringMap<bool> Seen;
      for (Disjunct &D : Ends)
        addState(States, std::move(D), 0, Seen);
    }
  }

  /// \p Like, but globals that may change hold anything: a bound keeps the states
  /// that they would have from being told apart.
  State anyGlobals(const State &Like) {
    State S = Like;
    Chooser C({});
    std::vector<SendRecord> None;
    Machine M(E, Outer, *OuterInfo, S.D, C, None);
    OriginRef Why = makeOrigin(Origin::Bound, "calls that change a global", Loc());
    M.forgetGlobals([&](unsigned Number) { return E.global(Number)->Const ? nullptr : Why; });
    S.D.Approximate = true;
    return S;
  }

  /// The globals as a root other than main may find them.
  Disjunct openGlobals(const Disjunct &In) {
    Disjunct D = In;
    Chooser C({});
    std::vector<SendRecord> None;
    Machine M(E, Outer, *OuterInfo, D, C, None);
    for (auto &[Number, N] : In.Globals) {
      const GlobalVar *G = E.global(Number);
      if (G->Const || E.Options.Linked || G->Link == Linkage::Internal || G->StaticLocal || !E.isMutable(G))
        continue;
      NodeId Unknown = M.makePlace(G->Ty);
      M.makeUnknown(Unknown, G->Ty, M.originOf(*G, G->At));
      D.Globals.set(Number, Unknown);
    }
    return D;
  }

  void globalRounds(llvm::ArrayRef<const Function *> Roots) {
    llvm::StringMap<bool> Seen;
    for (const State &S : Initial)
      addState(Open, openGlobals(S.D), 0, Seen);
    // Functions that change an internal global move the others' start.
    bool Any = false;
    for (const auto &[G, Ignored] : E.GlobalNumbers)
      Any |= E.isMutable(G) && (G->Link == Linkage::Internal || G->StaticLocal || E.Options.Linked);
    if (!Any)
      return;
    for (unsigned Round = 0; Round < E.Options.Limits.InvariantRounds; ++Round) {
      size_t Before = Open.size();
      for (const Function *F : Roots) {
        bool Writes = llvm::any_of(Open.front().D.Globals, [&](const auto &G) {
          return E.isMutable(E.global(G.first)) && E.readsGlobal(F, G.first);
        });
        if (!Writes)
          continue;
        for (size_t I = 0; I < Before && Open.size() < E.Options.Limits.StartStates; ++I) {
          std::vector<SendRecord> Ignored;
          Disjunct D = Open[I].D;
          callRoot(*F, D, 0, Ignored, [&](Machine &M) { addState(Open, M.D, 0, Seen); });
        }
      }
      if (Open.size() == Before)
        break;
      if (Round + 1 < E.Options.Limits.InvariantRounds && Open.size() < E.Options.Limits.StartStates)
        continue;
      // More calls would lead to more states: these may hold anything.
      Open.push_back(anyGlobals(Open.front()));
      break;
    }
  }

  void callRoot(const Function &F, const Disjunct &Start, NodeId This,
                std::vector<SendRecord> &Sends, llvm::function_ref<void(Machine &)> Done) {
    bool Main = F.Name == "main" && F.Record.empty();
    Origin::Kind Kind = Main || F.Link == Linkage::Internal ? Origin::Runtime : Origin::Outside;
    bool All = inEveryWay(
        Start,
        [&, Given = This](Machine &M) {
          NodeId This = Given;
          M.At = F.At;
          std::vector<Value> Args;
          for (const Param &P : F.Params) {
            OriginRef Why = makeOrigin(Kind, ("parameter '" + P.Name + "'").str(), F.At);
            Args.push_back(M.unknown(P.Ty, Why));
            if (P.Ty && P.Ty->K == Type::Reference && P.Ty->Inner && P.Ty->Inner->isClass())
              M.D.edit(Args.back().N).Dynamic = M.D.node(Args.back().N).Model != nullptr;
          }
          if (F.Variadic)
            Args.push_back(Value::ref(M.unknownRest(makeOrigin(Kind, "a variable argument", F.At))));
          Value Object;
          if (F.hasThis()) {
            if (!This) {
              This = M.makeClass(F.Record);
              if (F.K != Function::Constructor) {
                M.makeUnknown(This, nullptr, makeOrigin(Origin::Outside, ObjectOrigin, F.At));
                M.D.edit(This).Dynamic = !M.D.node(This).Model;
              }
            }
            Object = Value::ref(This);
          }
          for (SymbolId S = 1; S < M.D.Symbols.size(); ++S)
            if (OriginRef Why = M.D.Symbols[S].From; Why && Why->K == Origin::Outside)
              M.D.Symbols[S].InputId = S;
          Value Result;
          Outcome O = M.callBody(&F, Object, Args, 0, Result);
          if (O == Outcome::Dead)
            return O;
          // A closure that leaves the root: somebody calls it.
          if (O == Outcome::Returned && Result.isRef() && M.isCallable(Result)) {
            Value Ignored;
            if (M.callValue(Result, {}, 0, Ignored) == Outcome::Dead)
              return Outcome::Dead;
          }
          // What was registered for later runs at the root's end.
          Outcome Last = M.runLaters(true);
          return Last == Outcome::Dead ? Last : O;
        },
        Done, Sends);
    if (All)
      return;
    OriginRef Why = makeOrigin(Origin::Bound, ("the ways through '" + F.Name + "'").str(), F.At);
    for (const SendingCall &S : E.sendsBelow(&F))
      Sends.push_back(E.unexplored(S, F, F.At, Why));
  }

  void runMain(const Function &F) {
    for (const State &S : Initial) {
      std::vector<SendRecord> Sends;
      callRoot(F, S.D, 0, Sends, [&](Machine &M) { destroyStatics(M, Sends); });
      keep(Sends);
    }
  }

  /// After main, static objects are destroyed in reverse order.
  void destroyStatics(Machine &M, std::vector<SendRecord> &Sends) {
    std::vector<std::pair<unsigned, NodeId>> All(M.D.Globals.begin(), M.D.Globals.end());
    Disjunct D = M.D;
    for (auto &[Number, N] : llvm::reverse(All)) {
      const GlobalVar *G = E.global(Number);
      const Function *Fini = G->Fini.empty() ? nullptr : E.anyFunction(G->Fini);
      if (!Fini)
        continue;
      std::optional<Disjunct> Next;
      inEveryWay(
          D,
          [&](Machine &Mine) {
            Mine.At = G->At;
            Value Ignored;
            return Mine.callBody(Fini, Value(), {}, 0, Ignored);
          },
          [&](Machine &Mine) {
            if (!Next)
              Next = Mine.D;
          },
          Sends);
      if (Next)
        D = std::move(*Next);
    }
  }

  /// An object of which a bound leaves nothing known.
  void addBound(llvm::StringRef Class, const State &Like, std::vector<State> &States) {
    State S = Like;
    Chooser C({});
    std::vector<SendRecord> None;
    Machine M(E, Outer, *OuterInfo, S.D, C, None);
    S.This = M.makeClass(Class);
    M.makeUnknown(S.This, nullptr, makeOrigin(Origin::Bound, "calls of the object's methods", Loc()));
    S.D.edit(S.This).Dynamic = true;
    S.D.This = Value::ref(S.This);
    S.D.Approximate = true;
    States.push_back(std::move(S));
  }

  /// The states in which a method may find its object.
  std::vector<State> &objectsOf(llvm::StringRef Class) {
    auto [It, New] = Objects.try_emplace(Class);
    std::vector<State> &States = It->second;
    if (!New)
      return States;
    llvm::StringMap<bool> Seen;
    std::vector<State> Found;
    std::vector<SendRecord> Ignored;
    for (const Function *Ctor : E.constructors(Class)) {
      if (!Ctor->Defined)
        continue;
      bool Copies = Ctor->Params.size() == 1 && Ctor->Params[0].Ty && Ctor->Params[0].Ty->Inner &&
                    Ctor->Params[0].Ty->Inner->Name == Class;
      if (Copies)
        continue;
      for (const State &Globals : Open)
        callConstructor(*Ctor, Globals.D, Ignored, [&](Machine &M, NodeId This) {
          addState(Found, M.D, This, Seen);
        });
    }
    std::vector<const Function *> Methods;
    for (const auto &U : E.P.units())
      for (const Function &F : U->Functions)
        if (F.Defined && F.Record == Class && F.K == Function::Plain && !F.Static && F.Public &&
            !F.ConstThis && E.P.function(U.get(), F.Key) == &F && E.info(&F).Matters)
          Methods.push_back(&F);
    size_t Begin = 0;
    for (unsigned Round = 0; Begin < Found.size(); ++Round) {
      // More calls would lead to more states: the object may look any way.
      if (Round == E.Options.Limits.InvariantRounds || Found.size() >= E.Options.Limits.StartStates) {
        addBound(Class, Found.front(), Found);
        break;
      }
      size_t End = Found.size();
      for (size_t I = Begin; I < End; ++I)
        for (const Function *Method : Methods) {
          if (Found.size() >= E.Options.Limits.StartStates)
            break;
          Disjunct D = Found[I].D;
          NodeId This = Found[I].This;
          callRoot(*Method, D, This, Ignored, [&](Machine &M) { addState(Found, M.D, This, Seen); });
        }
      Begin = End;
    }
    // The map may have grown meanwhile.
    return Objects[Class] = std::move(Found);
  }

  void callConstructor(const Function &Ctor, const Disjunct &Start, std::vector<SendRecord> &Sends,
                       llvm::function_ref<void(Machine &, NodeId)> Done) {
    NodeId Made = 0;
    inEveryWay(
        Start,
        [&](Machine &M) {
          M.At = Ctor.At;
          std::vector<Value> Args;
          for (const Param &P : Ctor.Params)
            Args.push_back(M.unknown(P.Ty, makeOrigin(Origin::Outside, ("parameter '" + P.Name + "'").str(), Ctor.At)));
          Made = M.makeClass(Ctor.Record);
          Value Ignored;
          return M.callBody(&Ctor, Value::ref(Made), Args, 0, Ignored);
        },
        [&](Machine &M) { Done(M, Made); }, Sends);
  }

  /// What tells two requests apart, for people: the way there, and how it looks.
  static std::string looksOf(const SendRecord &R) {
    std::string Key;
    for (const Activation &A : R.Frames)
      Key += keyOf(A);
    Key += print(R.S.Url) + "|";
    for (const Text &A : R.S.Agents)
      Key += print(A) + "|";
    return Key + (R.S.AgentsOpen ? R.S.AgentsOpen->What : "-");
  }

  /// Runs \p F from each of \p States. Which calls came before is for the
  /// callers to say, so what is sent in some states only is theirs to decide.
  void runFrom(const Function &F, llvm::ArrayRef<State> States, llvm::StringRef What) {
    std::vector<SendRecord> All;
    llvm::StringMap<unsigned> Count;
    unsigned Exact = 0;
    for (const State &S : States) {
      std::vector<SendRecord> Sends;
      callRoot(F, S.D, S.This, Sends, [](Machine &) {});
      if (!S.D.Approximate) {
        ++Exact;
        llvm::StringSet<> Mine;
        for (const SendRecord &R : Sends)
          if (auto [It, New] = Mine.insert(looksOf(R)); New)
            ++Count[It->first()];
      }
      std::move(Sends.begin(), Sends.end(), std::back_inserter(All));
    }
    for (SendRecord &R : All)
      if (Count.lookup(looksOf(R)) < Exact)
        R.OutsideFacts.push_back(What.str());
    keep(All);
  }

  void runRoot(const Function &F) {
    if (F.hasThis() && F.K != Function::Constructor && !(E.P.record(F.Record) && E.P.record(F.Record)->Lambda)) {
      // A copy: running may find more classes.
      std::vector<State> States = objectsOf(F.Record);
      if (!States.empty())
        return runFrom(F, States, "the object");
    }
    runFrom(F, Open, "the globals");
  }

  /// Another way of the same send takes the opposite for true of something that
  /// a caller passes.
  static bool contradicted(const SendRecord &R, llvm::ArrayRef<SendRecord> Sends) {
    for (const SendRecord &Other : Sends) {
      if (Other.S.At != R.S.At)
        continue;
      for (auto &[S, What] : R.Assumed)
        for (auto &[T, Instead] : Other.Assumed)
          if (S == T && What != Instead &&
              (What[0] == '=' ? Instead[0] == '=' || Instead.substr(1) == What.substr(1)
                              : Instead[0] == '=' && Instead.substr(1) == What.substr(1)))
            return true;
    }
    return false;
  }

  void keep(std::vector<SendRecord> &Sends) {
    for (SendRecord &R : Sends)
      R.S.CallersDecide = !R.OutsideFacts.empty() || contradicted(R, Sends);
    for (SendRecord &R : Sends) {
      if (R.Frames.size() > 1 && R.Frames.front().F == &Outer)
        R.Frames.erase(R.Frames.begin());
      std::vector<TrailEvent> Events;
      for (const TrailEvent *Event : eventsOf(R.Trail))
        Events.push_back(*Event);
      // The outermost frame is the root's own call, which nobody wrote.
      if (!Events.empty() && Events.front().K == TrailEvent::Called && !R.Frames.empty() &&
          Events.front().At == R.Frames.front().F->At)
        Events.erase(Events.begin());
      R.S.Trail = std::move(Events);
      std::string Key = looksOf(R);
      for (const Activation &A : R.Frames) {
        Key += char('0' + A.HostFromOutside * 2 + A.AgentFromOutside);
        R.S.Frames.push_back(
            {A.F->Name.str(), A.F->Key.str(), A.At, A.F->At, A.HostFromOutside, A.AgentFromOutside});
      }
      for (Loc L : R.HostLocs)
        Key += keyOf(L);
      Key += char('0' + R.S.Approximate * 2 + R.S.CallersDecide);
      auto [It, New] = Kept.try_emplace(Key, Result.size());
      if (New)
        Result.push_back(std::move(R.S));
      else if (R.S.Trail.size() < Result[It->second].Trail.size())
        Result[It->second] = std::move(R.S);
    }
    Sends.clear();
  }

  std::vector<Send> results() {
    llvm::stable_sort(Result, [](const Send &A, const Send &B) { return A.At < B.At; });
    return std::move(Result);
  }

  Engine &E;
  Function Outer;
  std::unique_ptr<FunctionInfo> OuterInfo;
  llvm::DenseSet<const Function *> Called, CalledByCode;
  llvm::StringSet<> NamedByText;
  llvm::DenseSet<llvm::StringRef> Passed;
  std::vector<State> Initial, Open;
  std::map<llvm::StringRef, std::vector<State>> Objects;
  std::vector<SendRecord> StartSends;
  llvm::StringMap<unsigned> Kept;
  std::vector<Send> Result;
};

std::vector<Send> Engine::runAll() {
  computeSlice(*this);
  std::vector<Send> All = RootRunner(*this).run();
  for (unsigned Left = Options.Limits.OutsideRounds; Left; --Left) {
    llvm::SmallBitVector Changed = Outside.advance(/*Last=*/Left == 1);
    if (Changed.none())
      break;
    Runs.drop(Changed);
    All = RootRunner(*this).run();
  }
  if (Options.Steps)
    *Options.Steps = Steps + RootSteps;
  if (Options.Contexts)
    *Options.Contexts = Runs.count();
  return All;
}

std::optional<std::vector<Send>> runWithin(const Program &P, const models::Models &M, const RunOptions &Options) {
  Engine E(P, M, Options);
  std::vector<Send> All = E.runAll();
  if (E.isOverBudget())
    return std::nullopt;
  return All;
}

std::vector<Send> run(const Program &P, const models::Models &M, RunOptions Options) {
  Options.Budget = 0;
  return *runWithin(P, M, Options);
}

} // namespace mde::paths
