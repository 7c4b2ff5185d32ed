//===- Paths/RequestSigns.cpp ---------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/RequestSigns.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using namespace ir;
using models::CallModel;
using models::Condition;
using models::Expr;
using models::TypeModel;

bool RequestSigns::isHttpFunction(const Unit *U, const Operand &O) const {
  const Function *F = O.K == Operand::Function ? E.P.function(U, O.Str) : nullptr;
  return F && E.isHttp(*F);
}

bool RequestSigns::looksUpFunctions(const Function &F) const {
  return llvm::any_of(E.calls(F), [](const CallModel *Entry) {
    const std::optional<Expr> &Gives = Entry->Returns;
    return Gives && Gives->K == Expr::Call && Gives->F == models::Fn::FunctionNamed;
  });
}

bool RequestSigns::isIdle(const Instr &I, const Function &Callee) const {
  llvm::ArrayRef<const CallModel *> Entries = E.calls(Callee);
  return !Callee.hasThis() && !Entries.empty() && llvm::all_of(Entries, [&](const CallModel *Entry) {
    return llvm::any_of(Entry->When, [&](const Condition &C) {
      if (C.K != Condition::Value || C.Subject.K != Expr::Arg || size_t(C.Subject.Index) >= I.Args.size())
        return false;
      const Operand &O = I.Args[C.Subject.Index];
      return O.K == Operand::Int && C.isInt(O.Value, O.Str) == C.Negated;
    });
  });
}

bool RequestSigns::holdsUrl(const Function &F) {
  return holdsUrl(F, [](llvm::StringRef Text) { return Text.starts_with_insensitive("http"); });
}

bool RequestSigns::holdsUrl(const Function &F, llvm::function_ref<bool(llvm::StringRef)> Is) {
  return llvm::any_of(F.Blocks, [&](const Block &B) {
    return llvm::any_of(B.Instrs, [&](const Instr &I) {
      return llvm::any_of(I.Args, [&](const Operand &O) { return O.K == Operand::Text && Is(O.Str); });
    });
  });
}

bool RequestSigns::isRequest(const Type *Ty) const {
  const TypeModel *T = E.typeModel(innermostClass(Ty));
  return T && (T->Is == TypeModel::Request || T->Is == TypeModel::Session);
}

bool RequestSigns::isRequestNamed() const {
  return llvm::any_of(E.P.units(), [&](const auto &U) {
    return llvm::any_of(U->Globals, [&](const GlobalVar &G) { return isRequest(G.Ty); }) ||
           llvm::any_of(U->Records, [&](const Record &R) {
             return llvm::any_of(R.Fields, [&](const ir::Field &F) { return isRequest(F.Ty); });
           }) ||
           llvm::any_of(U->Functions, [&](const Function &F) {
             return isRequest(F.Result) || llvm::any_of(F.Params, [&](const Param &P) { return isRequest(P.Ty); });
           });
  });
}

bool RequestSigns::takesRequestOrText(const Function &F, bool Urls) const {
  auto Takes = [&](const Type *Ty) {
    return !Ty || isRequest(Ty) ||
           (Urls && (Ty->K == Type::Pointer || Ty->K == Type::Reference || Ty->K == Type::Array || Ty->isClass()));
  };
  return F.Variadic || (F.hasThis() && Urls) || llvm::any_of(F.Params, [&](const Param &P) { return Takes(P.Ty); });
}

} // namespace mde::paths
