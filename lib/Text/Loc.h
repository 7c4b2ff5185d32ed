//===- Text/Loc.h - A place in a source file --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A source location as plain numbers, so that every library after Capture can
// speak about source without clang. Files are numbered by a FileTable; number 0
// is "no file", the location of things that were not written down.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TEXT_LOC_H
#define MDE_TEXT_LOC_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace mde {

/// A file, line and column. Lines and columns count from 1, in bytes, as clang
/// prints them. A Loc with File 0 is invalid: "written nowhere".
struct Loc {
  uint32_t File = 0;
  uint32_t Line = 0;
  uint32_t Col = 0;

  bool isValid() const { return File != 0; }
  friend bool operator==(Loc A, Loc B) {
    return A.File == B.File && A.Line == B.Line && A.Col == B.Col;
  }
  friend bool operator!=(Loc A, Loc B) { return !(A == B); }
  friend bool operator<(Loc A, Loc B) {
    return std::tie(A.File, A.Line, A.Col) < std::tie(B.File, B.Line, B.Col);
  }
};

/// Numbers file names. Numbers start at 1 and never change; one table serves
/// all the units of a program, so equal names have equal numbers there.
class FileTable {
public:
  /// The number of \p Name, which is added when it is new.
  uint32_t add(llvm::StringRef Name) {
    auto [It, New] = Numbers.try_emplace(Name, Names.size() + 1);
    if (New)
      Names.push_back(Name.str());
    return It->second;
  }
  /// The name of file \p Number, or "" for 0 and numbers never given out.
  llvm::StringRef name(uint32_t Number) const {
    return Number == 0 || Number > Names.size() ? llvm::StringRef()
                                                : Names[Number - 1];
  }
  uint32_t size() const { return Names.size(); }

private:
  llvm::StringMap<uint32_t> Numbers;
  std::vector<std::string> Names;
};

} // namespace mde

#endif // MDE_TEXT_LOC_H
