//===- Capture/LowerGlobal.cpp - Initialisers of globals ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Lowering.h"

using namespace clang;

namespace mde::capturing {

void Lowering::globalInit(const VarDecl *V, ir::Function &Out) {
  Key = Out.Key;
  Blocks.clear();
  enter(newBlock());
  SourceLocation At = V->getLocation(), End = V->getEndLoc();
  ScopeEnd = End;
  {
    FullExpression Full(*this, End);
    initVariable(V, globalPlace(V, At));
  }
  // Temporaries that a global reference keeps alive live on.
  Top = nullptr;
  ret({}, End);
  finish(Out);
}

void Lowering::globalFini(const VarDecl *V, ir::Function &Out) {
  Blocks.clear();
  enter(newBlock());
  SourceLocation At = V->getLocation();
  destroy(globalPlace(V, At), V->getType(), At);
  ret({}, At);
  finish(Out);
}

} // namespace mde::capturing
