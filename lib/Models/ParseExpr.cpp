//===- Models/ParseExpr.cpp - Expressions of models -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde::models;
using llvm::StringRef;
using llvm::Twine;

static constexpr unsigned MaxDepth = 32;
static constexpr unsigned MaxIndex = 64;

static std::string suggestFunction(StringRef Word) {
  std::vector<StringRef> All;
  for (const FunctionInfo &F : functions())
    All.push_back(F.Name);
  std::string S = suggest(Word, All);
  return StringRef(S).starts_with("; allowed")
             ? "; `mde-ir models --vocabulary` lists the functions"
             : S;
}

namespace {

class ExprParser {
public:
  ExprParser(Context &C, const Node &N) : C(C), N(N), S(N.Text) {}

  std::optional<Expr> parse(Want W, const Node *Owner);

private:
  bool expr(Expr &E, bool Argument);
  bool primary(Expr &E, bool Argument);
  bool named(Expr &E, StringRef Word, size_t At, bool Argument);
  bool call(Expr &E, StringRef Word, size_t At);
  bool postfix(Expr &E);
  bool text(Expr &E);
  bool number(int64_t &Value);
  bool slot(std::string &Name);
  bool indexed(Expr &E, StringRef Word, StringRef Prefix, Expr::Kind K,
               size_t At);

  void space() {
    while (Pos < S.size() && (S[Pos] == ' ' || S[Pos] == '\n'))
      ++Pos;
  }
  bool eat(char Ch) {
    space();
    if (Pos == S.size() || S[Pos] != Ch)
      return false;
    ++Pos;
    return true;
  }
  StringRef ident() {
    size_t From = Pos;
    while (Pos < S.size() && (llvm::isAlnum(S[Pos]) || S[Pos] == '_' ||
                              (S[Pos] == '-' && Pos > From)))
      ++Pos;
    return S.slice(From, Pos);
  }
  bool fail(size_t At, const Twine &What) {
    C.M.add(N.at(At), What);
    return false;
  }
  std::string here() {
    return Pos < S.size() ? quoted(S.substr(Pos, 1))
                          : "the end of the expression";
  }

  Context &C;
  const Node &N;
  StringRef S;
  size_t Pos = 0;
  unsigned Depth = 0;
};

} // namespace

bool ExprParser::number(int64_t &Value) {
  size_t From = Pos;
  if (Pos < S.size() && S[Pos] == '-')
    ++Pos;
  while (Pos < S.size() && llvm::isAlnum(S[Pos]))
    ++Pos;
  StringRef Digits = S.slice(From, Pos);
  if (Digits.getAsInteger(0, Value))
    return fail(From, quoted(Digits) + " is not an integer that fits 64 bits");
  return true;
}

bool ExprParser::slot(std::string &Name) {
  size_t From = Pos++;
  ident();
  Name = S.slice(From, Pos).str();
  if (C.isSlot(Name))
    return true;
  std::vector<StringRef> All(publicSlots());
  for (const std::string &P : C.Lib.Slots)
    All.push_back(P);
  return fail(From, quoted(Name) + " is not a slot" + suggest(Name, All) +
                        " (a model's own ones are declared under `slots:`)");
}

bool ExprParser::text(Expr &E) {
  size_t From = Pos++;
  E.K = Expr::Text;
  for (; Pos < S.size(); ++Pos) {
    if (S[Pos] == '\'') {
      ++Pos;
      return true;
    }
    if (S[Pos] == '\\' && Pos + 1 < S.size()) {
      char Ch = S[++Pos];
      E.Name += Ch == 'n' ? '\n' : Ch == 'r' ? '\r' : Ch == 't' ? '\t' : Ch;
      continue;
    }
    E.Name += S[Pos];
  }
  return fail(From, "this text has no closing quote");
}

