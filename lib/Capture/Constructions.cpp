//===- Capture/Constructions.cpp - What a library makes of arguments ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// std::make_shared, emplace_back and their like make an object of a class that
// they know as a template argument. A model says that they do; which
// constructor that is, what is converted on the way and which arguments are
// left to their defaults was decided where the template was instantiated. It is
// looked up there, below the body of the modelled function:
//
//   template <class T, class... Args> void construct_at(T *P, Args &&...As) {
//     ::new (P) T(std::forward<Args>(As)...);
//   }
//
// and lowered as a function of its own, with `this` in the place of P.
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"
#include "Capture/Uses.h"

using namespace clang;

namespace mde::capturing {

namespace {

/// Past this many bodies below one function nothing more is looked for.
constexpr unsigned MaxBodies = 400;

/// The parameters that an expression reads, in their order of appearance; and
/// whether it reads nothing else that its function has.
class Reads : public RecursiveASTVisitor<Reads> {
public:
  explicit Reads(const Expr *E) { TraverseStmt(const_cast<Expr *>(E)); }

  bool VisitCXXThisExpr(CXXThisExpr *) { return OnlyParams = false; }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *P = dyn_cast<ParmVarDecl>(E->getDecl())) {
      if (!llvm::is_contained(Params, P))
        Params.push_back(P);
    } else if (const auto *V = dyn_cast<VarDecl>(E->getDecl())) {
      OnlyParams &= V->hasGlobalStorage();
    }
    return true;
  }

  llvm::SmallVector<const ParmVarDecl *, 4> Params;
  bool OnlyParams = true;
};

/// A copy that copying the object's fields is as good as.
bool isPlainCopy(const Expr *E) {
  const auto *C = dyn_cast<CXXConstructExpr>(E);
  return C && C->getConstructor()->isCopyOrMoveConstructor() && !C->getConstructor()->isUserProvided();
}

/// Whether \p Params have the types of some of \p F's parameters, in their order.
bool areOf(const FunctionDecl *F, llvm::ArrayRef<const ParmVarDecl *> Params) {
  for (const ParmVarDecl *P : F->parameters())
    if (!Params.empty() && P->getType().getCanonicalType() == Params.front()->getType().getCanonicalType())
      Params = Params.drop_front();
  return Params.empty();
}

} // namespace

void UnitBuilder::constructions(const FunctionDecl *F, size_t Place) {
  if (!Options.Constructs)
    return;
  llvm::SmallVector<const CXXRecordDecl *, 4> Classes = templateClasses(F);
  std::string Name = Naming.qualified(F);
  llvm::erase_if(Classes, [&](const CXXRecordDecl *R) { return !Options.Constructs(Name, tagName(R)); });
  if (Classes.empty())
    return;
  llvm::SmallVector<const FunctionDecl *, 32> Work = {F};
  llvm::DenseSet<const FunctionDecl *> Seen = {F->getCanonicalDecl()};
  for (size_t I = 0; I < Work.size() && I < MaxBodies; ++I) {
    const FunctionDecl *Def = Work[I]->getDefinition();
    if (!Def || !Def->hasBody() || Def->isDependentContext() || (I && userCode(Def)))
      continue;
    Uses Its(Def);
    for (const Expr *E : Its.Constructed)
      if (llvm::is_contained(Classes, E->getType()->getAsCXXRecordDecl()) && !isPlainCopy(E))
        if (Reads What(E); What.OnlyParams && areOf(F, What.Params))
          if (llvm::StringRef Key = construction(E, What.Params);
              !llvm::is_contained(U.Functions[Place].Constructs, Key))
            U.Functions[Place].Constructs.push_back(Key);
    for (const FunctionDecl *To : Its.Functions)
      if (Seen.insert(To).second)
        Work.push_back(To);
  }
}

/// The function that does what \p E does, which reads \p Params and nothing else.
llvm::StringRef UnitBuilder::construction(const Expr *E, llvm::ArrayRef<const ParmVarDecl *> Params) {
  const CXXRecordDecl *R = E->getType()->getAsCXXRecordDecl();
  std::string Key = "construct " + tagName(R) + "(";
  for (const ParmVarDecl *P : Params)
    Key += (P == Params.front() ? "" : ", ") + Naming.type(P->getType());
  Key += ")";
  // The same class from the same types is constructed the same way.
  if (auto It = ConstructionKeys.find(Key); It != ConstructionKeys.end())
    return It->second;
  size_t Place;
  llvm::StringRef Saved = synthetic(Key, ir::Linkage::Internal, Loc(), Place);
  ConstructionKeys[Key] = Saved;
  ir::Function &Out = U.Functions[Place];
  Out.Record = U.save(tagName(R));
  Out.Name = U.save((Out.Record + "::" + R->getNameAsString()).str());
  std::vector<ir::Param> Given;
  for (const ParmVarDecl *P : Params)
    Given.push_back({U.save("$" + std::to_string(Given.size() + 1)), type(P->getType())});
  U.Functions[Place].Params = std::move(Given);
  ConstructionsToLower.push_back({E, {Params.begin(), Params.end()}, Place});
  return Saved;
}

void Lowering::construction(const Construction &C, ir::Function &Out) {
  Key = Out.Key;
  InLibrary = true;
  Blocks.clear();
  enter(newBlock());
  for (auto [P, Param] : llvm::zip(C.Params, Out.Params)) {
    VarNames[cast<VarDecl>(P->getCanonicalDecl())] = Param.Name;
    NamesTaken[Param.Name] = 1;
  }
  SourceLocation At = C.E->getExprLoc();
  ScopeEnd = At;
  {
    FullExpression Full(*this, At);
    into(C.E, simple(Op::This, {}, At));
  }
  ret({}, At);
  finish(Out);
}

/// std::forward under whatever name a library has for it: a call of a function
/// that does nothing but cast its argument.
bool Lowering::onlyCasts(const FunctionDecl *F) {
  const FunctionDecl *Def = F->getDefinition();
  const auto *Body = Def ? dyn_cast_or_null<CompoundStmt>(Def->getBody()) : nullptr;
  if (!Body || Body->body_empty() || Def->getNumParams() != 1 || !Def->getReturnType()->isReferenceType())
    return false;
  // libstdc++ asserts something first.
  const auto *Return = dyn_cast<ReturnStmt>(Body->body_back());
  const Expr *Value = Return ? Return->getRetValue() : nullptr;
  const auto *Ref = Value ? dyn_cast<DeclRefExpr>(Value->IgnoreParenCasts()) : nullptr;
  return Ref && Ref->getDecl() == Def->getParamDecl(0) &&
         Ctx.hasSameUnqualifiedType(Value->getType(), Ref->getType().getNonReferenceType()) &&
         llvm::all_of(llvm::drop_end(Body->body()), [](const Stmt *S) { return isa<DeclStmt, NullStmt>(S); });
}

} // namespace mde::capturing
