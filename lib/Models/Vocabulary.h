//===- Models/Vocabulary.h - Models for people ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The words of models, and models in these words: what `mde-ir models` prints.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_MODELS_VOCABULARY_H
#define MDE_MODELS_VOCABULARY_H

#include "Models/Models.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::models {

/// The word of `is:` for \p K.
llvm::StringRef name(TypeModel::Kind K);

/// As a model writes it: `concat(this, arg0)`.
std::string print(const Expr &E);
std::string print(const Condition &C);
std::string print(const Effect &E);
/// The entry without its names, one line for each part.
void print(const CallModel &C, llvm::raw_ostream &OS);

/// Verbs, functions and slots as the tables of docs/models.md, in Markdown.
void printVocabulary(llvm::raw_ostream &OS);

} // namespace mde::models

#endif // MDE_MODELS_VOCABULARY_H
