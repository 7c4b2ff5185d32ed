//===- Check/Relevance.h - Is a unit worth a look? --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most units of a project send nothing, and must not pay for those that do. A
// unit is left alone when it includes no header of an HTTP library that has a
// model and its own code holds no text like a target's host: then there is
// nothing that could be reported. The files are looked at, not the AST, and the
// models that come with the program need not be understood for it.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_RELEVANCE_H
#define MDE_CHECK_RELEVANCE_H

#include "Models/Headers.h"
#include "Requirement/Options.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace mde::check {

bool mayHoldRequests(const clang::ASTContext &Ctx, const models::HttpHeaders &Headers,
                     const requirement::Options &O);

/// The files of the unit.
models::IncludedFiles includedFiles(const clang::ASTContext &Ctx);

} // namespace mde::check

#endif // MDE_CHECK_RELEVANCE_H
