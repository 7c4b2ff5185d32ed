//===- Audit/Renaming.cpp - The names in a unit, as others have them ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Renaming.h"
#include "Audit/Capturing.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using llvm::StringRef;

//===----------------------------------------------------------------------===//
// Prefixes
//===----------------------------------------------------------------------===//

llvm::Expected<PathPrefixMap>
PathPrefixMap::parse(const std::vector<std::string> &Entries) {
  PathPrefixMap Map;
  for (StringRef Entry : Entries) {
    auto [Old, New] = Entry.split('=');
    Old = Old.rtrim('/');
    if (Old.empty() || !Entry.contains('='))
      return llvm::createStringError(
          fmt::format("'{}' maps no prefix; say OLD=NEW", Entry.str()));
    Map.Longest.emplace_back(Old, New.rtrim('/'));
  }
  llvm::stable_sort(Map.Longest, [](const auto &A, const auto &B) {
    return A.first.size() > B.first.size();
  });
  return Map;
}

std::string PathPrefixMap::operator()(StringRef Name) const {
  for (const auto &[Old, New] : Longest) {
    StringRef Rest = Name;
    if (!Rest.consume_front(Old) || !(Rest.empty() || Rest.front() == '/'))
      continue;
    return New + (New.empty() ? Rest.ltrim('/') : Rest).str();
  }
  return Name.str();
}

//===----------------------------------------------------------------------===//
// A unit
//===----------------------------------------------------------------------===//

/// A file that is there under one of two names that become one is there.
static index::Reads renamed(index::Reads Before, const PathPrefixMap &Map,
                            StringRef Root) {
  index::Reads After;
  for (auto &[Name, State] : Before) {
    std::string Here = reportedName(Name, Root, Root);
    std::string &Known = After[Here == Root ? "." : Map(Here)];
    if (Known.empty() || Known == "-" || (Known == "+" && State != "-"))
      Known = std::move(State);
  }
  return After;
}

void audit::rename(CapturedUnit &U, const PathPrefixMap &Map, StringRef Root) {
  U.Name = Map(U.Name);
  U.Inputs = renamed(std::move(U.Inputs), Map, Root);
  // They begin with the name of a file.
  for (std::string &Error : U.Errors)
    if (auto [File, Rest] = StringRef(Error).split(':'); !Rest.empty())
      Error = Map(File) + ":" + Rest.str();
  renameFiles(U, Map);
}
