//===- mde-ir/Blocks.cpp - mde-ir blocks ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints what Ir/Query.h knows about the blocks of each function:
//
//   block 1: post-dominator 2; dominator 0; to 2, 3; decided by 0
//
//===----------------------------------------------------------------------===//

#include "Ir/Query.h"
#include "Subcommands.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde::ir;
using llvm::outs;
namespace cl = llvm::cl;

static int run();
static Subcommand
    Blocks("blocks", "Prints edges, dominators and control dependence", run);
static cl::opt<std::string> File(cl::Positional, cl::Required,
                                 cl::desc("FILE.ir"), cl::sub(Blocks));

template <typename Range>
static void printBlocks(llvm::StringRef Words, const Range &R) {
  if (R.empty())
    return;
  outs() << Words;
  llvm::interleaveComma(R, outs());
}

static void printFunction(const Function &F) {
  outs() << "function \"" << F.Key << "\"";
  printBlocks(": order ", reversePostOrder(F));
  outs() << '\n';
  Dominators Dom(F);
  PostDominators Post(F);
  ControlDependence Control(F);
  for (BlockId N = 0; N < F.Blocks.size(); ++N) {
    outs() << "  block " << N << ": post-dominator ";
    if (Post.immediate(N) == NoBlock)
      outs() << "exit";
    else
      outs() << Post.immediate(N);
    if (Dom.immediate(N) != NoBlock)
      outs() << "; dominator " << Dom.immediate(N);
    printBlocks("; to ", successors(F.Blocks[N]));
    printBlocks("; decided by ", Control.of(N));
    llvm::BitVector One(F.Blocks.size());
    One.set(N);
    printBlocks("; in the end by ",
                llvm::to_vector(Control.closure(One).set_bits()));
    outs() << '\n';
  }
}

static int run() {
  auto U = readUnit(File);
  if (!U)
    return badInput(U.takeError());
  for (const Function &F : (*U)->Functions)
    if (F.Defined)
      printFunction(F);
  return ExitOk;
}
