// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The parts of a page. Not for use from outside this library.
#ifndef MDE_REPORT_HTMLPARTS_H
#define MDE_REPORT_HTMLPARTS_H

#include "Report/Attestation.h"
#include "Report/Report.h"
#include "Report/SourceLines.h"

namespace mde::report::html {

/// "compliant" ... "host-unknown": a class of the style sheet.
std::string verdictOf(const findings::Request &R);
std::string verdictOf(const findings::Finding &F);
std::string badge(llvm::StringRef Verdict);

/// A URL in two parts: the host as it is written there, and what follows it.
struct Route {
  std::string Host, Path;
};
Route routeOf(const findings::Request &R);

/// An entry of a list of facts.
std::string fact(llvm::StringRef Name, llvm::StringRef Html);

/// Why somebody decided that a finding stands, and where that is written.
std::string reasonFor(const findings::Suppression &S);

/// "src/main.cpp:31:22"
std::string place(const Report &R, Loc At);

/// The sections; "" for one that has nothing to show.
std::string findingsSection(const Report &R);
std::string requestsSection(const Report &R);
std::string staleSuppressionsSection(const Report &R);
std::string literalsSection(const Report &R);
std::string unitsSection(const Report &R);
std::string attestationSection(const Attestation &A);

} // namespace mde::report::html

#endif
