//===- Models/Headers.h - Which files belong to HTTP libraries --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a unit includes says which libraries it can use, before the models are
// understood: only their `headers:` are read. A header `curl/curl.h` is any file
// whose path ends so.
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

/// The files of a unit, to ask which of the program's models it can need.
class IncludedFiles {
public:
  void add(llvm::StringRef File);
  /// Whether the unit includes a header of the model \p Text. The standard
  /// library of C++ is taken as one: what has a header without extension.
  bool uses(llvm::StringRef Text) const;
  /// Whether functions are looked up by name, so that any library may be used.
  bool LooksUp = false;
  bool Http = false; ///< the unit includes a header of an HTTP library

private:
  llvm::StringMap<std::vector<std::string>> ByName; ///< By the last component.
  bool StandardCxx = false;
};

} // namespace mde::models

#endif // MDE_MODELS_HEADERS_H
