//===- Paths/Objects.cpp - Objects of modelled types ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How objects of types that a model describes begin, are copied and moved, and how
// a model's steps make and construct them.
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::CallModel;
using models::Effect;
using models::Expr;
using models::TypeModel;

/// What any class of a type model can do: be made, copied, assigned, destroyed.
bool ModelCall::typeBuiltin(Value &Result, Outcome &O) {
  if (!Callee->hasThis() || !Object.isRef())
    return false;
  const TypeModel *T = M.E.typeModel(Callee->Record);
  if (!T)
    return false;
  NodeId This = M.placeOf(Object);
  if (Callee->K == ir::Function::Constructor) {
    Node &N = D.edit(This);
    if (N.Class.empty() || !N.Model) {
      N.Class = M.E.intern(Callee->Record);
      N.Model = T;
      N.Dynamic = true;
    }
    N.Dead = false;
    if (!builtinConstruct(This, *T))
      M.makeUnknown(This, nullptr, M.origin(Origin::Unknown, ("a constructor of '" + Callee->Record + "'").str()));
    return true;
  }
  if (Callee->K == ir::Function::Destructor) {
    // What derives from it is gone already, and called this.
    Node &Object = D.edit(This);
    Object.Class = M.E.intern(Callee->Record);
    Object.Model = T;
    O = M.destroy(This);
    return true;
  }
  if (!llvm::StringRef(Callee->Name).ends_with("::operator=") || Args.size() != 1)
    return false;
  if (T->Is == TypeModel::Owner || T->Is == TypeModel::Shared) {
    // What it owned until now dies.
    NodeId Old = D.make();
    Node Copy = D.node(This);
    Copy.InputId = 0;
    Copy.Dead = false;
    D.edit(Old) = Copy;
    D.edit(This).Val = Value::null();
    O = M.destroy(Old);
    if (O != Outcome::Returned)
      return true;
  }
  if (!builtinConstruct(This, *T))
    return false;
  Result = Value::ref(This);
  return true;
}

void ModelCall::defaultState(NodeId N, const TypeModel &T) {
  M.clear(N);
  Node &Held = D.edit(N);
  Held.Model = &T;
  Held.Dead = false;
  switch (T.Is) {
  case TypeModel::Text:
    Held.Val = Value::text(Text());
    break;
  case TypeModel::Pointer:
  case TypeModel::Owner:
  case TypeModel::Shared:
  case TypeModel::Optional:
  case TypeModel::Callable:
    Held.Val = Value::null();
    break;
  case TypeModel::Request:
    Held.Request = true;
    Held.Lib = T.Lib;
    break;
  case TypeModel::Session:
    Held.Session = true;
    Held.Lib = T.Lib;
    break;
  case TypeModel::Collection:
  case TypeModel::Object:
  case TypeModel::Scalar:
    break;
  }
}

/// Default, copy and move construction and assignment. False for others.
bool ModelCall::builtinConstruct(NodeId This, const TypeModel &T) {
  if (Args.empty()) {
    defaultState(This, T);
    return true;
  }
  if (Args.size() != 1 || !Args[0].isRef())
    return false;
  const ir::Type *Ty = Callee->Params.empty() ? nullptr : Callee->Params[0].Ty;
  NodeId From = M.placeOf(Args[0]);
  if (D.node(From).Model != &T)
    return false;
  bool Moves = Ty && Ty->K == ir::Type::Reference && Ty->RValue;
  if (Moves && !T.CopyShares)
    M.transfer(This, From);
  else
    M.assign(This, From);
  D.edit(This).Dead = false;
  D.edit(This).Constructed = true;
  return true;
}

bool ModelCall::isTakenOver(size_t Index) const {
  const ir::Type *Ty = Index < Callee->Params.size() ? Callee->Params[Index].Ty : nullptr;
  return Ty && Ty->K == ir::Type::Reference && Ty->RValue && Ty->Inner && !Ty->Inner->Const;
}

bool ModelCall::isMovedFrom(const Expr &X) const { return X.K == Expr::Arg && isTakenOver(X.Index); }

