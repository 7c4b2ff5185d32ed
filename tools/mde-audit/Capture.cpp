//===- mde-audit/Capture.cpp - mde-audit capture --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `mde-audit capture --job FILE -o UNIT`: one unit, in a process that mde-audit
// starts for it.
//
//===----------------------------------------------------------------------===//

#include "Audit/Workers.h"
#include "Commands.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

cl::SubCommand audit::CaptureVerb("capture", "Captures one unit into a file");
static cl::opt<std::string> JobFile("job", cl::Required, cl::value_desc("FILE"),
                                    cl::desc("What to capture"),
                                    cl::sub(CaptureVerb));
static cl::opt<std::string> Output("o", cl::Required, cl::value_desc("FILE"),
                                   cl::desc("Where the unit is written"),
                                   cl::sub(CaptureVerb));
static cl::opt<unsigned> TimeLimit("time-limit", cl::value_desc("SECONDS"),
                                   cl::desc("0 for none"), cl::init(0),
                                   cl::sub(CaptureVerb));
static cl::opt<unsigned> MemoryLimit("memory-limit",
                                     cl::value_desc("MEGABYTES"),
                                     cl::desc("0 for none"), cl::init(0),
                                     cl::sub(CaptureVerb));

static llvm::Expected<CaptureJob> readJob() {
  auto Text = llvm::MemoryBuffer::getFile(JobFile);
  if (!Text)
    return llvm::createStringError(
        JobFile + ": cannot be read: " + Text.getError().message());
  return parseJob((*Text)->getBuffer());
}

int audit::runCapture() {
  // The directory changes to that of the command.
  llvm::SmallString<256> Path(Output.getValue());
  llvm::sys::fs::make_absolute(Path);
  limitThisProcess({TimeLimit, MemoryLimit});
  auto Job = readJob();
  if (!Job)
    return badUse(Job.takeError());
  auto Unit = captureUnit(*Job);
  if (!Unit)
    return badUse(Unit.takeError());
  if (llvm::Error E = write(*Unit, Path))
    return badUse(std::move(E));
  return ExitClean;
}
