//===- Audit/Database.cpp - The units of a project ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Database.h"
#include "Audit/Capturing.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;
namespace path = sys::path;

static constexpr StringLiteral FileName = "compile_commands.json";
static constexpr StringLiteral HowToGetOne =
    "CMake writes one with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, and `bear -- "
    "make` does for other builds";

Expected<std::string> audit::findDatabase(StringRef Where) {
  if (!Where.empty()) {
    SmallString<256> Path(Where);
    sys::fs::make_absolute(Path);
    if (sys::fs::is_directory(Path))
      path::append(Path, FileName);
    if (sys::fs::exists(Path))
      return Path.str().str();
    return createStringError(fmt::format("{}: there is no such file; {}",
                                         Path.str().str(), HowToGetOne.str()));
  }
  std::string Here = currentDirectory();
  for (StringRef Folder = Here; !Folder.empty();
       Folder = path::parent_path(Folder))
    for (StringRef Sub : {"", "build"}) {
      SmallString<256> Path(Folder);
      path::append(Path, Sub, FileName);
      if (sys::fs::exists(Path))
        return Path.str().str();
    }
  return createStringError(fmt::format(
      "{} is neither in {}, nor in its folder 'build', nor further up: say "
      "where it is with -p; {}",
      FileName.str(), Here, HowToGetOne.str()));
}

/// Windows' rules for quotes and backslashes: the command of cl.exe, or of a
/// program on a Windows path. \p C was split by those rules.
static bool isOfWindows(const clang::tooling::CompileCommand &C) {
  if (C.CommandLine.empty())
    return false;
  StringRef Program = C.CommandLine.front();
  std::string Name =
      path::filename(Program, path::Style::windows_backslash).lower();
  StringRef Plain = Name;
  Plain.consume_back(".exe");
  return Plain == "cl" || Plain == "clang-cl" || Program.contains('\\');
}

/// As this machine names files.
static std::string nativeName(StringRef Name, bool OfWindows) {
  std::string Result = Name.str();
  if (OfWindows && path::is_style_posix(path::Style::native))
    std::replace(Result.begin(), Result.end(), '\\', '/');
  return Result;
}

static Expected<Command> commandOf(const clang::tooling::CompileCommand &C,
                                   StringRef Base, bool OfWindows) {
  Command Result;
  Result.Directory = reportedName(nativeName(C.Directory, OfWindows), Base, "");
  Result.File = reportedName(nativeName(C.Filename, OfWindows),
                             Result.Directory, "");
  Result.Arguments = C.CommandLine;
  auto IsText = [](StringRef S) { return json::isUTF8(S); };
  if (!IsText(Result.Directory) || !IsText(Result.File) ||
      !all_of(Result.Arguments, IsText))
    return createStringError("the entry for '" + json::fixUTF8(C.Filename) +
                             "' is not in UTF-8");
  if (C.CommandLine.empty())
    return createStringError("the entry for '" + C.Filename +
                             "' has no command");
  return Result;
}

Expected<std::vector<Command>> audit::readDatabase(StringRef Path) {
  using clang::tooling::JSONCommandLineSyntax;
  std::vector<clang::tooling::CompileCommand> Gnu, Windows;
  for (auto [Syntax, Into] :
       {std::pair(JSONCommandLineSyntax::Gnu, &Gnu),
        std::pair(JSONCommandLineSyntax::Windows, &Windows)}) {
    std::string Why;
    auto Read = clang::tooling::JSONCompilationDatabase::loadFromFile(Path, Why,
                                                                      Syntax);
    if (!Read)
      return createStringError(
          fmt::format("{}: {}", Path.str(), StringRef(Why).trim().str()));
    *Into = Read->getAllCompileCommands();
  }
  std::vector<Command> All;
  for (size_t I = 0; I != Gnu.size(); ++I) {
    bool OfWindows = isOfWindows(Windows[I]);
    Expected<Command> One = commandOf(OfWindows ? Windows[I] : Gnu[I],
                                      path::parent_path(Path), OfWindows);
    if (!One)
      return createStringError(
          fmt::format("{}: {}", Path.str(), toString(One.takeError())));
    All.push_back(std::move(*One));
  }
  if (All.empty())
    return createStringError(fmt::format(
        "{}: holds no command, so there is nothing to analyse", Path.str()));
  auto Key = [](const Command &C) {
    return std::tie(C.File, C.Directory, C.Arguments);
  };
  llvm::sort(
      All, [&](const Command &A, const Command &B) { return Key(A) < Key(B); });
  All.erase(std::unique(All.begin(), All.end(),
                        [&](const Command &A, const Command &B) {
                          return Key(A) == Key(B);
                        }),
            All.end());
  return All;
}

Expected<std::vector<Command>> audit::select(const std::vector<Command> &All,
                                             ArrayRef<std::string> Patterns) {
  if (Patterns.empty())
    return All;
  std::string Here = currentDirectory();
  std::vector<bool> Chosen(All.size());
  for (const std::string &Pattern : Patterns) {
    std::string Absolute = reportedName(Pattern, Here, "");
    Expected<GlobPattern> Glob = GlobPattern::create(Absolute);
    if (!Glob)
      return createStringError(fmt::format("'{}' is no glob: {}", Pattern,
                                           toString(Glob.takeError())));
    bool Any = false;
    for (auto [I, C] : enumerate(All))
      if (C.File == Absolute || Glob->match(C.File))
        Chosen[I] = Any = true;
    if (!Any)
      return createStringError(fmt::format(
          "no unit of the compilation database is '{}'; a header is analysed "
          "with the units that include it",
          Pattern));
  }
  std::vector<Command> Result;
  for (auto [I, C] : enumerate(All))
    if (Chosen[I])
      Result.push_back(C);
  return Result;
}
