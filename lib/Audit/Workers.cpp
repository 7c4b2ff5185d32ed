//===- Audit/Workers.cpp - Capture in processes of its own ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Workers.h"
#include "Audit/Precompiling.h"
#include "Audit/Sharing.h"
#include "Audit/TemporaryFolder.h"
#include "Index/WriteFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/ThreadPool.h"
#include <deque>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <set>

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

//===----------------------------------------------------------------------===//
// Headers that units share
//===----------------------------------------------------------------------===//

namespace {
/// Units that begin with the same headers.
struct Sharers {
  std::vector<size_t> Units;
  size_t Headers = 0; ///< How many of those that each begins with.
  std::string Key;
  KeptHeaders Made; ///< Without a Path there is none.
  bool FromCache = false;
  size_t Done = 0, Took = 0; ///< Of Units: those that came out with it.
};
} // namespace

/// Leaves \p S without any unless that goes well.
static void precompileInWorker(const CaptureJob &Job, const scan::Beginning &B,
                               const Paths &P, const WorkerOptions &O, Sharers &S) {
  json::Array Names;
  for (const scan::LeadingHeader &H : ArrayRef(B.Headers).take_front(S.Headers))
    Names.push_back(H.Name);
  std::string Lines = print(Job);
  raw_string_ostream(Lines) << json::Value(std::move(Names)) << '\n';
  Ending End = runWorker("--precompile", Lines, P, O.Each);
  if (End.Exit != 0 || !End.Failure.empty())
    return;
  Expected<PrecompiledHeaders> Result = readPrecompiledHeaders(P.Unit);
  removeFiles(P);
  if (!Result)
    return consumeError(Result.takeError());
  if (!Result->Why.empty())
    return;
  S.Made = {P.Unit + ".pch", std::move(Result->Inputs)};
  if (O.Kept)
    if (auto Kept = O.Kept->storeHeaders(S.Key, S.Made.Inputs, S.Made.Path)) {
      sys::fs::remove(S.Made.Path);
      S.Made = std::move(*Kept);
    }
}

