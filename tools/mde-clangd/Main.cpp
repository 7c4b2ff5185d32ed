// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clangd as upstream has it, with mde-user-agent built in.
#include "Check/Module.h"
#include "Check/UserAgentCheck.h"

namespace clang::clangd {
// Upstream installs no header for it.
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

int main(int Argc, char **Argv) {
  mde::check::registerModule();
  // Some tenths of a second; examples/partner needs a tenth of this. What takes
  // longer is for mde-tidy and mde-audit to say.
  mde::check::UserAgentCheck::limitSteps(100'000);
  return clang::clangd::clangdMain(Argc, Argv);
}
