// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Scan/Json.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace mde::scan;
using namespace llvm;

static json::Array list(const std::vector<std::string> &Texts) {
  json::Array All;
  for (const std::string &Text : Texts)
    All.push_back(json::fixUTF8(Text));
  return All;
}

//===----------------------------------------------------------------------===//
// Words: ["1puts", "3Client"], the digit being their use
//===----------------------------------------------------------------------===//

json::Value scan::toJSON(const Words &W) {
  json::Array All;
  for (const Word &Each : W.All)
    All.push_back(char('0' + Each.How) + json::fixUTF8(Each.Text));
  json::Object O{{"words", std::move(All)}};
  if (!W.Literals.empty())
    O["literals"] = list(W.Literals);
  if (W.Deletes)
    O["deletes"] = true;
  if (W.Suppresses)
    O["suppresses"] = true;
  return O;
}

bool scan::fromJSON(const json::Value &V, Words &W, json::Path P) {
  json::ObjectMapper O(V, P);
  std::vector<std::string> All;
  if (!O || !O.map("words", All) || !O.mapOptional("literals", W.Literals) || !O.mapOptional("deletes", W.Deletes) ||
      !O.mapOptional("suppresses", W.Suppresses))
    return false;
  for (std::string &Each : All) {
    if (Each.empty() || Each[0] < '0' || Each[0] > '7') {
      P.field("words").report("expected the use of a word before it");
      return false;
    }
    unsigned char How = Each[0] - '0';
    Each.erase(0, 1);
    W.All.push_back({std::move(Each), How});
  }
  if (!llvm::is_sorted(W.All, [](const Word &A, const Word &B) { return A.Text < B.Text; })) {
    P.field("words").report("expected words in their order");
    return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Outlines
//===----------------------------------------------------------------------===//

namespace mde::scan {
static json::Value toJSON(const Declared &D) {
  return json::Object{{"kind", unsigned(D.K)}, {"name", json::fixUTF8(D.Called)}, {"mentions", toJSON(D.Mentions)}};
}

static bool fromJSON(const json::Value &V, Declared &D, json::Path P) {
  json::ObjectMapper O(V, P);
  int64_t Kind = 0;
  if (!O || !O.map("kind", Kind) || !O.map("name", D.Called) || !O.map("mentions", D.Mentions))
    return false;
  if (Kind < 0 || Kind > Declared::Implicit) {
    P.field("kind").report("expected the number of a kind");
    return false;
  }
  D.K = static_cast<Declared::Kind>(Kind);
  return true;
}
} // namespace mde::scan

json::Value scan::toJSON(const Outline &O) {
  json::Array All;
  for (const Declared &D : O.All)
    All.push_back(toJSON(D));
  return json::Object{{"declared", std::move(All)}, {"inactive", toJSON(O.Inactive)}};
}

bool scan::fromJSON(const json::Value &V, Outline &O, json::Path P) {
  json::ObjectMapper Map(V, P);
  return Map && Map.map("declared", O.All) && Map.map("inactive", O.Inactive);
}

//===----------------------------------------------------------------------===//
// Units
//===----------------------------------------------------------------------===//

namespace mde::scan {
/// Headers are three values each.
static json::Value toJSON(const Beginning &B) {
  json::Array Headers;
  for (const LeadingHeader &H : B.Headers) {
    Headers.push_back(json::fixUTF8(H.Name));
    Headers.push_back(H.End);
    Headers.push_back(H.Size);
  }
  return json::Object{{"flags", B.Flags}, {"headers", std::move(Headers)}};
}

static bool fromJSON(const json::Value &V, Beginning &B, json::Path P) {
  json::ObjectMapper O(V, P);
  if (!O || !O.map("flags", B.Flags))
    return false;
  const json::Array *Headers = V.getAsObject()->getArray("headers");
  for (size_t I = 0; Headers && I + 2 < Headers->size(); I += 3) {
    auto Name = (*Headers)[I].getAsString();
    auto End = (*Headers)[I + 1].getAsUINT64(), Size = (*Headers)[I + 2].getAsUINT64();
    if (!Name || !End || !Size) {
      P.field("headers").report("expected a name and two numbers");
      return false;
    }
    B.Headers.push_back({Name->str(), *End, *Size});
  }
  return true;
}
} // namespace mde::scan

json::Value scan::toJSON(const ScannedUnit &U) {
  return json::Object{{"name", json::fixUTF8(U.Name)},
                      {"failure", json::fixUTF8(U.Failure)},
                      {"files", list(U.Files)},
                      {"own", list(U.Own)},
                      {"defined", toJSON(U.Defined)},
                      {"pasting", list(U.Pasting)},
                      {"pieces", list(U.Pieces)},
                      {"leading", toJSON(U.Leading)}};
}

bool scan::fromJSON(const json::Value &V, ScannedUnit &U, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("name", U.Name) && O.map("failure", U.Failure) && O.map("files", U.Files) && O.map("own", U.Own) &&
         O.map("defined", U.Defined) && O.map("pasting", U.Pasting) && O.map("pieces", U.Pieces) && O.map("leading", U.Leading);
}
