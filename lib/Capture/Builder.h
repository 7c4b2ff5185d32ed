//===- Capture/Builder.h - The unit under construction ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Maps clang's declarations, types and locations to those of the unit. Whatever
// lowered code mentions is declared on first mention, and a function whose body
// is wanted is put on the list of functions to lower: so capture is the closure
// of what it starts from.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_BUILDER_H
#define MDE_CAPTURE_BUILDER_H

#include "Capture/Capture.h"
#include "Capture/Names.h"
#include "Capture/UserCode.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <map>
#include <tuple>

namespace mde::capturing {

/// What a library's body does where it makes an object of its arguments.
struct Construction {
  const clang::Expr *E;
  std::vector<const clang::ParmVarDecl *> Params; ///< that E reads
  size_t Place; ///< of its function in Unit::Functions
};

class UnitBuilder {
public:
  UnitBuilder(clang::ASTContext &Ctx, clang::Preprocessor *PP,
              const CaptureOptions &Options, CaptureStats *Stats, ir::Unit &U);

  clang::ASTContext &Ctx;
  const clang::SourceManager &SM;
  clang::Preprocessor *PP;
  const CaptureOptions &Options;
  CaptureStats *Stats;
  ir::Unit &U;
  Names Naming;

  // Declarations. Each returns the key and declares what is new.
  llvm::StringRef function(const clang::FunctionDecl *F);
  llvm::StringRef global(const clang::VarDecl *V);
  /// A function that no declaration stands for, such as `init of X`.
  /// \p Place is the index in Unit::Functions.
  llvm::StringRef synthetic(llvm::StringRef Key, ir::Linkage Link, Loc At,
                            size_t &Place);
  /// Declares what clang has an expression for and models a name: a function
  /// of the language that returns \p Result.
  llvm::StringRef declare(llvm::StringRef Name, clang::QualType Result);
  /// Takes back a synthetic function that turned out to do nothing.
  void dropLast(size_t Place);
  /// A global that no declaration stands for: the guard of a static local.
  llvm::StringRef guard(const clang::VarDecl *V);
  void noteAddressTaken(llvm::StringRef Key);
  /// Emits the record and, for user classes, whatever virtual calls may reach.
  void record(const clang::RecordDecl *R);
  /// What a lambda's field is called: the captured variable, or "this".
  std::string captureName(const clang::FieldDecl *F) const;

  /// \p Mention: lowered code has an object of this type (its records are
  /// emitted); false for the signatures of functions that are only declared.
  const ir::Type *type(clang::QualType T, bool Mention = true);
  std::string fieldName(const clang::FieldDecl *F) const;

  Loc loc(clang::SourceLocation L);
  /// Where a literal is written: inside a macro's body for one from a macro.
  Loc spelling(clang::SourceLocation L);
  llvm::StringRef macro(clang::SourceLocation L);

  bool userCode(clang::SourceLocation L) { return Users.contains(L); }
  /// The files of user code that come out of a precompiled header, in the order
  /// in which they were entered.
  std::vector<clang::FileID> loadedUserFiles();
  bool userCode(const clang::Decl *D) { return userCode(D->getLocation()); }
  bool modelled(llvm::StringRef QualifiedName) const {
    return Options.IsModelled && Options.IsModelled(QualifiedName);
  }
  /// A function that the program has of its own, though a library's has the same
  /// name: `static int read(Client *)`, its own `operator+`. What has C linkage
  /// is the one that everybody means.
  bool isOwn(const clang::FunctionDecl *F);
  bool modelled(const clang::FunctionDecl *F);
  /// The body that capture should lower for \p F, or null.
  const clang::FunctionDecl *wantedBody(const clang::FunctionDecl *F);
  /// True if unwinding must run the destructor of \p T: it could do something
  /// that matters to a request, which a string's never does.
  bool interestingDestructor(clang::QualType T);
  /// std::allocator and the like: nothing happens when one comes or goes.
  bool stateless(const clang::CXXRecordDecl *R) const;

  void unknown(llvm::StringRef Why) {
    if (Stats)
      ++Stats->Unknown[Why.str()];
  }

  // Work that mentions have caused; Capture.cpp empties these.
  std::deque<const clang::FunctionDecl *> FunctionsToLower;
  std::deque<const clang::VarDecl *> GlobalsToLower;
  std::deque<Construction> ConstructionsToLower;
  /// Which function each literal was met in: file, line, column -> key.
  std::map<std::tuple<uint32_t, uint32_t, uint32_t>, llvm::StringRef>
      LiteralFunctions;
  /// The wrapper outside user code that is being lowered, or null: its
  /// library's own functions are wanted as well then.
  const clang::FunctionDecl *InWrapper = nullptr;

  /// The index in Unit::Functions of a declared key.
  size_t indexOf(llvm::StringRef Key) const { return Index.lookup(Key); }
  ir::GlobalVar &globalOf(llvm::StringRef Key) {
    return U.Globals[GlobalIndex.lookup(Key)];
  }

private:
  /// True for a function outside user code from which a request call can be
  /// reached (Wrappers.cpp).
  bool isWrapper(const clang::FunctionDecl *F);
  /// A class with such a method: all its methods matter.
  bool isWrapper(const clang::CXXRecordDecl *R);
  bool sameLibrary(const clang::FunctionDecl *F, const clang::FunctionDecl *G);
  llvm::StringRef uniqueKey(std::string Key, llvm::StringSet<> &Taken);
  void describe(const clang::FunctionDecl *F, ir::Function &Out);
  void virtuals(const clang::CXXRecordDecl *R, ir::Record &Out);
  std::string tagName(const clang::TagDecl *T);
  bool interestingUncached(clang::QualType T);

  llvm::DenseMap<const clang::FunctionDecl *, llvm::StringRef> FunctionKeys;
  llvm::DenseSet<const clang::FunctionDecl *> Queued;
  llvm::SmallVector<const clang::CXXRecordDecl *, 4> templateClasses(const clang::FunctionDecl *F);
  void madeBy(const clang::FunctionDecl *F);
  /// Function::Constructs of \p F, a modelled function, which stands at \p Place
  /// (Constructions.cpp).
  void constructions(const clang::FunctionDecl *F, size_t Place);
  llvm::StringRef construction(const clang::Expr *E, llvm::ArrayRef<const clang::ParmVarDecl *> Params);
  llvm::StringMap<llvm::StringRef> ConstructionKeys;
  llvm::DenseSet<const clang::CXXRecordDecl *> Made; ///< by library functions
  llvm::DenseMap<const clang::FunctionDecl *, bool> Wrappers;
  llvm::DenseMap<const clang::VarDecl *, llvm::StringRef> GlobalKeys;
  llvm::DenseMap<const clang::VarDecl *, llvm::StringRef> GuardKeys;
  llvm::DenseMap<const clang::TagDecl *, llvm::StringRef> TagNames;
  llvm::DenseMap<const clang::RecordDecl *, size_t> Records;
  llvm::DenseMap<const void *, const ir::Type *> Types[2];
  llvm::DenseMap<clang::FileID, uint32_t> FileNumbers;
  UserCode Users;
  llvm::DenseMap<const void *, bool> Interesting;
  llvm::StringMap<size_t> Index, GlobalIndex;
  llvm::StringSet<> TakenKeys, TakenGlobals, TakenTags;
};

} // namespace mde::capturing

#endif // MDE_CAPTURE_BUILDER_H
