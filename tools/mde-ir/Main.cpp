//===- mde-ir/Main.cpp - The request program, by hand ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine's steps one by one, over text: what tests run and what a person
// looks at when a finding surprises. Exit codes: 0 fine, 1 the input has an
// error, 2 the command line has one.
//
//===----------------------------------------------------------------------===//

#include "Ir/Parser.h"
#include "Subcommands.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mde::ir;

Subcommand *Subcommand::First = nullptr;

Subcommand *Subcommand::chosen() {
  for (Subcommand *S = First; S; S = S->Next)
    if (*S)
      return S;
  return nullptr;
}

llvm::Expected<std::unique_ptr<Unit>> mde::ir::readUnit(llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFileOrSTDIN(File);
  if (!Buffer)
    return llvm::createStringError(
        File + ": cannot be read: " + Buffer.getError().message());
  return parse((*Buffer)->getMemBufferRef());
}

int mde::ir::badInput(llvm::Error E) {
  llvm::handleAllErrors(std::move(E), [](const llvm::ErrorInfoBase &Info) {
    llvm::errs() << Info.message() << '\n';
  });
  return ExitBadInput;
}

int main(int Argc, const char **Argv) {
  llvm::InitLLVM Crashes(Argc, Argv);
  // LLVM's own options, thousands when it is a shared library.
  llvm::cl::OptionCategory Ours("Options of mde-ir");
  llvm::cl::HideUnrelatedOptions(Ours);
  if (!llvm::cl::ParseCommandLineOptions(
          Argc, Argv, "mde-ir: the steps of mde-tidy, one by one\n",
          &llvm::errs()))
    return ExitBadUsage;
  if (const Subcommand *S = Subcommand::chosen())
    return S->run();
  llvm::errs() << "mde-ir needs a subcommand; see mde-ir --help.\n";
  return ExitBadUsage;
}
