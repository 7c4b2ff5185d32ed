//===- fuzz/Paths.cpp - The engine and the judge, on any program ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A program that parses is run with all models and judged, twice with the same result,
// and comes to an end within bounds that are smaller than usual.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"
#include "Ir/Parser.h"
#include "Paths/Paths.h"
#include "Requirement/Verdict.h"

using namespace mde;
using namespace mde::fuzz;
using namespace llvm;

static const models::Models &allModels() {
  static const models::Models M = cantFail(models::Models::builtin());
  return M;
}

static std::string answer(MemoryBufferRef Text, bool Linked) {
  auto U = ir::parse(Text);
  if (!U) {
    consumeError(U.takeError());
    return "";
  }
  ir::Program P;
  P.add(std::move(*U));
  P.link();
  paths::RunOptions Options;
  Options.Linked = Linked;
  Options.Limits.DisjunctsPerBlock = 8;
  Options.Limits.CallDepth = 8;
  Options.Limits.ContextsPerFunction = 16;
  Options.Limits.StepsPerContext = 2000;
  Options.Limits.StepsPerRoot = 20000;
  Options.Limits.TableElements = 64;
  std::string Out;
  for (const paths::Send &S : paths::run(P, allModels(), Options)) {
    Out += paths::print(S, P.Files);
    requirement::Verdict V = requirement::judge(S, requirement::Options());
    require(!V.Sentence.empty(), "a verdict has a sentence", Out);
    Out += requirement::label(V) + ": " + V.Sentence + "\n";
  }
  return Out;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  if (Size > 16384)
    return 0;
  MemoryBufferRef Text(bytes(Data, Size), "fuzz.ir");
  for (bool Linked : {false, true}) {
    std::string Once = answer(Text, Linked);
    require(Once == answer(Text, Linked), "the same is said twice", Once);
  }
  return 0;
}
