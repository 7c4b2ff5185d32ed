// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/WriteFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <fmt/format.h>

using namespace llvm;

Error mde::audit::writeFile(StringRef Path,
                            function_ref<void(raw_ostream &)> Print) {
  Error E = writeToOutput(Path, [&](raw_ostream &OS) {
    Print(OS);
    return Error::success();
  });
  if (!E)
    return Error::success();
  return createStringError(fmt::format("{}: cannot be written: {}", Path.str(),
                                       toString(std::move(E))));
}
