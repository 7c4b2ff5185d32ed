//===- Audit/FrontEnd.h - clang over one compile command --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_FRONTEND_H
#define MDE_AUDIT_FRONTEND_H

#include "Audit/Capturing.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include <functional>
#include <memory>

namespace clang {
class CompilerInvocation;
class FrontendAction;
} // namespace clang

namespace mde::audit {

/// Where the sources of \p Job are read.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> sourcesOf(const CaptureJob &Job);

/// What is run over a source, and how.
struct FrontEndRun {
  std::function<std::unique_ptr<clang::FrontendAction>()> Make;
  /// How errors call files; empty: as clang does.
  std::function<std::string(llvm::StringRef)> Name;
  /// Called with what sanitize() left; may be empty.
  std::function<void(clang::CompilerInvocation &)> Adjust;
  /// What stands for the beginning of the main file.
  Precompiled Beginning;
};

/// Runs \p Run over the source of \p C, which the process is in the directory of.
/// Nothing of the command gets past harmless() and sanitize(). Returns the first errors
/// as lines for people; one at least unless it succeeded.
std::vector<std::string>
runFrontEnd(const Command &C,
            llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Sources,
            const FrontEndRun &Run);

} // namespace mde::audit

#endif // MDE_AUDIT_FRONTEND_H
