//===- Ir/Body.h - Reads the blocks of a function ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of the parser that reads blocks and instructions. Internal to
// lib/Ir.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_BODY_H
#define MDE_IR_BODY_H

#include "Ir/Reader.h"

namespace mde::ir {

/// Where in the text a thing of the unit begins.
struct Pos {
  uint32_t Line = 1, Col = 1;
};
/// Per block: the block's own place, then that of each instruction.
using BodyPos = std::vector<std::vector<Pos>>;

/// Reads the blocks that follow the first line of \p F. False: \p R has the
/// error.
bool readBody(Reader &R, Function &F, BodyPos &Where);

} // namespace mde::ir

#endif // MDE_IR_BODY_H