/// Adds to what was looked at for a unit what was for its headers; false: something has
/// changed in between.
static bool addInputs(Reads &Unit, const Reads &Headers) {
  for (const auto &[Path, State] : Headers) {
    std::string &Own = Unit.try_emplace(Path, State).first->second;
    if (Own == "+" && State != "-")
      Own = State;
    else if (Own != State && !(State == "+" && Own != "-"))
      return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Capturing
//===----------------------------------------------------------------------===//

namespace {
class Capturer {
public:
  Capturer(ArrayRef<CaptureJob> Jobs, const WorkerOptions &O, StringRef Folder)
      : Jobs(Jobs), O(O), Folder(Folder), Pool(hardware_concurrency(O.Parallel)),
        Outcomes(Jobs.size()), How(Jobs.size()) {}

  Error run(const Beginnings &Known) {
    std::vector<size_t> Missing = findKept();
    if (O.ShareHeaders)
      if (Error E = share(Missing, Known))
        return E;
    for (Sharers &S : All)
      Pool.async([&] { captureSharers(S); });
    for (size_t Job : Missing)
      if (!Sharing.count(Job))
        Pool.async([this, Job] { capture(Job, nullptr); });
    Pool.wait();
    return Error::success();
  }

  std::vector<Outcome> &outcomes() { return Outcomes; }

private:
  Paths paths(size_t Number) const { return Paths(Folder, Number); }

  std::vector<size_t> findKept() {
    std::vector<char> Found(Jobs.size());
    if (O.Kept)
      for (size_t Job = 0; Job != Jobs.size(); ++Job)
        Pool.async([this, Job, &Found] {
          std::optional<CapturedUnit> Unit = O.Kept->find(Jobs[Job]);
          if (!Unit)
            return;
          Found[Job] = true;
          done(Job, {std::move(*Unit), /*FromCache=*/true, ""});
        });
    Pool.wait();
    std::vector<size_t> Missing;
    for (size_t Job = 0; Job != Jobs.size(); ++Job)
      if (!Found[Job])
        Missing.push_back(Job);
    return Missing;
  }

  /// Finds out which of \p Missing share which headers.
  Error share(ArrayRef<size_t> Missing, const Beginnings &Known) {
    if (!Known.empty())
      How = Known;
    else if (Missing.size() > 1 || (!Missing.empty() && O.Kept && O.Kept->keepsHeaders()))
      if (Error E = scan(Missing))
        return E;
    std::map<StringRef, std::vector<size_t>> ByFlags;
    for (size_t Job : Missing)
      if (How[Job] && !How[Job]->Headers.empty() && !shareKept(Job))
        ByFlags[How[Job]->Flags].push_back(Job);
    for (const auto &[Flags, Some] : ByFlags) {
      Beginnings Of;
      for (size_t Job : Some)
        Of.push_back(How[Job]);
      for (auto [Job, Headers] : zip(Some, sharedHeaders(Of)))
        if (Headers)
          share(Job, Headers);
    }
    return Error::success();
  }

  Error scan(ArrayRef<size_t> Missing) {
    std::vector<CaptureJob> Some;
    for (size_t Job : Missing)
      Some.push_back(Jobs[Job]);
    Expected<ScanResult> Result = scanAll(Some, O);
    if (!Result)
      return Result.takeError();
    Scans = std::move(*Result);
    for (auto [Job, Each] : zip(Missing, Scans.Units))
      How[Job] = &Each.Unit.Leading;
    return Error::success();
  }

  Sharers &share(size_t Job, size_t Headers) {
    std::string Key = headersKey(Job, Headers);
    auto [It, New] = ByKey.try_emplace(Key, nullptr);
    if (New) {
      It->second = &All.emplace_back();
      It->second->Headers = Headers;
      It->second->Key = Key;
    }
    It->second->Units.push_back(Job);
    Sharing.insert(Job);
    return *It->second;
  }

  /// Takes what an earlier run made of the headers of \p Job, or of the first of them.
  bool shareKept(size_t Job) {
    if (!O.Kept)
      return false;
    for (size_t Headers = How[Job]->Headers.size(); Headers; --Headers) {
      std::string Key = headersKey(Job, Headers);
      auto [It, New] = Kept.try_emplace(Key);
      if (New)
        It->second = O.Kept->findHeaders(Key);
      if (!It->second)
        continue;
      Sharers &S = share(Job, Headers);
      S.Made = *It->second;
      return true;
    }
    return false;
  }

  std::string headersKey(size_t Job, size_t Headers) const {
    return Cache::headersKey(Jobs[Job], *How[Job], Headers);
  }

  void captureSharers(Sharers &S) {
    S.FromCache = !S.Made.Path.empty();
    if (!S.FromCache) {
      size_t First = S.Units.front();
      precompileInWorker(Jobs[First], *How[First], paths(Jobs.size() + First), O, S);
    }
    for (size_t Job : S.Units)
      Pool.async([this, Job, &S] { capture(Job, S.Made.Path.empty() ? nullptr : &S); });
  }

  void capture(size_t Job, Sharers *S) {
    Outcome Result;
    bool Took = false;
    if (S) {
      CaptureJob With = Jobs[Job];
      With.Beginning = {S->Made.Path, How[Job]->Headers[S->Headers - 1].End};
      Result = captureInWorker(With, paths(Job), O.Each);
      // Whatever goes wrong, it is not told from what is wrong with the unit.
      Took = Result.Failure.empty() && Result.Unit.Unit && Result.Unit.Errors.empty() &&
             addInputs(Result.Unit.Inputs, S->Made.Inputs);
    }
    if (!Took)
      Result = captureInWorker(Jobs[Job], paths(Job), O.Each);
    if (O.Kept && Result.Failure.empty())
      O.Kept->store(Jobs[Job], Result.Unit);
    done(Job, std::move(Result));
    if (S)
      shared(*S, Took);
  }

  void shared(Sharers &S, bool Took) {
    std::lock_guard<std::mutex> Lock(Mutex);
    S.Took += Took;
    if (++S.Done == S.Units.size() && S.Took && O.OnShared)
      O.OnShared(S.Took, S.FromCache);
  }

  void done(size_t Job, Outcome Result) {
    bool FromCache = Result.FromCache;
    Outcomes[Job] = std::move(Result);
    std::lock_guard<std::mutex> Lock(Mutex);
    if (O.OnDone)
      O.OnDone(Jobs[Job], FromCache);
  }

  ArrayRef<CaptureJob> Jobs;
  const WorkerOptions &O;
  StringRef Folder;
  DefaultThreadPool Pool;
  std::vector<Outcome> Outcomes;
  std::mutex Mutex;
  ScanResult Scans;
  Beginnings How;
  std::deque<Sharers> All;
  std::map<std::string, Sharers *> ByKey;
  std::map<std::string, std::optional<KeptHeaders>> Kept;
  std::set<size_t> Sharing;
};
} // namespace

Expected<std::vector<CapturedUnit>> audit::captureAll(ArrayRef<CaptureJob> Jobs,
                                                      const WorkerOptions &O,
                                                      const Beginnings &Known) {
  auto Folder = TemporaryFolder::make();
  if (!Folder)
    return Folder.takeError();
  Capturer All(Jobs, O, (*Folder)->path());
  if (Error E = All.run(Known))
    return E;
  std::vector<CapturedUnit> Units;
  for (Outcome &One : All.outcomes()) {
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
