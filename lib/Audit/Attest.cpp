//===- Audit/Attest.cpp - Evidence for certification ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Attest.h"
#include "Audit/Audit.h"
#include "Audit/Clock.h"
#include "Audit/Git.h"
#include "Audit/TemporaryFolder.h"
#include "Index/Reads.h"
#include "Models/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace mde::index;
using namespace llvm;
using report::Attestation;

static std::unique_ptr<MemoryBuffer> read(StringRef Path) {
  if (!sys::fs::is_regular_file(Path))
    return nullptr;
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  return Buffer ? std::move(*Buffer) : nullptr;
}

static std::string hashOfFile(StringRef Path) {
  auto Buffer = read(Path);
  return Buffer ? findings::hashed(Buffer->getBuffer()) : "";
}

//===----------------------------------------------------------------------===//
// git
//===----------------------------------------------------------------------===//

/// What git says of the current directory; none where it has nothing to say.
static std::optional<std::string> ask(const Git &G,
                                      std::vector<std::string> What) {
  Expected<std::string> Answer = G.run(std::move(What));
  if (Answer)
    return std::move(*Answer);
  consumeError(Answer.takeError());
  return std::nullopt;
}

static Error askGit(Attestation &A) {
  auto Scratch = TemporaryFolder::make();
  if (!Scratch)
    return Scratch.takeError();
  Expected<Git> Found = Git::find((*Scratch)->path());
  if (!Found) {
    consumeError(Found.takeError());
    return Error::success();
  }
  auto Commit = ask(*Found, {"rev-parse", "--verify", "HEAD"});
  if (!Commit)
    return Error::success();
  A.Commit = StringRef(*Commit).trim().str();
  auto Status = ask(*Found, {"status", "--porcelain", "-z",
                             "--untracked-files=no",
                             "--ignore-submodules=none"});
  A.Dirty = !Status || !Status->empty();
  auto Names = splitOutput(ask(*Found, {"ls-files", "-z"}).value_or(""), '\0');
  std::set<StringRef> Tracked(Names.begin(), Names.end());
  for (const report::HashedInput &Each : A.Inputs)
    if (!sys::path::is_absolute(Each.Name) && !Tracked.count(Each.Name))
      A.Untracked.push_back(Each.Name);
  return Error::success();
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
    std::string Hash = Buffer ? findings::hashed(Buffer->getBuffer()) : "";
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
  if (!R.SuppressionsFile.empty())
    Inside[NameOf(R.SuppressionsFile)] = hashOfFile(R.SuppressionsFile);
  A.OtherSha256 = findings::hashed(Others);
  for (auto &[Name, Hash] : Inside)
    A.Inputs.push_back({Name, Hash});
}

static void hashModels(const report::Report &R, Attestation &A) {
  for (const models::EmbeddedModel &Each : models::embeddedModels())
    if (R.Models.count(Each.Name.str()) ||
        R.Models.count(sys::path::stem(Each.Name).str()))
      A.Models.push_back({Each.Name.str(), findings::hashed(Each.Text)});
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
  if (Error E = askGit(A))
    return E;
  A.Proven = exitCode(R, {/*AllowIncomplete=*/false, /*Verify=*/true}) ==
                 ExitClean &&
             A.Changed.empty();
  return A;
}
