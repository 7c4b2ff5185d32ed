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

#include "Models/Models.h"
#include "Requirement/Options.h"
#include "llvm/ADT/StringMap.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace mde::check {

/// The headers of HTTP libraries, as models name them.
class HttpHeaders {
public:
  /// Of the models that come with the program; at least theirs, read off their
  /// text in no time.
  static HttpHeaders builtin();
  /// Of all of \p M.
  static HttpHeaders of(const models::Models &M);

  bool contain(llvm::StringRef File) const;
  /// Some library names no header: whoever uses it can't be told from others.
  bool Any = false;

private:
  void add(llvm::StringRef Header);
  llvm::StringMap<std::vector<std::string>> ByName; ///< By the last component.
};

bool mayHoldRequests(const clang::ASTContext &Ctx, const HttpHeaders &Headers,
                     const requirement::Options &O);

} // namespace mde::check

#endif // MDE_CHECK_RELEVANCE_H
