//===- Audit/Workers.cpp - Capture in processes of its own ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Workers.h"
#include "Audit/TemporaryFolder.h"
#include "Index/WriteFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/ThreadPool.h"
#include <fmt/format.h>
#include <mutex>

using namespace mde;
using namespace mde::audit;
using namespace mde::index;
using namespace llvm;

namespace {

/// The files of one worker.
struct Paths {
  Paths(StringRef Folder, size_t Number)
      : Job(fmt::format("{}/{}.job", Folder.str(), Number)),
        Unit(fmt::format("{}/{}.mdeir", Folder.str(), Number)),
        Log(fmt::format("{}/{}.log", Folder.str(), Number)) {}
  std::string Job, Unit, Log;
};

struct Outcome {
  CapturedUnit Unit;
  bool FromCache = false;
  std::string Failure; ///< Of the whole audit, not of the unit.
};

} // namespace

static std::string firstLineOf(StringRef File) {
  auto Text = MemoryBuffer::getFile(File);
  return Text ? (*Text)->getBuffer().trim().str() : "";
}

/// Why a worker with this result left no unit.
static std::string reason(int Exit, StringRef Signal, const Limits &L) {
  if (Exit == WorkerTimeLimit)
    return fmt::format("clang did not finish within {} seconds (--time-limit)",
                       L.Seconds);
  if (Exit == WorkerMemoryLimit)
    return fmt::format("clang needs more than {} megabytes (--memory-limit)",
                       L.Megabytes);
  if (Exit < 0)
    return fmt::format("clang crashed on it ({})", Signal.str());
  return fmt::format("its worker ended with exit code {}", Exit);
}

/// How a worker ended.
struct Ending {
  int Exit = 0;
  std::string Message;
  std::string Failure; ///< Not empty: it could not be run at all.
};

/// Runs `mde-audit capture`, --job or --scan, on \p Job, which is what its file of
/// jobs holds.
static Ending runWorker(StringRef Kind, StringRef Job, const Paths &P,
                        const Limits &L) {
  Ending Result;
  if (Error E = writeFile(P.Job, [&](raw_ostream &OS) { OS << Job; })) {
    Result.Failure = toString(std::move(E));
    return Result;
  }
  std::string Program = sys::fs::getMainExecutable(nullptr, nullptr);
  std::string Seconds = fmt::format("--time-limit={}", L.Seconds);
  std::string Megabytes = fmt::format("--memory-limit={}", L.Megabytes);
  std::string Us = fmt::format("--parent={}", sys::Process::getProcessId());
  bool NotRun = false;
  Result.Exit = sys::ExecuteAndWait(
      Program,
      {Program, "capture", Kind, P.Job, Us, "-o", P.Unit, Seconds, Megabytes},
      std::nullopt, {StringRef(""), StringRef(""), StringRef(P.Log)}, 0, 0,
      &Result.Message, &NotRun);
  if (NotRun)
    Result.Failure =
        fmt::format("{}: cannot be run: {}", Program, Result.Message);
  else if (Result.Exit == 2)
    Result.Failure = firstLineOf(P.Log);
  return Result;
}

static void removeFiles(const Paths &P) {
  for (const std::string &File : {P.Job, P.Unit, P.Log})
    sys::fs::remove(File);
}

static Outcome captureInWorker(const CaptureJob &Job, const Paths &P,
                               const Limits &L) {
  Outcome Result;
  Result.Unit.Name =
      reportedName(Job.Compile.File, Job.Compile.Directory, Job.Root);
  Ending End = runWorker("--job", print(Job), P, L);
  Result.Failure = End.Failure;
  if (!Result.Failure.empty())
    return Result;
  if (End.Exit != 0) {
    Result.Unit.Errors.push_back(reason(End.Exit, End.Message, L));
    return Result;
  }
  Expected<CapturedUnit> Unit = readCapturedUnit(P.Unit);
  if (Unit)
    Result.Unit = std::move(*Unit);
  else
    Result.Unit.Errors.push_back(toString(Unit.takeError()));
  removeFiles(P);
  return Result;
}