/// What was constructed is a request or session, whatever the entry does besides.
void ModelCall::becomeHttp() {
  const TypeModel *T = Callee->K == ir::Function::Constructor && Object.isRef() ? M.E.typeModel(Callee->Record) : nullptr;
  if (!T || (T->Is != TypeModel::Request && T->Is != TypeModel::Session))
    return;
  Node &Made = D.edit(M.placeOf(Object));
  if (Made.Request || Made.Session)
    return;
  (T->Is == TypeModel::Request ? Made.Request : Made.Session) = true;
  Made.Lib = T->Lib;
}

/// A text that was moved into this one may hold anything from then on; of a
/// collection, this one has the elements.
void ModelCall::leaveMovedFrom() {
  if (mutant("moved-from-keeps-its-contents"))
    return;
  llvm::StringRef Name = Callee->Name;
  bool Takes = Callee->K == ir::Function::Constructor || Name.ends_with("::operator=") || Name.ends_with("::assign");
  if (!Takes || !isTakenOver(0) || !Object.isRef() || Args.empty() || !Args[0].isRef())
    return;
  NodeId From = M.placeOf(Args[0]), To = M.placeOf(Object);
  const TypeModel *Own = M.E.typeModel(Callee->Record), *T = D.node(From).Model;
  if (From == To || !Own)
    return;
  if (Own->Is == TypeModel::Text) {
    // A class of the program's that derives from a text has fields of its own, which stay.
    OriginRef Why = M.origin(Origin::Runtime, "a moved-from object");
    if (T == Own || D.node(From).Val.isText())
      D.edit(From).Val = Value::text(Text::hole(D.freshValue(Why).S, Why));
  } else if (T == Own && D.node(To).Model == T && T->Is == TypeModel::Collection && !D.node(From).Request &&
             !D.node(From).Session) {
    M.transfer(To, From);
  }
}

void ModelCall::make(const CallModel &Entry, const Effect &X) {
  const TypeModel *T = M.E.M.type(X.ObjectKind);
  llvm::StringRef Class;
  const ir::Type *Ty = nullptr;
  llvm::StringRef Kind = X.ObjectKind;
  if (unsigned N; Kind.consume_front("class-targ") && !Kind.getAsInteger(10, N)) {
    if (auto Names = templateArgs(Callee->Record); N < Names.size())
      Class = Names[N];
  } else if (Kind = X.ObjectKind; Kind.consume_front("targ") && !Kind.getAsInteger(10, N)) {
    if (N < Callee->TemplateArgs.size())
      Ty = Callee->TemplateArgs[N].Ty;
    if (Ty && Ty->isClass())
      Class = Ty->Name;
  }
  bool ToPlace = X.Place.K != Expr::Result || (Callee->Result && Callee->Result->isClass());
  NodeId N = 0;
  if (ToPlace) {
    // A slot that refers to another object is given the new one.
    if (X.Place.K == Expr::Slot)
      M.dropChild(place(X.Place.Operands[0]), X.Place.Name);
    N = place(X.Place);
    const Node &Held = D.node(N);
    bool Refers = Held.Model && (Held.Model->Is == TypeModel::Pointer || Held.Model->Is == TypeModel::Owner ||
                                 Held.Model->Is == TypeModel::Shared || Held.Model->Is == TypeModel::Optional ||
                                 Held.Model->Is == TypeModel::Callable);
    bool IsObject = (Held.Model || !Held.Class.empty()) && !Refers;
    // A pointer variable gets a reference to the new object.
    if (!IsObject || (Held.Ty && Held.Ty->K == ir::Type::Pointer)) {
      NodeId Made = D.make();
      D.edit(N).Val = Value::ref(Made);
      N = Made;
    }
  } else {
    N = D.make();
    ResultValue = Value::ref(N);
    HasResult = true;
  }
  M.clear(N);
  Node &Made = D.edit(N);
  Made.Made = M.At;
  Made.Dead = false;
  Made.Lib = Entry.Lib;
  Made.Request = X.ObjectKind == "request";
  Made.Session = X.ObjectKind == "session";
  if (!Class.empty() || Ty) {
    Made.Lib = nullptr;
    Made.Class = M.E.intern(Class);
    Made.Model = M.E.typeModel(Class);
    Made.Dynamic = !Class.empty();
    Made.Ty = Ty;
    return;
  }
  if (T) {
    Made.Class = M.E.intern(T->Names.front());
    Made.Model = T;
    defaultState(N, *T);
    D.edit(N).Lib = Entry.Lib;
  }
  if (X.ObjectKind == "request" || X.ObjectKind == "session") {
    D.edit(N).Request = X.ObjectKind == "request";
    D.edit(N).Session = X.ObjectKind == "session";
    D.note(TrailEvent::RequestMade, M.At, Callee->Name.str());
  }
}

