//===- Requirement/Doubts.h - Words for what is not known -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From the origin of a hole to the reason that people read. Not for use from
// outside this library.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_DOUBTS_H
#define MDE_REQUIREMENT_DOUBTS_H

#include "Requirement/Verdict.h"

namespace mde::requirement {

Doubt doubtOf(const OriginRef &From);

/// "the value depends on parameter 'ua'"; \p Subject is "the value".
std::string reasonOf(const OriginRef &From, llvm::StringRef Subject);

/// "parameter 'version'".
std::string whatOf(const OriginRef &From);

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_DOUBTS_H
