// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes clang-tidy know mde-user-agent. Every door that runs clang-tidy calls
// this once before clang-tidy's main begins; nothing happens by linking alone.
#ifndef MDE_CHECK_MODULE_H
#define MDE_CHECK_MODULE_H

namespace mde::check {

/// The name that options, configuration and diagnostics use.
inline constexpr char CheckName[] = "mde-user-agent";

/// Registers the module and has `--version` say ours as well.
void registerModule();

} // namespace mde::check

#endif
