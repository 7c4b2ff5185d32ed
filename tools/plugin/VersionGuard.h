// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Keeps the plugin out of a host with another LLVM. Such a host would list the
// check, run it on objects laid out differently, find nothing and say that all
// is well.
#ifndef MDE_PLUGIN_VERSIONGUARD_H
#define MDE_PLUGIN_VERSIONGUARD_H

namespace mde::plugin {

/// True when the host has the LLVM that the plugin was built for. Otherwise
/// ends the process with a sentence on standard error; but inside clangd,
/// which must not take an editor's session with it, returns false.
bool hostFits();

} // namespace mde::plugin

#endif
