// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which places of a unit's files clang-tidy would say nothing about, and why:
// upstream's own reader of NOLINT comments decides, what stands behind the list
// of checks is the reason.
#ifndef MDE_AUDIT_NOLINTS_H
#define MDE_AUDIT_NOLINTS_H

#include "Findings/Suppressions.h"

namespace clang {
class SourceManager;
class DiagnosticsEngine;
} // namespace clang

namespace mde::audit {

/// Of those of \p Files that \p SM has read; named as in \p Files.
std::vector<findings::NoLint> noLints(const clang::SourceManager &SM,
                                      const clang::DiagnosticsEngine &Engine,
                                      const FileTable &Files);

} // namespace mde::audit

#endif
