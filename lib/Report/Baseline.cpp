//===- Report/Baseline.cpp - What a change breaks and mends ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Baseline.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include <fmt/format.h>
#include <map>

using namespace mde;
using namespace mde::report;
using namespace llvm;

/// The findings of an earlier run, by fingerprint, in the order of the file.
using ByPrint = std::map<std::string, std::vector<FixedFinding>>;
struct Earlier {
  ByPrint Open;
  ByPrint Suppressed; ///< Nobody has agreed to these without the suppression.
};

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
      const json::Array *Suppressions = Result->getArray("suppressions");
      ByPrint &Into =
          Suppressions && !Suppressions->empty() ? All.Suppressed : All.Open;
      Into[Print->str()].push_back(described(*Result));
    }
  }
  return All;
}

static Earlier earlierOf(const Report &R) {
  Earlier All;
  for (const findings::Finding &F : R.Findings)
    (F.Suppressed ? All.Suppressed : All.Open)[hashed(F.Fingerprint)].push_back(
        {F.Sentence, R.Files.name(F.Place.File).str(), F.Place.Line, ""});
  return All;
}

static Comparison compared(const Report &R, Earlier Old) {
  auto Take = [](ByPrint &From, const findings::Finding &F) {
    auto Same = From.find(hashed(F.Fingerprint));
    if (Same == From.end() || Same->second.empty())
      return false;
    Same->second.erase(Same->second.begin());
    return true;
  };
  Comparison C;
  C.Introduced.resize(R.Findings.size());
  // What people are told of comes first; what is suppressed is no more than it
  // was in either way.
  for (size_t I = 0; I != R.Findings.size(); ++I)
    if (!R.Findings[I].Suppressed)
      C.Introduced[I] = !Take(Old.Open, R.Findings[I]);
  for (size_t I = 0; I != R.Findings.size(); ++I)
    if (R.Findings[I].Suppressed)
      C.Introduced[I] = !Take(Old.Suppressed, R.Findings[I]) &&
                        !Take(Old.Open, R.Findings[I]);
  for (auto &[Print, Left] : Old.Open)
    for (FixedFinding &F : Left) {
      F.Fingerprint = Print;
      C.Fixed.push_back(std::move(F));
    }
  return C;
}

Error report::compare(Report &R, StringRef Path) {
  Expected<Earlier> Old = read(Path);
  if (!Old)
    return Old.takeError();
  R.Baseline = compared(R, std::move(*Old));
  return Error::success();
}

void report::compare(Report &R, const Report &Before, StringRef Name) {
  R.Baseline = compared(R, earlierOf(Before));
  R.Baseline->With = Name.str();
}
