//===- Paths/Callers.h - Who may call whom ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_CALLERS_H
#define MDE_PATHS_CALLERS_H

#include "Paths/Engine.h"

namespace mde::paths {

/// The call graph, backward, of functions that are known by their numbers.
class Callers {
public:
  /// \p All: by number.
  Callers(Engine &E, llvm::ArrayRef<const ir::Function *> All);

  /// By number: the functions of which \p Is holds, and those that may call one,
  /// however far above. The entry behind the last function is true if a call
  /// without a name may run one.
  std::vector<bool> with(llvm::function_ref<bool(unsigned)> Is) const;

private:
  unsigned unnamed() const { return Of.size() - 1; }

  std::vector<llvm::SmallVector<unsigned>> Of; ///< at the end: of calls without a name
};

} // namespace mde::paths

#endif // MDE_PATHS_CALLERS_H
