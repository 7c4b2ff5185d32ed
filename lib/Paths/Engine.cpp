//===- Paths/Engine.cpp ---------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Engine.h"
#include "Ir/Parser.h"
#include "Paths/FunctionRun.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using namespace ir;

llvm::StringRef withoutTemplateArgs(llvm::StringRef Class) {
  return Class.take_front(Class.find('<'));
}

llvm::SmallVector<llvm::StringRef, 2> templateArgs(llvm::StringRef Class) {
  llvm::SmallVector<llvm::StringRef, 2> Args;
  size_t Open = Class.find('<');
  if (Open == llvm::StringRef::npos)
    return Args;
  unsigned Depth = 0;
  size_t Begin = Open + 1;
  for (size_t I = Open; I < Class.size(); ++I) {
    char C = Class[I];
    if (C == '<' || C == '(')
      ++Depth;
    else if ((C == '>' || C == ')') && --Depth == 0) {
      Args.push_back(Class.slice(Begin, I).trim());
      break;
    } else if (C == ',' && Depth == 1) {
      Args.push_back(Class.slice(Begin, I).trim());
      Begin = I + 1;
    }
  }
  return Args;
}

Engine::Engine(const Program &P, const models::Models &M, const RunOptions &O)
    : P(P), M(M), Options(O), Outside(P), Runs(O.Limits) {
  scanProgram();
  loadBodies();
}

void Engine::loadBodies() {
  for (const std::string &Body : M.bodies()) {
    auto U = parse(llvm::MemoryBufferRef(Body, "model body"));
    // The loader has checked that bodies parse.
    if (!U) {
      llvm::consumeError(U.takeError());
      continue;
    }
    Bodies.add(std::move(*U));
  }
  Bodies.link();
  for (const auto &U : Bodies.units()) {
    IsBody.insert(U.get());
    for (const Function &F : U->Functions)
      if (F.Defined)
        ByKey.try_emplace(F.Key, &F);
  }
}

const Function *Engine::modelBody(llvm::StringRef Key) const {
  for (const auto &U : Bodies.units())
    if (const Function *F = Bodies.function(U.get(), Key))
      return F->Defined ? F : nullptr;
  return nullptr;
}

FunctionInfo &Engine::info(const Function *F) {
  std::unique_ptr<FunctionInfo> &I = Infos[F];
  if (!I)
    I = std::make_unique<FunctionInfo>(*F);
  return *I;
}

llvm::SmallVector<const Function *, 1> Engine::definitions(const Unit *U, const Function *Callee) const {
  if (!DefinedAgain.contains(Callee) || P.unitOf(Callee) == U)
    return {Callee};
  std::vector<const Function *> All = P.definitions(U, Callee->Key);
  return {All.begin(), All.end()};
}

llvm::ArrayRef<const models::CallModel *> Engine::calls(const Function &F) const {
  return F.UserCode ? llvm::ArrayRef<const models::CallModel *>() : M.calls(F.Name);
}

const Function *Engine::methodNamed(llvm::StringRef Name) {
  auto [It, New] = Methods.try_emplace(Name, nullptr);
  if (New)
    for (const auto &U : P.units())
      for (const Function &F : U->Functions)
        if (!It->second && !F.Record.empty() && F.Name == Name)
          It->second = &F;
  return It->second;
}

const Function *Engine::overriderOf(llvm::StringRef Via, llvm::StringRef Class) {
  const Function *Method = methodNamed(Via);
  const Function *Final = Method ? P.finalOverrider(Class, Method) : nullptr;
  return Final && Final->Defined && Final->Name != Via ? Final : nullptr;
}

const models::TypeModel *Engine::typeModel(llvm::StringRef Class) {
  if (Class.empty())
    return nullptr;
  auto [It, New] = TypeModels.try_emplace(Class, nullptr);
  if (New)
    It->second = M.type(Class);
  return It->second;
}

llvm::ArrayRef<const Function *> Engine::constructors(llvm::StringRef Class) const {
  auto It = Constructors.find(Class);
  return It == Constructors.end() ? llvm::ArrayRef<const Function *>() : llvm::ArrayRef<const Function *>(It->second);
}

const Function *Engine::destructor(llvm::StringRef Class) const {
  return Destructors.lookup(Class);
}

