// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A folder for the files of one run. It goes with its owner, also when that is
// interrupted; one whose owner was killed is removed by the next run that makes
// one.
#ifndef MDE_AUDIT_TEMPORARYFOLDER_H
#define MDE_AUDIT_TEMPORARYFOLDER_H

#include "llvm/Support/Error.h"
#include <memory>
#include <string>

namespace mde::audit {

class TemporaryFolder {
public:
  static llvm::Expected<std::unique_ptr<TemporaryFolder>> make();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  const std::string &path() const { return Path; }

private:
  TemporaryFolder(std::string Path, int Lock)
      : Path(std::move(Path)), Lock(Lock) {}

  std::string Path;
  int Lock; ///< A file that is locked for as long as the owner lives.
};

} // namespace mde::audit

#endif