static Outcome capture(const CaptureJob &Job, const Paths &P,
                       const WorkerOptions &O) {
  if (O.Kept)
    if (std::optional<CapturedUnit> Unit = O.Kept->find(Job))
      return {std::move(*Unit), /*FromCache=*/true, ""};
  Outcome Result = captureInWorker(Job, P, O.Each);
  if (O.Kept && Result.Failure.empty())
    O.Kept->store(Job, Result.Unit);
  return Result;
}

Expected<std::vector<CapturedUnit>> audit::captureAll(ArrayRef<CaptureJob> Jobs,
                                                      const WorkerOptions &O) {
  auto Folder = TemporaryFolder::make();
  if (!Folder)
    return Folder.takeError();

  std::vector<Outcome> Outcomes(Jobs.size());
  std::mutex Mutex;
  {
    DefaultThreadPool Pool(hardware_concurrency(O.Parallel));
    for (size_t I = 0; I != Jobs.size(); ++I)
      Pool.async([&, I] {
        Outcomes[I] = capture(Jobs[I], Paths((*Folder)->path(), I), O);
        std::lock_guard<std::mutex> Lock(Mutex);
        if (O.OnDone)
          O.OnDone(Jobs[I], Outcomes[I].FromCache);
      });
    Pool.wait();
  }
  std::vector<CapturedUnit> Units;
  for (Outcome &One : Outcomes) {
    if (!One.Failure.empty())
      return createStringError(One.Failure);
    Units.push_back(std::move(One.Unit));
  }
  return Units;
}

//===----------------------------------------------------------------------===//
// Scanning
//===----------------------------------------------------------------------===//

/// Units in one worker: what they share is read once, and what one of them breaks is
/// not all.
static constexpr size_t MaxBatch = 128;

static ScanResult scanInWorker(ArrayRef<CaptureJob> Jobs, const Paths &P,
                               const Limits &L, std::string &Failure) {
  std::string Lines;
  for (const CaptureJob &Job : Jobs)
    Lines += print(Job);
  Ending End = runWorker("--scan", Lines, P, L);
  Failure = End.Failure;
  std::string Why;
  if (End.Exit == 0 && Failure.empty()) {
    Expected<ScanResult> Read = readScanResult(P.Unit);
    removeFiles(P);
    if (Read && Read->Units.size() == Jobs.size())
      return std::move(*Read);
    Why = Read ? "its worker left another number of units" : toString(Read.takeError());
  } else {
    Why = reason(End.Exit, End.Message, L);
  }
  ScanResult Result;
  for (const CaptureJob &Job : Jobs) {
    Scanned One;
    One.Unit.Name =
        reportedName(Job.Compile.File, Job.Compile.Directory, Job.Root);
    One.Unit.Failure = Why;
    Result.Units.push_back(std::move(One));
  }
  return Result;
}

Expected<ScanResult> audit::scanAll(ArrayRef<CaptureJob> Jobs,
                                    const WorkerOptions &O) {
  ScanResult All;
  if (Jobs.empty())
    return All;
  auto Folder = TemporaryFolder::make();
  if (!Folder)
    return Folder.takeError();
  DefaultThreadPool Pool(hardware_concurrency(O.Parallel));
  size_t Batch = std::clamp<size_t>(
      (Jobs.size() + Pool.getMaxConcurrency() - 1) / Pool.getMaxConcurrency(),
      1, MaxBatch);
  std::vector<ScanResult> Results((Jobs.size() + Batch - 1) / Batch);
  std::vector<std::string> Failures(Results.size());
  for (size_t I = 0; I != Results.size(); ++I)
    Pool.async([&, I] {
      ArrayRef<CaptureJob> Some = Jobs.drop_front(I * Batch);
      Results[I] =
          scanInWorker(Some.take_front(std::min(Batch, Some.size())),
                       Paths((*Folder)->path(), I), O.Each, Failures[I]);
    });
  Pool.wait();
  for (auto [R, Failure] : zip(Results, Failures)) {
    if (!Failure.empty())
      return createStringError(Failure);
    std::move(R.Units.begin(), R.Units.end(), std::back_inserter(All.Units));
    for (auto &[File, W] : R.Words)
      merge(All.Words[File], std::move(W));
  }
  return All;
}
