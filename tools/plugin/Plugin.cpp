// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The check as a plugin: clang-tidy --load=MdeTidyPlugin.so
// --checks=mde-user-agent
#include "Check/Module.h"
#include "VersionGuard.h"

// Before every other static initialiser of the plugin: what they call may not
// be the same in this host.
__attribute__((constructor(101))) static void enterHost() {
  if (mde::plugin::hostFits())
    mde::check::registerModule();
}
