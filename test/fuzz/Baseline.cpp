//===- fuzz/Baseline.cpp - The reader of earlier reports ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// - Any file is compared with, or refused in one sentence that names it.
// - Each finding is introduced or was there; one that was there takes one of the file's.
// - The same is said twice.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"
#include "Report/Baseline.h"
#include "Report/Sarif.h"
#include "llvm/ADT/STLExtras.h"
#include <sys/mman.h>
#include <unistd.h>

using namespace mde;
using namespace mde::fuzz;
using namespace mde::report;
using namespace llvm;

/// Two findings with one fingerprint and one with another: the corpus has both.
static Report threeFindings() {
  Report R;
  for (const char *Fingerprint : {"one", "one", "other"}) {
    findings::Finding F;
    F.Sentence = "request";
    F.Fingerprint = Fingerprint;
    R.Findings.push_back(std::move(F));
  }
  return R;
}

/// A file in memory: the reader takes a name.
static std::string file(StringRef Text) {
  static int Descriptor = memfd_create("baseline", 0);
  bool Written = ftruncate(Descriptor, 0) == 0 &&
                 pwrite(Descriptor, Text.data(), Text.size(), 0) == static_cast<ssize_t>(Text.size());
  require(Written, "there is a file in memory");
  return "/proc/self/fd/" + std::to_string(Descriptor);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  std::string Path = file(bytes(Data, Size));
  Report R = threeFindings(), Again = threeFindings();
  std::string Why = toString(compare(R, Path));
  require(Why == toString(compare(Again, Path)), "the same is said twice");
  if (!Why.empty()) {
    require(StringRef(Why).starts_with(Path + ": ") && !StringRef(Why).contains('\n'), "one sentence names the file", Why);
    require(!R.Baseline, "nothing is compared with what was refused");
    return 0;
  }
  require(R.Baseline->Introduced == Again.Baseline->Introduced && R.Baseline->Fixed.size() == Again.Baseline->Fixed.size(),
          "the same is said twice");
  require(R.Baseline->Introduced.size() == R.Findings.size(), "each finding is introduced or was there");
  // Of two with one fingerprint the second one is introduced first.
  require(R.Baseline->Introduced[0] <= R.Baseline->Introduced[1], "the first of two was there, if one was");
  for (const FixedFinding &F : R.Baseline->Fixed)
    require(F.Fingerprint != hashed("one") || !R.Baseline->Introduced[1], "what is fixed is not introduced as well");
  std::string Out;
  raw_string_ostream OS(Out);
  printSarif(R, OS);
  return 0;
}
