//===- Index/StoredUnit.cpp - What is known of a captured unit ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Index/StoredUnit.h"
#include "Index/Packed.h"
#include "Ir/Parser.h"
#include "Ir/Printer.h"
#include "llvm/Support/JSON.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::index;
using namespace llvm;

/// Another number when units of another version can't be read.
static constexpr int64_t FormatVersion = 3;

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

static void printNoLint(const findings::NoLint &N, json::OStream &J) {
  J.object([&] {
    J.attribute("file", json::fixUTF8(N.File));
    J.attribute("line", N.Line);
    J.attributeArray("hides", [&] {
      for (unsigned Each :
           {N.First.first, N.First.second, N.Last.first, N.Last.second})
        J.value(Each);
    });
    J.attribute("reason", json::fixUTF8(N.Reason));
    J.attribute("named", N.Named);
    J.attribute("mistake", N.Mistake);
  });
}

static void printHead(const StoredUnit &U, raw_ostream &OS) {
  json::OStream J(OS);
  J.object([&] {
    J.attribute("format", FormatVersion);
    J.attribute("name", json::fixUTF8(U.Name));
    J.attributeArray("errors", [&] {
      for (const std::string &E : U.Errors)
        J.value(json::fixUTF8(E));
    });
    J.attributeArray("models", [&] {
      for (const std::string &M : U.Models)
        J.value(M);
    });
    J.attributeArray("nolints", [&] {
      for (const findings::NoLint &N : U.NoLints)
        printNoLint(N, J);
    });
  });
  OS << '\n';
}

static void printInputs(const StoredUnit &U, raw_ostream &OS) {
  json::OStream J(OS);
  J.object([&] {
    for (const auto &[Path, State] : U.Inputs)
      J.attribute(json::fixUTF8(Path), State);
  });
  OS << '\n';
}

Error index::writeUnit(const StoredUnit &U, StringRef Extra, StringRef Path) {
  std::string Text;
  raw_string_ostream OS(Text);
  printHead(U, OS);
  printInputs(U, OS);
  OS << Extra << '\n';
  if (U.Unit)
    print(*U.Unit, OS);
  return writePacked(Path, Text);
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

namespace mde::findings {
static bool fromJSON(const json::Value &V, NoLint &N, json::Path P) {
  json::ObjectMapper O(V, P);
  std::vector<uint64_t> Hides;
  uint64_t Line = 0;
  if (!O || !O.map("file", N.File) || !O.map("line", Line) ||
      !O.map("hides", Hides) || !O.map("reason", N.Reason) ||
      !O.map("named", N.Named) || !O.map("mistake", N.Mistake))
    return false;
  if (Hides.size() != 4) {
    P.field("hides").report("expected four numbers");
    return false;
  }
  N.Line = Line;
  N.First = {Hides[0], Hides[1]};
  N.Last = {Hides[2], Hides[3]};
  return true;
}
} // namespace mde::findings

namespace {
struct Head {
  std::string Name;
  std::vector<std::string> Errors, Models;
  std::vector<findings::NoLint> NoLints;
};

bool fromJSON(const json::Value &V, Head &H, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("name", H.Name) && O.map("errors", H.Errors) &&
         O.map("models", H.Models) && O.map("nolints", H.NoLints);
}
} // namespace

static Expected<std::pair<StoredUnit, std::string>> understand(StringRef Text,
                                                               StringRef Path) {
  auto [First, Rest] = Text.split('\n');
  auto [Second, Last] = Rest.split('\n');
  auto [Third, Ir] = Last.split('\n');
  Expected<json::Value> Parsed = json::parse(First);
  if (!Parsed)
    return Parsed.takeError();
  const json::Object *O = Parsed->getAsObject();
  if (!O || O->getInteger("format") != FormatVersion)
    return createStringError("another version of mde-audit wrote this unit; "
                             "capture it again");
  Head H;
  json::Path::Root Where("captured unit");
  if (!fromJSON(*Parsed, H, Where))
    return Where.getError();
  StoredUnit U;
  U.Name = std::move(H.Name);
  U.Errors = std::move(H.Errors);
  U.Models = {H.Models.begin(), H.Models.end()};
  U.NoLints = std::move(H.NoLints);
  Expected<Reads> Inputs = json::parse<Reads>(Second, "captured unit");
  if (!Inputs)
    return Inputs.takeError();
  U.Inputs = std::move(*Inputs);
  if (!Ir.empty()) {
    Expected<std::unique_ptr<ir::Unit>> Unit = ir::parse({Ir, Path});
    if (!Unit)
      return Unit.takeError();
    U.Unit = std::move(*Unit);
  }
  return std::pair(std::move(U), Third.str());
}

Expected<std::pair<StoredUnit, std::string>> index::readUnit(StringRef Path) {
  Expected<std::string> Text = readPacked(Path);
  if (!Text)
    return Text.takeError();
  auto U = understand(*Text, Path);
  if (!U)
    return createStringError(
        fmt::format("{}: {}", Path.str(), toString(U.takeError())));
  return U;
}
