//===- Ir/Printer.h - Writes the textual request program --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_PRINTER_H
#define MDE_IR_PRINTER_H

#include "Ir/Ir.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::ir {

/// Prints \p U so that parse() reads the same unit back. The output depends on
/// the unit's contents only: the same unit gives the same bytes.
void print(const Unit &U, llvm::raw_ostream &OS);
void print(const Function &F, const Unit &U, llvm::raw_ostream &OS);
void print(const Instr &I, const Unit &U, llvm::raw_ostream &OS);

} // namespace mde::ir

#endif // MDE_IR_PRINTER_H
