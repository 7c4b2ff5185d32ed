// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The inventory for machines: docs/audit.md, "The inventory", has the schema.
#ifndef MDE_REPORT_JSON_H
#define MDE_REPORT_JSON_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace llvm::json {
class OStream;
} // namespace llvm::json

namespace mde::report {

/// What the inventory says of units, verdicts and requests, as attributes of an
/// object.
void printInventory(const Report &R, llvm::json::OStream &J);

void printJson(const Report &R, llvm::raw_ostream &OS);

} // namespace mde::report

#endif
