//===- Audit/Cache.cpp - Captured units, kept -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Cache.h"
#include "Audit/Precompiling.h"
#include "Index/Packed.h"
#include "Index/WriteFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace mde::index;
using namespace llvm;

/// How many lists of looks a command has: one for each set of headers that it
/// read, as branches have different ones.
static constexpr size_t MaxLooks = 4;

namespace {
/// Parts are told apart, whatever they hold.
class Hash {
public:
  Hash &add(StringRef Part) {
    uint64_t Size = Part.size();
    Hasher.update(ArrayRef(reinterpret_cast<uint8_t *>(&Size), sizeof(Size)));
    Hasher.update(Part);
    return *this;
  }
  std::string text() { return toHex(Hasher.final<16>(), /*LowerCase=*/true); }

private:
  BLAKE3 Hasher;
};
} // namespace

Cache::Cache(std::string Folder, std::string Salt,
             IntrusiveRefCntPtr<vfs::FileSystem> Files)
    : Folder(std::move(Folder)), Salt(std::move(Salt)),
      Files(std::move(Files)) {}

Cache::~Cache() = default;

//===----------------------------------------------------------------------===//
// Keys
//===----------------------------------------------------------------------===//

/// What else clang's driver takes include paths from.
static void addEnvironment(Hash &H) {
  for (const char *Name :
       {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "INCLUDE",
        "EXTERNAL_INCLUDE", "SDKROOT", "VCToolsInstallDir", "VCINSTALLDIR",
        "UniversalCRTSdkDir", "WindowsSdkDir"})
    H.add(sys::Process::GetEnv(Name).value_or(""));
}

std::string Cache::commandKey(const CaptureJob &Job) const {
  Hash H;
  // Which revision it is read at plays no part: its contents do.
  CaptureJob Now = Job;
  Now.Then = {};
  Now.Beginning = {};
  H.add(Salt).add(print(Now));
  addEnvironment(H);
  return H.text();
}

std::string Cache::headersKey(const CaptureJob &Job, const scan::Beginning &B,
                              size_t Count) {
  Hash H;
  H.add("headers").add(B.Flags);
  for (const auto *Each : {&Job.UserCode, &Job.ModelFiles}) {
    H.add(std::to_string(Each->size()));
    for (const std::string &Text : *Each)
      H.add(Text);
  }
  for (const scan::LeadingHeader &Header : ArrayRef(B.Headers).take_front(Count))
    H.add(Header.Name);
  addEnvironment(H);
  return H.text();
}

std::string Cache::saltedKey(StringRef HeadersKey) const {
  return Hash().add(Salt).add(HeadersKey).text();
}

std::string Cache::contentsPath(StringRef CommandKey, const Reads &Seen,
                                StringRef Kind) const {
  Hash H;
  H.add(CommandKey);
  for (const auto &[Path, State] : Seen)
    H.add(Path).add(State);
  return fmt::format("{}/llvmcache-{}.{}", Folder, H.text(), Kind.str());
}

std::string Cache::unitPath(StringRef CommandKey, const Reads &Seen) const {
  return contentsPath(CommandKey, Seen, "unit");
}

std::string Cache::looksPath(StringRef CommandKey) const {
  return fmt::format("{}/llvmcache-{}.looks", Folder, CommandKey.str());
}

std::string Cache::stateNow(StringRef Path, char Kind) {
  std::pair<std::string, char> Key{Path.str(), Kind};
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    if (auto It = States.find(Key); It != States.end())
      return It->second;
  }
  std::string State = stateOf(*Files, Path, StringRef(&Kind, 1).str() + " ");
  std::lock_guard<std::mutex> Lock(Mutex);
  return States[Key] = State;
}

//===----------------------------------------------------------------------===//
// Finding
//===----------------------------------------------------------------------===//

