//===- Ir/Syntax.h - The words of the textual form --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tables that the printer, the parser and the verifier share, so that none
// of them can disagree with another about how an instruction looks. Internal to
// lib/Ir.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_SYNTAX_H
#define MDE_IR_SYNTAX_H

#include "Ir/Ir.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

namespace mde::ir {

/// How one instruction is written. The form is a string of parts, in order:
///
///   N  Name, quoted                 a  the next of Args
///   T  Ty                           ,  a comma
///   ?  one of Args, or nothing      [  one of Args in brackets, or nothing
///   A  all other Args in ( )        O  as A, and left out when there are none
///   B  `block Then`                 E  `else block Else`
///   S  the Cases of Switch          D  the Cases and Else of Dispatch
struct OpForm {
  Op Opcode;
  llvm::StringLiteral Word;
  llvm::StringLiteral Form;
  enum : uint8_t { No, Yes, Maybe } Result;
  bool Into = false;    ///< May have `into %N`.
  bool Virtual = false; ///< May have `virtual`.
  bool Unwind = false;  ///< May have `unwind block N`.

  unsigned minArgs() const { return Form.count('a'); }
  /// True when Args beyond minArgs() are any number.
  bool anyArgs() const { return Form.contains('A') || Form.contains('O'); }
  unsigned maxArgs() const {
    return minArgs() + Form.count('?') + Form.count('[');
  }
  bool has(char Part) const { return Form.contains(Part); }
};

const OpForm &form(Op O);
/// The form whose word is \p Word, or null.
const OpForm *formFor(llvm::StringRef Word);
llvm::ArrayRef<OpForm> allForms();

/// True if \p Name is an operator of Unary (Op::Unary) or Binary.
bool isOperator(Op O, llvm::StringRef Name);

/// A bare word on a declaration, and the member it sets.
template <typename T> struct FlagWord {
  llvm::StringLiteral Word;
  bool T::*Member;
  bool Value = true;
};
llvm::ArrayRef<FlagWord<Function>> functionFlags();
llvm::ArrayRef<FlagWord<Record>> recordFlags();
llvm::ArrayRef<FlagWord<GlobalVar>> globalFlags();

/// "" for Plain and External, which are not written.
llvm::StringRef word(Function::Kind K);
llvm::StringRef word(Linkage L);

/// The keyword of the type's kind: `ptr`, `rref`, `record`.
llvm::StringRef typeWord(const Type &T);
/// The kind (and RValue) that \p Word names.
std::optional<Type> typeFor(llvm::StringRef Word);
/// Types longer than this are refused, so that code may recurse over them.
constexpr unsigned MaxTypeDepth = 256;

/// The Name of a function whose line gives none: the key up to its parameters,
/// without template arguments. `ns::C<int>::f(int)` gives `ns::C::f`.
std::string defaultName(llvm::StringRef Key);

/// True if a name can stand in the text without quotes.
bool isIdentifier(llvm::StringRef S);
/// Writes `"S"`; quotes, backslashes and bytes that do not print are escaped.
void writeQuoted(llvm::StringRef S, llvm::raw_ostream &OS);
/// The bytes that \p Escaped, the part between the quotes, stands for.
std::string unescape(llvm::StringRef Escaped);

} // namespace mde::ir

#endif // MDE_IR_SYNTAX_H
