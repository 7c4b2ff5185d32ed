// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Check/EnabledByDefault.h"
#include "Check/Module.h"
#include "clang-tidy/GlobList.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

/// "-*", with which a list starts from nothing.
static bool isMinusAll(llvm::StringRef Glob) {
  return Glob.consume_front("-") && Glob.trim().find_first_not_of('*') ==
                                        llvm::StringRef::npos;
}

std::string mde::check::withCheckByDefault(llvm::StringRef Checks) {
  llvm::SmallVector<llvm::StringRef> Globs;
  llvm::SplitString(Checks, Globs, ",\n");
  std::string Relevant = CheckName;
  for (llvm::StringRef Glob : Globs)
    if (Glob = Glob.trim(); !Glob.empty() && !isMinusAll(Glob))
      Relevant += "," + Glob.str();
  if (!clang::tidy::GlobList(Relevant).contains(CheckName))
    return Checks.str();
  if (Checks.empty())
    return CheckName;
  return (Checks + "," + CheckName).str();
}
