//===- Ir/Parser.cpp - Reads the textual request program ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Parser.h"
#include "Ir/Body.h"
#include "Ir/Reader.h"
#include "Ir/Syntax.h"
#include "Ir/Verify.h"

using namespace mde;
using namespace mde::ir;
using llvm::StringRef;
using llvm::Twine;

namespace {

class Parser {
public:
  Parser(StringRef Source, Unit &U) : U(U), R(Source, U) {}

  /// False: see reader().
  bool unit();
  const Reader &reader() const { return R; }
  Pos where(const Problem &P) const;

private:
  bool header();
  bool topLevel();
  bool file();
  bool record();
  bool recordPart(Record &X);
  bool global();
  bool globalPart(GlobalVar &G);
  bool literal();
  bool function(bool Defined);
  bool functionPart(Function &F);
  bool param(Function &F);
  bool templateArg(Function &F);

  Pos here() const { return {R.cur().Line, R.cur().Col}; }
  template <typename T> bool takeFlag(T &X, llvm::ArrayRef<FlagWord<T>> Flags);
  bool takeLinkage(Linkage &L);

  Unit &U;
  Reader R;
  std::vector<Pos> Records, Globals, Literals, Functions;
  std::vector<BodyPos> Bodies; ///< per function
};

} // namespace

Pos Parser::where(const Problem &P) const {
  switch (P.K) {
  case Problem::InUnit:
    return {};
  case Problem::InRecord:
    return Records[P.Index];
  case Problem::InGlobal:
    return Globals[P.Index];
  case Problem::InLiteral:
    return Literals[P.Index];
  case Problem::InFunction:
    break;
  }
  if (P.Block == NoBlock)
    return Functions[P.Index];
  const std::vector<Pos> &Block = Bodies[P.Index][P.Block];
  return P.Instr + 1 < Block.size() ? Block[P.Instr + 1] : Block[0];
}

template <typename T>
bool Parser::takeFlag(T &X, llvm::ArrayRef<FlagWord<T>> Flags) {
  for (const FlagWord<T> &F : Flags)
    if (R.takeWord(F.Word)) {
      X.*F.Member = F.Value;
      return true;
    }
  return false;
}

bool Parser::takeLinkage(Linkage &L) {
  for (Linkage Which : {Linkage::Inline, Linkage::Internal})
    if (R.takeWord(word(Which))) {
      L = Which;
      return true;
    }
  return false;
}

bool Parser::unit() {
  if (!header())
    return false;
  while (!R.cur().is(Token::End))
    if (!topLevel())
      return false;
  return true;
}

bool Parser::header() {
  while (R.cur().is(Token::Newline))
    R.advance();
  if (!R.takeWord("mdeir"))
    return R.expected("'mdeir 1' in the first line");
  Token Version = R.cur();
  uint32_t N = 0;
  if (!R.number(N, "the version of the format"))
    return false;
  if (N != FormatVersion)
    return R.fail(Version, "version " + Twine(N) +
                               " of the format is not known; this program "
                               "reads version " +
                               Twine(FormatVersion));
  if (!R.endOfLine())
    return false;
  StringRef Name;
  if (!R.takeWord("unit"))
    return R.expected("'unit' and the name of the source file");
  if (!R.string(Name, "the name of the source file"))
    return false;
  U.HadErrors = R.takeWord("had-errors");
  U.MainFile = Name.str();
  U.Files.add(Name);
  return R.endOfLine();
}

bool Parser::topLevel() {
  if (R.takeWord("file"))
    return file();
  if (R.takeWord("record"))
    return record();
  if (R.takeWord("global"))
    return global();
  if (R.takeWord("literal"))
    return literal();
  if (R.takeWord("declare"))
    return function(false);
  if (R.takeWord("function"))
    return function(true);
  return R.expected(
      "a line that begins with file, record, global, literal, declare, "
      "function, or in a function with block or an instruction");
}

bool Parser::file() {
  Token At = R.cur();
  uint32_t N = 0;
  StringRef Name;
  if (!R.number(N, "the file's number") || !R.string(Name, "the file's name"))
    return false;
  if (N != U.Files.size() + 1)
    return R.fail(At, "file " + Twine(N) +
                          " is out of order; the next file has number " +
                          Twine(U.Files.size() + 1));
  if (U.Files.add(Name) != N)
    return R.fail(At, "this file is listed twice; each name has one number");
  return R.endOfLine();
}

bool Parser::record() {
  Records.push_back(here());
  Record X;
  if (!R.string(X.Name, "the name of the class"))
    return false;
  while (!R.cur().is(Token::Newline) && !R.cur().is(Token::End))
    if (!recordPart(X))
      return false;
  U.Records.push_back(std::move(X));
  return R.endOfLine();
}

bool Parser::recordPart(Record &X) {
  if (R.takeWord("bases"))
    return R.strings(X.Bases, "the name of a class");
  if (R.takeWord("calls"))
    return R.strings(X.Calls, "the key of a function");
  if (R.takeWord("converts"))
    return R.strings(X.Conversions, "the key of a function");
  if (R.takeWord("at"))
    return R.loc(X.At);
  if (R.takeWord("fields"))
    return R.list([&] {
      Field &F = X.Fields.emplace_back();
      return R.string(F.Name, "the field's name") && R.type(F.Ty);
    });
  if (R.takeWord("virtual"))
    return R.list([&] {
      Override &V = X.Virtuals.emplace_back();
      return R.string(V.Method, "the key of a method") &&
             (!R.takeWord("overrides") ||
              R.strings(V.Of, "the key of a method"));
    });
  return takeFlag(X, recordFlags()) ||
         R.expected("bases, fields, virtual, calls, converts, at or a flag of a record: "
                    "union, lambda, abstract, user, internal");
}

