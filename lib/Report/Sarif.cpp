//===- Report/Sarif.cpp - A report as SARIF 2.1.0 -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Sarif.h"
#include "MdeVersion.h"
#include "Report/Baseline.h"
#include "Report/Rules.h"
#include "Report/SourceLines.h"
#include "Report/Uri.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using namespace llvm;
using findings::Finding;
using findings::Note;

static constexpr StringLiteral HelpUri =
    "https://learn.microsoft.com/defender-endpoint/"
    "get-started-partner-integration";

namespace {

class SarifPrinter {
public:
  SarifPrinter(const Report &R, raw_ostream &OS)
      : R(R), J(OS, /*IndentSize=*/2), Lines(R.Files, R.Root) {}

  void print() {
    J.object([&] {
      J.attribute("$schema",
                  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
                  "schemas/sarif-schema-2.1.0.json");
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(); }); });
    });
  }

private:
  void run() {
    J.attributeObject("tool",
                      [&] { J.attributeObject("driver", [&] { driver(); }); });
    J.attributeObject("automationDetails", [&] { automation(); });
    J.attributeArray("invocations", [&] { J.object([&] { invocation(); }); });
    J.attributeObject("originalUriBaseIds", [&] {
      J.attributeObject(
          "SRCROOT", [&] { text("description", "The root of the project."); });
    });
    J.attribute("columnKind", "utf16CodeUnits");
    J.attributeArray("results", [&] {
      for (size_t I = 0; I != R.Findings.size(); ++I)
        J.object([&] {
          result(R.Findings[I]);
          if (!R.Fixes.empty() && !R.Fixes[I].empty())
            fix(R.Fixes[I]);
          if (R.Baseline)
            J.attribute("baselineState",
                        R.isIntroduced(I) ? "new" : "unchanged");
        });
    });
  }

  void automation() {
    J.attribute("id",
                R.RunBy.Id.empty() ? "mde-audit/" : json::fixUTF8(R.RunBy.Id));
    if (R.RunBy.Properties.empty())
      return;
    J.attributeObject("properties", [&] {
      for (const auto &[Name, Value] : R.RunBy.Properties)
        J.attribute(Name, json::fixUTF8(Value));
    });
  }

  void text(StringRef Name, StringRef Text) {
    J.attributeObject(Name, [&] { J.attribute("text", json::fixUTF8(Text)); });
  }

  void driver() {
    J.attribute("name", "mde-audit");
    J.attribute("fullName", "mde-audit " MDE_VERSION);
    J.attribute("version", MDE_VERSION);
    J.attribute("semanticVersion", MDE_VERSION);
    J.attribute("informationUri", HelpUri);
    J.attributeArray("rules", [&] {
      for (const Rule &Each : rules())
        J.object([&] { rule(Each); });
    });
  }

  void rule(const Rule &Each) {
    J.attribute("id", Each.Id);
    J.attribute("name", Each.Name);
    text("shortDescription", Each.Short);
    text("fullDescription", fmt::format("{} {}", Each.Short, Each.Help));
    J.attributeObject("help", [&] {
      J.attribute("text", Each.Help);
      J.attribute("markdown", Each.Help);
    });
    J.attribute("helpUri", HelpUri);
    J.attributeObject("defaultConfiguration",
                      [&] { J.attribute("level", Each.Level); });
    J.attributeObject("properties", [&] {
      J.attribute("precision", "very-high");
      J.attribute("problem.severity", Each.Level);
      J.attributeArray("tags", [&] { J.value("certification"); });
    });
  }

  void invocation() {
    J.attribute("executionSuccessful", R.Incomplete.empty());
    if (R.Incomplete.empty())
      return;
    J.attributeArray("toolExecutionNotifications", [&] {
      for (const IncompleteUnit &U : R.Incomplete)
        J.object([&] {
          J.attribute("level", "error");
          text("message",
               fmt::format("'{}' could not be analysed: {}", U.Name, U.Why));
          J.attributeArray("locations", [&] {
            J.object([&] {
              J.attributeObject("physicalLocation", [&] { artifact(U.Name); });
            });
          });
        });
    });
  }

  void result(const Finding &F) {
    size_t Index = ruleFor(F.Kind);
    const Rule &Its = rules()[Index];
    J.attribute("ruleId", Its.Id);
    J.attribute("ruleIndex", Index);
    J.attribute("level", Its.Level);
    // A sentence, as viewers want it.
    text("message", capitalised(F.Sentence) + ".");
    J.attributeArray("locations", [&] {
      J.object([&] {
        physical(F.Place);
        J.attributeArray("logicalLocations", [&] {
          J.object([&] {
            J.attribute("fullyQualifiedName", json::fixUTF8(F.Function));
            J.attribute("kind", "function");
          });
        });
      });
    });
    J.attributeObject("partialFingerprints", [&] {
      J.attribute(FingerprintName, hashed(F.Fingerprint));
    });
    if (!F.Notes.empty())
      notes("relatedLocations", F);
    J.attributeArray("codeFlows", [&] { J.object([&] { flow(F); }); });
    if (F.Suppressed)
      J.attributeArray("suppressions",
                       [&] { J.object([&] { suppression(*F.Suppressed); }); });
    J.attributeObject("properties", [&] {
      J.attribute("host", json::fixUTF8(F.Host));
      J.attribute("library", json::fixUTF8(F.Library));
      J.attribute("verdict", F.Label);
    });
  }

  void suppression(const findings::Suppression &S) {
    J.attribute("kind", S.InSource ? "inSource" : "external");
    J.attribute("status", "accepted");
    if (!S.Reason.empty())
      J.attribute("justification", json::fixUTF8(S.Reason));
    J.attributeObject("location", [&] {
      J.attributeObject("physicalLocation", [&] {
        artifact(S.File);
        J.attributeObject("region", [&] { J.attribute("startLine", S.Line); });
      });
    });
  }

  void flow(const Finding &F) {
    J.attributeArray("threadFlows", [&] {
      J.object([&] {
        J.attributeArray("locations", [&] {
          for (const Note &N : pathOf(R, F))
            J.object([&] { J.attributeObject("location", [&] { noted(N); }); });
        });
      });
    });
  }

  void notes(StringRef Name, const Finding &F) {
    unsigned Id = 0;
    J.attributeArray(Name, [&] {
      for (const Note &N : F.Notes)
        if (N.At.isValid())
          J.object([&] {
            J.attribute("id", ++Id);
            noted(N);
          });
    });
  }

  void noted(const Note &N) {
    physical(N.At);
    text("message", N.Sentence);
  }

  void physical(Loc At) {
    J.attributeObject("physicalLocation", [&] {
      artifact(R.Files.name(At.File));
      J.attributeObject("region", [&] {
        J.attribute("startLine", At.Line);
        J.attribute("startColumn", column(At));
        if (std::string Line = Lines.line(At); !Line.empty())
          text("snippet", Line);
      });
    });
  }

  /// All changes together are one fix.
  void fix(const std::vector<Edit> &Edits) {
    std::map<uint32_t, std::vector<const Edit *>> ByFile;
    for (const Edit &E : Edits)
      ByFile[E.Begin.File].push_back(&E);
    auto File = [&](const auto &Each) {
      artifact(R.Files.name(Each.first));
      J.attributeArray("replacements", [&] {
        for (const Edit *E : Each.second)
          J.object([&] { replacement(*E); });
      });
    };
    J.attributeArray("fixes", [&] {
      J.object([&] {
        text("description", "Send a User-Agent of the partner's form.");
        J.attributeArray("artifactChanges", [&] {
          for (const auto &Each : ByFile)
            J.object([&] { File(Each); });
        });
      });
    });
  }

  void replacement(const Edit &E) {
    J.attributeObject("deletedRegion", [&] {
      J.attribute("startLine", E.Begin.Line);
      J.attribute("startColumn", column(E.Begin));
      J.attribute("endLine", E.End.Line);
      J.attribute("endColumn", column(E.End));
    });
    text("insertedContent", E.Text);
  }

  void artifact(StringRef File) {
    J.attributeObject("artifactLocation", [&] {
      std::string Uri = uriOf(File);
      J.attribute("uri", Uri);
      if (!StringRef(Uri).starts_with("file:"))
        J.attribute("uriBaseId", "SRCROOT");
    });
  }

  /// Of clang's columns, which count bytes.
  unsigned column(Loc At) {
    std::string Line = Lines.line(At);
    SmallVector<UTF16> Units;
    unsigned Before = At.Col ? At.Col - 1 : 0;
    if (Before <= Line.size() &&
        convertUTF8ToUTF16String(StringRef(Line).take_front(Before), Units))
      return Units.size() + 1;
    return Before + 1;
  }

  const Report &R;
  json::OStream J;
  SourceLines Lines;
};

} // namespace

void report::printSarif(const Report &R, raw_ostream &OS) {
  SarifPrinter(R, OS).print();
  OS << '\n';
}