/// The types that a constructor's parameters would have for these arguments.
std::vector<const ir::Type *> ModelCall::typesOf(llvm::ArrayRef<Value> Values) {
  std::vector<const ir::Type *> Types;
  for (const Value &V : Values) {
    // What the library passes on as `T &&` is moved.
    size_t I = Types.size();
    const ir::Type *Given = Values.size() == Callee->Params.size() ? Callee->Params[I].Ty : nullptr;
    if (Given && Given->K == ir::Type::Reference && Given->RValue && Given->Inner && Given->Inner->isClass()) {
      Types.push_back(Given);
      continue;
    }
    const Node *Held = V.isRef() && V.I < 0 ? &D.node(V.N) : nullptr;
    const Value Scalar = M.scalarOf(V);
    if (Held && !Held->Class.empty())
      Types.push_back(M.E.type(ir::Type::Record, Held->Class));
    else if (Scalar.isText())
      Types.push_back(M.E.type(ir::Type::Pointer, "", M.E.type(ir::Type::Char)));
    else if (Scalar.is(Value::Func))
      Types.push_back(M.E.type(ir::Type::Pointer, "", M.E.type(ir::Type::Function)));
    else if (Scalar.isInt())
      Types.push_back(M.E.type(ir::Type::Int));
    else if (Scalar.isSymbol())
      Types.push_back(D.Symbols[Scalar.S].Ty);
    else
      Types.push_back(M.E.type(ir::Type::Pointer, "", M.E.type(ir::Type::Void)));
  }
  return Types;
}

/// What the library's body, where it was seen, does to construct a \p Class of
/// the arguments \p Xs; null if it was not.
const ir::Function *ModelCall::construction(llvm::StringRef Class, llvm::ArrayRef<Expr> Xs) const {
  std::vector<const ir::Type *> Given; // null: any
  for (const Expr &X : Xs) {
    size_t Begin = X.Index, End = X.K == Expr::Args ? Args.size() : Begin + 1;
    for (size_t I = Begin; I < End; ++I)
      Given.push_back((X.K == Expr::Args || X.K == Expr::Arg) && I < Callee->Params.size() ? Callee->Params[I].Ty
                                                                                           : nullptr);
  }
  for (llvm::StringRef Key : Callee->Constructs) {
    const ir::Function *F = M.E.function(M.E.unitOf(Callee), Key);
    if (F && F->Defined && F->Record == Class && F->Params.size() == Given.size() &&
        llvm::all_of(llvm::zip(F->Params, Given), [](auto Pair) {
          auto &[P, Ty] = Pair;
          return !Ty || !P.Ty || ir::print(*P.Ty) == ir::print(*Ty);
        }))
      return F;
  }
  return nullptr;
}

/// Whether \p V may be given for a parameter of type \p P as it is.
bool ModelCall::fits(const Value &V, const ir::Type *P) {
  if (P && P->K == ir::Type::Reference)
    P = P->Inner;
  if (!P)
    return true;
  const Node *Obj = V.isRef() && V.I < 0 ? &D.node(V.N) : nullptr;
  bool IsObject = Obj && !Obj->Class.empty();
  if (!P->isClass())
    return !IsObject || P->K == ir::Type::Pointer;
  if (IsObject && Obj->Class != P->Name && !M.E.P.derivedFrom(Obj->Class).empty() &&
      !M.E.P.derivesFrom(Obj->Class, P->Name))
    return false;
  // Another class of which a text can make one is not known to be meant.
  const TypeModel *T = M.E.typeModel(P->Name);
  return !M.scalarOf(V).isText() || (T && T->Is == TypeModel::Text);
}

