//===- Paths/ObjectCalls.cpp - Models' functions of objects and callables -===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::Effect;
using models::Expr;
using models::Fn;

Value ModelCall::objectCall(const Expr &X) {
  switch (X.F) {
  case Fn::Variable:
    return Value::ref(M.globalPlace(M.E.modelVariable(X.Operands[0].Name)));
  case Fn::Ref:
    return Value::ref(place(X.Operands[0]));
  case Fn::Value: {
    Value V = eval(X.Operands[0]);
    return V.isRef() ? M.load(V) : V;
  }
  case Fn::Clone: {
    NodeId N = M.clone(place(X.Operands[0]));
    return Value::ref(N);
  }
  case Fn::Fresh: {
    const ir::Type *Ty = Callee->Result;
    return M.unknown(Ty && !Ty->isClass() ? Ty : nullptr,
                     M.origin(Origin::Runtime, ("the result of '" + Callee->Name + "'").str()));
  }
  case Fn::BindCall: {
    std::vector<Value> All = evalAll(X.Operands);
    NodeId N = D.make();
    D.edit(N).Model = nullptr;
    D.edit(N).Val = M.scalarOf(All[0]).is(Value::Func) ? M.scalarOf(All[0]) : All[0].isRef() ? Value::ref(M.clone(All[0].N)) : All[0];
    NodeId Bound = D.make();
    for (size_t I = 1; I < All.size(); ++I) {
      NodeId Given;
      const Value &V = All[I];
      llvm::StringRef Class = V.isRef() && V.I < 0 ? D.node(V.N).Class : llvm::StringRef();
      if (withoutTemplateArgs(Class) == "std::_Placeholder" || withoutTemplateArgs(Class) == "std::__ph") {
        Given = D.make();
        NodeId Number = D.make();
        int64_t Which = 1;
        if (auto Names = templateArgs(Class); !Names.empty())
          (void)Names[0].getAsInteger(10, Which);
        D.edit(Number).Val = Value::integer(Which);
        M.setChild(Given, "$placeholder", Number);
      } else if (V.isRef() && V.I < 0 && (D.node(V.N).Model || !D.node(V.N).Class.empty())) {
        Given = M.clone(V.N);
      } else {
        Given = D.make();
        D.edit(Given).Val = V.isRef() ? M.scalarOf(V) : V;
      }
      D.edit(Bound).Elems.push_back(Given);
    }
    M.setChild(N, "$bound", Bound);
    return Value::ref(N);
  }
  case Fn::MaybeNull: {
    Value V = eval(X.Operands[0]);
    if (V.isSymbol() || V.isNull())
      return V;
    // A symbol that a branch decides; until then it is the value, or null.
    if (M.C.choose(2) == 1)
      return Value::null();
    return V;
  }
  case Fn::BindFront: {
    std::vector<Value> All = evalAll(X.Operands);
    NodeId N = D.make();
    Value Target = M.scalarOf(All[0]);
    D.edit(N).Val = Target.is(Value::Func) ? Target : All[0].isRef() ? Value::ref(M.clone(All[0].N)) : All[0];
    NodeId Front = D.make();
    for (size_t I = 1; I < All.size(); ++I) {
      NodeId Given = append(Front, nullptr, All[I], models::Effect::Add);
      (void)Given;
    }
    M.setChild(N, "$front", Front);
    return Value::ref(N);
  }
  case Fn::CallOf: {
    std::vector<Value> All = evalAll(X.Operands);
    Value Callable = All[0], Result;
    All.erase(All.begin());
    // What the callable yields is built where this call's result goes when it is that
    // result; what it is part of may be of another class.
    NodeId Where = 0;
    if (Current && Current->Returns && &X == &*Current->Returns && Callee->Result && Callee->Result->isClass())
      Where = Into = Into ? Into : M.makePlace(Callee->Result);
    Outcome O = M.callValue(Callable, All, Where, Result);
    if (O == Outcome::Dead)
      M.Dead = true;
    return Result;
  }
  case Fn::CallerArgs: {
    NodeId Rest = M.F.Variadic ? D.Locals[M.Info.variable(FunctionInfo::Rest)] : 0;
    return Value::ref(Rest ? M.clone(Rest) : M.unknownRest(M.origin(Origin::Unknown, "variable arguments")));
  }
  case Fn::NextArg: {
    NodeId Rest = M.restIn(eval(X.Operands[0]));
    if (!Rest || D.node(Rest).Elems.empty()) {
      OriginRef Why = Rest ? D.node(Rest).Open : nullptr;
      return M.unknown(Callee->Result, Why ? Why : M.origin(Origin::Unknown, "a variable argument"));
    }
    Value Next = D.node(D.node(Rest).Elems.front()).Val;
    std::vector<NodeId> &Elems = D.edit(Rest).Elems;
    Elems.erase(Elems.begin());
    return Next;
  }
  case Fn::FunctionNamed: {
    auto L = M.textOf(eval(X.Operands[0])).literal();
    if (L)
      if (const ir::Function *Named = M.E.functionNamed(*L))
        return Value::func(Named);
    return D.freshValue(M.origin(Origin::Runtime, "a function looked up by name"));
  }
  case Fn::Or: {
    Value V = eval(X.Operands[0]);
    bool None = V.isNull() || V.is(Value::Unset) ||
                (V.isRef() && V.I < 0 && D.node(V.N).Val.isNull());
    return None ? eval(X.Operands[1]) : V;
  }
  case Fn::Select:
    return M.decide(M.scalarOf(eval(X.Operands[0]))) ? eval(X.Operands[1]) : eval(X.Operands[2]);
  case Fn::BitSet:
    return M.unary("bool", M.binary("&", M.scalarOf(eval(X.Operands[0])), M.scalarOf(eval(X.Operands[1]))));
  default:
    return Value();
  }
}

} // namespace mde::paths
