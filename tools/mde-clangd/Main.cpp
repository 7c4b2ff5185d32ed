// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clangd as upstream has it, with mde-user-agent built in.
#include "Check/Module.h"

namespace clang::clangd {
// Upstream installs no header for it.
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

int main(int Argc, char **Argv) {
  mde::check::registerModule();
  return clang::clangd::clangdMain(Argc, Argv);
}
