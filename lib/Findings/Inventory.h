//===- Findings/Inventory.h - Every request ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The evidence: every request to a target, compliant ones included, and every
// request whose host could not be decided. Requests to hosts that are no
// targets are not listed.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FINDINGS_INVENTORY_H
#define MDE_FINDINGS_INVENTORY_H

#include "Findings/Finding.h"

namespace mde::findings {

/// One place from which requests leave for one host with one verdict, however
/// many paths lead there.
struct Request {
  requirement::VerdictKind Kind = requirement::VerdictKind::Compliant;
  requirement::Doubt Why = requirement::Doubt::None;
  std::string Label;    ///< "malformed(no-prefix)"
  std::string Sentence; ///< The verdict's.
  std::string Library;
  std::string Callee; ///< The function that sends.
  std::string Host, Url, Method;
  std::string Agent; ///< As a pattern; "" when there is none.
  Loc Place;         ///< As Finding::Place.
  Loc SentAt;        ///< The sending call; the same, or further inside.
  std::string Function;
  std::vector<std::string> DependsOn; ///< Compliant: what fills the form.
  std::vector<std::string> Remarks;
  std::string Fingerprint; ///< As Finding::Fingerprint.
  std::optional<Suppression> Suppressed;
  std::vector<Loc> HostOrigins; ///< The literals that its host comes from.

  bool isHostUnknown() const { return Why == requirement::Doubt::HostUnknown; }
};

/// What findings() says, but with the fixes that each finding asks for, and every
/// request, by place; the order depends on the program only.
std::pair<std::vector<Finding>, std::vector<Request>>
findingsAndInventory(llvm::ArrayRef<paths::Send> Sends, const Settings &S,
                     const FileTable &Files);

} // namespace mde::findings

#endif // MDE_FINDINGS_INVENTORY_H
