//===- Audit/ProjectOptions.cpp - One configuration for all units ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/ProjectOptions.h"
#include "Check/Configuration.h"
#include "Check/LoadedModels.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>
#include <map>

using namespace mde;
using namespace mde::audit;
using namespace llvm;
namespace tidy = clang::tidy;

namespace {

/// With handlers for files, upstream's has no file system.
class Provider : public tidy::FileOptionsProvider {
public:
  explicit Provider(ConfigFileHandlers Handlers)
      : FileOptionsProvider(tidy::ClangTidyGlobalOptions(),
                            tidy::ClangTidyOptions(), tidy::ClangTidyOptions(),
                            std::move(Handlers)) {
    FS = vfs::getRealFileSystem();
  }
};

/// Reads .clang-tidy files as clang-tidy does, but does not go on without one
/// that has an error.
class Reader {
public:
  explicit Reader(std::unique_ptr<MemoryBuffer> Given)
      : Given(std::move(Given)),
        Files(
            {{".clang-tidy",
              [this](MemoryBufferRef File) -> ErrorOr<tidy::ClangTidyOptions> {
                return parse(File);
              }}}) {}

  tidy::ClangTidyOptions::OptionMap optionsFor(StringRef File) {
    if (!Given)
      return Files.getOptions(File).CheckOptions;
    return parse(*Given).CheckOptions;
  }

  std::vector<std::string> Errors;

private:
  /// Never fails, or upstream would tell people, and go on without it.
  tidy::ClangTidyOptions parse(MemoryBufferRef File) {
    auto Options =
        tidy::parseConfigurationWithDiags(File, [&](const SMDiagnostic &D) {
          std::string Line = fmt::format(
              "{}:{}:{}: {}", File.getBufferIdentifier().str(), D.getLineNo(),
              D.getColumnNo() + 1, D.getMessage().str());
          if (!is_contained(Errors, Line))
            Errors.push_back(std::move(Line));
        });
    return Options ? *Options : tidy::ClangTidyOptions();
  }

  std::unique_ptr<MemoryBuffer> Given;
  Provider Files;
};

/// What two units have to agree on.
using Values = std::map<std::string, std::string>;

} // namespace

static Error disagreement(const Values &A, StringRef FileA, const Values &B,
                          StringRef FileB) {
  for (const auto &[Name, Value] : A)
    if (B.at(Name) != Value)
      return createStringError(fmt::format(
          "mde-user-agent.{} is '{}' for {} and '{}' for {}; the units of a "
          "program are judged as one: make their .clang-tidy files agree, or "
          "name one with --config-file",
          Name, Value, FileA.str(), B.at(Name), FileB.str()));
  return Error::success();
}

/// \p File in the nearest folder of its that is there: where there is none,
/// upstream reads nothing, and says so to people.
static std::string inExistingFolder(StringRef File) {
  StringRef Folder = sys::path::parent_path(File);
  while (!Folder.empty() && !sys::fs::is_directory(Folder))
    Folder = sys::path::parent_path(Folder);
  SmallString<256> Path(Folder);
  sys::path::append(Path, sys::path::filename(File));
  return Path.str().str();
}

static Expected<std::unique_ptr<MemoryBuffer>> readConfigFile(StringRef Name) {
  auto File = MemoryBuffer::getFile(Name, /*IsText=*/true);
  if (!File)
    return createStringError(fmt::format("{}: cannot be read: {}", Name.str(),
                                         File.getError().message()));
  return std::move(*File);
}

Expected<ProjectOptions> audit::readProjectOptions(ArrayRef<std::string> Files,
                                                   StringRef ConfigFile) {
  std::unique_ptr<MemoryBuffer> Given;
  if (!ConfigFile.empty()) {
    auto File = readConfigFile(ConfigFile);
    if (!File)
      return File.takeError();
    Given = std::move(*File);
    Files = Files.take_front();
  }
  Reader Read(std::move(Given));
  ProjectOptions Result;
  Values First;
  std::map<std::string, Values> ByFolder;
  for (const std::string &File : Files) {
    auto [It, New] = ByFolder.try_emplace(sys::path::parent_path(File).str());
    if (!New)
      continue;
    check::Configuration C =
        check::readConfiguration(Read.optionsFor(inExistingFolder(File)));
    std::vector<std::string> Errors = Read.Errors;
    append_range(Errors, C.Errors);
    if (!Errors.empty())
      return createStringError(fmt::format("{}", fmt::join(Errors, "\n")));
    It->second = {C.Values.begin(), C.Values.end()};
    for (std::string &Model : C.ModelFiles)
      Model = check::findFile(
          Model, ConfigFile.empty() ? File : ConfigFile.str());
    It->second["Models"] = fmt::format("{}", fmt::join(C.ModelFiles, ";"));
    if (&File == &Files.front()) {
      First = It->second;
      Result = {C.Requirement, C.UserCode, C.ModelFiles, C.Values, {}, {}};
    } else if (Error E = disagreement(First, Files.front(), It->second, File)) {
      return E;
    }
  }
  return Result;
}

Expected<std::shared_ptr<const models::Models>>
audit::projectModels(const ProjectOptions &O,
                     const std::set<std::string> &Needed) {
  check::LoadedModels Loaded = check::loadModels(O.ModelFiles, "", Needed);
  if (!Loaded.Errors.empty())
    return createStringError(
        fmt::format("{}", fmt::join(Loaded.Errors, "\n")));
  return Loaded.Models;
}
