//===- Models/Headers.h - Which files belong to HTTP libraries --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_MODELS_HEADERS_H
#define MDE_MODELS_HEADERS_H

#include "Models/Models.h"
#include "llvm/ADT/StringMap.h"

namespace mde::models {

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

} // namespace mde::models

#endif // MDE_MODELS_HEADERS_H
