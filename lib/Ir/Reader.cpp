//===- Ir/Reader.cpp - Small pieces of the textual form -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Reader.h"
#include "Ir/Syntax.h"

using namespace mde;
using namespace mde::ir;
using llvm::StringRef;
using llvm::Twine;

bool Reader::fail(const Token &At, const Twine &Msg) {
  if (Message.empty()) {
    // A byte that is no token is the error, whatever was looked for there.
    ErrorAt = At;
    Message = At.is(Token::Error) ? At.Text.str() : Msg.str();
  }
  return false;
}

static std::string describe(const Token &T) {
  constexpr size_t Longest = 40;
  StringRef Text = T.Text.take_front(Longest);
  StringRef More = T.Text.size() > Longest ? "..." : "";
  switch (T.K) {
  case Token::End:
    return "the end of the file";
  case Token::Newline:
    return "the end of the line";
  case Token::String:
    return (Twine('"') + Text + More + "\"").str();
  case Token::Temp:
    return (Twine('%') + Text + More).str();
  default:
    return (Twine('\'') + Text + More + "'").str();
  }
}

bool Reader::expected(const Twine &Expected) {
  return fail(Cur, "found " + describe(Cur) + "; expected " + Expected);
}

bool Reader::takeWord(StringRef W) {
  if (!Cur.isWord(W))
    return false;
  advance();
  return true;
}

bool Reader::takePunct(StringRef P) {
  if (!Cur.isPunct(P))
    return false;
  advance();
  return true;
}

bool Reader::punct(StringRef P) {
  return takePunct(P) || expected("'" + P + "'");
}

bool Reader::endOfLine() {
  if (Cur.is(Token::End))
    return true;
  if (!Cur.is(Token::Newline))
    return expected("the end of the line");
  while (Cur.is(Token::Newline))
    advance();
  return true;
}

bool Reader::string(StringRef &Out, StringRef What) {
  if (!Cur.is(Token::String))
    return expected(What + " in double quotes");
  Out = U.save(Cur.Text.contains('\\') ? StringRef(unescape(Cur.Text))
                                       : Cur.Text);
  advance();
  return true;
}

bool Reader::bareOrString(StringRef &Out, StringRef What) {
  if (Cur.is(Token::String))
    return string(Out, What);
  if (!Cur.is(Token::Word))
    return expected(What + ", in double quotes unless it is an identifier");
  Out = U.save(Cur.Text);
  advance();
  return true;
}

bool Reader::number(int64_t &Out, StringRef What) {
  if (!Cur.is(Token::Int))
    return expected(What);
  if (Cur.Text.getAsInteger(10, Out))
    return fail(Cur, "the number does not fit; allowed are 64 bits, signed");
  advance();
  return true;
}

bool Reader::number(uint32_t &Out, StringRef What) {
  if (!Cur.is(Token::Int))
    return expected(What);
  if (Cur.Text.getAsInteger(10, Out))
    return fail(Cur, "the number does not fit; allowed are 32 bits, unsigned");
  advance();
  return true;
}

bool Reader::temp(uint32_t &Out) {
  if (!Cur.is(Token::Temp))
    return expected("a temporary such as %1");
  if (Cur.Text.getAsInteger(10, Out) || Out == 0)
    return fail(Cur, "wrong number of a temporary; they are %1, %2, ...");
  advance();
  return true;
}

bool Reader::block(BlockId &Out) {
  if (!takeWord("block"))
    return expected("'block' and its number");
  return number(Out, "the number of a block");
}

bool Reader::loc(Loc &Out) {
  Token Start = Cur;
  Loc At{1, 0, 0};
  if (!number(At.Line, "LINE:COL or FILE:LINE:COL") || !punct(":") ||
      !number(At.Col, "a column"))
    return false;
  if (takePunct(":")) {
    At.File = At.Line;
    At.Line = At.Col;
    if (!number(At.Col, "a column"))
      return false;
  }
  if (At.File == 0 || At.File > U.Files.size())
    return fail(Start, "file " + Twine(At.File) +
                           " is not listed; add a line 'file " +
                           Twine(At.File) + " \"name\"' before this one");
  Out = At;
  return true;
}

