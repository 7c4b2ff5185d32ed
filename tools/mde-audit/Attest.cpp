//===- mde-audit/Attest.cpp - mde-audit attest -o DIR ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Attest.h"
#include "Commands.h"
#include "Index/WriteFile.h"
#include "Output.h"
#include "Report/Html.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

static cl::opt<std::string> Folder("o", cl::Required, cl::value_desc("DIR"),
                                   cl::desc("Where attestation.json and "
                                            "attestation.html are written"),
                                   cl::sub(attestVerb()));

static std::string inFolder(llvm::StringRef Name) {
  llvm::SmallString<256> Path(Folder.getValue());
  llvm::sys::path::append(Path, Name);
  return Path.str().str();
}

static llvm::Error writeEvidence(const report::Report &R,
                                 const report::Attestation &A) {
  if (std::error_code EC = llvm::sys::fs::create_directories(Folder))
    return llvm::createStringError(fmt::format("{}: cannot be made: {}",
                                               Folder.getValue(), EC.message()));
  if (llvm::Error E =
          index::writeFile(inFolder("attestation.json"), [&](llvm::raw_ostream &OS) {
            printAttestation(R, A, OS);
          }))
    return E;
  return index::writeFile(inFolder("attestation.html"), [&](llvm::raw_ostream &OS) {
    printHtml(R, {A.Proven, &A}, OS);
  });
}

int audit::runAttest() {
  auto Report = auditAsAsked(/*Whole=*/true);
  if (!Report)
    return badUse(Report.takeError());
  auto Evidence = attest(*Report, arguments());
  if (!Evidence)
    return badUse(Evidence.takeError());
  int Code = present(*Report, /*MustVerify=*/true);
  if (Code == ExitUsage)
    return Code;
  if (llvm::Error E = writeEvidence(*Report, *Evidence))
    return badUse(std::move(E));
  if (!isQuiet())
    llvm::outs() << fmt::format("Compliance is {}: {} and .html say why.\n",
                                !Evidence->Proven      ? "not proven"
                                : suppressed(*Report) ? "proven, but for what is suppressed"
                                                      : "proven",
                                inFolder("attestation.json"));
  // Sources that change meanwhile prove nothing.
  return Code == ExitClean && !Evidence->Proven ? int(ExitIncomplete) : Code;
}
