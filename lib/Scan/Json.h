// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_SCAN_JSON_H
#define MDE_SCAN_JSON_H

#include "Scan/Outline.h"
#include "Scan/ScannedUnit.h"
#include "llvm/Support/JSON.h"

namespace mde::scan {

llvm::json::Value toJSON(const Words &W);
bool fromJSON(const llvm::json::Value &V, Words &W, llvm::json::Path P);

llvm::json::Value toJSON(const Outline &O);
bool fromJSON(const llvm::json::Value &V, Outline &O, llvm::json::Path P);

llvm::json::Value toJSON(const ScannedUnit &U);
bool fromJSON(const llvm::json::Value &V, ScannedUnit &U, llvm::json::Path P);

} // namespace mde::scan

#endif // MDE_SCAN_JSON_H