const Function *Engine::functionNamed(llvm::StringRef Name) {
  auto It = ByName.find(Name);
  if (It != ByName.end() && It->second.size() == 1)
    return It->second[0];
  if (M.calls(Name).empty())
    return nullptr;
  std::unique_ptr<Function> &F = LookedUp[Name];
  if (!F) {
    F = std::make_unique<Function>();
    F->Key = F->Name = intern(Name);
    F->Variadic = true;
  }
  return F.get();
}

void Engine::scanProgram() {
  for (const auto &U : P.units()) {
    for (const GlobalVar &G : U->Globals)
      if (const GlobalVar *Known = P.global(U.get(), G.Key))
        globalNumber(Known);
    for (const Function &F : U->Functions) {
      const Function *Known = P.function(U.get(), F.Key);
      if (Known != &F)
        continue;
      const Function *First = ByKey.try_emplace(F.Key, &F).first->second;
      if (First != &F && F.Defined && First->Defined)
        DefinedAgain.insert(P.function(nullptr, F.Key));
      if (F.K == Function::Constructor)
        Constructors[F.Record].push_back(&F);
      if (F.K == Function::Destructor)
        Destructors[F.Record] = &F;
      if (F.Record.empty())
        ByName[models::unqualified(F.Name)].push_back(&F);
      const Record *R = F.Record.empty() ? nullptr : P.record(F.Record);
      if (F.Defined && (F.AddressTaken || (R && llvm::is_contained(R->Calls, F.Key))))
        AddressTaken.push_back(&F);
      if (F.Defined)
        scanUses(*U, F);
    }
  }
}

void Engine::forEachCallee(const Function &F, llvm::function_ref<void(const Function *)> Reach) {
  const Unit *U = unitOf(&F);
  auto Try = [&](const Function *Callee) {
    if (Callee)
      Reach(Callee);
  };
  auto TryClass = [&](const Type *Ty) {
    const Record *R = P.record(innermostClass(Ty));
    if (!R)
      return;
    for (llvm::StringRef Key : R->Calls)
      Try(anyFunction(Key));
    for (llvm::StringRef Key : R->Conversions)
      Try(anyFunction(Key));
    Try(destructor(R->Name));
  };
  auto TryMade = [&](llvm::StringRef Class) {
    Try(destructor(Class));
    for (const Function *C : constructors(Class))
      Try(C);
  };
  for (const Param &Pa : F.Params)
    TryClass(Pa.Ty);
  for (const Block &B : F.Blocks)
    for (const Instr &I : B.Instrs) {
      TryClass(I.Ty);
      for (const Operand &O : I.Args)
        if (O.K == Operand::Function)
          Try(function(U, O.Str));
      const Function *Callee = I.Opcode == Op::Call ? function(U, I.Name) : nullptr;
      if (!Callee)
        continue;
      llvm::for_each(definitions(U, Callee), Try);
      if (I.Virtual)
        for (const Function *O : P.overriders(Callee))
          Try(O);
      for (const models::CallModel *Entry : calls(*Callee))
        if (const Function *Method = Entry->Via.empty() ? nullptr : methodNamed(Entry->Via))
          for (const Function *O : P.overriders(Method))
            Try(O);
      // A library function may destroy, construct or call back.
      for (llvm::StringRef Key : Callee->Constructs)
        Try(function(unitOf(Callee), Key));
      if (!Callee->Defined && Callee->hasThis())
        for (llvm::StringRef Arg : templateArgs(Callee->Record))
          TryMade(Arg);
      for (const TemplateArg &Arg : Callee->TemplateArgs)
        if (Arg.Ty && Arg.Ty->isClass())
          TryMade(Arg.Ty->Name);
    }
}

