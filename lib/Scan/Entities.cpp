//===- Scan/Entities.cpp - What leads to a request ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/Entities.h"
#include "Models/Models.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace mde::scan;
using namespace mde::ir;
using llvm::StringRef;

bool scan::mentions(const Words &W, const Entity &E) {
  if (E.K == Declared::Implicit)
    return true;
  const Word *Found = W.find(E.Word);
  if (!Found)
    return false;
  switch (E.K) {
  case Declared::Name:
    return Found->How & Free;
  case Declared::Construct:
    return Found->How & Object;
  case Declared::Destroy:
    return (Found->How & Object) || W.Deletes;
  case Declared::Define:
    return Found->How & Outer;
  case Declared::Member:
  case Declared::Operate:
  case Declared::Macro:
  case Declared::Implicit:
    break;
  }
  return true;
}

static bool isIdentifier(StringRef Name) {
  return !Name.empty() && !llvm::isDigit(Name.front()) &&
         llvm::all_of(Name, [](unsigned char C) { return llvm::isAlnum(C) || C == '_' || C == '$' || C >= 0x80; });
}

/// `contoso::Client<int>`: `Client`.
static StringRef className(StringRef Name) {
  Name = Name.take_front(Name.find_first_of("<("));
  return models::unqualified(Name.take_front(Name.find(" in ")));
}

/// `contoso::Client::get`: `get`; of an operator all from `operator` on.
static StringRef functionName(StringRef Name) {
  for (size_t At = Name.find("operator"); At != StringRef::npos; At = Name.find("operator", At + 1)) {
    bool Begins = At == 0 || Name[At - 1] == ':';
    StringRef Rest = Name.substr(At + 8);
    if (Begins && (Rest.empty() || !(llvm::isAlnum(Rest.front()) || Rest.front() == '_')))
      return Name.substr(At);
  }
  return models::unqualified(Name);
}

static bool isOperator(StringRef Name) { return Name.starts_with("operator") && !isIdentifier(Name); }

namespace {

class Finder {
public:
  explicit Finder(const Program &P) : P(P) {}

  std::set<Entity> run(const paths::Influence &I) {
    for (const Function *F : I.Functions)
      function(*F);
    for (const Function *F : I.Wanted)
      F->Virtual ? function(*F) : definition(*F);
    for (const GlobalVar *G : I.Globals)
      global(*G);
    for (const auto &U : P.units())
      for (const Record &R : U->Records)
        fields(R, I.Fields);
    for (const auto &Name : I.LookedUp)
      add(Declared::Name, Name.getKey(), "");
    return std::move(All);
  }

private:
  std::string file(Loc At) const { return At.isValid() ? P.Files.name(At.File).str() : ""; }

  void add(Declared::Kind K, StringRef Word, std::string File) {
    if (K == Declared::Implicit || isIdentifier(Word))
      All.insert({K, Word.str(), std::move(File)});
  }

  void function(const Function &F) {
    StringRef Name = functionName(F.Name);
    if (!F.Record.empty())
      return method(F, Name);
    if (Name == "main")
      return;
    if (isOperator(Name))
      return add(Declared::Implicit, Name, "");
    if (isCalledImplicitly(Name))
      add(Declared::Implicit, Name, "");
    if (std::optional<std::string> Where = whereVisible(F.Link, F.At, P.unitOf(&F)))
      add(Declared::Name, Name, *Where);
  }

  /// The name under which a body of \p F would stand.
  void definition(const Function &F) {
    StringRef Name = functionName(F.Name);
    const Record *R = F.Record.empty() ? nullptr : P.record(F.Record);
    if (R && !R->Lambda) {
      bool Named = F.K == Function::Plain && isIdentifier(Name);
      add(Declared::Define, Named ? Name : className(R->Name), file(R->At));
    } else if (isOperator(Name)) {
      add(Declared::Implicit, Name, "");
    } else if (std::optional<std::string> Where = whereVisible(F.Link, F.At, P.unitOf(&F))) {
      add(Declared::Define, Name, *Where);
    }
  }

  void method(const Function &F, StringRef Name) {
    const Record *R = P.record(F.Record);
    if (!R || R->Lambda)
      return;
    std::string In = file(R->At);
    StringRef Class = className(R->Name);
    switch (F.K) {
    case Function::Constructor:
      return add(Declared::Construct, Class, In);
    case Function::Destructor:
      return add(Declared::Destroy, Class, In);
    case Function::Conversion:
      return add(Declared::Operate, Class, In);
    case Function::Plain:
      break;
    }
    if (!isIdentifier(Name) || isCalledImplicitly(Name))
      add(Declared::Operate, Class, In);
    add(Declared::Member, Name, In);
    // A library's template may call a member of what it is given.
    if (F.Defined)
      add(Declared::Construct, Class, In);
  }

  void global(const GlobalVar &G) {
    if (G.StaticLocal)
      return;
    if (std::optional<std::string> Where = whereVisible(G.Link, G.At, P.unitOf(&G)))
      add(Declared::Member, className(G.Key), *Where);
  }

  void fields(const Record &R, const llvm::StringMap<std::set<std::string>> &Names) {
    if (!R.UserCode || R.Lambda)
      return;
    for (const Field &F : R.Fields)
      if (auto It = Names.find(F.Name); It != Names.end() && isOf(It->second, R)) {
        add(Declared::Member, F.Name, file(R.At));
        add(Declared::Construct, className(R.Name), file(R.At));
      }
  }

  /// Whether an object of one of \p Classes has the fields of \p R.
  bool isOf(const std::set<std::string> &Classes, const Record &R) const {
    return Classes.empty() || llvm::any_of(Classes, [&](const std::string &C) {
             return P.derivesFrom(C, R.Name) || P.derivesFrom(R.Name, C);
           });
  }

  /// The file to include for a name; "": none is needed. std::nullopt: no other unit
  /// can see it.
  std::optional<std::string> whereVisible(Linkage Link, Loc At, const Unit *Of) const {
    if (Link == Linkage::External)
      return "";
    std::string In = file(At);
    if (Of && In == Of->MainFile && Link == Linkage::Internal)
      return std::nullopt;
    return In;
  }

  const Program &P;
  std::set<Entity> All;
};

} // namespace

std::set<Entity> scan::entities(const paths::Influence &I, const Program &P) { return Finder(P).run(I); }
