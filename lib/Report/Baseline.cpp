//===- Report/Baseline.cpp - What a change breaks and mends ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Baseline.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SHA256.h"
#include <fmt/format.h>
#include <map>

using namespace mde;
using namespace mde::report;
using namespace llvm;

std::string report::hashed(StringRef Fingerprint) {
  return toHex(SHA256::hash(arrayRefFromStringRef(Fingerprint)),
               /*LowerCase=*/true);
}

/// The findings of an earlier run, by fingerprint, in the order of the file.
using Earlier = std::map<std::string, std::vector<FixedFinding>>;

static FixedFinding described(const json::Object &Result) {
  FixedFinding F;
  F.Sentence = "a finding";
  if (const json::Object *Message = Result.getObject("message"))
    F.Sentence = Message->getString("text").value_or(F.Sentence).str();
  const json::Array *Locations = Result.getArray("locations");
  const json::Object *Location = Locations && !Locations->empty()
                                     ? Locations->front().getAsObject()
                                     : nullptr;
  const json::Object *Physical =
      Location ? Location->getObject("physicalLocation") : nullptr;
  if (!Physical)
    return F;
  if (const json::Object *Artifact = Physical->getObject("artifactLocation"))
    F.File = Artifact->getString("uri").value_or("").str();
  if (const json::Object *Region = Physical->getObject("region"))
    F.Line = Region->getInteger("startLine").value_or(0);
  return F;
}

static Expected<Earlier> read(StringRef Path) {
  auto Fail = [&](StringRef Why) {
    return createStringError(fmt::format("{}: {}", Path.str(), Why.str()));
  };
  if (sys::fs::is_directory(Path))
    return Fail("is a folder and no SARIF file");
  auto Text = MemoryBuffer::getFile(Path);
  if (!Text)
    return Fail("cannot be read: " + Text.getError().message());
  Expected<json::Value> Log = json::parse((*Text)->getBuffer());
  if (!Log)
    return Fail(toString(Log.takeError()));
  const json::Object *Root = Log->getAsObject();
  const json::Array *Runs = Root ? Root->getArray("runs") : nullptr;
  if (!Runs)
    return Fail("is no SARIF file: it has no 'runs'");

  Earlier All;
  for (const json::Value &Run : *Runs) {
    const json::Object *O = Run.getAsObject();
    const json::Array *Results = O ? O->getArray("results") : nullptr;
    if (!Results)
      return Fail("is no SARIF file: a run has no 'results'");
    for (const json::Value &Each : *Results) {
      const json::Object *Result = Each.getAsObject();
      if (!Result || Result->getString("baselineState") == "absent")
        continue;
      const json::Object *Prints = Result->getObject("partialFingerprints");
      auto Print = Prints ? Prints->getString(FingerprintName) : std::nullopt;
      if (!Print)
        return Fail(fmt::format("is no SARIF file of mde-audit: a result has "
                                "no fingerprint '{}'",
                                FingerprintName.str()));
      All[Print->str()].push_back(described(*Result));
    }
  }
  return All;
}

Error report::compare(Report &R, StringRef Path) {
  Expected<Earlier> Old = read(Path);
  if (!Old)
    return Old.takeError();
  Comparison C;
  for (const findings::Finding &F : R.Findings) {
    std::vector<FixedFinding> &Same = (*Old)[hashed(F.Fingerprint)];
    C.Introduced.push_back(Same.empty());
    if (!Same.empty())
      Same.erase(Same.begin());
  }
  for (auto &[Print, Left] : *Old)
    for (FixedFinding &F : Left) {
      F.Fingerprint = Print;
      C.Fixed.push_back(std::move(F));
    }
  R.Baseline = std::move(C);
  return Error::success();
}
