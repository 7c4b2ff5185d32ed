//===- Requirement/Options.h - What a project may set -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The options of the requirement, as .clang-tidy spells them after
// "mde-user-agent.". A wrong value is an error that names the key and what is
// allowed; it never means "no findings".
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_OPTIONS_H
#define MDE_REQUIREMENT_OPTIONS_H

#include "Requirement/HostPattern.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace mde::requirement {

/// Which requests to Microsoft Graph are under the requirement.
enum class GraphScope { All, Security };

struct Options {
  std::vector<HostPattern> TargetHosts; ///< Targets beside the host table.
  std::vector<HostPattern> IgnoreHosts; ///< No targets; stronger than any rule.
  GraphScope Graph = GraphScope::All;
  std::string Company;             ///< When given, the User-Agent must name it.
  std::string Product;             ///< When given, the User-Agent must name it.
  std::string Version;             ///< For fixes.
  std::string UserAgentExpression; ///< For fixes: source that yields the value.
  bool AllowTrailingProducts = false;
  std::vector<std::string> AlternativePrefixes; ///< Beside "MdePartner-".
  bool VerifyAll = false; ///< Report unverified requests to targets too.
};

/// One option, for its reading, for documentation and for completion.
struct OptionInfo {
  const char *Name;
  const char *Default;
  const char *Allowed;
};
llvm::ArrayRef<OptionInfo> optionTable();

/// Sets the option \p Name from its text. Lists are separated by ';' or ','.
llvm::Error setOption(Options &O, llvm::StringRef Name, llvm::StringRef Value);

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_OPTIONS_H
