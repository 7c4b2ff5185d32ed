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

namespace mde::check {

struct LoadedModels {
  std::shared_ptr<const models::Models> Models; ///< Null: not even our own.
  std::vector<std::string>
      Errors; ///< "FILE:LINE:COL: what is wrong; what is allowed"
};

/// The models of the program and those in \p Files. A relative name is looked
/// for beside \p MainFile and in the folders above it, as .clang-tidy is. Of the
/// program's models only those that a unit of the files \p Included can need.
LoadedModels loadModels(const std::vector<std::string> &Files, llvm::StringRef MainFile,
                        const models::IncludedFiles &Included);

} // namespace mde::check

#endif // MDE_CHECK_LOADEDMODELS_H
