//===- mde-ir/Run.cpp - mde-ir run ----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs units from their roots and prints the Sends. With --trace, also each
// block's disjuncts as they are taken up.
//
//===----------------------------------------------------------------------===//

#include "Models/Models.h"
#include "Paths/Paths.h"
#include "Subcommands.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mde;
using namespace mde::ir;
namespace cl = llvm::cl;

static int run();
static Subcommand RunVerb("run", "Runs units and prints what they send", run);
static cl::list<std::string> Files(cl::Positional, cl::OneOrMore,
                                   cl::desc("FILE.ir..."), cl::sub(RunVerb));
static cl::opt<bool> Trace("trace", cl::desc("Print each block's disjuncts"),
                           cl::sub(RunVerb));
static cl::opt<bool> Linked("linked", cl::desc("The units are the whole program"),
                            cl::sub(RunVerb));
static cl::opt<bool> Stats("stats", cl::desc("Print how much was run"),
                           cl::sub(RunVerb));
static cl::opt<unsigned> Disjuncts("disjuncts", cl::desc("Bound of disjuncts per block"),
                                   cl::init(paths::Bounds().DisjunctsPerBlock),
                                   cl::sub(RunVerb));
static cl::list<std::string> UserModels("models", cl::desc("More models"),
                                        cl::value_desc("FILE"), cl::sub(RunVerb));

static int run() {
  auto M = models::Models::builtin();
  if (!M)
    return badInput(M.takeError());
  for (const std::string &File : UserModels) {
    auto Buffer = llvm::MemoryBuffer::getFile(File);
    if (!Buffer)
      return badInput(llvm::createStringError(Buffer.getError(), "%s: can't be read: %s", File.c_str(),
                                              Buffer.getError().message().c_str()));
    if (llvm::Error E = M->add((*Buffer)->getMemBufferRef()))
      return badInput(std::move(E));
  }
  Program P;
  for (const std::string &File : Files) {
    auto U = readUnit(File);
    if (!U)
      return badInput(U.takeError());
    P.add(std::move(*U));
  }
  P.link();
  paths::RunOptions Options;
  uint64_t Steps = 0, Contexts = 0;
  Options.Linked = Linked;
  Options.Limits.DisjunctsPerBlock = Disjuncts;
  Options.Steps = &Steps;
  Options.Contexts = &Contexts;
  if (Trace)
    Options.Trace = &llvm::outs();
  for (const paths::Send &S : paths::run(P, *M, Options))
    llvm::outs() << paths::print(S, P.Files);
  if (Stats)
    llvm::outs() << "steps " << Steps << ", contexts " << Contexts << "\n";
  return ExitOk;
}
