//===- Ir/Lexer.cpp - Tokens of the textual form --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde::ir;
using llvm::isDigit;
using llvm::StringRef;

static bool isWordStart(char C) { return llvm::isAlpha(C) || C == '_'; }

/// The length of the word at the start of \p S: CURLOPT_URL, return-place.
static size_t wordLength(StringRef S) {
  size_t N = 1;
  while (N < S.size() &&
         (llvm::isAlnum(S[N]) || S[N] == '_' ||
          (S[N] == '-' && N + 1 < S.size() && isWordStart(S[N + 1]))))
    ++N;
  return N;
}

static size_t digits(StringRef S) {
  return std::min(S.find_if_not([](char C) { return isDigit(C); }), S.size());
}

void Lexer::take(size_t N) {
  Rest = Rest.drop_front(N);
  Col += N;
}

void Lexer::skipBlanks() {
  while (!Rest.empty()) {
    char C = Rest.front();
    if (C == ' ' || C == '\t' || C == '\r') {
      take(1);
    } else if (C == ';') {
      take(std::min(Rest.find('\n'), Rest.size()));
    } else if (C == '\n' && Parens) {
      take(1);
      ++Line;
      Col = 1;
    } else {
      return;
    }
  }
}

/// A token over the next \p Length bytes; its text leaves out \p Skip bytes at
/// the front and \p Drop at the back.
Token Lexer::make(Token::Kind K, size_t Length, size_t Skip, size_t Drop) {
  Token T{K, Rest.take_front(Length).drop_front(Skip).drop_back(Drop), Line,
          Col};
  take(Length);
  return T;
}

Token Lexer::error(StringRef Message, size_t Length) {
  Token T = make(Token::Error, Length);
  T.Text = Message;
  return T;
}

Token Lexer::string() {
  for (size_t N = 1; N < Rest.size() && Rest[N] != '\n'; ++N) {
    if (Rest[N] == '"')
      return make(Token::String, N + 1, 1, 1);
    if (Rest[N] != '\\')
      continue;
    StringRef Escape = Rest.substr(N + 1, 2);
    if (Escape.starts_with("\"") || Escape.starts_with("\\")) {
      ++N;
    } else if (Escape.size() == 2 && llvm::isHexDigit(Escape[0]) &&
               llvm::isHexDigit(Escape[1])) {
      N += 2;
    } else {
      take(N);
      return error("wrong escape in a string; allowed are \\\", \\\\ and two "
                   "hexadecimal digits as in \\0A",
                   1);
    }
  }
  return error("the string has no closing quote; it must end on the line where "
               "it begins",
               1);
}

Token Lexer::number() {
  size_t Sign = Rest.starts_with("-") ? 1 : 0;
  return make(Token::Int, Sign + digits(Rest.drop_front(Sign)));
}

Token Lexer::next() {
  skipBlanks();
  if (Rest.empty())
    return make(Token::End, 0);
  char C = Rest.front();
  char After = Rest.size() > 1 ? Rest[1] : 0;
  if (C == '\n') {
    Token T = make(Token::Newline, 1);
    ++Line;
    Col = 1;
    return T;
  }
  if (C == '"')
    return string();
  if (isWordStart(C))
    return make(Token::Word, wordLength(Rest));
  if (isDigit(C) || (C == '-' && isDigit(After)))
    return number();
  if (C == '%' && isDigit(After))
    return make(Token::Temp, 1 + digits(Rest.drop_front()), 1);
  if (Rest.starts_with("..."))
    return make(Token::Punct, 3);
  if (Rest.starts_with(".."))
    return make(Token::Punct, 2);
  if (StringRef("()[],:=@").contains(C)) {
    if (C == '(')
      ++Parens;
    else if (C == ')' && Parens)
      --Parens;
    return make(Token::Punct, 1);
  }
  return error("this character begins nothing; strings stand in double quotes, "
               "temporaries are %1, %2, ..., comments begin with ;",
               1);
}
