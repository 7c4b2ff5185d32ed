//===- Audit/CapturedUnit.cpp - What capture knows of one unit ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/CapturedUnit.h"
#include "Audit/FixSitesJson.h"
#include "Index/WriteFile.h"
#include "Ir/Files.h"
#include "Scan/Json.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include <fmt/format.h>
#include <set>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

/// Of what gets the same name, the first stays.
template <typename T>
static void renameKeys(std::map<std::string, T> &Files,
                       function_ref<std::string(StringRef)> Name) {
  std::map<std::string, T> Renamed;
  for (auto &[File, Each] : Files)
    Renamed.try_emplace(Name(File), std::move(Each));
  Files = std::move(Renamed);
}

void audit::renameFiles(CapturedUnit &U,
                        function_ref<std::string(StringRef)> Name) {
  if (U.Unit)
    ir::renameFiles(*U.Unit, Name);
  renameKeys(U.Changeable, Name);
  renameKeys(U.Outlines, Name);
  for (findings::NoLint &N : U.NoLints)
    N.File = Name(N.File);
}

Error audit::write(const CapturedUnit &U, StringRef Path) {
  std::string Extra;
  raw_string_ostream OS(Extra);
  json::OStream J(OS);
  J.object([&] {
    J.attributeObject("changeable", [&] {
      for (const auto &[Name, File] : U.Changeable)
        J.attribute(json::fixUTF8(Name), toJSON(File));
    });
    J.attributeObject("outlines", [&] {
      for (const auto &[Name, Each] : U.Outlines)
        J.attribute(json::fixUTF8(Name), toJSON(Each));
    });
  });
  return index::writeUnit(U, Extra, Path);
}

Expected<CapturedUnit> audit::readCapturedUnit(StringRef Path) {
  auto Read = index::readUnit(Path);
  if (!Read)
    return Read.takeError();
  CapturedUnit U;
  static_cast<index::StoredUnit &>(U) = std::move(Read->first);
  Expected<json::Value> Extra = json::parse(Read->second);
  if (!Extra)
    return createStringError(
        fmt::format("{}: {}", Path.str(), toString(Extra.takeError())));
  json::Path::Root Where("captured unit");
  json::ObjectMapper Map(*Extra, Where);
  if (!Map || !Map.map("changeable", U.Changeable) ||
      !Map.map("outlines", U.Outlines))
    return createStringError(
        fmt::format("{}: {}", Path.str(), toString(Where.getError())));
  return U;
}

/// As GNU make reads a name: what it would take for something else is escaped.
static std::string forMake(StringRef Name) {
  std::string Result;
  for (char C : Name) {
    if (C == ' ' || C == '#' || C == '\\' || C == ':')
      Result += '\\';
    Result += C;
    if (C == '$')
      Result += '$';
  }
  return Result;
}

Error audit::writeDependencies(const CapturedUnit &U, StringRef Target,
                               StringRef Path) {
  return index::writeFile(Path, [&](raw_ostream &OS) {
    OS << forMake(Target) << ':';
    for (const auto &[Name, State] : U.Inputs)
      if (State[0] == 'f')
        OS << " \\\n  " << forMake(Name);
    OS << '\n';
  });
}

Error audit::writeUnread(const CapturedUnit &U, StringRef List,
                         StringRef Path) {
  auto Names = MemoryBuffer::getFile(List, /*IsText=*/true);
  if (!Names)
    return createStringError(fmt::format("{}: cannot be read: {}", List.str(),
                                         Names.getError().message()));
  // Links and folders that are links give a file many names.
  std::set<sys::fs::UniqueID> Read;
  sys::fs::UniqueID Id;
  for (const auto &[Name, State] : U.Inputs)
    if (State[0] == 'f' && !sys::fs::getUniqueID(Name, Id))
      Read.insert(Id);
  return index::writeFile(Path, [&](raw_ostream &OS) {
    for (line_iterator Name(**Names); !Name.is_at_end(); ++Name)
      if (!sys::fs::getUniqueID(*Name, Id) && !Read.count(Id))
        OS << *Name << '\n';
  });
}
