//===- Scan/Outline.cpp - What the headers of a unit declare --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/Outline.h"
#include "Capture/UserCode.h"
#include "Scan/Macros.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"
#include <set>

using namespace mde;
using namespace mde::scan;
using namespace clang;
using llvm::StringRef;

bool scan::isCalledImplicitly(StringRef Name) {
  return llvm::StringSwitch<bool>(Name)
      .Cases({"begin", "end", "get", "swap", "hash_value", "await_ready", "await_suspend", "await_resume"}, true)
      .Cases({"await_transform", "get_return_object", "initial_suspend", "final_suspend", "return_void"}, true)
      .Cases({"return_value", "yield_value", "unhandled_exception"}, true)
      .Default(false);
}

namespace {

class Outliner {
public:
  Outliner(ASTContext &Ctx, Preprocessor &PP, UserCode &Users)
      : Ctx(Ctx), SM(Ctx.getSourceManager()), PP(PP), Users(Users) {}

  std::map<std::string, Outline> run(llvm::ArrayRef<SourceRange> Inactive) {
    for (const Decl *D : Ctx.getTraversalScope())
      isa<TranslationUnitDecl>(D) ? declsOf(cast<DeclContext>(D)) : decl(D);
    forEachMacro(PP, [&](StringRef Name, const MacroInfo &Info) { macro(Name, Info); });
    std::map<std::string, std::string> Skipped;
    for (SourceRange Range : Inactive)
      if (isHeader(Range.getBegin()))
        Skipped[nameOf(Range.getBegin())] += source(Range).str() + '\n';
    for (const auto &[File, Text] : Skipped)
      Result[File].Inactive = words(Text);
    return std::move(Result);
  }

private:
  //===--- Where ----------------------------------------------------------===//

  bool isHeader(SourceLocation At) {
    return Users.contains(At) && SM.getFileID(SM.getExpansionLoc(At)) != SM.getMainFileID();
  }
  std::string nameOf(SourceLocation At) const {
    OptionalFileEntryRef File = SM.getFileEntryRefForID(SM.getFileID(SM.getExpansionLoc(At)));
    return File ? UserCode::cleanName(SM, *File) : "";
  }

  StringRef source(SourceRange Range) const {
    CharSourceRange Chars = SM.getExpansionRange(Range);
    bool Invalid = false;
    StringRef Text = Lexer::getSourceText(Chars, SM, Ctx.getLangOpts(), &Invalid);
    return Invalid ? StringRef() : Text;
  }

  Words words(StringRef Text) const {
    Words All = wordsOf(Text, Ctx.getLangOpts());
    All.Literals.clear();
    return All;
  }

  void add(const Decl *D, Declared::Kind K, std::string Name) {
    if (Name.empty() && K != Declared::Implicit)
      return;
    // A member is asked for by its own name and by its class, one after the other.
    if (std::exchange(Latest, D) != D)
      LatestWords = words(source(D->getSourceRange()));
    Result[nameOf(D->getLocation())].All.push_back({K, std::move(Name), LatestWords});
  }

  //===--- Declarations ---------------------------------------------------===//

  void declsOf(const DeclContext *DC) {
    for (const Decl *D : DC->decls())
      decl(D);
  }

  void decl(const Decl *D) {
    if (isa<LinkageSpecDecl, ExportDecl>(D))
      return declsOf(cast<DeclContext>(D));
    if (D->isImplicit() || !isHeader(D->getLocation()))
      return;
    if (isa<NamespaceDecl>(D))
      return declsOf(cast<DeclContext>(D));
    if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
      if (const NamedDecl *Function = Friend->getFriendDecl())
        return decl(Function);
      return;
    }
    if (const auto *Class = classOf(D))
      return record(D, *Class);
    if (const auto *Named = dyn_cast<NamedDecl>(D))
      named(*Named);
  }

