//===- Paths/Step.cpp - One instruction ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/FunctionRun.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

using namespace ir;

Value FunctionRun::operand(Machine &M, const Operand &O) {
  switch (O.K) {
  case Operand::None:
    return Value();
  case Operand::Temp:
    return M.D.Temps[O.Temp_];
  case Operand::Text:
    return Value::text(Text::literal(O.Str, O.At.isValid() ? O.At : M.At));
  case Operand::Int:
    return Value::integer(O.Value, O.Str);
  case Operand::Float:
    return M.D.freshValue(M.origin(Origin::Runtime, "a floating-point number"));
  case Operand::Null:
    return Value::null();
  case Operand::Function:
    if (const Function *Target = E.function(Unit, O.Str))
      return Value::func(Target);
    return M.D.freshValue(M.origin(Origin::Unknown, "an unknown function"));
  case Operand::Member:
    return Value::member(O.Str);
  case Operand::Unknown:
    return M.D.freshValue(M.origin(Origin::Unknown, O.Str));
  }
  return Value();
}

Value FunctionRun::castTo(Machine &M, const Type *Ty, Value V) {
  if (!Ty)
    return V;
  if (V.is(Value::Unset))
    V = Value::integer(0);
  if (Ty->K == Type::Bool)
    return M.unary("bool", V);
  if (Ty->K == Type::Pointer && V.isInt() && V.I == 0)
    return Value::null();
  if ((Ty->K == Type::Int || Ty->K == Type::Char) && V.isInt() && Ty->K == Type::Char)
    return Value::integer(static_cast<int64_t>(static_cast<uint32_t>(V.I)), V.Name);
  return V;
}

/// A pointer to a text, where \p O is what it points to as one character: the
/// first one. Else \p V.
Value FunctionRun::firstCharacter(Machine &M, const Operand &O, const Value &V) {
  bool Is = O.K == Operand::Temp && Info.Characters.test(O.Temp_) && V.isRef() && V.I < 0 && M.D.node(V.N).Val.isText();
  return Is ? Value::ref(V.N, 0) : V;
}

bool FunctionRun::step(Machine &M, BlockId B, const Instr &I) {
  Disjunct &D = M.D;
  auto Arg = [&](unsigned N) { return N < I.Args.size() ? operand(M, I.Args[N]) : Value(); };
  auto Set = [&](Value V) {
    if (I.Result)
      D.Temps.set(I.Result, std::move(V));
  };
  switch (I.Opcode) {
  case Op::Var: {
    NodeId &N = D.Locals[Info.variable(I.Name)];
    if (!N)
      N = M.makePlace(Info.typeOf(Info.variable(I.Name)));
    Set(D.node(N).Stands ? D.node(N).Val : Value::ref(N));
    return true;
  }
  case Op::Global: {
    const GlobalVar *G = E.P.global(Unit, I.Name);
    if (G)
      Set(Value::ref(M.globalPlace(G)));
    else
      Set(D.freshValue(M.origin(Origin::Outside, ("global '" + I.Name + "'").str())));
    return true;
  }
  case Op::This:
    Set(D.This);
    return true;
  case Op::Return:
    if (!D.ReturnPlace)
      D.ReturnPlace = M.makePlace(F.Result);
    Set(Value::ref(D.ReturnPlace));
    return true;
  case Op::Temp:
    Set(Value::ref(M.makePlace(I.Ty)));
    return true;
  case Op::New: {
    NodeId N = M.makePlace(I.Ty);
    if (!I.Args.empty() && I.Ty && !I.Ty->isClass()) {
      Type Array;
      Array.K = Type::Array;
      D.edit(N).Constructed = false;
    }
    Set(Value::ref(N));
    return true;
  }
  case Op::Field: {
    Value Base = Arg(0);
    if (Base.is(Value::Null) || Base.is(Value::Unset))
      Base = Value::ref(M.placeOf(Base));
    Set(Value::ref(M.field(M.placeOf(Base), I.Name, Info.StoredToOnly.test(I.Result))));
    return true;
  }
  case Op::Element:
    Set(M.elementRef(Arg(0), Arg(1)));
    return !M.Dead;
  case Op::Load: {
    Value Place = Arg(0), First = firstCharacter(M, I.Args[0], Place);
    // Of several texts the test whether it is empty is all that is known.
    bool One = First.isRef() && First.I != Place.I && D.node(First.N).Val.T->alternatives().size() == 1;
    Set(M.load(One ? First : Place));
    return true;
  }
  case Op::Store: {
    Value To = firstCharacter(M, I.Args[0], Arg(0));
    bool Local = To.isRef() && To.I < 0 && llvm::is_contained(D.Locals, To.N);
    M.store(To, Arg(1));
    if (!Local)
      D.touch();
    return true;
  }
  case Op::Copy: {
    Value To = Arg(0), From = Arg(1);
    M.mayChange(To, /*Deep=*/false);
    if (From.isRef() || From.isSymbol())
      M.assign(M.placeOf(To), M.placeOf(From));
    else
      M.store(To, From);
    return true;
  }
  case Op::Declare:
    D.Locals[Info.variable(I.Name)] = M.makePlace(I.Ty);
    return true;
  case Op::Alias: {
    Value V = Arg(0);
    NodeId &Local = D.Locals[Info.variable(I.Name)];
    if (V.isRef() && V.I >= 0 && D.node(V.N).Val.isText()) {
      // `char &c : text`: a character has no node of its own.
      Local = D.make();
      D.edit(Local).Val = V;
      D.edit(Local).Stands = true;
    } else {
      Local = M.placeOf(V);
    }
    return true;
  }
  case Op::Unary:
    Set(M.unary(I.Name, Arg(0)));
    return true;
  case Op::Binary:
    Set(M.binary(I.Name, Arg(0), Arg(1)));
    return !M.Dead;
  case Op::Cast:
    Set(castTo(M, I.Ty, Arg(0)));
    return true;
  case Op::DynamicCast: {
    Value V = Arg(0);
    const Type *To = I.Ty && I.Ty->Inner ? I.Ty->Inner : nullptr;
    if (V.isRef() && To && To->isClass()) {
      const Node &N = D.node(M.placeOf(V));
      if (N.Dynamic && !N.Class.empty() && !E.P.derivesFrom(N.Class, To->Name)) {
        Set(Value::null());
        return true;
      }
      if (!N.Dynamic && M.C.choose(2) == 1) {
        Set(Value::null());
        return true;
      }
    }
    Set(V);
    return true;
  }
  case Op::List: {
    NodeId N = D.make();
    D.edit(N).Constructed = true;
    for (unsigned A = 0; A < I.Args.size(); ++A) {
      Value V = Arg(A);
      if (V.isRef() && V.I < 0 && I.Ty && I.Ty->isClass()) {
        D.edit(N).Elems.push_back(V.N);
      } else {
        NodeId Elem = M.makePlace(I.Ty);
        D.edit(Elem).Val = V;
        D.edit(Elem).Constructed = true;
        D.edit(N).Elems.push_back(Elem);
      }
    }
    D.edit(N).Model = E.typeModel("std::initializer_list");
    Set(Value::ref(N));
    return true;
  }
  case Op::Call:
  case Op::CallIndirect:
    return callStep(M, I);
  case Op::Caught:
    if (!D.Exception) {
      D.Exception = D.make();
      D.edit(D.Exception).Open = M.origin(Origin::Runtime, "an exception");
    }
    Set(Value::ref(D.Exception));
    return true;
  case Op::Unknown: {
    OriginRef Why = M.origin(Origin::Unknown, I.Name);
    for (unsigned A = 0; A < I.Args.size(); ++A)
      M.forget(Arg(A), Why, true);
    Set(M.unknown(I.Ty, Why));
    return true;
  }
  default:
    return terminate(M, B, I);
  }
}

