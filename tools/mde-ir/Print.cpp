//===- mde-ir/Print.cpp - mde-ir print ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Printer.h"
#include "Subcommands.h"

using namespace mde::ir;
namespace cl = llvm::cl;

static int run();
static Subcommand Print("print", "Parses, verifies and prints a unit", run);
static cl::opt<std::string> File(cl::Positional, cl::Required,
                                 cl::desc("FILE.ir"), cl::sub(Print));

static int run() {
  auto U = readUnit(File);
  if (!U)
    return badInput(U.takeError());
  print(**U, llvm::outs());
  return ExitOk;
}
