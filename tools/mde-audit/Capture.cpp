//===- mde-audit/Capture.cpp - mde-audit capture --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `mde-audit capture -o UNIT FILE -- FLAGS`: one unit, as a step of a build of
// its own. mde-audit itself starts such processes with --job, and with --scan those
// that only look at what units are made of.
//
//===----------------------------------------------------------------------===//

#include "Audit/Precompiling.h"
#include "Audit/Project.h"
#include "Audit/Renaming.h"
#include "Audit/Scanning.h"
#include "Commands.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

static cl::opt<std::string> File(cl::Positional, cl::desc("[FILE]"),
                                 cl::sub(captureVerb()));
static cl::list<std::string> Flags(cl::Positional, cl::ZeroOrMore,
                                   cl::desc("[-- FLAGS]"),
                                   cl::sub(captureVerb()));
static cl::opt<std::string> JobFile("job", cl::Hidden, cl::value_desc("FILE"),
                                    cl::desc("What to capture, in JSON"),
                                    cl::sub(captureVerb()));
static cl::opt<std::string> ScanFile("scan", cl::Hidden, cl::value_desc("FILE"),
                                     cl::desc("What to scan, in lines of JSON"),
                                     cl::sub(captureVerb()));
static cl::opt<std::string>
    HeadersFile("precompile", cl::Hidden, cl::value_desc("FILE"),
                cl::desc("A job, and headers to precompile, in lines of JSON"),
                cl::sub(captureVerb()));
static cl::opt<uint64_t> Parent("parent", cl::Hidden,
                                cl::desc("The process that waits for --job"),
                                cl::sub(captureVerb()));
static cl::opt<std::string> Output("o", cl::Required, cl::value_desc("UNIT"),
                                   cl::desc("Where the unit is written"),
                                   cl::sub(captureVerb()));
static cl::opt<std::string>
    Compiler("compiler", cl::value_desc("NAME"), cl::init("clang"),
             cl::desc("Whose flags they are; default: clang"),
             cl::sub(captureVerb()));
static cl::opt<std::string>
    DepFile("depfile", cl::value_desc("FILE"),
            cl::desc("Write what the unit was made from, as make and ninja "
                     "read it"),
            cl::sub(captureVerb()));
static cl::opt<std::string>
    UnreadOf("unread-of", cl::value_desc("LIST"),
             cl::desc("The files for --unread, one in each line"),
             cl::sub(captureVerb()));
static cl::opt<std::string>
    Unread("unread", cl::value_desc("FILE"),
           cl::desc("Write which files of --unread-of were not read"),
           cl::sub(captureVerb()));
static cl::list<std::string> PathPrefixes(
    "path-prefix-map", cl::value_desc("OLD=NEW"),
    cl::desc("Names that begin with OLD begin with NEW in the unit"),
    cl::sub(captureVerb()));
static cl::opt<bool>
    AllowIncomplete("allow-incomplete",
                    cl::desc("A unit that clang does not understand is no "
                             "failure here; `link` says it again"),
                    cl::sub(captureVerb()));
static cl::opt<unsigned> TimeLimit("time-limit", cl::value_desc("SECONDS"),
                                   cl::desc("0 for none"), cl::init(0),
                                   cl::sub(captureVerb()));
static cl::opt<unsigned> MemoryLimit("memory-limit",
                                     cl::value_desc("MEGABYTES"),
                                     cl::desc("0 for none"), cl::init(0),
                                     cl::sub(captureVerb()));

static llvm::Expected<CaptureJob> readJob() {
  auto Text = llvm::MemoryBuffer::getFile(JobFile);
  if (!Text)
    return llvm::createStringError(
        JobFile + ": cannot be read: " + Text.getError().message());
  return parseJob((*Text)->getBuffer());
}

