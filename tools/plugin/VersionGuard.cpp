// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Uses nothing of LLVM but the one function that tells the host's version: in
// a host that does not fit, any other could be missing or differ.
#include "VersionGuard.h"
#include "clang/Basic/Version.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

namespace {

constexpr int ExitWrongHost = 2;

/// The major version in a text such as "Debian clang version 22.1.8 (...)", or
/// 0.
int majorIn(const std::string &FullVersion) {
  static constexpr char Before[] = "clang version ";
  size_t At = FullVersion.find(Before);
  if (At == std::string::npos)
    return 0;
  return std::atoi(FullVersion.c_str() + At + sizeof(Before) - 1);
}

/// The file name of the running program.
std::string hostName() {
  char Path[4096];
  ssize_t Length = readlink("/proc/self/exe", Path, sizeof(Path) - 1);
  if (Length <= 0)
    return "the host";
  Path[Length] = '\0';
  const char *Slash = std::strrchr(Path, '/');
  return Slash ? Slash + 1 : Path;
}

} // namespace

bool mde::plugin::hostFits() {
  int Host = majorIn(clang::getClangFullVersion());
  if (Host == CLANG_VERSION_MAJOR)
    return true;
  std::string Name = hostName();
  if (Name.find("clangd") != std::string::npos)
    return false;
  std::string HostText =
      Host ? "has LLVM " + std::to_string(Host) : "does not tell its version";
  std::fprintf(stderr,
               "error: MdeTidyPlugin.so is built for LLVM %d, but %s, which "
               "loads it, %s, so nothing would be checked; run clang-tidy-%d, "
               "or load the plugin that is built for %s\n",
               CLANG_VERSION_MAJOR, Name.c_str(), HostText.c_str(),
               CLANG_VERSION_MAJOR,
               Host ? ("LLVM " + std::to_string(Host)).c_str()
                    : "its LLVM version");
  std::fflush(stderr);
  std::_Exit(ExitWrongHost);
}
