//===- Requirement/Verdict.h - What is said of a request --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Judges a Send: does the request go to a target, and does it carry a
// User-Agent of the form? A Verdict holds one sentence for people and the facts
// that it is made of for machines.
//
// A value that is known to be bad on some path decides. A value that is bad
// only in a merged state, or that a hole decides, is unverified, and the
// sentence says what it depends on.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_VERDICT_H
#define MDE_REQUIREMENT_VERDICT_H

#include "Paths/Send.h"
#include "Requirement/Hosts.h"
#include "Requirement/UserAgent.h"

namespace mde::requirement {

enum class VerdictKind : uint8_t {
  Compliant,
  Missing, ///< No User-Agent, an empty one, or the library's own.
  Malformed,
  Unverified,
  NotATarget
};
/// "compliant", "missing", "malformed", "unverified", "not-a-target".
llvm::StringRef name(VerdictKind K);

/// Why a verdict is unverified.
enum class Doubt : uint8_t {
  None,
  Value,       ///< The value depends on what only execution knows.
  Callers,     ///< It comes from callers or writers that were not seen.
  Bound,       ///< A bound of the engine was reached.
  Response,    ///< It was read from a response.
  NotModeled,  ///< It comes from code that is not understood.
  OpenHeaders, ///< Headers that are not fully known may hold one.
  Pending,     ///< The request goes into code that was not seen.
  Combination, ///< Which URL goes with which User-Agent is not known.
  HostDepends, ///< Some of the hosts that it may be are targets.
  HostUnknown  ///< Nothing of the host is known.
};
/// "value", "callers-not-seen", "bound" ...
llvm::StringRef name(Doubt D);

struct Verdict {
  VerdictKind Kind = VerdictKind::NotATarget;
  AgentFault Fault = AgentFault::None; ///< Malformed, or Missing when Empty.
  Doubt Why = Doubt::None;             ///< Unverified.
  OriginRef DoubtFrom;                 ///< Unverified: what it depends on.
  std::string Sentence;                ///< For people; no dot at the end.
  std::string Host;                    ///< As people should read it.
  /// The row of the host; null for TargetHosts and when it is no target.
  const HostRow *Row = nullptr;
  /// The URL was read from a response of the host, and is taken to go there.
  bool FromResponse = false;
  bool NotInList = false; ///< The host is a target by the family rule only.
  std::string Agent;      ///< The value that was judged; "" when there is none.
  std::vector<std::string> DependsOn; ///< Compliant: what fills the form.
  std::vector<std::string> Remarks;   ///< Sentences for the inventory.

  /// Should people be told where they work, not only in the inventory?
  bool isFinding(const Options &O) const {
    return Kind == VerdictKind::Missing || Kind == VerdictKind::Malformed ||
           (Kind == VerdictKind::Unverified && O.VerifyAll &&
            Why != Doubt::HostUnknown);
  }
};

/// "malformed(no-prefix)", "unverified(bound)", "missing".
std::string label(const Verdict &V);

Verdict judge(const paths::Send &S, const Options &O);

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_VERDICT_H