bool ExprParser::indexed(Expr &E, StringRef Word, StringRef Prefix,
                         Expr::Kind K, size_t At) {
  StringRef Digits = Word;
  uint64_t Index;
  Digits.consume_front(Prefix);
  if (Digits.getAsInteger(10, Index) || Index >= MaxIndex)
    return fail(At, quoted(Word) + " has no index below " + Twine(MaxIndex) +
                        "; write " + Prefix + "0, " + Prefix + "1, ...");
  E.K = K;
  E.Index = int64_t(Index);
  return true;
}

bool ExprParser::call(Expr &E, StringRef Word, size_t At) {
  std::optional<Fn> F = functionNamed(Word);
  if (!F)
    return fail(At,
                quoted(Word) + " is not a function" + suggestFunction(Word));
  E.K = Expr::Call;
  E.F = *F;
  bool Rest = false;
  if (!eat(')')) {
    do {
      E.Operands.emplace_back();
      space();
      size_t From = Pos;
      if (Rest)
        return fail(
            From,
            "nothing may follow args(N): it stands for all other arguments");
      if (!expr(E.Operands.back(), /*Argument=*/true))
        return false;
      Rest = E.Operands.back().K == Expr::Args;
    } while (eat(','));
    if (!eat(')'))
      return fail(Pos, "',' or ')' is missing before " + here());
  }
  const FunctionInfo &Info = functions()[size_t(*F)];
  const size_t Given = E.Operands.size();
  if (*F == Fn::Variable && Given == 1) {
    if (E.Operands[0].K != Expr::Text || !C.isVariable(E.Operands[0].Name))
      return fail(At, "`variable` takes the name, in quotes, of one under `variables:`");
  }
  if (Rest && Info.Max != ~0u)
    return fail(At, quoted(Word) +
                        " does not take any number of arguments, so args(N) "
                        "cannot be one of them");
  if (Given >= Info.Min && Given <= Info.Max)
    return true;
  std::string Takes = Info.Min == Info.Max ? std::to_string(Info.Min)
                      : Info.Max == ~0u ? "at least " + std::to_string(Info.Min)
                                        : std::to_string(Info.Min) + " or " +
                                              std::to_string(Info.Max);
  return fail(At, quoted(Word) + " takes " + Takes + " argument" +
                      (Takes == "1" || Takes == "at least 1" ? "" : "s") +
                      "; here are " + Twine(Given));
}

bool ExprParser::named(Expr &E, StringRef Word, size_t At, bool Argument) {
  if (Word == "args" && eat('(')) {
    space();
    int64_t Index;
    size_t From = Pos;
    if (!number(Index))
      return false;
    if (Index < 0 || Index >= int64_t(MaxIndex))
      return fail(From, "an argument's number is below " + Twine(MaxIndex));
    if (!eat(')'))
      return fail(Pos, "')' is missing before " + here());
    if (!Argument)
      return fail(
          At, "args(N) stands for several values; it is allowed as the last "
              "argument of a function or of `args:`");
    E.K = Expr::Args;
    E.Index = Index;
    return true;
  }
  if (eat('('))
    return call(E, Word, At);
  if (Word == "this" || Word == "result" || Word == "return" ||
      Word == "user" || Word == "null") {
    E.K = Word == "this"   ? Expr::This
          : Word == "user" ? Expr::User
          : Word == "null" ? Expr::Null
                           : Expr::Result;
    return true;
  }
  if (Word == "true" || Word == "false") {
    E.K = Expr::Bool;
    E.Index = Word == "true";
    return true;
  }
  if (std::optional<int64_t> Value = C.constant(Word)) {
    E.K = Expr::Int;
    E.Index = *Value;
    E.Name = Word.str();
    return true;
  }
  if (Word.starts_with("class-targ")) {
    E.Name = "class";
    return indexed(E, Word, "class-targ", Expr::TArg, At);
  }
  if (Word.starts_with("targ"))
    return indexed(E, Word, "targ", Expr::TArg, At);
  if (Word.starts_with("arg") && Word != "args")
    return indexed(E, Word, "arg", Expr::Arg, At);
  if (functionNamed(Word))
    return fail(At, quoted(Word) + " is a function; its arguments are missing");
  return fail(At, quoted(Word) + " means nothing here; allowed are argN, "
                                 "args(N), this, result, targN, "
                                 "class-targN, user, integers, 'texts', null, "
                                 "true, false, functions and "
                                 "the names under `constants:`");
}

