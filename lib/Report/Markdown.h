// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A report as a comment on a pull request: GitHub's, GitLab's and Azure DevOps'
// Markdown. What comes from source is shown, never taken for markup.
#ifndef MDE_REPORT_MARKDOWN_H
#define MDE_REPORT_MARKDOWN_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

void printMarkdown(const Report &R, llvm::raw_ostream &OS);

} // namespace mde::report

#endif
