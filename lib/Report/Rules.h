// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the three kinds of findings mean, for viewers that show it beside them.
#ifndef MDE_REPORT_RULES_H
#define MDE_REPORT_RULES_H

#include "Requirement/Verdict.h"
#include "llvm/ADT/ArrayRef.h"

namespace mde::report {

struct Rule {
  requirement::VerdictKind Kind;
  const char *Id;    ///< Never changes: people's suppressions name it.
  const char *Name;  ///< As a machine writes it.
  const char *Level; ///< SARIF's: error, warning.
  const char *Short; ///< One sentence.
  const char *Help;  ///< What to do.
};

llvm::ArrayRef<Rule> rules();
/// The index into rules() for findings of \p K.
size_t ruleFor(requirement::VerdictKind K);

} // namespace mde::report

#endif
