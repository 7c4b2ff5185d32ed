// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The doors that carry the check inside run it unless somebody says no. A list
// of checks that begins with -* starts from nothing, because its author wants
// to name the checks they know; that says nothing about ours. Only a minus that
// names it does: -mde-user-agent, -mde-*.
#ifndef MDE_CHECK_ENABLEDBYDEFAULT_H
#define MDE_CHECK_ENABLEDBYDEFAULT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mde::check {

/// \p Checks is clang-tidy's list of globs after configuration and command line
/// were put together; a later glob beats an earlier one. Returns the list with
/// which mde-user-agent runs unless \p Checks names it with a minus.
std::string withCheckByDefault(llvm::StringRef Checks);

} // namespace mde::check

#endif