bool ExprParser::primary(Expr &E, bool Argument) {
  space();
  size_t At = Pos;
  if (Pos == S.size())
    return fail(At, "an expression is missing here");
  if (S[Pos] == '\'')
    return text(E);
  if (llvm::isDigit(S[Pos]) || S[Pos] == '-') {
    E.K = Expr::Int;
    return number(E.Index);
  }
  if (S[Pos] == '$')
    return fail(At, "a slot belongs to an object: write arg0" +
                        S.substr(Pos, 20) + " or the like");
  StringRef Word = ident();
  if (Word.empty())
    return fail(At, "an expression cannot begin with " + here());
  return named(E, Word, At, Argument);
}

bool ExprParser::postfix(Expr &E) {
  unsigned Links = 0;
  while (Pos < S.size() && S[Pos] == '.') {
    size_t At = Pos++;
    if (++Links > MaxDepth)
      return fail(At, "this expression is too long");
    Expr Whole;
    if (Pos < S.size() && S[Pos] == '$') {
      Whole.K = Expr::Slot;
      if (!slot(Whole.Name))
        return false;
    } else {
      Whole.K = Expr::Field;
      Whole.Name = ident().str();
      if (Whole.Name.empty())
        return fail(At, "a field or $slot is missing after '.'");
    }
    Whole.Operands.push_back(std::move(E));
    E = std::move(Whole);
  }
  return true;
}

bool ExprParser::expr(Expr &E, bool Argument) {
  if (Depth == MaxDepth)
    return fail(Pos, "this expression is nested too deeply");
  ++Depth;
  bool Ok = primary(E, Argument) && postfix(E);
  --Depth;
  return Ok;
}

static bool isPlace(const Expr &E) {
  switch (E.K) {
  case Expr::Arg:
  case Expr::This:
  case Expr::Result:
  case Expr::User:
  case Expr::Field:
  case Expr::Slot:
    return true;
  case Expr::Call:
    return yieldsPlace(E.F);
  default:
    return false;
  }
}

std::optional<Expr> ExprParser::parse(Want W, const Node *Owner) {
  Expr E;
  space();
  size_t At = Pos;
  if (W == Want::Slot && Pos < S.size() && S[Pos] == '$') {
    E.K = Expr::Slot;
    if (!slot(E.Name))
      return std::nullopt;
    if (!Owner) {
      fail(At,
           "a slot belongs to an object: add `of:`, or write arg0" + E.Name);
      return std::nullopt;
    }
    std::optional<Expr> Of = parseExpr(C, *Owner, Want::Value);
    if (!Of)
      return std::nullopt;
    E.Operands.push_back(std::move(*Of));
  } else {
    if (Owner)
      C.M.add(*Owner, "`of:` says whose slot is meant, but no $slot is named");
    if (!expr(E, W == Want::Argument))
      return std::nullopt;
  }
  space();
  if (Pos != S.size()) {
    fail(Pos, "the expression ends before " + here());
    return std::nullopt;
  }
  if ((W == Want::Place || W == Want::Slot) && !isPlace(E)) {
    fail(At, "this is a value, but a place is needed; places are argN, this, "
             "result, user, "
             "their fields and slots, and what deref, at, get, get-or-add, "
             "first, last and "
             "element yield");
    return std::nullopt;
  }
  return E;
}

std::optional<Expr> mde::models::parseExpr(Context &C, const Node &N, Want W,
                                           const Node *Owner) {
  if (N.K != Node::Scalar) {
    C.M.add(
        N,
        "an expression is expected here, such as arg0 or 'concat(this, arg0)'");
    return std::nullopt;
  }
  // 'a: b' and "x" in quotes of YAML hold an expression all the same.
  return ExprParser(C, N).parse(W, Owner);
}
