//===- Ir/Reader.h - Small pieces of the textual form -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads what declarations and instructions are made of: words, strings,
// numbers, types, locations, operands, lists. Every function returns true if it
// read what it was asked for; else the first error is kept and all further
// reading fails, so that callers only pass failure on. Internal to lib/Ir.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_READER_H
#define MDE_IR_READER_H

#include "Ir/Ir.h"
#include "Ir/Lexer.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/Twine.h"

namespace mde::ir {

class Reader {
public:
  Reader(llvm::StringRef Source, Unit &U) : U(U), Lex(Source) {
    Cur = Lex.next();
    Next = Lex.next();
  }

  const Token &cur() const { return Cur; }
  const Token &peek() const { return Next; }
  void advance() {
    Cur = Next;
    Next = Lex.next();
  }

  bool fail(const Token &At, const llvm::Twine &Message);
  /// Fails with what was found instead of \p Expected.
  bool expected(const llvm::Twine &Expected);
  const Token &errorAt() const { return ErrorAt; }
  llvm::StringRef error() const { return Message; }

  // Reads one if it is there.
  bool takeWord(llvm::StringRef W);
  bool takePunct(llvm::StringRef P);
  // Must be there.
  bool punct(llvm::StringRef P);
  bool endOfLine();
  bool string(llvm::StringRef &Out, llvm::StringRef What);
  /// A name that may stand without quotes.
  bool bareOrString(llvm::StringRef &Out, llvm::StringRef What);
  bool number(int64_t &Out, llvm::StringRef What);
  bool number(uint32_t &Out, llvm::StringRef What);
  bool temp(uint32_t &Out);
  bool block(BlockId &Out);
  bool loc(Loc &Out);
  bool type(const Type *&Out);
  bool operand(Operand &Out);
  /// True if an operand begins here.
  bool atOperand() const;
  /// `( item, item )`, perhaps empty.
  bool list(llvm::function_ref<bool()> Item);
  bool strings(std::vector<llvm::StringRef> &Out, llvm::StringRef What);

private:
  bool namedInt(Operand &Out);

  Unit &U;
  Lexer Lex;
  Token Cur, Next, ErrorAt;
  std::string Message;
};

} // namespace mde::ir

#endif // MDE_IR_READER_H