  static const CXXRecordDecl *classOf(const Decl *D) {
    if (const auto *T = dyn_cast<ClassTemplateDecl>(D))
      D = T->getTemplatedDecl();
    return dyn_cast<CXXRecordDecl>(D);
  }

  /// \p Class, declared by \p D, which is its template if it has one.
  void record(const Decl *D, const CXXRecordDecl &Class) {
    if (!Class.isThisDeclarationADefinition())
      return;
    std::string Name = Class.getNameAsString();
    // The head of the class, for its bases; its members are on their own.
    SourceRange Head(D->getBeginLoc(), Class.getBraceRange().getBegin());
    Result[nameOf(D->getLocation())].All.push_back({Declared::Construct, Name, words(source(Head))});
    // Others than the program's own templates are made use of by their libraries.
    bool ForLibrary = isa<ClassTemplateSpecializationDecl>(Class);
    for (const Decl *Each : Class.decls()) {
      if (Each->isImplicit())
        continue;
      decl(Each);
      if (isa<FieldDecl>(Each))
        add(Each, Declared::Construct, Name);
      const Decl *Member = Each;
      if (const auto *T = dyn_cast<FunctionTemplateDecl>(Member))
        Member = T->getTemplatedDecl();
      const auto *Method = dyn_cast<CXXMethodDecl>(Member);
      if (!Method)
        continue;
      if (ForLibrary)
        add(Each, Declared::Implicit, "");
      else if (isa<CXXDestructorDecl>(Method))
        add(Each, Declared::Destroy, Name);
      else if (isa<CXXConstructorDecl>(Method))
        add(Each, Declared::Construct, Name);
      else if (!Method->getDeclName().isIdentifier() || isCalledImplicitly(Method->getName()))
        add(Each, Declared::Operate, Name);
      else if (Method->isDependentContext() || Each != Member)
        add(Each, Declared::Construct, Name);
    }
  }

  void named(const NamedDecl &D) {
    DeclarationName Name = D.getDeclName();
    bool IsMember = D.getDeclContext()->isRecord() && !D.getFriendObjectKind();
    if (Name.isIdentifier() && !Name.isEmpty()) {
      add(&D, IsMember ? Declared::Member : Declared::Name, D.getNameAsString());
      if (!IsMember && isCalledImplicitly(D.getName()))
        add(&D, Declared::Implicit, D.getNameAsString());
    } else if (!IsMember && D.getAsFunction()) {
      add(&D, Declared::Implicit, Name.getAsString());
    }
    // What an enumeration, or an unnamed union, holds is named without it.
    if (const auto *Inner = dyn_cast<EnumDecl>(&D))
      for (const EnumConstantDecl *Each : Inner->enumerators())
        add(Each, Declared::Name, Each->getNameAsString());
  }

  void macro(StringRef Name, const MacroInfo &Info) {
    if (Info.isBuiltinMacro() || !isHeader(Info.getDefinitionLoc()))
      return;
    Declared Row{Declared::Macro, Name.str(), {}};
    std::set<std::string> All;
    for (const Token &T : Info.tokens())
      if (T.getIdentifierInfo())
        All.insert(T.getIdentifierInfo()->getName().str());
    for (const std::string &Text : All)
      Row.Mentions.All.push_back({Text, Free | Object | Outer});
    Row.Mentions.Deletes = All.count("delete");
    Result[nameOf(Info.getDefinitionLoc())].All.push_back(std::move(Row));
  }

  ASTContext &Ctx;
  const SourceManager &SM;
  Preprocessor &PP;
  UserCode &Users;
  const Decl *Latest = nullptr;
  Words LatestWords;
  std::map<std::string, Outline> Result;
};

} // namespace

std::map<std::string, Outline> scan::outlines(ASTContext &Ctx, Preprocessor &PP, UserCode &Users,
                                              llvm::ArrayRef<SourceRange> Inactive) {
  return Outliner(Ctx, PP, Users).run(Inactive);
}
