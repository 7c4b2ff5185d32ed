//===- Check/LoadedModels.h - Models, loaded once ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A process checks many units with the same models. Those of the program are
// read once; a user's files are read for each unit, because an editor's server
// lives on when they change, but understood again only when they did.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_LOADEDMODELS_H
#define MDE_CHECK_LOADEDMODELS_H

#include "Models/Headers.h"
#include <memory>
#include <optional>
#include <set>

namespace mde::check {

struct LoadedModels {
  std::shared_ptr<const models::Models> Models; ///< Null: not even our own.
  std::vector<std::string>
      Errors; ///< "FILE:LINE:COL: what is wrong; what is allowed"
};

/// The names of the models that come with the program and that a unit with
/// these files can need; of any unit when they are not known. \p UserModels may
/// speak of others.
std::set<std::string> neededModels(const std::optional<models::IncludedFiles> &Included,
                                   const std::vector<std::string> &UserModels);

/// A relative name is looked for beside \p MainFile and in the folders above it,
/// as .clang-tidy is; one that is nowhere stays as it is.
std::string findFile(llvm::StringRef Name, llvm::StringRef MainFile);

/// Of the models that come with the program those in \p Needed, and the user's
/// in \p Files, see findFile().
LoadedModels loadModels(const std::vector<std::string> &Files, llvm::StringRef MainFile,
                        const std::set<std::string> &Needed);

} // namespace mde::check

#endif // MDE_CHECK_LOADEDMODELS_H
