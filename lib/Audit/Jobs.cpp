//===- Audit/Jobs.cpp - Capture jobs as text ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Capturing.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace mde;
using namespace mde::audit;
using namespace llvm;

namespace mde::audit {
static bool fromJSON(const json::Value &V, Overlay &Then, json::Path P) {
  json::ObjectMapper O(V, P);
  std::vector<std::string> Absent;
  if (!O || !O.map("roots", Then.Roots) || !O.map("tree", Then.Tree) ||
      !O.map("absent", Absent))
    return false;
  Then.Absent = {Absent.begin(), Absent.end()};
  return true;
}

static json::Value toJSON(const Overlay &Then) {
  return json::Object{
      {"roots", Then.Roots},
      {"tree", Then.Tree},
      {"absent", std::vector(Then.Absent.begin(), Then.Absent.end())}};
}

static bool fromJSON(const json::Value &V, CaptureJob &J, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("directory", J.Compile.Directory) &&
         O.map("file", J.Compile.File) &&
         O.map("arguments", J.Compile.Arguments) && O.map("root", J.Root) &&
         O.map("user-code", J.UserCode) && O.map("models", J.ModelFiles) &&
         O.map("then", J.Then) && O.map("beginning", J.Beginning.File) &&
         O.map("bytes", J.Beginning.Bytes);
}
} // namespace mde::audit

std::string audit::print(const CaptureJob &Job) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << json::Value(json::Object{{"directory", Job.Compile.Directory},
                                 {"file", Job.Compile.File},
                                 {"arguments", Job.Compile.Arguments},
                                 {"root", Job.Root},
                                 {"user-code", Job.UserCode},
                                 {"models", Job.ModelFiles},
                                 {"then", toJSON(Job.Then)},
                                 {"beginning", Job.Beginning.File},
                                 {"bytes", Job.Beginning.Bytes}})
     << '\n';
  return Text;
}

Expected<CaptureJob> audit::parseJob(StringRef Text) {
  return json::parse<CaptureJob>(Text, "capture job");
}
