//===- Audit/Selecting.cpp - Capture of what has a say --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Selecting.h"
#include "Check/LoadedModels.h"
#include "Ir/Parser.h"
#include "Ir/Printer.h"
#include "Scan/Needs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace mde;
using namespace mde::audit;
using namespace llvm;

namespace {

class Selector {
public:
  Selector(ArrayRef<CaptureJob> Jobs, const WorkerOptions &Workers,
           const ProjectOptions &O)
      : Jobs(Jobs), Workers(Workers), O(O) {}

  Expected<Selection> run(StringRef Asked, bool Keep) {
    if (Error E = scan(Keep))
      return E;
    Expected<models::HttpHeaders> Headers = httpHeaders();
    if (!Headers)
      return Headers.takeError();
    scan::Seeds Seeds(*Headers, O.Requirement);
    scan::Needs Needs(Units, Words, Seeds, [&](StringRef Name) {
      // All jobs have one root.
      std::string Path = index::absoluteName(Name, Jobs.front().Root);
      SmallString<256> Real;
      return sys::fs::real_path(Path, Real) ? Path : Real.str().str();
    });
    if (!Asked.empty())
      for (size_t U = 0; U != Units.size(); ++U)
        if (Needs.why(U).empty() && is_contained(Units[U].Own, Asked))
          Needs.ask(U);
    Result.Units.resize(Jobs.size());
    for (std::vector<size_t> Round = Needs.first(); !Round.empty();) {
      if (Error E = capture(Round, Needs))
        return E;
      Expected<std::set<scan::Entity>> Found = entities(Seeds);
      if (!Found)
        return Found.takeError();
      Round = Needs.next(*Found);
    }
    Result.Names = Needs.size();
    for (size_t U = 0; U != Units.size(); ++U) {
      Result.Whys.push_back(Needs.why(U));
      if (Needs.why(U).empty())
        skip(U);
    }
    return std::move(Result);
  }

private:
  Error scan(bool Keep) {
    ScanResult All;
    std::vector<std::optional<Scanned>> Known(Jobs.size());
    if (Workers.Kept)
      Known = Workers.Kept->findScans(Jobs, All.Words);
    std::vector<CaptureJob> Missing;
    for (auto [Job, Each] : zip(Jobs, Known))
      if (!Each)
        Missing.push_back(Job);
    Expected<ScanResult> Fresh = scanAll(Missing, Workers);
    if (!Fresh)
      return Fresh.takeError();
    for (auto &[File, W] : Fresh->Words)
      merge(All.Words[File], std::move(W));
    auto Next = Fresh->Units.begin();
    for (std::optional<Scanned> &Each : Known)
      All.Units.push_back(Each ? std::move(*Each) : std::move(*Next++));
    if (Workers.Kept && Keep && !Missing.empty())
      Workers.Kept->storeScans(Jobs, All);
    for (Scanned &Each : All.Units) {
      Units.push_back(std::move(Each.Unit));
      Inputs.push_back(std::move(Each.Inputs));
    }
    Words = std::move(All.Words);
    return Error::success();
  }

  Expected<models::HttpHeaders> httpHeaders() const {
    if (O.ModelFiles.empty())
      return models::HttpHeaders::builtin();
    auto Models =
        projectModels(O, check::neededModels(std::nullopt, O.ModelFiles));
    if (!Models)
      return Models.takeError();
    return models::HttpHeaders::of(**Models);
  }

  Error capture(ArrayRef<size_t> Round, scan::Needs &Needs) {
    if (Workers.OnRound)
      Workers.OnRound(Round.size());
    std::vector<CaptureJob> Some;
    Beginnings Leading;
    for (size_t U : Round) {
      Some.push_back(Jobs[U]);
      Leading.push_back(&Units[U].Leading);
    }
    Expected<std::vector<CapturedUnit>> Captured = captureAll(Some, Workers, Leading);
    if (!Captured)
      return Captured.takeError();
    for (auto [U, Unit] : zip(Round, *Captured)) {
      Needs.parsed(U, Unit.Errors.empty() ? &Unit.Outlines : nullptr);
      Models.insert(Unit.Models.begin(), Unit.Models.end());
      if (Unit.Unit) {
        // The one that is judged stays as it is.
        std::string Text;
        raw_string_ostream OS(Text);
        ir::print(*Unit.Unit, OS);
        auto Copy = ir::parse({Text, Unit.Name});
        if (!Copy)
          return Copy.takeError();
        Program.add(std::move(*Copy));
      }
      Result.Units[U] = std::move(Unit);
    }
    return Error::success();
  }

  Expected<std::set<scan::Entity>> entities(const scan::Seeds &Seeds) {
    Program.link();
    auto Loaded = projectModels(O, Models);
    if (!Loaded)
      return Loaded.takeError();
    auto IsUrl = [&](StringRef Text) { return Seeds.isUrl(Text); };
    return scan::entities(paths::findInfluence(Program, **Loaded, IsUrl),
                          Program);
  }

  /// Unit \p U as one that is all there, and holds nothing.
  void skip(size_t U) {
    CapturedUnit &Unit = Result.Units[U];
    Unit.Name = Units[U].Name;
    Unit.Inputs = std::move(Inputs[U]);
    Unit.Unit = std::make_unique<ir::Unit>();
    Unit.Unit->MainFile = Unit.Name;
    Unit.Unit->Files.add(Unit.Name);
    if (Workers.Kept)
      Workers.Kept->storeSkipped(Jobs[U], Unit);
    if (Workers.OnSkipped)
      Workers.OnSkipped(Jobs[U]);
  }

  ArrayRef<CaptureJob> Jobs;
  const WorkerOptions &Workers;
  const ProjectOptions &O;
  std::vector<scan::ScannedUnit> Units;
  std::vector<index::Reads> Inputs;
  scan::Sources Words;
  ir::Program Program;
  std::set<std::string> Models;
  Selection Result;
};

} // namespace

Expected<Selection> audit::captureNeeded(ArrayRef<CaptureJob> Jobs,
                                         const WorkerOptions &Workers,
                                         const ProjectOptions &O,
                                         StringRef Asked, bool Keep) {
  return Selector(Jobs, Workers, O).run(Asked, Keep);
}
