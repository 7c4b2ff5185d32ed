// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The second fence around a compile command: what clang's driver made of its
// flags is cleared of all that writes files, loads code, or depends on another
// compiler. It holds for flags that nobody thought of, too, because it starts
// from what a front end can do and not from how that is spelled.
#ifndef MDE_AUDIT_SANITIZE_H
#define MDE_AUDIT_SANITIZE_H

namespace clang {
class CompilerInvocation;
} // namespace clang

namespace mde::audit {

/// Leaves \p Invocation able to parse its main file, and to do nothing else.
void sanitize(clang::CompilerInvocation &Invocation);

} // namespace mde::audit

#endif
