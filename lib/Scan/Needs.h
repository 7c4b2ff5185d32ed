//===- Scan/Needs.h - Which units have to be parsed -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a project a few units send requests, and a few more have a say in these. Which
// they are is found in rounds: what may send by itself is parsed; what that names on
// the way to a request is looked for in the words of the others; who has such a word
// is parsed, too; and so on until nothing new is named.
//
// In doubt a unit is needed. What is not needed would not change what is found:
//
//   - A function that sends, or has a say in what is sent, leads to the name of
//     something that does, in its own source or in a header that it includes.
//   - Of a header that some parsed unit includes it is known what each of its
//     declarations names (Outline.h): the declaration's name then counts as well, for
//     those who include the header.
//   - A header that nobody has parsed yet and that holds such a word: one of the units
//     that include it is parsed. What the preprocessor skipped in a header counts for
//     all who include it.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_SCAN_NEEDS_H
#define MDE_SCAN_NEEDS_H

#include "Scan/Entities.h"
#include "Scan/Seeds.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include <functional>

namespace mde::scan {

class Needs {
public:
  /// \p Units and \p From must outlive this. \p RealName: of a file, the same for all
  /// names that it is included by.
  Needs(const std::vector<ScannedUnit> &Units, const Sources &From, const Seeds &S,
        std::function<std::string(llvm::StringRef)> RealName);

  /// The units that are needed whatever the others are, by their numbers.
  std::vector<size_t> first() const;

  /// Somebody asked about the unit: it is among the first.
  void ask(size_t Number) { Whys[Number] = "it was asked about"; }

  /// Unit \p Number was parsed. \p Headers: of its headers, unless it had errors.
  void parsed(size_t Number, const std::map<std::string, Outline> *Headers);

  /// What else is needed, now that \p Found leads to requests.
  std::vector<size_t> next(const std::set<Entity> &Found);

  /// Why a unit is needed, as a sentence without its subject; "" if it isn't.
  const std::string &why(size_t Number) const { return Whys[Number]; }
  /// How many names lead to a request.
  size_t size() const { return Known.size(); }

private:
  struct Header {
    std::vector<Declared> Rows;
    std::set<std::string> Seen; ///< Rows, so that each is there once.
    llvm::BitVector By;         ///< The parsed units that include it.
    Words Inactive;
    bool Covered = false, Pastes = false;
  };
  struct RowId {
    unsigned Header, Row;
  };

  unsigned file(llvm::StringRef Name);
  bool includes(size_t Unit, const Entity &E) const;
  void add(Entity E);
  void follow(const Entity &E);
  void tryRow(RowId Id, const Entity &E);
  bool isPasted(const Words &W, const Entity &E) const;
  const Entity *mentioned(size_t Unit, const Words &W, bool Pastes) const;
  void need(size_t Unit, std::string Why, std::vector<size_t> &All, llvm::BitVector &Soon);

  const std::vector<ScannedUnit> &Units;
  const Sources &From;
  std::vector<std::string> Whys;
  std::vector<bool> Parsed;
  std::function<std::string(llvm::StringRef)> RealName;
  llvm::StringMap<unsigned> Numbers; ///< of files, by each of their names
  llvm::StringMap<unsigned> RealNumbers;
  std::vector<std::string> Names;
  std::vector<llvm::BitVector> Closure; ///< by unit: its files
  std::vector<Header> Headers; ///< by file
  llvm::StringMap<std::vector<RowId>> Rows; ///< by word
  std::set<Entity> Known;
  llvm::StringMap<std::vector<const Entity *>> ByWord;
  std::vector<const Entity *> Implicit;
  std::vector<const Entity *> Todo;
  std::set<std::string> AllPieces;
};

} // namespace mde::scan

#endif // MDE_SCAN_NEEDS_H
