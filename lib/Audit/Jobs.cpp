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
static bool fromJSON(const json::Value &V, CaptureJob &J, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("directory", J.Compile.Directory) &&
         O.map("file", J.Compile.File) &&
         O.map("arguments", J.Compile.Arguments) && O.map("root", J.Root) &&
         O.map("user-code", J.UserCode) && O.map("models", J.ModelFiles);
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
                                 {"models", Job.ModelFiles}})
     << '\n';
  return Text;
}

Expected<CaptureJob> audit::parseJob(StringRef Text) {
  return json::parse<CaptureJob>(Text, "capture job");
}
