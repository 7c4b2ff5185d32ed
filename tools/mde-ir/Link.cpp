//===- mde-ir/Link.cpp - mde-ir link --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints what each name of each unit means in the linked program.
//
//===----------------------------------------------------------------------===//

#include "Ir/Program.h"
#include "Subcommands.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde;
using namespace mde::ir;
using llvm::outs;
namespace cl = llvm::cl;

static int run();
static Subcommand Link("link", "Links units and prints what names resolve to",
                       run);
static cl::list<std::string> Inputs(cl::Positional, cl::OneOrMore,
                                    cl::desc("FILE.ir..."), cl::sub(Link));

/// `unit 2, defined, src/a.cpp:3:5`
template <typename T>
static void printMeaning(const Program &P, const T *X, bool Defined) {
  auto N = llvm::find_if(P.units(), [&](const std::unique_ptr<Unit> &U) {
    return U.get() == P.unitOf(X);
  });
  outs() << "unit " << N - P.units().begin() + 1
         << (Defined ? ", defined" : ", declared");
  if (X->At.isValid())
    outs() << ", " << P.Files.name(X->At.File) << ':' << X->At.Line << ':'
           << X->At.Col;
}

static void printFunction(const Program &P, const Unit &U, const Function &F) {
  outs() << "  function \"" << F.Key << "\": ";
  const Function *Meant = P.function(&U, F.Key);
  std::vector<const Function *> All = P.definitions(&U, F.Key);
  if (All.empty())
    All.push_back(Meant);
  llvm::interleave(
      All, outs(),
      [&](const Function *Each) { printMeaning(P, Each, Each->Defined); },
      " and ");
  outs() << '\n';
}

/// What a virtual call of the record's methods runs, by dynamic type.
static void printDispatch(const Program &P, const Unit &U, const Record &R) {
  for (const Override &V : R.Virtuals) {
    const Function *Method = P.function(&U, V.Method);
    if (!Method)
      continue;
    for (const Record *Dynamic : P.derivedFrom(R.Name)) {
      const Function *Runs = P.finalOverrider(Dynamic->Name, Method);
      outs() << "    \"" << V.Method << "\" on \"" << Dynamic->Name
             << "\" runs \"" << (Runs ? Runs->Key : "nothing known") << "\": ";
      if (Runs)
        printMeaning(P, Runs, Runs->Defined);
      outs() << '\n';
    }
    outs() << "    \"" << V.Method << "\" on an unknown object runs ";
    llvm::interleaveComma(P.overriders(Method), outs(), [](const Function *F) {
      outs() << '"' << F->Key << '"';
    });
    outs() << '\n';
  }
}

static void printUnit(const Program &P, const Unit &U) {
  for (const Record &R : U.Records) {
    outs() << "  record \"" << R.Name << "\": ";
    printMeaning(P, P.record(R.Name), true);
    outs() << '\n';
    if (P.record(R.Name) == &R)
      printDispatch(P, U, R);
  }
  for (const GlobalVar &G : U.Globals) {
    const GlobalVar *Meant = P.global(&U, G.Key);
    outs() << "  global \"" << G.Key << "\": ";
    printMeaning(P, Meant, Meant->Defined);
    outs() << '\n';
  }
  for (const Function &F : U.Functions)
    printFunction(P, U, F);
}

static int run() {
  Program P;
  for (const std::string &File : Inputs) {
    auto U = readUnit(File);
    if (!U)
      return badInput(U.takeError());
    P.add(std::move(*U));
  }
  P.link();
  for (const auto &[N, U] : llvm::enumerate(P.units())) {
    outs() << "unit " << N + 1 << " \"" << U->MainFile << "\"\n";
    printUnit(P, *U);
  }
  return ExitOk;
}