/// A constructor of \p Class with a parameter for each of \p All, one with a body
/// before others; null for none.
const ir::Function *ModelCall::constructorThatFits(llvm::StringRef Class, llvm::ArrayRef<Value> All) {
  const ir::Function *Best = nullptr;
  for (const ir::Function *Ctor : M.E.constructors(Class))
    if (Ctor->Params.size() == All.size() &&
        llvm::all_of(llvm::zip(All, Ctor->Params),
                     [&](auto Pair) { return fits(std::get<0>(Pair), std::get<1>(Pair).Ty); }) &&
        (!Best || (Ctor->Defined && !Best->Defined)))
      Best = Ctor;
  return Best;
}

/// Makes an object of a class named by a template argument: as the library's
/// body does, or with the constructor whose parameters fit best.
void ModelCall::construct(const Effect &X, Outcome &O) {
  const ir::Type *Ty = nullptr;
  llvm::StringRef Class;
  if (X.Value.K == Expr::TArg && X.Value.Name == "class") {
    auto Names = templateArgs(Callee->Record);
    if (size_t(X.Value.Index) < Names.size())
      Class = Names[X.Value.Index];
  } else if (X.Value.K == Expr::TArg && size_t(X.Value.Index) < Callee->TemplateArgs.size()) {
    Ty = Callee->TemplateArgs[X.Value.Index].Ty;
    if (Ty && Ty->isClass())
      Class = Ty->Name;
  }
  NodeId N = place(X.Place);
  std::vector<Value> All = evalAll(X.Args);
  if (D.node(N).Class.empty() && !Class.empty()) {
    Node &Made = D.edit(N);
    Made.Class = M.E.intern(Class);
    Made.Model = M.E.typeModel(Class);
    Made.Dynamic = true;
  }
  const ir::Function *Best = construction(Class, X.Args);
  if (!Best)
    Best = constructorThatFits(Class, All);
  if (Best) {
    for (unsigned I = 0; I < All.size(); ++I) {
      const ir::Type *P = Best->Params[I].Ty;
      if (P && (P->K == ir::Type::Reference || P->isClass())) {
        if (!All[I].isRef()) {
          NodeId Temp = M.makePlace(P->K == ir::Type::Reference ? P->Inner : P);
          setPlace(Temp, All[I]);
          All[I] = Value::ref(Temp);
        }
      } else {
        All[I] = M.scalarOf(All[I]);
      }
    }
    Value Ignored;
    O = M.call(Best, Value::ref(N), All, 0, false, Ignored);
    return;
  }
  if (D.node(N).Model && !All.empty())
    if (const ir::Function *F = M.E.modelledConstructor(Class, typesOf(All))) {
      Value Ignored;
      M.callModel(F, Value::ref(N), All, 0, Ignored, O);
      return;
    }
  // A conversion that was not seen makes something else of its argument.
  const Node *Given = All.size() == 1 && All[0].isRef() && All[0].I < 0 ? &D.node(All[0].N) : nullptr;
  bool Converts = Given && !Class.empty() && !Given->Class.empty() && Given->Class != Class &&
                  !M.E.P.derivesFrom(Given->Class, Class) && !D.node(N).Model;
  if (All.size() == 1 && !Converts) {
    setPlace(N, M.scalarOf(All[0]));
    return;
  }
  if (All.empty()) {
    if (const TypeModel *T = D.node(N).Model)
      defaultState(N, *T);
    D.edit(N).Constructed = true;
    return;
  }
  M.makeUnknown(N, Ty, M.origin(Origin::Unknown, "a constructor that was not seen"));
}

} // namespace mde::paths
