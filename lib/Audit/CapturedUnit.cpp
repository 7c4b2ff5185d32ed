//===- Audit/CapturedUnit.cpp - What capture knows of one unit ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/CapturedUnit.h"
#include "Audit/FixSitesJson.h"
#include "Audit/Packed.h"
#include "Ir/Parser.h"
#include "Ir/Printer.h"
#include "llvm/Support/JSON.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

static void printHead(const CapturedUnit &U, raw_ostream &OS) {
  json::OStream J(OS);
  J.object([&] {
    J.attribute("name", json::fixUTF8(U.Name));
    J.attributeArray("errors", [&] {
      for (const std::string &E : U.Errors)
        J.value(json::fixUTF8(E));
    });
    J.attributeArray("models", [&] {
      for (const std::string &M : U.Models)
        J.value(M);
    });
  });
  OS << '\n';
}

static void printInputs(const CapturedUnit &U, raw_ostream &OS) {
  json::OStream J(OS);
  J.object([&] {
    for (const auto &[Path, State] : U.Inputs)
      J.attribute(json::fixUTF8(Path), State);
  });
  OS << '\n';
}

static void printChangeable(const CapturedUnit &U, raw_ostream &OS) {
  json::OStream J(OS);
  J.object([&] {
    for (const auto &[Name, File] : U.Changeable)
      J.attribute(json::fixUTF8(Name), toJSON(File));
  });
  OS << '\n';
}

Error audit::write(const CapturedUnit &U, StringRef Path) {
  std::string Text;
  raw_string_ostream OS(Text);
  printHead(U, OS);
  printInputs(U, OS);
  printChangeable(U, OS);
  if (U.Unit)
    print(*U.Unit, OS);
  return writePacked(Path, Text);
}

namespace {
struct Head {
  std::string Name;
  std::vector<std::string> Errors, Models;
};

bool fromJSON(const json::Value &V, Head &H, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("name", H.Name) && O.map("errors", H.Errors) &&
         O.map("models", H.Models);
}
} // namespace

static Expected<CapturedUnit> understand(StringRef Text, StringRef Path) {
  auto [First, Rest] = Text.split('\n');
  auto [Second, Last] = Rest.split('\n');
  auto [Third, Ir] = Last.split('\n');
  Expected<Head> H = json::parse<Head>(First, "captured unit");
  if (!H)
    return H.takeError();
  CapturedUnit U;
  U.Name = H->Name;
  U.Errors = H->Errors;
  U.Models = {H->Models.begin(), H->Models.end()};
  Expected<Reads> Inputs = json::parse<Reads>(Second, "captured unit");
  if (!Inputs)
    return Inputs.takeError();
  U.Inputs = std::move(*Inputs);
  auto Changeable = json::parse<std::map<std::string, ChangeableFile>>(
      Third, "captured unit");
  if (!Changeable)
    return Changeable.takeError();
  U.Changeable = std::move(*Changeable);
  if (Ir.empty())
    return U;
  Expected<std::unique_ptr<ir::Unit>> Unit = ir::parse({Ir, Path});
  if (!Unit)
    return Unit.takeError();
  U.Unit = std::move(*Unit);
  return U;
}

Expected<CapturedUnit> audit::readCapturedUnit(StringRef Path) {
  Expected<std::string> Text = readPacked(Path);
  if (!Text)
    return Text.takeError();
  Expected<CapturedUnit> U = understand(*Text, Path);
  if (!U)
    return createStringError(
        fmt::format("{}: {}", Path.str(), toString(U.takeError())));
  return U;
}
