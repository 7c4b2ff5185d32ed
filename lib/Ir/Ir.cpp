//===- Ir/Ir.cpp - The request program ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Ir.h"
#include "Ir/Syntax.h"
#include "llvm/Support/raw_ostream.h"

using namespace mde;
using namespace mde::ir;

Unit::Unit() : Strings(Alloc) {}

template <typename T> static void appendBytes(std::string &Key, const T &V) {
  Key.append(reinterpret_cast<const char *>(&V), sizeof(V));
}

const Type *Unit::type(Type T) {
  bool HasName = T.K == Type::Enum || T.K == Type::Record;
  bool HasInner =
      T.K == Type::Pointer || T.K == Type::Reference || T.K == Type::Array;
  if (!HasName)
    T.Name = {};
  if (!HasInner)
    T.Inner = nullptr;
  else if (!T.Inner)
    T.Inner = simple(Type::Void);
  if (T.K != Type::Array)
    T.Count = 0;
  if (T.K != Type::Reference)
    T.RValue = false;

  // Inner is interned, so its address stands for its structure.
  std::string Key;
  appendBytes(Key, T.K);
  appendBytes(Key, T.Const);
  appendBytes(Key, T.RValue);
  appendBytes(Key, T.Inner);
  appendBytes(Key, T.Count);
  Key += T.Name;
  auto [It, New] = TypeIndex.try_emplace(Key, nullptr);
  if (New) {
    T.Name = save(T.Name);
    Types.push_back(std::make_unique<Type>(T));
    It->second = Types.back().get();
  }
  return It->second;
}

const Type *Unit::simple(Type::Kind K, bool Const) {
  Type T;
  T.K = K;
  T.Const = Const;
  return type(T);
}

const Type *Unit::pointer(const Type *Inner, bool Const) {
  Type T;
  T.K = Type::Pointer;
  T.Const = Const;
  T.Inner = Inner;
  return type(T);
}

const Type *Unit::reference(const Type *Inner, bool RValue) {
  Type T;
  T.K = Type::Reference;
  T.RValue = RValue;
  T.Inner = Inner;
  return type(T);
}

const Type *Unit::array(const Type *Inner, uint64_t Count) {
  Type T;
  T.K = Type::Array;
  T.Inner = Inner;
  T.Count = Count;
  return type(T);
}

const Type *Unit::record(llvm::StringRef Name, bool Const) {
  Type T;
  T.K = Type::Record;
  T.Const = Const;
  T.Name = Name;
  return type(T);
}

const Type *Unit::enumeration(llvm::StringRef Name, bool Const) {
  Type T;
  T.K = Type::Enum;
  T.Const = Const;
  T.Name = Name;
  return type(T);
}

std::string ir::print(const Type &T) {
  std::string S;
  llvm::raw_string_ostream OS(S);
  for (const Type *P = &T; P; P = P->Inner) {
    if (P != &T)
      OS << ' ';
    if (P->Const)
      OS << "const ";
    OS << typeWord(*P);
    if (P->K == Type::Array && P->Count)
      OS << ' ' << P->Count;
    if (P->K == Type::Enum || P->K == Type::Record) {
      OS << ' ';
      writeQuoted(P->Name, OS);
    }
  }
  return S;
}
