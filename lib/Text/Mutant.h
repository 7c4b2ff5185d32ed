//===- Text/Mutant.h - The engine, broken on purpose ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Switches that make one rule of the engine wrong, to see whether some test
// notices: test/robustness/mutate.py turns them on, one at a time. They exist in a
// build with the CMake option MDE_MUTANTS only; in all others a switch is `false`
// and the compiler takes it out.
//
//   if (mutant("destructors-not-run"))
//     return Outcome::Returned;
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TEXT_MUTANT_H
#define MDE_TEXT_MUTANT_H

#include "MdeSwitches.h"
#include <string_view>

#if MDE_MUTANTS
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#endif

namespace mde {

#if MDE_MUTANTS

/// Whether the environment variable MDE_MUTANT names this one.
inline bool mutant(std::string_view Name) {
  static const char *const Chosen = std::getenv("MDE_MUTANT");
  return Chosen && Name == Chosen;
}

/// Writes down that an entry of a model was used, in the file that MDE_MUTANT_LOG
/// names: a mutant of the entry can be noticed by those tests only that use it.
inline void noteModelUse(std::string_view File, unsigned Line) {
  static const char *const Log = std::getenv("MDE_MUTANT_LOG");
  static std::set<std::string> Noted;
  if (!Log)
    return;
  std::string Use = std::string(File) + ":" + std::to_string(Line) + "\n";
  if (Noted.insert(Use).second)
    std::ofstream(Log, std::ios::app) << Use;
}

#else

constexpr bool mutant(std::string_view) { return false; }
constexpr void noteModelUse(std::string_view, unsigned) {}

#endif

} // namespace mde

#endif // MDE_TEXT_MUTANT_H
