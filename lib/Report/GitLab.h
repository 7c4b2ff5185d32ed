// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings for GitLab's Code Quality, which shows them in merge requests. Source of
// rules: GitLab's documentation of the Code Quality report format.
#ifndef MDE_REPORT_GITLAB_H
#define MDE_REPORT_GITLAB_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

/// A list with an issue for each finding, and one for each unit that could not be
/// analysed: GitLab has no other place to say so. Paths are relative to the root of
/// the report, which GitLab takes for that of the repository. GitLab compares
/// reports itself, so that a baseline plays no part.
void printGitLab(const Report &R, llvm::raw_ostream &OS);

} // namespace mde::report

#endif