std::vector<Cache::Looks> Cache::readLooks(StringRef Path) {
  if (!sys::fs::exists(Path))
    return {};
  Expected<std::string> Text = readPacked(Path);
  if (!Text) {
    warn(toString(Text.takeError()));
    return {};
  }
  std::vector<Looks> All(1);
  SmallVector<StringRef> Lines;
  StringRef(*Text).split(Lines, '\n');
  for (StringRef Line : Lines)
    if (Line.size() > 2)
      All.back().push_back(Line.str());
    else
      All.emplace_back();
  erase_if(All, [](const Looks &L) { return L.empty(); });
  return All;
}

Reads Cache::seenNow(const Looks &Where) {
  Reads Seen;
  for (StringRef Look : Where)
    Seen.emplace_hint(Seen.end(), Look.drop_front(2).str(),
                      stateNow(Look.drop_front(2), Look[0]));
  return Seen;
}

/// For pruning, which goes by use.
static void noteUse(StringRef Path) {
  int File;
  if (!sys::fs::openFileForRead(Path, File, sys::fs::OF_UpdateAtime))
    sys::Process::SafelyCloseFileDescriptor(File);
}

std::optional<CapturedUnit> Cache::find(const CaptureJob &Job) {
  std::string Key = commandKey(Job);
  for (const Looks &Where : readLooks(looksPath(Key))) {
    std::string Path = unitPath(Key, seenNow(Where));
    if (!sys::fs::exists(Path))
      continue;
    Expected<CapturedUnit> U = readCapturedUnit(Path);
    if (!U) {
      warn(toString(U.takeError()));
      continue;
    }
    noteUse(Path);
    U->KeptAs = sys::path::filename(Path).str();
    return std::move(*U);
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Storing
//===----------------------------------------------------------------------===//

Error Cache::create() {
  if (std::error_code EC = sys::fs::create_directories(Folder))
    return createStringError(
        fmt::format("{}: the folder of the cache cannot be made: {}", Folder,
                    EC.message()));
  SmallString<128> Ignore(Folder);
  sys::path::append(Ignore, ".gitignore");
  if (!sys::fs::exists(Ignore))
    consumeError(writeFile(Ignore, [](raw_ostream &OS) { OS << "*\n"; }));
  return Error::success();
}

/// Without a name in one line, or with nothing read, it would not be.
static bool canBeFound(const Reads &Inputs) {
  return !Inputs.empty() && none_of(Inputs, [](const auto &Input) {
    return StringRef(Input.first).contains('\n');
  });
}

void Cache::addLooks(StringRef Key, const Reads &Inputs) {
  Looks Own;
  for (const auto &[Path, State] : Inputs)
    Own.push_back(fmt::format("{} {}", State[0], Path));
  std::vector<Looks> All = readLooks(looksPath(Key));
  erase(All, Own);
  All.insert(All.begin(), Own);
  All.resize(std::min(All.size(), MaxLooks));
  std::string Text;
  for (const Looks &Each : All)
    Text += fmt::format("{}\n\n", fmt::join(Each, "\n"));
  if (Error E = writePacked(looksPath(Key), Text))
    warn(toString(std::move(E)));
}

void Cache::store(const CaptureJob &Job, CapturedUnit &U) {
  if (!canBeFound(U.Inputs))
    return;
  std::string Key = commandKey(Job);
  std::string Path = unitPath(Key, U.Inputs);
  if (Error E = write(U, Path))
    warn(toString(std::move(E)));
  else
    U.KeptAs = sys::path::filename(Path).str();
  addLooks(Key, U.Inputs);
}

void Cache::storeSkipped(const CaptureJob &Job, CapturedUnit &U) {
  std::string Path = unitPath(commandKey(Job) + " skipped", U.Inputs);
  if (!sys::fs::exists(Path))
    if (Error E = write(U, Path))
      return warn(toString(std::move(E)));
  U.KeptAs = sys::path::filename(Path).str();
}

//===----------------------------------------------------------------------===//
// Headers
//===----------------------------------------------------------------------===//

bool Cache::keepsHeaders() const {
  std::error_code EC;
  for (sys::fs::directory_iterator I(Folder, EC), E; !EC && I != E; I.increment(EC))
    if (sys::path::extension(I->path()) == ".pch")
      return true;
  return false;
}

std::optional<KeptHeaders> Cache::findHeaders(StringRef HeadersKey) {
  std::string Key = saltedKey(HeadersKey);
  for (const Looks &Where : readLooks(looksPath(Key))) {
    Reads Seen = seenNow(Where);
    std::string Path = contentsPath(Key, Seen, "pch");
    if (!sys::fs::exists(Path))
      continue;
    auto Data = MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
    if (!Data || !isSealed((*Data)->getBuffer())) {
      warn(Path + ": the file is damaged");
      continue;
    }
    noteUse(Path);
    return KeptHeaders{std::move(Path), std::move(Seen)};
  }
  return std::nullopt;
}

std::optional<KeptHeaders> Cache::storeHeaders(StringRef HeadersKey, Reads Inputs, StringRef File) {
  std::string Key = saltedKey(HeadersKey);
  if (!canBeFound(Inputs))
    return std::nullopt;
  std::string Path = contentsPath(Key, Inputs, "pch");
  auto Data = MemoryBuffer::getFile(File, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Data)
    return std::nullopt;
  if (Error E = writeFile(Path, [&](raw_ostream &OS) { OS << (*Data)->getBuffer(); })) {
    warn(toString(std::move(E)));
    return std::nullopt;
  }
  addLooks(Key, Inputs);
  return KeptHeaders{std::move(Path), std::move(Inputs)};
}

//===----------------------------------------------------------------------===//
// Scans
//===----------------------------------------------------------------------===//

std::string Cache::scanPath() const {
  return fmt::format("{}/llvmcache-{}.scan", Folder, Hash().add(Salt).text());
}

std::vector<std::optional<Scanned>> Cache::findScans(ArrayRef<CaptureJob> Jobs,
                                                     scan::Sources &Words) {
  std::vector<std::optional<Scanned>> Found(Jobs.size());
  if (!sys::fs::exists(scanPath()))
    return Found;
  Expected<ScanResult> Kept = readScanResult(scanPath());
  if (!Kept) {
    warn(toString(Kept.takeError()));
    return Found;
  }
  StringMap<Scanned *> ByKey;
  for (Scanned &Each : Kept->Units)
    ByKey[Each.Key] = &Each;
  for (auto [Job, Into] : zip(Jobs, Found)) {
    Scanned *Each = ByKey.lookup(commandKey(Job));
    // With nothing read its scan was given up: that may go better this time.
    if (!Each || Each->Inputs.empty() || !all_of(Each->Inputs, [&](const auto &Input) {
          return stateNow(Input.first, Input.second[0]) == Input.second;
        }))
      continue;
    for (const std::string &File : Each->Unit.Own)
      if (auto It = Kept->Words.find(File); It != Kept->Words.end())
        Words.insert(*It);
    Into = *Each;
  }
  return Found;
}

void Cache::storeScans(ArrayRef<CaptureJob> Jobs, ScanResult &R) {
  for (auto [Job, Each] : zip(Jobs, R.Units))
    Each.Key = commandKey(Job);
  if (Error E = write(R, scanPath()))
    warn(toString(std::move(E)));
}

void Cache::prune() {
  CachePruningPolicy Policy;
  Policy.Expiration = std::chrono::hours(24 * 14);
  Policy.MaxSizeBytes = uint64_t(2) << 30;
  pruneCache(Folder, Policy);
}

void Cache::warn(std::string Sentence) {
  std::lock_guard<std::mutex> Lock(Mutex);
  if (!is_contained(Warnings, Sentence))
    Warnings.push_back(std::move(Sentence));
}

std::vector<std::string> Cache::takeWarnings() {
  std::lock_guard<std::mutex> Lock(Mutex);
  llvm::sort(Warnings);
  return std::exchange(Warnings, {});
}
