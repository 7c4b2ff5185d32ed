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
#include "llvm/ADT/StringSet.h"

namespace mde::models {

/// Whether `#include <HEADER>` can mean \p File.
bool isHeader(llvm::StringRef File, llvm::StringRef Header);

/// The headers of HTTP libraries, as models name them.
class HttpHeaders {
public:
  /// Of the models that come with the program; at least theirs, read off their
  /// text in no time.
  static HttpHeaders builtin();
  /// Of all of \p M.
  static HttpHeaders of(const models::Models &M);

  bool contain(llvm::StringRef File) const;
  /// Whether source code holds what code that uses a library without headers of
  /// its own has to hold (`in-text:`).
  bool areForText(llvm::StringRef Source) const;
  llvm::ArrayRef<std::string> texts() const { return Texts; }
  /// Some library names no header: whoever uses it can't be told from others.
  bool Any = false;

private:
  template <typename Strings> void add(llvm::StringRef InText, const Strings &Headers);
  llvm::StringMap<std::vector<std::string>> ByName; ///< By the last component.
  std::vector<std::string> Texts;
};

/// The files of a unit, to ask which of the program's models it can need.
class IncludedFiles {
public:
  void add(llvm::StringRef File);
  /// The text of a file that is no system header.
  void addSource(llvm::StringRef Source);
  /// Whether the unit includes a header of the model \p Text, or holds the text
  /// that it asks for. The standard library of C++ is taken as one: what has a
  /// header without extension.
  bool uses(llvm::StringRef Text) const;
  /// Whether \p Text is a model that asks for a text.
  static bool asksForText(llvm::StringRef Text);
  /// Whether functions are looked up by name, so that any library may be used.
  bool LooksUp = false;
  bool Http = false; ///< the unit includes a header of an HTTP library

private:
  llvm::StringMap<std::vector<std::string>> ByName; ///< By the last component.
  llvm::StringSet<> Held; ///< of the texts that models ask for
  bool StandardCxx = false;
};

} // namespace mde::models

#endif // MDE_MODELS_HEADERS_H
