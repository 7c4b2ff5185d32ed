//===- Scan/Words.h - What a source names -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A source can call, change or define only what it names. So its words, as the
// lexer alone sees them (in all branches of `#if`, in bodies of macros), tell
// quickly, and without its headers, what it has nothing to do with.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_SCAN_WORDS_H
#define MDE_SCAN_WORDS_H

#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>
#include <vector>

namespace clang {
class LangOptions;
} // namespace clang

namespace mde::scan {

/// How a word is used, of all its uses together.
enum Use : unsigned char {
  Used = 0,
  /// Not behind `.` or `->`: it may be the name of what is no member.
  Free = 1,
  /// Not as `C &`, `C *`, `C::` or `class C;`: if it is a class, there may be
  /// an object of it. `const C &` and `C &&` make one of what is given to them.
  Object = 2,
  /// Not in the body of a function or an initialiser: it may be what is defined there.
  /// Where braces do not pair, all words may be.
  Outer = 4,
};

struct Word {
  std::string Text;
  unsigned char How = Used;
};

struct Words {
  std::vector<Word> All; ///< Each once, by their text.
  /// String literals as they are spelled, without quotes; those that stand one
  /// behind the other as one.
  std::vector<std::string> Literals;
  bool Deletes = false; ///< There is a `delete`.
  /// Comments that hide findings name the check (`NOLINT(mde-...)`).
  bool Suppresses = false;

  /// Null if \p Text is not among them.
  const Word *find(llvm::StringRef Text) const;
};

/// The words of \p Source. \p Options: of the language; what is not valid in it
/// gives other words, never an error.
Words wordsOf(llvm::StringRef Source, const clang::LangOptions &Options);

/// Adds what \p More has to \p W.
void merge(Words &W, Words More);

/// Whether \p Name can come out of `##` with some of \p Words or \p Pieces, two at
/// least.
bool canBePasted(llvm::StringRef Name, const Words &Words,
                 const std::set<std::string> &Pieces);

} // namespace mde::scan

#endif // MDE_SCAN_WORDS_H
