// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Attestation.h"
#include "MdeVersion.h"
#include "Report/Json.h"
#include "llvm/Support/JSON.h"

using namespace mde;
using namespace mde::report;
using namespace llvm;

namespace {

class AttestationPrinter {
public:
  AttestationPrinter(const Report &R, const Attestation &A, raw_ostream &OS)
      : R(R), A(A), J(OS, /*IndentSize=*/2) {}

  void print() {
    J.object([&] {
      J.attribute("version", 1);
      J.attribute("compliance", !A.Proven         ? "not-proven"
                                : suppressed(R) ? "proven-but-for-suppressed"
                                                : "proven");
      J.attribute("time", A.Time);
      J.attributeObject("tool", [&] {
        J.attribute("name", "mde-audit");
        J.attribute("version", MDE_VERSION);
        J.attribute("llvm", A.Llvm);
        J.attribute("sha256", A.ProgramSha256);
      });
      J.attributeObject("source", [&] { source(); });
      J.attributeObject("configuration", [&] { configuration(); });
      J.attributeObject("inputs", [&] { inputs(); });
      J.attributeObject("result", [&] { printInventory(R, J); });
    });
  }

private:
  void texts(StringRef Name, const std::vector<std::string> &All) {
    J.attributeArray(Name, [&] {
      for (const std::string &Each : All)
        J.value(json::fixUTF8(Each));
    });
  }
  void hashes(StringRef Name, const std::vector<HashedInput> &All) {
    J.attributeObject(Name, [&] {
      for (const HashedInput &Each : All)
        J.attribute(json::fixUTF8(Each.Name), Each.Sha256);
    });
  }

  void source() {
    if (A.Commit.empty())
      J.attribute("commit", nullptr);
    else
      J.attribute("commit", A.Commit);
    J.attribute("dirty", A.Dirty);
    texts("untracked", A.Untracked);
  }

  void configuration() {
    texts("arguments", A.Arguments);
    J.attributeObject("options", [&] {
      for (const auto &[Name, Value] : A.Options)
        J.attribute(Name, json::fixUTF8(Value));
    });
    hashes("models", A.Models);
    J.attribute("database", json::fixUTF8(A.Database));
  }

  void inputs() {
    hashes("files", A.Inputs);
    J.attributeObject("outside", [&] {
      J.attribute("count", A.OtherInputs);
      J.attribute("sha256", A.OtherSha256);
    });
    texts("changed", A.Changed);
  }

  const Report &R;
  const Attestation &A;
  json::OStream J;
};

} // namespace

void report::printAttestation(const Report &R, const Attestation &A,
                              raw_ostream &OS) {
  AttestationPrinter(R, A, OS).print();
  OS << '\n';
}
