//===- mde-ir/Models.cpp - mde-ir models ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lists the models, the functions that they describe and the words in which
// they do so; checks a model that somebody writes.
//
//===----------------------------------------------------------------------===//

#include "Models/Documentation.h"
#include "Models/Models.h"
#include "Models/Vocabulary.h"
#include "Subcommands.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mde;
using namespace mde::ir;
using llvm::outs;
using models::CallModel;
using models::Library;
using models::Models;
using models::TypeModel;
namespace cl = llvm::cl;

static int run();
static Subcommand List("models", "Lists and checks models of libraries", run);
static cl::list<std::string> Queries(cl::Positional, cl::desc("[FUNCTION...]"),
                                     cl::sub(List));
static cl::list<std::string> Add("models",
                                 cl::desc("Loads a model after those built in"),
                                 cl::value_desc("file"), cl::sub(List));
static cl::list<std::string>
    Check("check", cl::desc("Checks a model and says what is wrong"),
          cl::value_desc("file"), cl::sub(List));
static cl::opt<bool>
    Functions("functions",
              cl::desc("Lists each function that a model describes"),
              cl::sub(List));
static cl::opt<bool> Types("types",
                           cl::desc("Lists each type that a model describes"),
                           cl::sub(List));
static cl::opt<bool> Constants("constants",
                               cl::desc("Lists the constants and their values"),
                               cl::sub(List));
static cl::opt<bool>
    Vocabulary("vocabulary",
               cl::desc("Prints the words of models, as in docs/models.md"),
               cl::sub(List));

static cl::opt<bool> Documentation(
    "documentation",
    cl::desc("Prints what is understood of each library: docs/libraries.md"),
    cl::sub(List));

static llvm::Error addFile(Models &M, llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFileOrSTDIN(File);
  if (!Buffer)
    return llvm::createStringError(
        File + ": cannot be read: " + Buffer.getError().message());
  return M.add((*Buffer)->getMemBufferRef());
}

/// Checks each file by itself, so that one's mistakes don't hide another's.
static int check() {
  int Exit = ExitOk;
  for (const std::string &File : Check) {
    llvm::Expected<Models> M = Models::builtin();
    if (!M)
      return badInput(M.takeError());
    if (llvm::Error E = addFile(*M, File)) {
      Exit = badInput(std::move(E));
      continue;
    }
    const Library &L = *M->libraries().back();
    outs() << File << ": " << L.Name << ", " << L.Types.size() << " types and "
           << L.Calls.size() << " entries of calls\n";
  }
  return Exit;
}

static void listLibraries(const Models &M) {
  for (const auto &L : M.libraries()) {
    outs() << L->Name << " (" << L->File << "): " << L->Types.size()
           << " types, " << L->Calls.size() << " entries";
    if (L->Http)
      outs() << "; sends requests, by itself with "
             << (L->DefaultAgent.empty()
                     ? "no User-Agent"
                     : "User-Agent '" + L->DefaultAgent + "'");
    outs() << '\n';
  }
}

/// `LIBRARY FILE:LINE NAME`, one a line: for people, and for the test that
/// looks each name up in the library's headers.
static void listFunctions(const Models &M) {
  for (const auto &L : M.libraries())
    for (const CallModel &C : L->Calls)
      for (const std::string &Name : C.Names)
        outs() << L->File << ':' << C.Line << ' ' << Name << '\n';
}

static void listTypes(const Models &M) {
  for (const auto &L : M.libraries())
    for (const TypeModel &T : L->Types)
      for (const std::string &Name : T.Names)
        outs() << L->File << ':' << T.Line << ' ' << Name << " is "
               << models::name(T.Is) << '\n';
}

static void listConstants(const Models &M) {
  for (const auto &L : M.libraries())
    for (const auto &[Name, Value] : L->Constants)
      outs() << L->File << ' ' << Name << ' ' << Value << '\n';
}

/// What is known of a function: its entries, in the order in which they are
/// tried.
static int explain(const Models &M) {
  int Exit = ExitOk;
  for (const std::string &Name : Queries) {
    for (const CallModel *C : M.calls(Name)) {
      outs() << C->Lib->File << ':' << C->Line << ": " << Name << '\n';
      models::print(*C, outs());
    }
    if (!M.calls(Name).empty())
      continue;
    if (M.models(Name))
      outs() << Name
             << ": no entry; a call yields a fresh unknown and has no effect\n";
    else {
      llvm::errs() << Name << ": no model describes it\n";
      Exit = ExitBadInput;
    }
  }
  return Exit;
}

static int run() {
  if (Vocabulary) {
    models::printVocabulary(outs());
    return ExitOk;
  }
  if (!Check.empty())
    return check();
  llvm::Expected<Models> M = Models::builtin();
  if (!M)
    return badInput(M.takeError());
  for (const std::string &File : Add)
    if (llvm::Error E = addFile(*M, File))
      return badInput(std::move(E));
  if (!Queries.empty())
    return explain(*M);
  if (Documentation) {
    models::printLibraries(*M, outs());
    return ExitOk;
  }
  if (Functions)
    listFunctions(*M);
  else if (Types)
    listTypes(*M);
  else if (Constants)
    listConstants(*M);
  else
    listLibraries(*M);
  return ExitOk;
}
