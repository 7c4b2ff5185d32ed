// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clang-tidy as upstream has it, with mde-user-agent built in.
#include "Check/Module.h"
#include "clang-tidy/tool/ClangTidyMain.h"

int main(int Argc, const char **Argv) {
  mde::check::registerModule();
  return clang::tidy::clangTidyMain(Argc, Argv);
}
