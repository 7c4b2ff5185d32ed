// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The files of lib/Models as text inside the binary: *.yaml models and *.ir
// bodies, sorted by file name. The texts are checked by the loader, not here.
#ifndef MDE_MODELS_EMBEDDED_H
#define MDE_MODELS_EMBEDDED_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace mde::models {

struct EmbeddedModel {
  llvm::StringRef Name; ///< The file name, such as "libcurl.yaml".
  llvm::StringRef Text;
};

llvm::ArrayRef<EmbeddedModel> embeddedModels();

} // namespace mde::models

#endif
