//===- Models/Models.cpp - All loaded models ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Models.h"
#include "Models/Embedded.h"
#include "Models/Headers.h"
#include "Models/Parse.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde::models;
using llvm::StringRef;

bool Condition::isInt(int64_t Value, StringRef Name) const {
  if (Null && Value == 0)
    return true;
  if (Truth)
    return llvm::is_contained(Ints, int64_t(Value != 0));
  return (!Name.empty() && llvm::is_contained(Names, Name)) || llvm::is_contained(Ints, Value);
}

llvm::Expected<Models> Models::builtin(llvm::function_ref<bool(StringRef)> IsWanted) {
  Models All;
  // Bodies first: entries are checked against them.
  for (bool Bodies : {true, false})
    for (const EmbeddedModel &File : embeddedModels())
      if (File.Name.ends_with(".ir") == Bodies && (Bodies || !IsWanted || IsWanted(File.Text)))
        if (llvm::Error E = All.add({File.Text, File.Name}))
          return E;
  return All;
}

llvm::Error Models::add(llvm::MemoryBufferRef File) {
  if (File.getBufferIdentifier().ends_with(".ir")) {
    Bodies.push_back(File.getBuffer().str());
    return llvm::Error::success();
  }
  Mistakes M(File);
  std::unique_ptr<Library> Lib = parseLibrary(File, *this, M);
  if (!Lib)
    return M.take();

  // A library's own entries stay in their order, before those of earlier ones.
  llvm::StringMap<size_t> Added;
  for (const CallModel &Call : Lib->Calls)
    for (const std::string &Name : Call.Names) {
      std::vector<const CallModel *> &Entries = ByName[Name];
      Entries.insert(Entries.begin() + Added[Name]++, &Call);
    }
  for (const CallModel &Variable : Lib->Variables)
    for (const std::string &Name : Variable.Names)
      ByVariable[Name] = &Variable;
  for (const TypeModel &Type : Lib->Types)
    for (const std::string &Name : Type.Names)
      if (auto [Template, Arguments] = StringRef(Name).split('<'); Arguments.empty())
        ByType[Name] = &Type;
      else if (auto Pattern = llvm::GlobPattern::create(Name))
        Specialised[Template].insert(Specialised[Template].begin(), {std::move(*Pattern), &Type});
      else
        return Pattern.takeError();
  Libs.push_back(std::move(Lib));
  return llvm::Error::success();
}

bool Models::hasBody(StringRef Key) const {
  std::string Line = ("\nfunction \"" + Key + "\"").str();
  return llvm::any_of(Bodies, [&](StringRef B) { return B.contains(Line); });
}

/// `std::optional::operator T` for a conversion operator of std::optional.
static std::string anyConversion(StringRef Name) {
  auto [Class, Type] = Name.split("::operator ");
  if (Type.empty() || Type == "new" || Type == "delete" || Type == "co_await")
    return "";
  return (Class + "::operator T").str();
}

llvm::ArrayRef<const CallModel *> Models::calls(StringRef Name) const {
  auto It = ByName.find(Name);
  if (It == ByName.end() && Name.contains("::operator "))
    It = ByName.find(anyConversion(Name));
  if (It == ByName.end())
    return {};
  return It->second;
}

const TypeModel *Models::type(StringRef Name) const {
  StringRef Template = Name.take_front(Name.find('<'));
  if (Template.size() != Name.size())
    if (auto It = Specialised.find(Template); It != Specialised.end())
      for (const auto &[Pattern, Type] : It->second)
        if (Pattern.match(Name))
          return Type;
  return ByType.lookup(Template);
}

/// `std::vector` of `std::vector::push_back`; "" for what is in no class.
static StringRef classOf(StringRef Name) {
  // The type that a conversion operator names may hold `::` too.
  size_t Member = Name.find("::operator");
  if (Member == StringRef::npos)
    Member = Name.rfind("::");
  return Member == StringRef::npos ? StringRef() : Name.take_front(Member);
}

bool Models::models(StringRef Name) const {
  llvm::ArrayRef<const CallModel *> Entries = calls(Name);
  return (!Entries.empty() && Entries.front()->Lib->InText.empty()) || ByType.contains(classOf(Name));
}

bool Models::mayDeclare(StringRef Name, StringRef File) const {
  return llvm::any_of(calls(Name), [&](const CallModel *C) {
    return C->Lib->Headers.empty() ||
           llvm::any_of(C->Lib->Headers, [&](StringRef Header) { return isHeader(File, Header); });
  });
}

bool Models::lowersBody(StringRef Name) const {
  return llvm::any_of(calls(Name), [](const CallModel *C) { return C->LowerBody; });
}

bool Models::constructs(StringRef Name, StringRef Class) const {
  const TypeModel *T = type(Class);
  if (T && (T->Is == TypeModel::Text || T->Is == TypeModel::Scalar))
    return false;
  return llvm::any_of(calls(Name), [](const CallModel *C) {
    return llvm::any_of(C->Do, [](const Effect &E) { return E.V == Effect::Construct; });
  });
}

bool Models::isHttp(StringRef Name) const {
  if (const TypeModel *T = type(classOf(Name)); T && T->Lib->Http)
    return true;
  return llvm::any_of(calls(Name), [](const CallModel *C) {
    return C->Lib->Http && (!C->Do.empty() || !C->Body.empty());
  });
}
