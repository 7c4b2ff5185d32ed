//===- Ir/Parser.h - Reads the textual request program ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_PARSER_H
#define MDE_IR_PARSER_H

#include "Ir/Ir.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace mde::ir {

/// Parses one unit. The result is valid (see verify below): every block ends
/// in a terminator and only there, every temp is defined once, every target
/// exists, every called key is declared or defined.
///
/// Any input is survived. Errors read `NAME:LINE:COL: what is wrong; what is
/// allowed here`, with NAME the buffer's identifier.
llvm::Expected<std::unique_ptr<Unit>> parse(llvm::MemoryBufferRef Buffer);

/// Checks the rules that Ir.h states; the error names function and block.
llvm::Error verify(const Unit &U);

} // namespace mde::ir

#endif // MDE_IR_PARSER_H
