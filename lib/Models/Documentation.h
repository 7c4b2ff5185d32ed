//===- Models/Documentation.h - Models, for people --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the models know, as a page that somebody reads who wants to know what to
// expect from mde-tidy for the library that they use: docs/libraries.md.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_MODELS_DOCUMENTATION_H
#define MDE_MODELS_DOCUMENTATION_H

#include "Models/Models.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::models {

/// The page, in Markdown. Depends on \p M only.
void printLibraries(const Models &M, llvm::raw_ostream &OS);

} // namespace mde::models

#endif // MDE_MODELS_DOCUMENTATION_H