bool Parser::global() {
  Globals.push_back(here());
  GlobalVar G;
  G.Defined = true;
  if (!R.string(G.Key, "the key of the variable") || !R.type(G.Ty))
    return false;
  while (!R.cur().is(Token::Newline) && !R.cur().is(Token::End))
    if (!globalPart(G))
      return false;
  U.Globals.push_back(G);
  return R.endOfLine();
}

bool Parser::globalPart(GlobalVar &G) {
  if (R.takeWord("usr"))
    return R.string(G.Usr, "the USR");
  if (R.takeWord("init"))
    return R.string(G.Init, "the key of a function");
  if (R.takeWord("fini"))
    return R.string(G.Fini, "the key of a function");
  if (R.takeWord("at"))
    return R.loc(G.At);
  return takeLinkage(G.Link) || takeFlag(G, globalFlags()) ||
         R.expected("usr, init, fini, at or a flag of a global: internal, "
                    "inline, const, extern, static-local, user");
}

bool Parser::literal() {
  Literals.push_back(here());
  HostLiteral L;
  if (!R.string(L.Value, "the text"))
    return false;
  while (!R.cur().is(Token::Newline) && !R.cur().is(Token::End)) {
    if (R.takeWord("inactive")) {
      L.Inactive = true;
    } else if (R.takeWord("at")) {
      if (!R.loc(L.At))
        return false;
    } else if (R.takeWord("in")) {
      if (!R.string(L.Function, "the key of a function"))
        return false;
    } else {
      return R.expected("at, inactive or in \"key\"");
    }
  }
  U.Literals.push_back(L);
  return R.endOfLine();
}

bool Parser::function(bool Defined) {
  Functions.push_back(here());
  Bodies.emplace_back();
  Function F;
  F.Defined = Defined;
  F.Result = U.simple(Type::Void);
  if (!R.string(F.Key, "the key of the function"))
    return false;
  while (!R.cur().is(Token::Newline) && !R.cur().is(Token::End))
    if (!functionPart(F))
      return false;
  if (F.Name.empty())
    F.Name = U.save(defaultName(F.Key));
  if (!R.endOfLine() || (Defined && !readBody(R, F, Bodies.back())))
    return false;
  U.Functions.push_back(std::move(F));
  return true;
}

bool Parser::functionPart(Function &F) {
  if (R.takeWord("name"))
    return R.string(F.Name, "the qualified name");
  if (R.takeWord("usr"))
    return R.string(F.Usr, "the USR");
  if (R.takeWord("params"))
    return R.list([&] { return param(F); });
  if (R.takeWord("returns"))
    return R.type(F.Result);
  if (R.takeWord("record"))
    return R.string(F.Record, "the name of the class");
  if (R.takeWord("template-args"))
    return R.list([&] { return templateArg(F); });
  if (R.takeWord("annotations"))
    return R.strings(F.Annotations, "the annotation");
  if (R.takeWord("constructs"))
    return R.strings(F.Constructs, "the key of a function that constructs an object");
  if (R.takeWord("at"))
    return R.loc(F.At);
  for (Function::Kind K :
       {Function::Constructor, Function::Destructor, Function::Conversion})
    if (R.takeWord(word(K))) {
      F.K = K;
      return true;
    }
  return takeLinkage(F.Link) || takeFlag(F, functionFlags()) ||
         R.expected(
             "name, usr, params, returns, record, template-args, annotations, "
             "constructs, at or a flag of a function: internal, inline, constructor, "
             "destructor, conversion, static, const, variadic, noexcept, "
             "noreturn, virtual, private, implicit, user, address-taken");
}

bool Parser::param(Function &F) {
  if (R.takePunct("...")) {
    F.Variadic = true;
    return R.cur().isPunct(")") || R.expected("')' after '...'");
  }
  Param &P = F.Params.emplace_back();
  return (!R.cur().is(Token::String) || R.string(P.Name, "a name")) &&
         R.type(P.Ty);
}

bool Parser::templateArg(Function &F) {
  TemplateArg &A = F.TemplateArgs.emplace_back();
  return R.cur().is(Token::Int) ? R.number(A.Value, "a number") : R.type(A.Ty);
}

llvm::Expected<std::unique_ptr<Unit>> ir::parse(llvm::MemoryBufferRef Buffer) {
  auto Error = [&](Pos At, StringRef Message) {
    return llvm::createStringError(Buffer.getBufferIdentifier() + ":" +
                                   Twine(At.Line) + ":" + Twine(At.Col) + ": " +
                                   Message);
  };
  auto U = std::make_unique<Unit>();
  Parser P(Buffer.getBuffer(), *U);
  if (!P.unit()) {
    const Token &At = P.reader().errorAt();
    return Error({At.Line, At.Col}, P.reader().error());
  }
  if (std::optional<Problem> Wrong = check(*U))
    return Error(P.where(*Wrong), Wrong->Message);
  return U;
}
