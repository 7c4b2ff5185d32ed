// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A ChangeableFile in a captured unit: a list of what it was read as, a list for
// each call, and the lines and columns of literals one after the other. There
// are many, so that they have no names.
#ifndef MDE_AUDIT_FIXSITESJSON_H
#define MDE_AUDIT_FIXSITESJSON_H

#include "Audit/CapturedUnit.h"
#include "llvm/Support/JSON.h"

namespace mde::audit {

llvm::json::Value toJSON(const ChangeableFile &F);
bool fromJSON(const llvm::json::Value &V, ChangeableFile &F, llvm::json::Path P);

} // namespace mde::audit

#endif
