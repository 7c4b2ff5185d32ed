// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From the fixes that findings ask for to changes of the source, after all units
// were parsed: what only their syntax trees knew was kept with them.
#ifndef MDE_AUDIT_CHANGEABLE_H
#define MDE_AUDIT_CHANGEABLE_H

#include "Audit/CapturedUnit.h"
#include "Capture/Capture.h"
#include "Models/Models.h"
#include "Report/Report.h"

namespace mde::audit {

/// At capture: where the files of user code that \p Unit speaks of can be
/// changed, by their names in \p Unit.
std::map<std::string, ChangeableFile>
changeableFiles(clang::ASTContext &Ctx, const ir::Unit &Unit,
                const models::Models &M, const CaptureOptions &O);

/// What all units know of each file, by the name that reports have for it.
using ChangeableFiles =
    std::map<std::string, std::vector<ChangeableFile>, std::less<>>;

/// Sets \p R.Fixes from the fixes of \p R.Findings: all changes that a finding
/// asks for, or none, since a part would not help. None in a file that is not as
/// any unit saw it; \p R.ChangedSince names it.
void findSourceFixes(report::Report &R, const ChangeableFiles &Files,
                     const models::Models &M);

} // namespace mde::audit

#endif
