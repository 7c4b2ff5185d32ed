//===- mde-ir/Subcommands.h - The verbs of mde-ir ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file, one verb. A file that holds
//
//   static int run();
//   static Subcommand Print("print", "Parses and prints a unit", run);
//   static llvm::cl::opt<std::string> File(llvm::cl::Positional,
//                                          llvm::cl::sub(Print), ...);
//
// adds a verb to the program; there is no list to keep.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TOOLS_MDE_IR_SUBCOMMANDS_H
#define MDE_TOOLS_MDE_IR_SUBCOMMANDS_H

#include "Ir/Ir.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Error.h"

namespace mde::ir {

/// What main returns, and what a verb's function returns to it.
enum ExitCode { ExitOk = 0, ExitBadInput = 1, ExitBadUsage = 2 };

class Subcommand : public llvm::cl::SubCommand {
public:
  Subcommand(llvm::StringRef Name, llvm::StringRef Help, int (*Run)())
      : llvm::cl::SubCommand(Name, Help), Run(Run), Next(First) {
    First = this;
  }
  /// The verb that the command line named, or null.
  static Subcommand *chosen();
  int run() const { return Run(); }

private:
  int (*Run)();
  Subcommand *Next;
  static Subcommand *First;
};

/// Reads a unit from \p File, or from standard input for "-".
llvm::Expected<std::unique_ptr<Unit>> readUnit(llvm::StringRef File);

/// Tells people about \p E; returns ExitBadInput.
int badInput(llvm::Error E);

} // namespace mde::ir

#endif // MDE_TOOLS_MDE_IR_SUBCOMMANDS_H
