//===- Check/Configuration.cpp - The options of mde-user-agent ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/Configuration.h"
#include "Check/Module.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::check;
using namespace llvm;

/// Options that say how to look, not what is required.
static constexpr const char *UserCodeAllowed = "globs on file names, separated by ';'; a leading '!' excludes";
static constexpr requirement::OptionInfo OwnOptions[] = {
    {"Index", "", "the folder in which mde-audit keeps captured units"},
    {"Models", "", "files, separated by ';'"},
    {"UserCode", "", UserCodeAllowed},
};

static std::vector<std::string> listOf(StringRef Value) {
  SmallVector<StringRef> Items;
  Value.split(Items, ';');
  std::vector<std::string> Result;
  for (StringRef Item : Items)
    if (Item = Item.trim(); !Item.empty())
      Result.push_back(Item.str());
  return Result;
}

static Error setUserCode(Configuration &C, StringRef Value) {
  std::vector<std::string> Globs = listOf(Value);
  for (StringRef Glob : Globs) {
    Expected<GlobPattern> Parsed = GlobPattern::create(Glob.ltrim('!'));
    if (!Parsed)
      return createStringError(fmt::format(
          "option 'UserCode': '{}' is no glob: {}; allowed: {}", Glob.str(),
          toString(Parsed.takeError()), UserCodeAllowed));
  }
  C.UserCode = std::move(Globs);
  return Error::success();
}

static Error setOption(Configuration &C, StringRef Name, StringRef Value) {
  if (Name == "UserCode")
    return setUserCode(C, Value);
  if (Name == "Index")
    C.Index = Value.trim().str();
  else if (Name == "Models")
    C.ModelFiles = listOf(Value);
  else
    return requirement::setOption(C.Requirement, Name, Value);
  return Error::success();
}

Configuration
check::readConfiguration(const clang::tidy::ClangTidyOptions::OptionMap &All) {
  Configuration C;
  std::vector<std::string> Known;
  const std::string Prefix = std::string(CheckName) + ".";
  auto Read = [&](const requirement::OptionInfo &Info) {
    Known.push_back(Info.Name);
    auto It = All.find(Prefix + Info.Name);
    std::string Value = It == All.end() ? Info.Default : It->second.Value;
    if (Error E = setOption(C, Info.Name, Value))
      C.Errors.push_back(Prefix + Info.Name + ": " + toString(std::move(E)));
    C.Values.push_back({Info.Name, std::move(Value)});
  };
  for (const requirement::OptionInfo &Info : requirement::optionTable())
    Read(Info);
  for (const requirement::OptionInfo &Info : OwnOptions)
    Read(Info);

  std::vector<std::string> Unknown;
  for (const auto &Entry : All) {
    StringRef Name = Entry.first();
    if (Name.consume_front(Prefix) && !is_contained(Known, Name))
      Unknown.push_back(Name.str());
  }
  llvm::sort(Unknown);
  llvm::sort(Known);
  for (const std::string &Name : Unknown)
    C.Errors.push_back(fmt::format("{}{}: there is no such option; allowed: {}",
                                   Prefix, Name, llvm::join(Known, ", ")));
  return C;
}
