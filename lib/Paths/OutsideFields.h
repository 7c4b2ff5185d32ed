//===- Paths/OutsideFields.h - Objects that come from elsewhere -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A field of an object that comes from outside the captured code (a parameter
// of a root) may hold what captured code stores to that field of that type:
// real programs keep a host in a struct that another function fills. What is
// stored is gathered where functions end, in a first round of all roots; if
// some root asked for a field to which something was stored, all are run again.
// Private to lib/Paths.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_OUTSIDEFIELDS_H
#define MDE_PATHS_OUTSIDEFIELDS_H

#include "Ir/Program.h"
#include "Paths/State.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/ADT/StringMap.h"

namespace mde::paths {

struct HeapSlice;

/// Where the object of a method comes from that nobody calls.
constexpr llvm::StringLiteral ObjectOrigin = "the object";

/// What a field may hold.
struct StoredValues {
  /// Texts of which something is known, and functions: what means the same in
  /// any state. The holes of texts have no symbols.
  std::vector<Value> Values;
  bool Others = false; ///< something else is stored there, too
};

class OutsideFields {
public:
  explicit OutsideFields(const ir::Program &P) : P(P) {}

  /// Notes what the fields of the program's objects hold in \p D, the end of a
  /// function.
  void gather(const Disjunct &D, const HeapSlice &Heap);
  /// The number of field \p Name of \p Class or of the base that declares it.
  /// Both names are the engine's.
  unsigned number(llvm::StringRef Class, llvm::StringRef Name);
  /// What the field with this number may hold in an outside object; null when
  /// nothing that is known is stored there.
  const StoredValues *ask(unsigned Field);
  /// Ends a round: the fields that were asked for and would be answered
  /// differently in another one. After the \p Last round more may be stored.
  llvm::SmallBitVector advance(bool Last);

private:
  void add(StoredValues &Known, const Disjunct &D, const Value &V);

  struct Field {
    StoredValues Gathered, Known;
    unsigned Counted = 0; ///< values that Known was made of
    bool Asked = false;
  };
  const ir::Program &P;
  std::vector<Field> Fields;
  llvm::StringMap<unsigned> Numbers; ///< by owner and name
  llvm::DenseMap<std::pair<const char *, const char *>, unsigned> Seen;
};

/// The field \p Name of class \p Class or of one of its bases, and in \p Owner,
/// if given, the record that declares it; null when there is none.
const ir::Field *findField(const ir::Program &P, llvm::StringRef Class, llvm::StringRef Name,
                           const ir::Record **Owner = nullptr);

} // namespace mde::paths

#endif // MDE_PATHS_OUTSIDEFIELDS_H
