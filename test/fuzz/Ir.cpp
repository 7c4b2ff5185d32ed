//===- fuzz/Ir.cpp - The parser of request programs -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// - Any text is a unit, or refused with the place of the mistake.
// - What is parsed is valid, and printing it gives what parses and prints the same.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"
#include "Ir/Parser.h"
#include "Ir/Printer.h"

using namespace mde;
using namespace mde::fuzz;
using namespace llvm;

static std::string printed(const ir::Unit &U) {
  std::string Text;
  raw_string_ostream OS(Text);
  ir::print(U, OS);
  return Text;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto U = ir::parse({bytes(Data, Size), "fuzz.ir"});
  if (!U) {
    requirePlaces(U.takeError(), "fuzz.ir");
    return 0;
  }
  if (Error E = ir::verify(**U))
    require(false, "what is parsed is valid", toString(std::move(E)));
  std::string Once = printed(**U);
  auto Again = ir::parse({Once, "printed.ir"});
  if (!Again)
    require(false, "what is printed parses", Once + toString(Again.takeError()));
  std::string Twice = printed(**Again);
  require(Once == Twice, "what is printed prints the same", Once + "---\n" + Twice);
  return 0;
}
