//===- Ir/Lexer.h - Tokens of the textual form ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line ends a declaration or an instruction, except inside parentheses. Any
// bytes give tokens: what is none is an Error token whose text says why.
// Internal to lib/Ir.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_LEXER_H
#define MDE_IR_LEXER_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace mde::ir {

struct Token {
  enum Kind : uint8_t {
    End,
    Newline,
    Word,   ///< call, return-place, CURLOPT_URL
    String, ///< Text: what stands between the quotes, escapes checked
    Int,    ///< Text: digits, perhaps after a minus
    Temp,   ///< Text: the digits behind %
    Punct,  ///< ( ) [ ] , : = @ .. ...
    Error   ///< Text: the message
  };
  Kind K = End;
  llvm::StringRef Text;
  uint32_t Line = 1, Col = 1;

  bool is(Kind Which) const { return K == Which; }
  bool isWord(llvm::StringRef W) const { return K == Word && Text == W; }
  bool isPunct(llvm::StringRef P) const { return K == Punct && Text == P; }
};

class Lexer {
public:
  explicit Lexer(llvm::StringRef Source) : Rest(Source) {}
  Token next();

private:
  void take(size_t N);
  void skipBlanks();
  Token make(Token::Kind K, size_t Length, size_t Skip = 0, size_t Drop = 0);
  Token error(llvm::StringRef Message, size_t Length);
  Token string();
  Token number();

  llvm::StringRef Rest;
  uint32_t Line = 1, Col = 1;
  uint64_t Parens = 0;
};

} // namespace mde::ir

#endif // MDE_IR_LEXER_H
