//===- Models/Functions.cpp - The functions of expressions ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Parse.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde::models;
using llvm::StringRef;

llvm::ArrayRef<FunctionInfo> mde::models::functions() {
  static constexpr FunctionInfo Table[] = {
#define MDE_FUNCTION(Id, Name, Min, Max, Doc) {Name, Min, Max, Doc},
#include "Models/Functions.def"
  };
  return Table;
}

StringRef mde::models::name(Fn F) { return functions()[size_t(F)].Name; }

std::optional<Fn> mde::models::functionNamed(StringRef Name) {
  for (size_t I = 0; I != functions().size(); ++I)
    if (functions()[I].Name == Name)
      return Fn(I);
  return std::nullopt;
}

bool mde::models::yieldsPlace(Fn F) {
  static constexpr Fn Places[] = {
      Fn::Get,   Fn::GetOrAdd, Fn::At, Fn::First,  Fn::Last,
      Fn::Deref, Fn::Element,  Fn::Or, Fn::Select, Fn::Advance, Fn::Retreat, Fn::Variable};
  return llvm::is_contained(Places, F);
}

bool mde::models::yieldsTruth(Fn F) {
  static constexpr Fn Tests[] = {Fn::IsEmpty,
                                 Fn::Equal,
                                 Fn::EqualNoCase,
                                 Fn::StartsWith,
                                 Fn::StartsWithNoCase,
                                 Fn::EndsWith,
                                 Fn::Contains,
                                 Fn::Fits,
                                 Fn::Less,
                                 Fn::Not,
                                 Fn::NotNull,
                                 Fn::Has,
                                 Fn::BitSet,
                                 Fn::IsText,
                                 Fn::IsRequest,
                                 Fn::Holds};
  return llvm::is_contained(Tests, F);
}
