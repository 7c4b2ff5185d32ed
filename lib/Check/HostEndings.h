// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MDE_CHECK_HOSTENDINGS_H
#define MDE_CHECK_HOSTENDINGS_H

#include "Requirement/Options.h"
#include <set>

namespace mde::check {

/// The last two labels of the hosts under the requirement: `microsoft.com`. What holds
/// none of them names no such host, or not as a whole.
class HostEndings {
public:
  explicit HostEndings(const requirement::Options &O);

  bool isIn(llvm::StringRef Source) const;

private:
  void add(llvm::StringRef Pattern);

  std::set<std::pair<std::string, std::string>> Endings;
  bool Any = false;
};

} // namespace mde::check

#endif // MDE_CHECK_HOSTENDINGS_H
