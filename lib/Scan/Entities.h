//===- Scan/Entities.h - What leads to a request ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_SCAN_ENTITIES_H
#define MDE_SCAN_ENTITIES_H

#include "Ir/Program.h"
#include "Paths/Influence.h"
#include "Scan/Outline.h"
#include <set>

namespace mde::scan {

/// Something declared through which code gets to a request, or a request to code.
struct Entity {
  Declared::Kind K = Declared::Name;
  std::string Word; ///< By which it is named; of Implicit: for people.
  /// Where it is declared, if who uses it has to include that; "": who uses it may
  /// have declared it itself.
  std::string File;

  auto operator<=>(const Entity &) const = default;
};

/// Whether a source with these words may use \p E.
bool mentions(const Words &W, const Entity &E);

/// Those of \p I, which was found in \p P. Operators that are no members have no File.
std::set<Entity> entities(const paths::Influence &I, const ir::Program &P);

} // namespace mde::scan

#endif // MDE_SCAN_ENTITIES_H
