//===- Report/Sarif.h - A report as SARIF 2.1.0 -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For GitHub code scanning, Azure DevOps and other viewers: one result for each
// finding, with the path as a code flow. Depends on the report and the sources
// only: no times, no machine names.
//
// Source of rules: SARIF 2.1.0 (OASIS), and what Microsoft's validator demands
// for GitHub and Azure DevOps.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REPORT_SARIF_H
#define MDE_REPORT_SARIF_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

void printSarif(const Report &R, llvm::raw_ostream &OS);

} // namespace mde::report

#endif // MDE_REPORT_SARIF_H
