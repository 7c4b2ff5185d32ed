//===- Ir/Verify.h - What is wrong with a unit ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules of Ir.h, checked. A problem names where it is by index, so that
// verify() can say it in terms of the unit and parse() in terms of the text.
// Internal to lib/Ir.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_VERIFY_H
#define MDE_IR_VERIFY_H

#include "Ir/Ir.h"
#include <optional>

namespace mde::ir {

struct Problem {
  enum Kind : uint8_t { InUnit, InRecord, InGlobal, InLiteral, InFunction };
  Kind K = InUnit;
  size_t Index = 0;        ///< in Records, Globals, Literals or Functions
  BlockId Block = NoBlock; ///< InFunction: NoBlock for its first line
  size_t Instr = 0;        ///< == Instrs.size(): the block itself
  std::string Message;     ///< what is wrong; what is allowed
};

/// The first problem, or nothing.
std::optional<Problem> check(const Unit &U);

} // namespace mde::ir

#endif // MDE_IR_VERIFY_H