bool Reader::type(const Type *&Out) {
  // Outermost first; built from the inside.
  llvm::SmallVector<Type, 4> Chain;
  for (;;) {
    if (Chain.size() == MaxTypeDepth)
      return fail(Cur, "the type is too deep; allowed are " +
                           Twine(MaxTypeDepth) + " levels");
    bool Const = takeWord("const");
    std::optional<Type> T =
        Cur.is(Token::Word) ? typeFor(Cur.Text) : std::nullopt;
    if (!T)
      return expected("a type: void, bool, char, int, float, enum \"name\", "
                      "ptr TYPE, ref TYPE, rref TYPE, array COUNT TYPE, record "
                      "\"name\" or function, perhaps after const");
    advance();
    T->Const = Const;
    if (T->K == Type::Array && Cur.is(Token::Int)) {
      if (Cur.Text.getAsInteger(10, T->Count))
        return fail(Cur, "wrong size of an array; allowed are 64 bits, "
                         "unsigned");
      advance();
    }
    if ((T->K == Type::Enum || T->K == Type::Record) &&
        !string(T->Name, "the type's name"))
      return false;
    Chain.push_back(*T);
    if (T->K != Type::Pointer && T->K != Type::Reference && T->K != Type::Array)
      break;
  }
  Out = nullptr;
  for (Type &T : llvm::reverse(Chain)) {
    T.Inner = Out;
    Out = U.type(T);
  }
  return true;
}

bool Reader::atOperand() const {
  if (Cur.is(Token::Temp) || Cur.is(Token::String) || Cur.is(Token::Int))
    return true;
  if (!Cur.is(Token::Word))
    return false;
  return Next.isPunct("=") || Cur.Text == "null" || Cur.Text == "float" ||
         Cur.Text == "function" || Cur.Text == "member" ||
         Cur.Text == "unknown";
}

bool Reader::namedInt(Operand &Out) {
  return bareOrString(Out.Str, "a name") && punct("=") &&
         number(Out.Value, "a number");
}

bool Reader::operand(Operand &Out) {
  if (!atOperand())
    return expected("an operand: %1, \"text\", 5, NAME=5, float \"1.5\", null, "
                    "function \"key\", member \"name\" or unknown \"why\"");
  if (Next.isPunct("=") && !Cur.is(Token::Temp) && !Cur.is(Token::Int)) {
    Out.K = Operand::Int;
    return namedInt(Out);
  }
  switch (Cur.K) {
  case Token::Temp:
    Out.K = Operand::Temp;
    return temp(Out.Temp_);
  case Token::Int:
    Out.K = Operand::Int;
    return number(Out.Value, "a number");
  case Token::String:
    Out.K = Operand::Text;
    return string(Out.Str, "a text") && (!takePunct("@") || loc(Out.At));
  default:
    break;
  }
  if (takeWord("null")) {
    Out.K = Operand::Null;
    return true;
  }
  Out.K = takeWord("float")      ? Operand::Float
          : takeWord("function") ? Operand::Function
          : takeWord("member")   ? Operand::Member
                                 : Operand::Unknown;
  if (Out.K == Operand::Unknown)
    advance();
  return string(Out.Str, "a name");
}

bool Reader::list(llvm::function_ref<bool()> Item) {
  if (!punct("("))
    return false;
  if (takePunct(")"))
    return true;
  do {
    if (!Item())
      return false;
  } while (takePunct(","));
  return takePunct(")") || expected("',' or ')'");
}

bool Reader::strings(std::vector<StringRef> &Out, StringRef What) {
  return list([&] {
    StringRef S;
    if (!string(S, What))
      return false;
    Out.push_back(S);
    return true;
  });
}
