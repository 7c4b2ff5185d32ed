// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The inventory for machines: docs/audit.md, "The inventory", has the schema.
#ifndef MDE_REPORT_JSON_H
#define MDE_REPORT_JSON_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

void printJson(const Report &R, llvm::raw_ostream &OS);

} // namespace mde::report

#endif
