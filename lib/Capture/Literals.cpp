//===- Capture/Literals.cpp - Literals that may name a host ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Capture/Literals.h"
#include "Capture/Inactive.h"
#include "Capture/LiteralSpelling.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace clang;

namespace mde {

namespace {

class Recorder : public PPCallbacks {
public:
  explicit Recorder(std::vector<SourceRange> &Ranges) : Ranges(Ranges) {}
  void SourceRangeSkipped(SourceRange Range, SourceLocation) override {
    Ranges.push_back(Range);
  }

private:
  std::vector<SourceRange> &Ranges;
};

} // namespace

void InactiveRanges::watch(Preprocessor &PP) {
  PP.addPPCallbacks(std::make_unique<Recorder>(Ranges));
}

namespace capturing {
namespace {

bool mayNameHost(llvm::StringRef Text) {
  return Text.contains('.') &&
         llvm::count_if(Text, [](char C) { return llvm::isAlpha(C); }) >= 4;
}

class Literals : public RecursiveASTVisitor<Literals> {
public:
  explicit Literals(UnitBuilder &B) : B(B) {}

  // Templates as they are written, each literal once.
  bool shouldVisitTemplateInstantiations() const { return false; }

  bool VisitStringLiteral(StringLiteral *S) {
    if (S->isUnevaluated())
      return true;
    std::string Text = utf8(S);
    if (mayNameHost(Text))
      add(Text, B.spelling(S->getBeginLoc()), false);
    return true;
  }

  void add(llvm::StringRef Text, Loc At, bool Inactive) {
    auto Place = std::make_tuple(At.File, At.Line, At.Col);
    if (!At.isValid() || !Seen.insert(Place).second)
      return;
    ir::HostLiteral L;
    L.Value = B.U.save(Text);
    L.At = At;
    L.Inactive = Inactive;
    if (auto It = B.LiteralFunctions.find(Place);
        It != B.LiteralFunctions.end())
      L.Function = It->second;
    B.U.Literals.push_back(L);
  }

  /// The literals between two locations of a file, as the lexer alone sees
  /// them.
  void skipped(SourceRange Range) {
    auto [File, Offset] = B.SM.getDecomposedLoc(Range.getBegin());
    auto [EndFile, EndOffset] = B.SM.getDecomposedLoc(Range.getEnd());
    bool Invalid = false;
    llvm::StringRef Buffer = B.SM.getBufferData(File, &Invalid);
    if (Invalid || File != EndFile || EndOffset > Buffer.size())
      return;
    Lexer Lex(B.SM.getLocForStartOfFile(File), B.Ctx.getLangOpts(),
              Buffer.begin(), Buffer.begin() + Offset, Buffer.end());
    Token T;
    while (!Lex.LexFromRawLexer(T) &&
           B.SM.getFileOffset(T.getLocation()) < EndOffset) {
      if (!tok::isStringLiteral(T.getKind()))
        continue;
      llvm::StringRef Text = literalContents(
          Buffer.substr(B.SM.getFileOffset(T.getLocation()), T.getLength()));
      if (mayNameHost(Text))
        add(Text, B.loc(T.getLocation()), true);
    }
  }

private:
  UnitBuilder &B;
  std::set<std::tuple<uint32_t, uint32_t, uint32_t>> Seen;
};

} // namespace

void collectLiterals(UnitBuilder &B) {
  Literals Found(B);
  auto Visit = [&](auto &Self, Decl *D) -> void {
    if (isa<TranslationUnitDecl, LinkageSpecDecl, ExportDecl>(D)) {
      for (Decl *Inner : cast<DeclContext>(D)->decls())
        Self(Self, Inner);
    } else if (B.userCode(D)) {
      Found.TraverseDecl(D);
    }
  };
  for (Decl *D : B.Ctx.getTraversalScope())
    Visit(Visit, D);
  if (B.Options.Inactive)
    for (SourceRange Range : B.Options.Inactive->ranges())
      if (B.userCode(Range.getBegin()))
        Found.skipped(Range);
  llvm::sort(B.U.Literals,
             [](const ir::HostLiteral &X, const ir::HostLiteral &Y) {
               return X.At < Y.At;
             });
}

} // namespace capturing
} // namespace mde