static llvm::Expected<CaptureJob> jobOfCommandLine() {
  if (File.empty())
    return llvm::createStringError("capture needs a file: mde-audit capture "
                                   "-o UNIT FILE -- FLAGS");
  // __FILE__ must not tell where the project lies. The first flag gives way to
  // one of the build's own.
  std::vector<std::string> All = {"-fmacro-prefix-map=" + currentDirectory() +
                                  "/="};
  All.insert(All.end(), Flags.begin(), Flags.end());
  return captureJob(File, Compiler, All, configFile());
}

static std::string absolute(llvm::StringRef Name) {
  llvm::SmallString<256> Path(Name);
  llvm::sys::fs::make_absolute(Path);
  return Path.str().str();
}

static int runScan(llvm::StringRef Into) {
  auto Text = llvm::MemoryBuffer::getFile(ScanFile);
  if (!Text)
    return badUse(llvm::createStringError(
        ScanFile + ": cannot be read: " + Text.getError().message()));
  llvm::SmallVector<llvm::StringRef> Lines;
  (*Text)->getBuffer().split(Lines, '\n', -1, /*KeepEmpty=*/false);
  std::vector<CaptureJob> Jobs;
  for (llvm::StringRef Line : Lines) {
    auto Job = parseJob(Line);
    if (!Job)
      return badUse(Job.takeError());
    Jobs.push_back(std::move(*Job));
  }
  if (llvm::Error E = write(scanUnits(Jobs), Into))
    return badUse(std::move(E));
  return ExitClean;
}

/// What there is to know of it goes where -o says, the header itself beside it.
static int runPrecompile(llvm::StringRef Into) {
  auto Text = llvm::MemoryBuffer::getFile(HeadersFile);
  if (!Text)
    return badUse(llvm::createStringError(
        HeadersFile + ": cannot be read: " + Text.getError().message()));
  auto [First, Second] = (*Text)->getBuffer().split('\n');
  auto Job = parseJob(First);
  if (!Job)
    return badUse(Job.takeError());
  auto Headers = llvm::json::parse<std::vector<std::string>>(Second);
  if (!Headers)
    return badUse(Headers.takeError());
  if (llvm::Error E = write(precompile(*Job, *Headers, (Into + ".pch").str()), Into))
    return badUse(std::move(E));
  return ExitClean;
}

int audit::runCapture() {
  // The directory changes to that of the command.
  const std::string Path = absolute(Output), Dependencies = absolute(DepFile),
                    Others = absolute(Unread), List = absolute(UnreadOf);
  if (Parent.getNumOccurrences())
    endWithParent(Parent);
  limitThisProcess({TimeLimit, MemoryLimit});
  if (!ScanFile.empty())
    return runScan(Path);
  if (!HeadersFile.empty())
    return runPrecompile(Path);
  if (!Unread.empty() && UnreadOf.empty())
    return badUse(llvm::createStringError("--unread needs --unread-of"));
  auto Map = PathPrefixMap::parse({PathPrefixes.begin(), PathPrefixes.end()});
  if (!Map)
    return badUse(Map.takeError());
  auto Job = JobFile.empty() ? jobOfCommandLine() : readJob();
  if (!Job)
    return badUse(Job.takeError());
  auto Unit = captureUnit(*Job);
  if (!Unit)
    return badUse(Unit.takeError());
  // With the names by which they are found here.
  if (!DepFile.empty())
    if (llvm::Error E = writeDependencies(*Unit, Output, Dependencies))
      return badUse(std::move(E));
  if (!Unread.empty())
    if (llvm::Error E = writeUnread(*Unit, List, Others))
      return badUse(std::move(E));
  if (JobFile.empty()) {
    rename(*Unit, *Map, Job->Root);
    // All units are parsed where each is a step of a build.
    Unit->Outlines.clear();
  }
  if (llvm::Error E = write(*Unit, Path))
    return badUse(std::move(E));
  if (!JobFile.empty() || Unit->Errors.empty())
    return ExitClean;
  for (const std::string &Line : Unit->Errors)
    llvm::errs() << "mde-audit: " << Unit->Name << " is not complete: " << Line
                 << '\n';
  return AllowIncomplete ? ExitClean : ExitIncomplete;
}
