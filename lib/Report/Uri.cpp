// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Uri.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace mde;
using namespace llvm;

std::string report::uriOf(StringRef File) {
  std::string Result = sys::path::is_absolute(File) ? "file://" : "";
  for (unsigned char C : sys::path::convert_to_slash(File)) {
    if (isAlnum(C) || StringRef("/-._~+,=@").contains(C))
      Result += C;
    else
      Result += std::string("%") + hexdigit(C >> 4) + hexdigit(C & 15);
  }
  return Result;
}
