//===- mde-audit/Explain.cpp - mde-audit explain FILE:LINE ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Explain.h"
#include "Commands.h"
#include "llvm/Support/FileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

static cl::opt<std::string> Place(cl::Positional, cl::Required,
                                  cl::desc("FILE:LINE"), cl::sub(explainVerb()));

static llvm::Expected<SourceLine> readPlace() {
  auto [File, Number] = llvm::StringRef(Place).rsplit(':');
  uint32_t Line = 0;
  // A column, as messages have it, plays no part.
  if (auto [Shorter, First] = File.rsplit(':');
      !First.empty() && !First.getAsInteger(10, Line))
    std::tie(File, Number) = std::pair(Shorter, First);
  if (Number.getAsInteger(10, Line) || Line == 0 || File.empty())
    return llvm::createStringError(fmt::format(
        "explain wants a file and a line, such as src/main.cpp:12, and not '{}'",
        Place.getValue()));
  if (!llvm::sys::fs::exists(File))
    return llvm::createStringError(
        fmt::format("{}: there is no such file", File.str()));
  return SourceLine{File.str(), Line};
}

int audit::runExplain() {
  auto Line = readPlace();
  if (!Line)
    return badUse(Line.takeError());
  auto Report = auditAsAsked(/*Whole=*/false, *Line);
  if (!Report)
    return badUse(Report.takeError());
  printExplanation(*Report, llvm::outs());
  return ExitClean;
}
