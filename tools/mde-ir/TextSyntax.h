//===- mde-ir/TextSyntax.h - Texts with holes, as people type -*- C++ -*---===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How `mde-ir judge` and `mde-ir text` read a text. A hole stands between
// dollar signs, because braces, angle brackets and '%' are what placeholders
// are made of:
//
//   MdePartner-Contoso-App/$version$     the hole "parameter 'version'"
//   https://$outside:region$.example     with an origin: runtime (the default),
//                                        outside, response, bound, unknown,
//                                        number; of response:HOST, the host
//   $name+$  $name~$  $name+~$           not empty; one line; both
//   a$|$b                                two alternatives
//   $$  \\  \n  \r  \t  \" \xNN          characters
//
// Holes of one name in one line are the same unknown; the name "_" is an
// unknown without identity.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TOOLS_MDE_IR_TEXTSYNTAX_H
#define MDE_TOOLS_MDE_IR_TEXTSYNTAX_H

#include "Text/Text.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"

namespace mde::ir {

class TextReader {
public:
  /// Reads \p Written whole.
  llvm::Expected<Text> read(llvm::StringRef Written);

private:
  llvm::Expected<Piece> readHole(llvm::StringRef Inside);
  llvm::StringMap<SymbolId> Symbols;
};

/// Splits a line at blanks; "..." holds blanks. Escapes stay for TextReader.
llvm::Expected<std::vector<std::string>> splitWords(llvm::StringRef Line);

/// Calls \p F with every line of standard input, or of \p File, that is not
/// empty and not a comment ('#' or "//"); its errors are printed in place of an
/// answer. Returns the exit code.
int forEachLine(llvm::StringRef File,
                llvm::function_ref<llvm::Error(llvm::StringRef)> F);

} // namespace mde::ir

#endif // MDE_TOOLS_MDE_IR_TEXTSYNTAX_H
