// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/ResourceDir.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>

std::string mde::audit::resourceDir() {
  const std::string Major = std::to_string(LLVM_VERSION_MAJOR);
  llvm::SmallVector<std::string, 2> Candidates;
  Dl_info Info;
  if (dladdr(reinterpret_cast<void *>(
                 &clang::tooling::getClangStripDependencyFileAdjuster),
             &Info)) {
    llvm::SmallString<128> Real;
    if (!llvm::sys::fs::real_path(Info.dli_fname, Real))
      Candidates.push_back(
          (llvm::sys::path::parent_path(Real) + "/clang/" + Major).str());
  }
  Candidates.push_back("/usr/lib/llvm-" + Major + "/lib/clang/" + Major);
  for (const std::string &Dir : Candidates)
    if (llvm::sys::fs::is_directory(Dir))
      return Dir;
  return "";
}
