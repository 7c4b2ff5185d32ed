//===- Scan/Seeds.h - Units that may send by themselves ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MDE_SCAN_SEEDS_H
#define MDE_SCAN_SEEDS_H

#include "Check/HostEndings.h"
#include "Models/Headers.h"
#include "Scan/ScannedUnit.h"

namespace mde::scan {

/// What makes a unit worth parsing whatever the others are.
class Seeds {
public:
  Seeds(const models::HttpHeaders &Headers, const requirement::Options &O)
      : Headers(Headers), Hosts(O) {}

  /// As a sentence without its subject, "it includes curl/curl.h, ..."; "" if nothing
  /// does: the unit includes no header of an HTTP library, nor one with which
  /// functions are looked up by name; its literals hold no host under the requirement,
  /// no URL without end of its host, nothing that a model asks for, no annotation; it
  /// imports no module; and none of its comments names the check.
  std::string reason(const ScannedUnit &U, const Sources &From) const;

  /// Whether a literal names a host under the requirement, or is the beginning of a URL
  /// whose host something else may complete.
  bool isUrl(llvm::StringRef Text) const;

private:
  std::string reason(const Words &W) const;

  const models::HttpHeaders &Headers;
  check::HostEndings Hosts;
};

} // namespace mde::scan

#endif // MDE_SCAN_SEEDS_H
