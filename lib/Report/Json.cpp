// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Json.h"
#include "MdeVersion.h"
#include "llvm/Support/JSON.h"

using namespace mde;
using namespace mde::report;
using namespace llvm;
using findings::Request;

namespace {

class InventoryPrinter {
public:
  InventoryPrinter(const Report &R, json::OStream &J) : R(R), J(J) {}

  void print() {
    J.attributeObject("units", [&] { units(); });
    J.attributeObject("counts", [&] { counts(total(R)); });
    J.attributeArray("requests", [&] {
      for (const Request &Each : R.Requests)
        J.object([&] { request(Each); });
    });
    J.attributeArray("literals", [&] {
      for (const findings::Literal &Each : R.Literals)
        J.object([&] { literal(Each); });
    });
    J.attributeArray("stale-suppressions", [&] {
      for (const findings::StaleSuppression &S : R.Stale)
        J.object([&] { stale(S); });
    });
  }

private:
  void text(StringRef Name, StringRef Value) {
    J.attribute(Name, json::fixUTF8(Value));
  }
  void texts(StringRef Name, const std::vector<std::string> &Values) {
    J.attributeArray(Name, [&] {
      for (const std::string &Value : Values)
        J.value(json::fixUTF8(Value));
    });
  }

  void units() {
    J.attribute("total", R.Units);
    J.attribute("skipped", R.UnitsSkipped);
    J.attribute("left-out", R.UnitsLeftOut);
    J.attributeArray("incomplete", [&] {
      for (const IncompleteUnit &U : R.Incomplete)
        J.object([&] {
          text("name", U.Name);
          text("why", U.Why);
        });
    });
  }

  void counts(const Counts &C) {
    J.attribute("compliant", C.Compliant);
    J.attribute("missing", C.Missing);
    J.attribute("malformed", C.Malformed);
    J.attribute("unverified", C.Unverified);
    J.attribute("host-unknown", C.HostUnknown);
  }

  void request(const Request &Each) {
    text("verdict", Each.isHostUnknown() ? "host-unknown" : name(Each.Kind));
    text("label", Each.Label);
    text("sentence", Each.Sentence);
    text("host", Each.Host);
    text("url", Each.Url);
    text("method", Each.Method);
    text("user-agent", Each.Agent);
    text("library", Each.Library);
    text("callee", Each.Callee);
    text("function", Each.Function);
    place("place", Each.Place);
    place("sent-at", Each.SentAt);
    texts("depends-on", Each.DependsOn);
    texts("remarks", Each.Remarks);
    text("fingerprint", Each.Fingerprint);
    if (Each.Suppressed)
      J.attributeObject("suppressed", [&] { suppression(*Each.Suppressed); });
  }

  void literal(const findings::Literal &Each) {
    text("became", name(Each.Became));
    text("host", Each.Host);
    text("value", Each.Value);
    place("place", Each.At);
    text("function", Each.Function);
    texts("to", Each.To);
    texts("requests", Each.Requests);
  }

  void suppression(const findings::Suppression &S) {
    J.attribute("kind", S.InSource ? "in-source" : "file");
    text("reason", S.Reason);
    text("file", S.File);
    J.attribute("line", S.Line);
  }

  void stale(const findings::StaleSuppression &S) {
    text("file", S.File);
    J.attribute("line", S.Line);
    text("sentence", S.Sentence);
    J.attribute("expired", S.Expired);
  }

  void place(StringRef Name, Loc At) {
    J.attributeObject(Name, [&] {
      text("file", R.Files.name(At.File));
      J.attribute("line", At.Line);
      J.attribute("column", At.Col);
    });
  }

  const Report &R;
  json::OStream &J;
};

} // namespace

void report::printInventory(const Report &R, json::OStream &J) {
  InventoryPrinter(R, J).print();
}

void report::printJson(const Report &R, raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", 1);
    J.attributeObject("tool", [&] {
      J.attribute("name", "mde-audit");
      J.attribute("version", MDE_VERSION);
    });
    printInventory(R, J);
  });
  OS << '\n';
}
