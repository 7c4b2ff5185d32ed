//===- Models/Documentation.cpp -------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Documentation.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>
#include <set>

using namespace mde::models;
using llvm::StringRef;

/// How people read it.
static StringRef wordFor(Library::Evidence E) {
  switch (E) {
  case Library::NotSaid: return "";
  case Library::Executed: return "executed";
  case Library::RealHeaders: return "real headers";
  case Library::Declared: return "declared, not executed";
  }
  return "";
}

static constexpr StringRef Introduction = R"(# What mde-tidy knows of libraries

Written by `mde-ir models --documentation` from the models; a test compares the two.

How a model was tested:

- *executed*: programs that use the library are built and run, what they send is
  recorded, and what the check says of them is compared with that (test/truth);
- *real headers*: the check runs on code that includes the library's own headers
  (test/libraries);
- *declared, not executed*: the same with declarations written from the library's
  documentation, where the library itself could not be had.

What no model describes is code like any other: it is looked into where its body is
seen, and where it isn't, a request that goes into it is `unverified`. The names
stand for all overloads. docs/models.md says how to describe a library of your own.
)";

namespace {

/// The functions of one library, by what they mean for a request.
struct Roles {
  std::set<StringRef> Send, Configure, Without;

  explicit Roles(const Library &L) {
    for (const CallModel &C : L.Calls) {
      bool Acts = !C.Do.empty() || C.Returns || !C.Body.empty() || C.LowerBody;
      for (const std::string &Name : C.Names)
        (C.sends() ? Send : Acts ? Configure : Without).insert(Name);
    }
    for (StringRef Name : Send)
      Configure.erase(Name), Without.erase(Name);
    for (StringRef Name : Configure)
      Without.erase(Name);
  }
};

} // namespace

/// `ns::Class::{a, b, c}`, one line for each class or namespace.
static void printNames(const std::set<StringRef> &Names, llvm::raw_ostream &OS) {
  std::map<StringRef, std::vector<StringRef>> ByScope;
  for (StringRef Name : Names) {
    size_t Member = Name.find("::operator");
    Member = Member == StringRef::npos ? Name.rfind("::") : Member;
    bool Scoped = Member != StringRef::npos;
    ByScope[Scoped ? Name.take_front(Member) : ""].push_back(Scoped ? Name.drop_front(Member + 2) : Name);
  }
  for (const auto &[Scope, Members] : ByScope)
    OS << "- " << (Scope.empty() ? "" : ("`" + Scope + "`: ").str()) << '`' << llvm::join(Members, "`, `") << "`\n";
}

static std::string agentOf(const Library &L) {
  std::string Out = L.DefaultAgent.empty() ? "It sends no User-Agent by itself."
                                           : "It sends `" + L.DefaultAgent + "` when the program sets none.";
  std::vector<std::string> Sources;
  for (const AgentSource &S : L.Agent) {
    std::string Where = S.K == AgentSource::Header ? "a User-Agent among the headers" : "the library's own setting";
    if (!Sources.empty())
      Where += S.C == AgentSource::Joined     ? " (appended to it)"
               : S.C == AgentSource::BothSent ? " (sent beside it)"
                                              : "";
    Sources.push_back(Where);
  }
  if (Sources.size() > 1)
    Out += " The first that is there is sent: " + llvm::join(Sources, ", then ") + ".";
  return Out;
}

static void printLibrary(const Library &L, llvm::raw_ostream &OS) {
  OS << "\n## " << L.Name << "\n\n";
  if (!L.Headers.empty())
    OS << "Headers: `" << llvm::join(L.Headers, "`, `") << "`. ";
  OS << agentOf(L);
  if (L.Tested != Library::NotSaid)
    OS << " Tested: *" << wordFor(L.Tested) << '*' << (L.Version.empty() ? "" : ", version " + L.Version) << '.';
  OS << '\n';
  Roles R(L);
  OS << "\nSend a request:\n\n";
  printNames(R.Send, OS);
  if (!R.Configure.empty()) {
    OS << "\n<details><summary>Make, configure and read requests, sessions and what belongs to them ("
       << R.Configure.size() << " functions)</summary>\n\n";
    printNames(R.Configure, OS);
    OS << "\n</details>\n";
  }
  if (!R.Without.empty())
    OS << "\n" << R.Without.size() << " more functions are known to have no effect on what identifies a request.\n";
  if (L.Limits.empty())
    return;
  OS << "\nNot understood, and `unverified` where a request depends on it:\n\n";
  for (const std::string &Sentence : L.Limits)
    OS << "- " << Sentence << '\n';
}

void mde::models::printLibraries(const Models &M, llvm::raw_ostream &OS) {
  OS << Introduction;
  std::vector<const Library *> Http, Others;
  for (const auto &L : M.libraries())
    (L->Http ? Http : Others).push_back(L.get());
  auto ByName = [](const Library *A, const Library *B) { return StringRef(A->Name).compare_insensitive(B->Name) < 0; };
  llvm::sort(Http, ByName);
  llvm::sort(Others, ByName);
  OS << "\n| library | User-Agent by itself | tested |\n|---|---|---|\n";
  for (const Library *L : Http)
    OS << "| " << L->Name << " | " << (L->DefaultAgent.empty() ? "none" : "`" + L->DefaultAgent + "`") << " | "
       << wordFor(L->Tested) << " |\n";
  for (const Library *L : Http)
    printLibrary(*L, OS);
  OS << "\n## Texts, containers and callables\n\nWithout requests of their own, and understood as far as "
        "requests are made of them:\n\n";
  for (const Library *L : Others)
    OS << "- " << L->Name << ": " << L->Types.size() << " types, " << L->Calls.size() << " entries\n";
}
