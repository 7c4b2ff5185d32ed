//===- Capture/Capture.h - clang's AST to the request program ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lowers the functions of one translation unit to Ir. This is the only library
// of the engine that knows clang; it knows no HTTP library. What a caller may
// rely on:
//
// - The unit is valid (ir::verify) whatever the source looks like, also when it
//   did not compile; HadErrors says so.
// - Never a wrong fact: what could not be lowered is `unknown "why"` on all
// that
//   the expression could have changed. CaptureStats counts those by reason.
// - The same source and options give the same unit.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_CAPTURE_H
#define MDE_CAPTURE_CAPTURE_H

#include "Ir/Ir.h"
#include "llvm/ADT/StringRef.h"
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace mde {

class InactiveRanges;

/// What belongs to the user, and what the caller's models already describe.
struct CaptureOptions {
  /// Globs on file names (`*` matches `/` too); a leading `!` excludes. Empty:
  /// every file that is no system header and has no component `_deps`,
  /// `third_party`, `vendor`, `build` or the like on its path.
  std::vector<std::string> UserCode;
  /// True for a function (qualified name, no template arguments) that a model
  /// describes. Such a function is never lowered: a model beats Ir.
  std::function<bool(llvm::StringRef QualifiedName)> IsModelled;
  /// Whether the library of a modelled function may declare it in \p File. A
  /// program may have functions of its own of that name, `read` or `operator+`:
  /// they are no library's. Empty: everywhere.
  std::function<bool(llvm::StringRef QualifiedName, llvm::StringRef File)> MayDeclare;
  /// True for a file that belongs to a library whose model says so, wherever it
  /// lies: a library that consists of headers is often a part of the project.
  std::function<bool(llvm::StringRef File)> IsLibraryHeader;
  /// True for a function outside user code whose body is wanted all the same.
  std::function<bool(llvm::StringRef QualifiedName)> LowerBody;
  /// True for a modelled function that makes, configures or sends a request:
  /// a body outside user code from which a call of one can be reached (an SDK's
  /// inline wrapper) is lowered like user code. Empty: none is.
  std::function<bool(llvm::StringRef QualifiedName)> IsRequestCall;
  /// True for a modelled function that makes an object of \p Class, which one of
  /// its template arguments names, by the constructor that its arguments ask for.
  /// Which one that is, with all conversions, is then taken from its body.
  std::function<bool(llvm::StringRef QualifiedName, llvm::StringRef Class)> Constructs;
  /// Lower every body that the unit holds, wherever it stands.
  bool AllFunctions = false;
  /// What the traversal scope of the unit leaves out is no user code, and is all there:
  /// no body of it was skipped.
  bool RestIsForeign = false;
  /// The parts that the preprocessor skipped, for their literals; may be null.
  const InactiveRanges *Inactive = nullptr;
};

/// What capture did, to be worked down or shown.
struct CaptureStats {
  std::map<std::string, unsigned> Unknown; ///< by reason
  unsigned FunctionsLowered = 0;
  unsigned FunctionsDeclared = 0;
  unsigned Instructions = 0;
};

/// Lowers the unit that \p Ctx holds. \p PP gives constants the names of the
/// macros that they came from; without it fewer have one. \p Stats may be null.
std::unique_ptr<ir::Unit> capture(clang::ASTContext &Ctx,
                                  clang::Preprocessor *PP,
                                  const CaptureOptions &Options,
                                  CaptureStats *Stats = nullptr);

} // namespace mde

#endif // MDE_CAPTURE_CAPTURE_H
