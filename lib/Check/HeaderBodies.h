//===- Check/HeaderBodies.h - Bodies that a preamble keeps ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An editor's server parses the headers of a file once, into a preamble, and
// skips the bodies of functions there. Without the inline helper that sets the
// User-Agent the check would have to guess. So the bodies that capture could
// look into are kept; those that it never reads stay skipped, because they are
// most of a preamble, and templates among them would be instantiated again with
// each keystroke.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_HEADERBODIES_H
#define MDE_CHECK_HEADERBODIES_H

namespace clang {
class Decl;
} // namespace clang

namespace mde::check {

/// Whether the body of \p D, a function or function template in a header, has to
/// be parsed. True for
///   - the project's own headers;
///   - what a model wants the body of (`body: source`), and with HTTP libraries
///     the templates of its namespace, which such a body calls;
///   - templates of the standard library that call what they are given;
///   - functions of other libraries that are no templates: one may be a wrapper
///     around a request. Not the standard library's.
bool keepsBody(const clang::Decl *D);

} // namespace mde::check

#endif // MDE_CHECK_HEADERBODIES_H
