//===- Audit/Attest.cpp - Evidence for certification ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Attest.h"
#include "Audit/Audit.h"
#include "Audit/Reads.h"
#include "Models/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/SHA256.h"
#include <chrono>
#include <fmt/chrono.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;
using report::Attestation;

static std::string sha256(StringRef Text) {
  return toHex(SHA256::hash(arrayRefFromStringRef(Text)), /*LowerCase=*/true);
}

static std::unique_ptr<MemoryBuffer> read(StringRef Path) {
  if (!sys::fs::is_regular_file(Path))
    return nullptr;
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  return Buffer ? std::move(*Buffer) : nullptr;
}

static std::string hashOfFile(StringRef Path) {
  auto Buffer = read(Path);
  return Buffer ? sha256(Buffer->getBuffer()) : "";
}

//===----------------------------------------------------------------------===//
// Time
//===----------------------------------------------------------------------===//

static Expected<std::string> timeNow() {
  std::time_t Now = std::chrono::system_clock::to_time_t(
      std::chrono::system_clock::now());
  if (auto Epoch = sys::Process::GetEnv("SOURCE_DATE_EPOCH")) {
    // Until the year 9999.
    uint64_t Seconds = 0;
    if (StringRef(*Epoch).getAsInteger(10, Seconds) || Seconds > 253402300799)
      return createStringError(fmt::format(
          "SOURCE_DATE_EPOCH is '{}': it has to be a number of seconds since "
          "1970", *Epoch));
    Now = Seconds;
  }
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(Now));
}

//===----------------------------------------------------------------------===//
// git
//===----------------------------------------------------------------------===//

namespace {

/// Asks git about the current directory.
class Git {
public:
  Git() {
    if (auto Found = sys::findProgramByName("git"))
      Program = *Found;
    (void)sys::fs::createTemporaryFile("mde-git", "txt", Answer);
  }
  ~Git() { (void)sys::fs::remove(Answer); }

  /// What it writes; none if it fails.
  std::optional<std::string> ask(ArrayRef<StringRef> What) {
    if (Program.empty() || Answer.empty())
      return std::nullopt;
    // Nothing that the repository says may run a program or change it.
    std::vector<StringRef> Line = {Program, "--no-optional-locks", "-c",
                                   "core.fsmonitor=false"};
    append_range(Line, What);
    // What was answered before is written over, not taken away.
    std::error_code Failed;
    raw_fd_ostream(Answer, Failed).close();
    StringRef Nowhere, To(Answer);
    if (sys::ExecuteAndWait(Program, Line, std::nullopt,
                            {Nowhere, To, Nowhere}) != 0)
      return std::nullopt;
    auto Text = read(Answer);
    return Text ? std::optional(Text->getBuffer().str()) : std::nullopt;
  }

private:
  std::string Program;
  SmallString<128> Answer;
};

} // namespace

static void askGit(Attestation &A) {
  Git Repository;
  auto Commit = Repository.ask({"rev-parse", "--verify", "HEAD"});
  if (!Commit)
    return;
  A.Commit = StringRef(*Commit).trim().str();
  auto Status = Repository.ask({"status", "--porcelain", "-z",
                                "--untracked-files=no",
                                "--ignore-submodules=none"});
  A.Dirty = !Status || !Status->empty();
  auto Known = Repository.ask({"ls-files", "-z"});
  SmallVector<StringRef> Names;
  StringRef All = Known ? StringRef(*Known) : StringRef();
  All.split(Names, '\0', -1, /*KeepEmpty=*/false);
  std::set<StringRef> Tracked(Names.begin(), Names.end());
  for (const report::HashedInput &Each : A.Inputs)
    if (!sys::path::is_absolute(Each.Name) && !Tracked.count(Each.Name))
      A.Untracked.push_back(Each.Name);
}

//===----------------------------------------------------------------------===//
// Inputs
//===----------------------------------------------------------------------===//

static void hashInputs(const report::Report &R, Attestation &A) {
  std::string Root = R.Root + "/", Others;
  std::map<std::string, std::string> Inside;
  auto NameOf = [&](StringRef Path) {
    Path.consume_front(Root);
    return Path.str();
  };
  for (const auto &[Path, State] : R.Inputs) {
    if (!StringRef(State).starts_with("f "))
      continue;
    SmallString<256> Clean(Path);
    sys::path::remove_dots(Clean, /*remove_dot_dot=*/true);
    auto Buffer = read(Path);
    if (!Buffer || fileState(Buffer->getBuffer()) != State)
      A.Changed.push_back(NameOf(Clean));
    std::string Hash = Buffer ? sha256(Buffer->getBuffer()) : "";
    if (StringRef(Clean).starts_with(Root)) {
      Inside[NameOf(Clean)] = Hash;
      continue;
    }
    ++A.OtherInputs;
    Others += fmt::format("{} {}\n", Path, Hash);
  }
  if (!R.Database.empty()) {
    A.Database = NameOf(R.Database);
    Inside[A.Database] = hashOfFile(R.Database);
  }
  A.OtherSha256 = sha256(Others);
  for (auto &[Name, Hash] : Inside)
    A.Inputs.push_back({Name, Hash});
}

static void hashModels(const report::Report &R, Attestation &A) {
  for (const models::EmbeddedModel &Each : models::embeddedModels())
    if (R.Models.count(Each.Name.str()) ||
        R.Models.count(sys::path::stem(Each.Name).str()))
      A.Models.push_back({Each.Name.str(), sha256(Each.Text)});
  for (const std::string &Path : R.ModelFiles) {
    StringRef Name = Path;
    Name.consume_front(R.Root + "/");
    A.Models.push_back({Name.str(), hashOfFile(Path)});
  }
}

Expected<Attestation>
audit::attest(const report::Report &R,
              const std::vector<std::string> &Arguments) {
  Attestation A;
  Expected<std::string> Time = timeNow();
  if (!Time)
    return Time.takeError();
  A.Time = std::move(*Time);
  A.Llvm = LLVM_VERSION_STRING;
  A.ProgramSha256 = hashOfFile(sys::fs::getMainExecutable(nullptr, nullptr));
  A.Arguments = Arguments;
  A.Options = R.Options;
  hashInputs(R, A);
  hashModels(R, A);
  askGit(A);
  A.Proven = exitCode(R, {/*AllowIncomplete=*/false, /*Verify=*/true}) ==
                 ExitClean &&
             A.Changed.empty();
  return A;
}
