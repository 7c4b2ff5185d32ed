//===- Capture/Compat.h - Where LLVM 19 and 22 differ -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_COMPAT_H
#define MDE_CAPTURE_COMPAT_H

#include "clang/AST/ASTContext.h"
#include "llvm/Config/llvm-config.h"

namespace mde::capturing {

inline clang::QualType tagType(const clang::ASTContext &Ctx,
                               const clang::TagDecl *T) {
#if LLVM_VERSION_MAJOR >= 22
  return Ctx.getCanonicalTagType(T);
#else
  return Ctx.getTagDeclType(T).getCanonicalType();
#endif
}

} // namespace mde::capturing

#endif // MDE_CAPTURE_COMPAT_H
