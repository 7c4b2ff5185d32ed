//===- Audit/Sharing.h - What is worth precompiling -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which headers are worth precompiling. To precompile headers costs somewhat more than
// to parse them in a unit; each unit that begins with them then has them for little.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_SHARING_H
#define MDE_AUDIT_SHARING_H

#include "Scan/Beginning.h"
#include "llvm/ADT/ArrayRef.h"

namespace mde::audit {

/// For each of \p Units, all of which are to be parsed and read headers in the same way,
/// how many headers of its beginning it had best share with others; 0: none. Those that
/// share begin with the same.
std::vector<size_t> sharedHeaders(llvm::ArrayRef<const scan::Beginning *> Units);

} // namespace mde::audit

#endif // MDE_AUDIT_SHARING_H