bool FunctionRun::callStep(Machine &M, const Instr &I) {
  Disjunct &D = M.D;
  std::vector<Value> Args;
  for (const Operand &O : I.Args)
    Args.push_back(operand(M, O));
  NodeId Into = I.IntoPlace ? M.placeOf(D.Temps[I.IntoPlace]) : 0;
  Value Result;
  Outcome O;
  M.IsHandled = Info.HandledAbove || Info.mayHandle(I.Unwind);
  if (I.Opcode == Op::CallIndirect) {
    Value Target = Args.front();
    Args.erase(Args.begin());
    O = M.callValue(Target, Args, Into, Result);
  } else {
    const Function *Callee = E.function(Unit, I.Name);
    if (!Callee) {
      OriginRef Why = M.origin(Origin::Unknown, ("a call of '" + I.Name + "'").str());
      for (const Value &A : Args)
        M.forget(A, Why, false);
      Result = D.freshValue(Why);
      O = Outcome::Returned;
    } else {
      llvm::SmallVector<const Function *, 1> Definitions = E.definitions(Unit, Callee);
      Callee = Definitions[M.C.choose(Definitions.size())];
      if (!Callee->Defined || E.info(Callee).Matters)
        for (unsigned A = 0; A < Args.size(); ++A)
          if (canChange(*Callee, A, /*Variadic=*/false))
            M.mayChange(Args[A], /*Deep=*/true);
      Value Object;
      if (Callee->hasThis() && !Args.empty()) {
        Object = Args.front();
        Args.erase(Args.begin());
        if (!Object.isRef() || Object.I >= 0)
          Object = Value::ref(M.placeOf(Object));
      }
      O = M.call(Callee, Object, Args, Into, I.Virtual, Result);
    }
  }
  if (M.Dead || O == Outcome::Dead)
    return false;
  if (O == Outcome::Thrown) {
    if (I.Unwind == NoBlock)
      leave(std::move(D), true);
    else
      arrive(I.Unwind, std::move(D));
    return false;
  }
  if (I.Result)
    D.Temps.set(I.Result, std::move(Result));
  return true;
}

} // namespace mde::paths
