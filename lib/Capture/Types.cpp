//===- Capture/Types.cpp - Types and records ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Builder.h"
#include "Capture/Compat.h"

using namespace clang;

namespace mde::capturing {

std::string UnitBuilder::tagName(const TagDecl *T) {
  T = T->getCanonicalDecl();
  auto It = TagNames.find(T);
  if (It != TagNames.end())
    return It->second.str();
  llvm::StringRef Name = uniqueKey(Naming.tag(T), TakenTags);
  TagNames[T] = Name;
  return Name.str();
}

const ir::Type *UnitBuilder::type(QualType T, bool Mention) {
  T = T.getCanonicalType();
  if (const auto *A = dyn_cast<AtomicType>(T))
    T = A->getValueType().getCanonicalType();
  bool IsConst = T.isLocalConstQualified();
  T = T.getLocalUnqualifiedType();
  if (IsConst)
    T.addConst();
  auto It = Types[Mention].find(T.getAsOpaquePtr());
  if (It != Types[Mention].end())
    return It->second;
  using ir::Type;
  bool Const = IsConst;
  const Type *Result = nullptr;
  if (const auto *B = dyn_cast<BuiltinType>(T)) {
    if (B->isVoidType())
      Result = U.simple(Type::Void, Const);
    else if (B->isNullPtrType())
      Result = U.pointer(U.simple(Type::Void), Const);
    else if (B->getKind() == BuiltinType::Bool)
      Result = U.simple(Type::Bool, Const);
    else if (B->isFloatingPoint())
      Result = U.simple(Type::Float, Const);
    else if (B->getKind() == BuiltinType::Char_S ||
             B->getKind() == BuiltinType::Char_U || T->isWideCharType() ||
             T->isChar8Type() || T->isChar16Type() || T->isChar32Type())
      Result = U.simple(Type::Char, Const);
    else
      Result = U.simple(Type::Int, Const);
  } else if (const auto *P = dyn_cast<PointerType>(T)) {
    Result = U.pointer(type(P->getPointeeType(), false), Const);
  } else if (const auto *P = dyn_cast<BlockPointerType>(T)) {
    Result = U.pointer(type(P->getPointeeType(), false), Const);
  } else if (const auto *R = dyn_cast<ReferenceType>(T)) {
    Result = U.reference(type(R->getPointeeType(), false),
                         isa<RValueReferenceType>(R));
  } else if (const auto *A = dyn_cast<clang::ArrayType>(T)) {
    const auto *C = dyn_cast<ConstantArrayType>(A);
    QualType Element = A->getElementType();
    if (Const)
      Element.addConst();
    Result =
        U.array(type(Element, Mention), C ? C->getSize().getLimitedValue() : 0);
  } else if (const auto *V = dyn_cast<clang::VectorType>(T)) {
    Result = U.array(type(V->getElementType(), Mention), V->getNumElements());
  } else if (const auto *M = dyn_cast<MemberPointerType>(T)) {
    Result = M->isMemberFunctionPointer()
                 ? U.simple(Type::Function, Const)
                 : U.pointer(type(M->getPointeeType(), false), Const);
  } else if (T->isFunctionType()) {
    Result = U.simple(Type::Function);
  } else if (const auto *Tag = T->getAsTagDecl()) {
    if (isa<EnumDecl>(Tag)) {
      Result = U.enumeration(tagName(Tag), Const);
    } else {
      Result = U.record(tagName(Tag), Const);
      if (Mention)
        record(cast<RecordDecl>(Tag));
    }
  } else if (T->isComplexType()) {
    Result = U.array(U.simple(Type::Float), 2);
  } else if (T->isObjCObjectPointerType()) {
    Result = U.pointer(U.simple(Type::Void), Const);
  } else {
    Result = U.simple(T->isIntegerType() ? Type::Int : Type::Void, Const);
  }
  Types[Mention][T.getAsOpaquePtr()] = Result;
  return Result;
}

//===----------------------------------------------------------------------===//
// Records
//===----------------------------------------------------------------------===//

std::string UnitBuilder::captureName(const FieldDecl *F) const {
  const auto *R = cast<CXXRecordDecl>(F->getParent());
  llvm::DenseMap<const ValueDecl *, FieldDecl *> Captures;
  FieldDecl *This = nullptr;
  R->getCaptureFields(Captures, This);
  if (F == This)
    return "this";
  for (const auto &[Var, Field] : Captures)
    if (Field == F)
      return Var->getNameAsString();
  // A captured array bound has no variable.
  return "$" + std::to_string(F->getFieldIndex());
}

/// A base's field and a derived class's may have one name, but base subobjects
/// are the object itself: the derived one then carries its class's name.
std::string UnitBuilder::fieldName(const FieldDecl *F) const {
  const auto *R = dyn_cast<CXXRecordDecl>(F->getParent());
  if (R && R->isLambda())
    return captureName(F);
  std::string Name = F->getNameAsString();
  // Fields of unnamed structs and unions are those of the class around them.
  while (R && R->isAnonymousStructOrUnion())
    R = dyn_cast<CXXRecordDecl>(R->getParent());
  if (!R || !R->hasDefinition() || R->getNumBases() == 0 ||
      R->isDependentContext())
    return Name;
  bool Hides = false;
  R->forallBases([&](const CXXRecordDecl *Base) {
    for (const Decl *D : Base->lookup(F->getDeclName()))
      Hides |= isa<FieldDecl, IndirectFieldDecl>(D);
    return true;
  });
  return Hides ? R->getNameAsString() + "::" + Name : Name;
}

void UnitBuilder::record(const RecordDecl *R) {
  R = cast<RecordDecl>(R->getCanonicalDecl());
  auto [It, New] = Records.try_emplace(R, U.Records.size());
  if (!New)
    return;
  size_t Place = It->second;
  U.Records.emplace_back();
  ir::Record Out;
  Out.Name = U.save(tagName(R));
  const RecordDecl *Def = R->getDefinition();
  const RecordDecl *Shown = Def ? Def : R;
  Out.UserCode = userCode(Shown);
  Out.Union = Shown->isUnion();
  Out.At = loc(Shown->getLocation());
  const auto *C = dyn_cast_or_null<CXXRecordDecl>(Def);
  if (!Def || Def->isDependentContext()) {
    U.Records[Place] = std::move(Out);
    return;
  }
  Out.Lambda = C && C->isLambda();
  Out.Abstract = C && C->isAbstract();
  if (C)
    for (const CXXBaseSpecifier &B : C->bases())
      if (const auto *Base = B.getType()->getAsCXXRecordDecl()) {
        Out.Bases.push_back(U.save(tagName(Base)));
        record(Base);
      }
  if (Out.UserCode || !C || C->isAggregate() || Out.Lambda || isWrapper(C)) {
    auto AddFields = [&](auto &Self, const RecordDecl *From) -> void {
      for (const FieldDecl *F : From->fields()) {
        if (F->isAnonymousStructOrUnion()) {
          if (const auto *Inner = F->getType()->getAsRecordDecl())
            Self(Self, Inner);
        } else if (F->getIdentifier() || Out.Lambda) {
          Out.Fields.push_back(
              {U.save(fieldName(F)), type(F->getType(), true)});
        }
      }
    };
    AddFields(AddFields, Def);
  }
  if (C && (Out.UserCode || Out.Lambda || Options.AllFunctions || C->isPolymorphic()))
    virtuals(C, Out);
  U.Records[Place] = std::move(Out);
}

void UnitBuilder::virtuals(const CXXRecordDecl *C, ir::Record &Out) {
  if (C->isLambda()) {
    const CXXMethodDecl *Call = C->getLambdaCallOperator();
    if (!Call)
      return;
    if (const FunctionTemplateDecl *T = Call->getDescribedFunctionTemplate()) {
      for (const FunctionDecl *S : T->specializations())
        if (!S->isDependentContext())
          Out.Calls.push_back(function(S));
    } else {
      Out.Calls.push_back(function(Call));
    }
    return;
  }
  auto AddCall = [&](const FunctionDecl *F) {
    if (F->getOverloadedOperator() == OO_Call && !F->isDependentContext())
      Out.Calls.push_back(function(F));
  };
  for (const Decl *D : C->decls()) {
    if (const auto *T = dyn_cast<FunctionTemplateDecl>(D)) {
      for (const FunctionDecl *S : T->specializations())
        if (Out.UserCode)
          AddCall(S);
      continue;
    }
    const auto *M = dyn_cast<CXXMethodDecl>(D);
    if (!M)
      continue;
    if (Out.UserCode)
      AddCall(M);
    if (const auto *Conversion = dyn_cast<CXXConversionDecl>(M); Conversion && Out.UserCode && !M->isDependentContext())
      if (QualType To = Conversion->getConversionType(); To->isRecordType() || To->isPointerType())
        Out.Conversions.push_back(function(M));
    if (!M->isVirtual())
      continue;
    ir::Override O;
    O.Method = function(M);
    llvm::SmallPtrSet<const CXXMethodDecl *, 8> Seen;
    auto AddOverridden = [&](auto &Self, const CXXMethodDecl *Of) -> void {
      for (const CXXMethodDecl *Base : Of->overridden_methods())
        if (Seen.insert(Base->getCanonicalDecl()).second) {
          O.Of.push_back(function(Base));
          Self(Self, Base);
        }
    };
    AddOverridden(AddOverridden, M);
    Out.Virtuals.push_back(std::move(O));
  }
}

//===----------------------------------------------------------------------===//
// Destructors
//===----------------------------------------------------------------------===//

bool UnitBuilder::stateless(const CXXRecordDecl *R) const {
  return R && R->hasDefinition() && R->isEmpty() && inStd(R) &&
         !R->isPolymorphic();
}

bool UnitBuilder::interestingDestructor(QualType T) {
  T = Ctx.getBaseElementType(T).getCanonicalType().getUnqualifiedType();
  auto [It, New] = Interesting.try_emplace(T.getAsOpaquePtr(), true);
  if (!New)
    return It->second;
  bool Result = interestingUncached(T);
  Interesting[T.getAsOpaquePtr()] = Result;
  return Result;
}

bool UnitBuilder::interestingUncached(QualType T) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor())
    return false;
  R = R->getDefinition();
  const CXXDestructorDecl *D = R->getDestructor();
  if (D && modelled(Naming.qualified(D)))
    return true;
  if (userCode(R)) {
    if (!D || D->isUserProvided() || D->isVirtual())
      return true;
    for (const FieldDecl *F : R->fields())
      if (interestingDestructor(F->getType()))
        return true;
    for (const CXXBaseSpecifier &B : R->bases())
      if (interestingDestructor(B.getType()))
        return true;
    return false;
  }
  // A library's class matters for what it may own: user objects, deleters,
  // callables.
  const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(R);
  if (!S)
    return false;
  auto Matters = [&](auto &Self, const TemplateArgument &A) -> bool {
    if (A.getKind() == TemplateArgument::Pack)
      return llvm::any_of(A.pack_elements(), [&](const TemplateArgument &P) {
        return Self(Self, P);
      });
    if (A.getKind() == TemplateArgument::Declaration)
      return true;
    if (A.getKind() != TemplateArgument::Type)
      return false;
    QualType Arg = A.getAsType();
    if (Arg->isFunctionType() || Arg->isAnyPointerType() ||
        Arg->isMemberPointerType() || Arg->isVoidType())
      return true;
    const CXXRecordDecl *Inner = Arg->getAsCXXRecordDecl();
    if (!Inner)
      return false;
    if (!Inner->hasDefinition() || userCode(Inner) || Inner->isLambda())
      return !Inner->hasDefinition() || Inner->isLambda() ||
             !Inner->hasTrivialDestructor() || !Inner->isAggregate();
    return interestingDestructor(Arg);
  };
  for (const TemplateArgument &A : S->getTemplateArgs().asArray())
    if (Matters(Matters, A))
      return true;
  return false;
}

} // namespace mde::capturing
