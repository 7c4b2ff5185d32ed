//===- Models/Parse.h - Reads the parts of a model --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the loader's files share: reading expressions, conditions, steps and
// types from nodes. Each reader checks what it reads, adds a mistake for what
// is wrong and returns false or an empty value then. Internal to lib/Models.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_MODELS_PARSE_H
#define MDE_MODELS_PARSE_H

#include "Models/Models.h"
#include "Models/Yaml.h"

namespace mde::models {

/// What names mean in the file that is being read.
struct Context {
  Mistakes &M;
  Library &Lib;
  /// Types of the models that were loaded before.
  const Models &Known;
  /// The entries read so far, by function.
  llvm::StringMap<std::vector<const CallModel *>> Entries;
  /// `groups:`, lists of names to write in braces.
  llvm::StringMap<std::vector<std::string>> Groups;

  bool isSlot(llvm::StringRef Name) const;
  bool isVariable(llvm::StringRef Name) const;
  bool isType(llvm::StringRef Name) const;
  std::optional<int64_t> constant(llvm::StringRef Name) const;
};

/// What an expression is wanted for.
enum class Want : uint8_t {
  Value,   ///< anything but args(N)
  Place,   ///< a place
  Slot,    ///< a place, or `$slot` alone (with Owner)
  Argument ///< one of several: args(N) is allowed
};

/// Parses \p N, whose text is an expression. \p Owner: `of:`, may be null.
std::optional<Expr> parseExpr(Context &C, const Node &N, Want W,
                              const Node *Owner = nullptr);

/// The lines of `when:` (or the one of `if:`).
bool parseConditions(Context &C, const Node &Map, std::vector<Condition> &Out);
bool parseSteps(Context &C, const Node &List, std::vector<Effect> &Out);
bool parseTypes(Context &C, const Node &List);
bool parseCalls(Context &C, const Node &List);
bool parseVariables(Context &C, const Node &List);

/// The file as a whole; null after a mistake.
std::unique_ptr<Library> parseLibrary(llvm::MemoryBufferRef Yaml,
                                      const Models &Known, Mistakes &M);

//===----------------------------------------------------------------------===//
// The vocabulary of `do`, from Verbs.def
//===----------------------------------------------------------------------===//

enum class Role : uint8_t {
  Place,
  Value,
  Key,
  Owner,
  Kind,
  Args,
  Moment,
  Dup,
  Present,
  Because,
  True
};
struct VerbInfo {
  Effect::Verb V;
  llvm::StringRef Name;
  Role Main;
  llvm::StringRef Doc;
};
struct VerbKey {
  Effect::Verb V;
  llvm::StringRef Name;
  Role R;
  bool Must;
  llvm::StringRef Doc;
};
llvm::ArrayRef<VerbInfo> verbs();
llvm::ArrayRef<VerbKey> verbKeys();

//===----------------------------------------------------------------------===//
// Small readers
//===----------------------------------------------------------------------===//

/// Adds a mistake for each key of \p Map that is not in \p Allowed.
bool checkKeys(Context &C, const Node &Map, llvm::StringRef What,
               llvm::ArrayRef<llvm::StringRef> Allowed);
/// A word or text, not empty; null after a mistake.
const std::string *word(Context &C, const Node &N, llvm::StringRef What);
/// A word, or a list of at least one.
std::vector<std::string> words(Context &C, const Node &N, llvm::StringRef What);
/// `name: a` or `names: [a, b]` of \p Map: qualified C++ names, with `{...}`
/// written out: `std::{map,set}::size`, or `{maps}::size` for a group.
/// \p Patterns: `std::multimap<*, ci>` is allowed, too.
std::vector<std::string> names(Context &C, const Node &Map,
                               llvm::StringRef What, bool Patterns = false);
bool isTrue(Context &C, const Node &N);
/// One of \p Words; its index, or none after a mistake.
std::optional<size_t> choice(Context &C, const Node &N,
                             llvm::ArrayRef<llvm::StringRef> Words);

struct FunctionInfo {
  llvm::StringRef Name;
  unsigned Min, Max; ///< number of arguments; ~0u: any
  llvm::StringRef Doc;
};
/// In the order of Fn.
llvm::ArrayRef<FunctionInfo> functions();
/// The function's result can be a place.
bool yieldsPlace(Fn F);
/// The function yields a truth value.
bool yieldsTruth(Fn F);

llvm::ArrayRef<llvm::StringRef> publicSlots();
/// The words of `is:`, in the order of TypeModel::Kind.
llvm::ArrayRef<llvm::StringRef> typeKinds();

} // namespace mde::models

#endif // MDE_MODELS_PARSE_H
