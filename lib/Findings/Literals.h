//===- Findings/Literals.h - Every literal that names a host ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// So that a reviewer sees that nothing was missed: each string literal in user
// code that holds the name of a target host, and what became of it. It is told
// as far as the place where it stands shows it: a text that was handed on and
// came to no request is said to be handed on, and to whom.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FINDINGS_LITERALS_H
#define MDE_FINDINGS_LITERALS_H

#include "Findings/Inventory.h"
#include "Ir/Program.h"

namespace mde::findings {

enum class Fate : uint8_t {
  Request,    ///< The host of a request that was found.
  Inactive,   ///< In code that the preprocessor left out.
  Scope,      ///< Asks for a token: `https://graph.microsoft.com/.default`.
  Comparison, ///< Something is compared with it.
  Log,        ///< Written for people.
  Passed,     ///< Given to a function.
  Stored,     ///< Kept in a variable or object.
  Unused      ///< Nothing that is run uses it: no template makes use of it, say.
};
/// "request", "inactive" ...
llvm::StringRef name(Fate F);

struct Literal {
  std::string Value; ///< As it is written, without escapes.
  std::string Host;  ///< The first target in it.
  Loc At;
  std::string Function; ///< Where it stands, for people; may be empty.
  Fate Became = Fate::Unused;
  std::vector<std::string> To;       ///< Comparison, Log, Passed: the functions.
  std::vector<std::string> Requests; ///< Request: their fingerprints.
};

/// By place. \p Program is linked; \p Requests are of it.
std::vector<Literal> literals(const ir::Program &Program,
                              llvm::ArrayRef<Request> Requests,
                              const requirement::Options &O);

} // namespace mde::findings

#endif // MDE_FINDINGS_LITERALS_H
