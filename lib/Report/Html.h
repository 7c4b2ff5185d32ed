//===- Report/Html.h - A report as a page -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One page that needs nothing else: no file, no network, no script to be read.
// Scripts only filter what is there. Nothing that comes from a source is ever
// markup, and a Content-Security-Policy lets nothing run but the page's own
// script, known by its hash.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REPORT_HTML_H
#define MDE_REPORT_HTML_H

#include "Report/Attestation.h"
#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

struct PageOptions {
  /// `mde-audit --verify` ends with 0.
  bool Proven = false;
  const Attestation *Attested = nullptr; ///< Its header block; null: none.
};

void printHtml(const Report &R, const PageOptions &O, llvm::raw_ostream &OS);

} // namespace mde::report

#endif // MDE_REPORT_HTML_H
