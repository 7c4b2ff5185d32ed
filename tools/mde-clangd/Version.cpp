// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `mde-clangd --version`, the log of the server and what editors show of it say
// that this is no other clangd. clangd prints versionString() in all of them; the
// linker puts ours in front of it (--wrap, see CMakeLists.txt).
#include "MdeVersion.h"
#include <string>

#define VERSION_STRING "_ZN5clang6clangd13versionStringB5cxx11Ev"

std::string upstreamVersion() __asm__("__real_" VERSION_STRING);
std::string version() __asm__("__wrap_" VERSION_STRING);

std::string version() { return upstreamVersion() + ", with mde-tidy version " MDE_VERSION; }
