//===- Paths/Influence.h - What has a say in requests -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a program of which only some units are captured: through which names another
// unit could have a say in what is sent. A unit that names none of them, nor anything
// that leads to them, would not change the result.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_INFLUENCE_H
#define MDE_PATHS_INFLUENCE_H

#include "Paths/Paths.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <set>

namespace mde::paths {

struct Influence {
  /// On the way to a request, or yielding a URL: who calls them, takes their address
  /// or overrides them has a say.
  llvm::SmallVector<const ir::Function *, 0> Functions;
  /// Called on the way: who defines or overrides them has a say. Some have no body in
  /// the program.
  llvm::SmallVector<const ir::Function *, 0> Wanted;
  /// Read on the way: who stores to them, or refers to them, has a say.
  llvm::SmallVector<const ir::GlobalVar *, 0> Globals;
  /// By their names: the classes in which they are looked for; none: in all.
  llvm::StringMap<std::set<std::string>> Fields;
  /// Names that are looked up on the way, as dlsym() does.
  llvm::StringSet<> LookedUp;
};

/// \p P is linked. \p IsUrl: whether a request may come of a literal that goes into
/// code that nobody sees.
Influence findInfluence(const ir::Program &P, const models::Models &M,
                        llvm::function_ref<bool(llvm::StringRef)> IsUrl);

} // namespace mde::paths

#endif // MDE_PATHS_INFLUENCE_H
