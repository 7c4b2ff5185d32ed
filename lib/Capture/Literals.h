//===- Capture/Literals.h - Literals that may name a host -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_LITERALS_H
#define MDE_CAPTURE_LITERALS_H

#include "Capture/Builder.h"

namespace mde::capturing {

std::string utf8(const clang::StringLiteral *S);

/// Fills Unit::Literals from user code, whether it was lowered or not.
void collectLiterals(UnitBuilder &B);

} // namespace mde::capturing

#endif // MDE_CAPTURE_LITERALS_H