bool Engine::callsUnnamed(const Function &F) {
  auto [It, New] = CallsUnnamed.try_emplace(&F, false);
  if (!New)
    return It->second;
  const Unit *U = unitOf(&F);
  auto HoldsCallable = [&](const Type *Ty) {
    const models::TypeModel *T = typeModel(innermostClass(Ty));
    return T && T->Is == models::TypeModel::Callable;
  };
  auto Unnamed = [&](const Instr &I) {
    if (I.Opcode == Op::CallIndirect || HoldsCallable(I.Ty))
      return true;
    const Function *Callee = I.Opcode == Op::Call ? function(U, I.Name) : nullptr;
    if (!Callee)
      return false;
    const models::TypeModel *T = Callee->Record.empty() ? nullptr : typeModel(Callee->Record);
    return (T && T->Is == models::TypeModel::Callable) || HoldsCallable(Callee->Result) ||
           llvm::any_of(calls(*Callee), [](const models::CallModel *Entry) {
             return llvm::any_of(Entry->Do, [](const models::Effect &X) { return X.V == models::Effect::RunLater; });
           });
  };
  bool Any = llvm::any_of(F.Params, [&](const Param &Pa) { return HoldsCallable(Pa.Ty); }) ||
             llvm::any_of(F.Blocks, [&](const Block &B) { return llvm::any_of(B.Instrs, Unnamed); });
  return CallsUnnamed[&F] = Any;
}

void Engine::forEachBelow(llvm::ArrayRef<const Function *> Roots, llvm::function_ref<void(const Function &)> Do) {
  llvm::DenseSet<const Function *> Seen;
  llvm::SmallVector<const Function *> Work;
  auto Reach = [&](const Function *F) {
    if (Seen.insert(F).second)
      Work.push_back(F);
  };
  for (const Function *F : Roots)
    Reach(F);
  while (!Work.empty()) {
    const Function *F = Work.pop_back_val();
    Do(*F);
    forEachCallee(*F, Reach);
  }
}

const Summary *Engine::summary(const Function *F, const Extract &In) {
  return Runs.get(F, In.Key, [&](Summary &Next) { FunctionRun(*this, *F, Next).run(In.State); });
}

const StoredValues *Engine::outsideField(llvm::StringRef Class, llvm::StringRef Name) {
  unsigned Field = Outside.number(Class, Name);
  Runs.noteAsked(Field);
  return Outside.ask(Field);
}

const Type *Engine::type(Type::Kind K, llvm::StringRef Name, const Type *Inner) {
  auto *T = new (Alloc) Type();
  T->K = K;
  T->Name = intern(Name);
  T->Inner = Inner;
  return T;
}

const Function *Engine::modelledConstructor(llvm::StringRef Class, llvm::ArrayRef<const Type *> Params) {
  llvm::StringRef Plain = withoutTemplateArgs(Class);
  std::string Name = (Plain + "::" + models::unqualified(Plain)).str();
  if (M.calls(Name).empty())
    return nullptr;
  std::string Key = Class.str();
  for (const Type *T : Params)
    Key += "," + (T ? print(*T) : std::string("?"));
  std::unique_ptr<Function> &F = MadeByLibraries[Key];
  if (!F) {
    F = std::make_unique<Function>();
    F->Key = intern(Key);
    F->Name = intern(Name);
    F->Record = intern(Class);
    F->K = Function::Constructor;
    for (const Type *T : Params) {
      Param P;
      P.Ty = T;
      F->Params.push_back(P);
    }
  }
  return F.get();
}

llvm::ArrayRef<SendingCall> Engine::sendsBelow(const Function *Root) {
  auto [It, New] = SendsBelow.try_emplace(Root);
  if (!New)
    return It->second;
  std::vector<SendingCall> All;
  forEachBelow(Root, [&](const Function &F) {
    const Unit *U = unitOf(&F);
    for (const Block &B : F.Blocks)
      for (const Instr &I : B.Instrs)
        if (const Function *Callee = I.Opcode == Op::Call ? function(U, I.Name) : nullptr)
          for (const models::CallModel *Entry : calls(*Callee))
            if (Entry->sends()) {
              All.push_back({&F, &I, Entry});
              break;
            }
  });
  return SendsBelow[Root] = std::move(All);
}

SendRecord Engine::unexplored(const SendingCall &S, const Function &Caller, Loc At, const OriginRef &Why) {
  SendRecord R;
  R.S.Library = S.Entry->Lib->Name;
  R.S.Callee = S.Entry->Names.front();
  R.S.At = S.I->At;
  R.S.UrlKnown = false;
  R.S.UrlUnknownBecause = Why;
  R.S.Url = Text::hole(0, Why);
  R.S.AgentsOpen = Why;
  R.S.Approximate = true;
  if (S.F != &Caller)
    R.Frames.push_back({&Caller, At});
  R.Frames.push_back({S.F, S.I->At});
  return R;
}

} // namespace mde::paths
