//===- Report/Attestation.h - Evidence for certification --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Beside the inventory: what was looked at, with what, and whether that proves
// compliance. Of equal inputs the same but for the time. docs/audit.md,
// "Attestation", has the keys.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REPORT_ATTESTATION_H
#define MDE_REPORT_ATTESTATION_H

#include "Report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mde::report {

/// Something with the SHA-256 of its contents.
struct HashedInput {
  std::string Name;
  std::string Sha256; ///< 64 hexadecimal digits; "" for one that is not there.
};

struct Attestation {
  bool Proven = false; ///< `mde-audit --verify` ends with 0.
  std::string Time;    ///< 2026-11-27T20:00:00Z
  std::string ProgramSha256;
  std::string Llvm; ///< Its version.

  /// Of the git repository that the root is in; "" when there is none.
  std::string Commit;
  bool Dirty = false; ///< Files that git knows differ from Commit.
  /// Inputs below the root that git does not know.
  std::vector<std::string> Untracked;

  std::vector<std::string> Arguments; ///< Of the command line.
  std::vector<std::pair<std::string, std::string>> Options; ///< All, by name.
  std::vector<HashedInput> Models; ///< That were used, the user's included.
  std::string Database; ///< "" when units were given.
  /// Below the root, and the database.
  std::vector<HashedInput> Inputs;
  /// All other files that were read, and a hash of their hashes.
  unsigned OtherInputs = 0;
  std::string OtherSha256;
  /// Inputs that are not what they were when they were read.
  std::vector<std::string> Changed;
};

/// attestation.json
void printAttestation(const Report &R, const Attestation &A,
                      llvm::raw_ostream &OS);

} // namespace mde::report

#endif // MDE_REPORT_ATTESTATION_H
