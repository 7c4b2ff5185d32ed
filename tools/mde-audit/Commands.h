//===- mde-audit/Commands.h - The verbs of mde-audit ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file, one verb: it declares the verb's options and hands them to
// lib/Audit and lib/Report.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TOOLS_MDE_AUDIT_COMMANDS_H
#define MDE_TOOLS_MDE_AUDIT_COMMANDS_H

#include "Audit/Audit.h"
#include "llvm/Support/CommandLine.h"

namespace mde::audit {

/// Each returns the exit code of the program.
int runAudit();   ///< Without a verb.
int runCapture(); ///< `capture`
int runLink();    ///< `link`
int runAttest();  ///< `attest`
int runExplain(); ///< `explain`
int runInit();    ///< `init`

// Options of several files refer to these; whichever is first makes them.

inline llvm::cl::SubCommand &captureVerb() {
  static llvm::cl::SubCommand Verb(
      "capture",
      "Captures one unit into a file: capture -o UNIT FILE -- FLAGS");
  return Verb;
}
inline llvm::cl::SubCommand &linkVerb() {
  static llvm::cl::SubCommand Verb("link",
                                   "Judges captured units: link UNIT...");
  return Verb;
}
inline llvm::cl::SubCommand &attestVerb() {
  static llvm::cl::SubCommand Verb(
      "attest", "Writes evidence for certification: attest -o DIR [-p BUILD]");
  return Verb;
}
inline llvm::cl::SubCommand &explainVerb() {
  static llvm::cl::SubCommand Verb(
      "explain", "Says what is known of a line: explain FILE:LINE [-p BUILD]");
  return Verb;
}
inline llvm::cl::SubCommand &initVerb() {
  static llvm::cl::SubCommand Verb(
      "init", "Proposes .clang-tidy, .clangd and a CI file; --write writes them");
  return Verb;
}
/// Of the options without a verb, among LLVM's.
inline llvm::cl::OptionCategory &projectOptions() {
  static llvm::cl::OptionCategory Category("Options of mde-audit");
  return Category;
}

/// --config-file, which every verb has: the file, or "".
const std::string &configFile();

/// Captures and judges the project that the command line names, and tells people
/// how far that is. \p Whole: units without a say are parsed, too. With \p Explain, see
/// Project::Explain.
llvm::Expected<report::Report>
auditAsAsked(bool Whole, std::optional<SourceLine> Explain = std::nullopt);

/// All that follows the name of the program.
std::vector<std::string> &arguments();

/// Tells people about \p E; returns ExitUsage.
int badUse(llvm::Error E);

} // namespace mde::audit

#endif // MDE_TOOLS_MDE_AUDIT_COMMANDS_H
