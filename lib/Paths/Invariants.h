//===- Paths/Invariants.h - What always holds of states ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Checks of the engine by itself, in a build with the CMake option MDE_INVARIANTS
// (on where sanitizers are); in all others they are no code.
//
// The states are ordered: J *covers* A when J allows whatever A allows, that is when
// it says nothing that does not hold in A. What covers() calls so is written without
// join(), so that neither hides a mistake of the other:
//
//   a state and its join      join(A, B) covers A, and covers B
//   joins are idempotent      A covers join(A, A)
//   joins are commutative     join(A, B) covers join(B, A)
//   numbers are canonical     renumber() twice is renumber() once
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_INVARIANTS_H
#define MDE_PATHS_INVARIANTS_H

#include "MdeSwitches.h"
#include "Paths/Canon.h"

namespace mde::paths {

#if MDE_INVARIANTS

/// What \p J says and \p A does not, as words for whoever mends the engine; "" if J
/// covers A.
std::string uncovered(const Disjunct &J, const Disjunct &A);

/// Ends the program with a message unless \p Joined, made of \p A and \p B by \p Join,
/// is what the invariants want.
void checkJoin(const Disjunct &A, const Disjunct &B, const Disjunct &Joined,
               llvm::function_ref<Disjunct(const Disjunct &, const Disjunct &)> Join);

/// The same unless renumber() gives \p D, which it numbered, the key \p Key again.
void checkNumbered(const Disjunct &D, const Roots &R, llvm::StringRef Key);

#else

inline void checkJoin(const Disjunct &, const Disjunct &, const Disjunct &,
                      llvm::function_ref<Disjunct(const Disjunct &, const Disjunct &)>) {}
inline void checkNumbered(const Disjunct &, const Roots &, llvm::StringRef) {}

#endif

} // namespace mde::paths

#endif // MDE_PATHS_INVARIANTS_H
