//===- Paths/RequestSigns.h - Where requests can come from ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the slice begins with: signs, in single instructions and declarations,
// that a request can be there, be changed or be handed on.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_REQUESTSIGNS_H
#define MDE_PATHS_REQUESTSIGNS_H

#include "Paths/Engine.h"

namespace mde::paths {

class RequestSigns {
public:
  explicit RequestSigns(Engine &E) : E(E) {}

  /// The address of a function of an HTTP library, in a function of \p U.
  bool isHttpFunction(const ir::Unit *U, const ir::Operand &O) const;
  /// \p F gives functions by their names.
  bool looksUpFunctions(const ir::Function &F) const;
  /// The constants that \p I passes to \p Callee, of an HTTP library, are in no entry
  /// of the model: a time-out is set, or whatever else has no say in what identifies a
  /// request.
  bool isIdle(const ir::Instr &I, const ir::Function &Callee) const;
  /// \p F holds the beginning of a URL, or another literal of which \p Is holds.
  static bool holdsUrl(const ir::Function &F);
  static bool holdsUrl(const ir::Function &F, llvm::function_ref<bool(llvm::StringRef)> Is);
  /// A request can come from a parameter, a result, a field or a global.
  bool isRequestNamed() const;
  /// A request can be handed to \p F, which is not seen; or a URL, if there are
  /// \p Urls in the program.
  bool takesRequestOrText(const ir::Function &F, bool Urls) const;

private:
  bool isRequest(const ir::Type *Ty) const;

  Engine &E;
};

} // namespace mde::paths

#endif // MDE_PATHS_REQUESTSIGNS_H
