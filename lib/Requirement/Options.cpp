//===- Requirement/Options.cpp - What a project may set -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/Options.h"
#include "Requirement/Grammar.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

static constexpr OptionInfo Table[] = {
    {"TargetHosts", "", "host patterns, separated by ';'"},
    {"IgnoreHosts", "", "host patterns, separated by ';'"},
    {"GraphScope", "all", "'all' or 'security'"},
    {"Company", "", "a token without '/' (RFC 9110)"},
    {"Product", "", "a token without '/' (RFC 9110)"},
    {"Version", "", "a token without '/' (RFC 9110)"},
    {"UserAgentExpression", "", "a C++ expression"},
    {"AllowTrailingProducts", "false", "'true' or 'false'"},
    {"AlternativePrefixes", "",
     "tokens that end with '-', such as 'M365DPartner-', separated by ';'"},
    {"VerifyAll", "false", "'true' or 'false'"},
};

ArrayRef<OptionInfo> requirement::optionTable() { return Table; }

static Error wrong(StringRef Name, StringRef Value, StringRef Why) {
  const OptionInfo *Info =
      llvm::find_if(Table, [&](const OptionInfo &I) { return Name == I.Name; });
  return createStringError(fmt::format("option '{}' is '{}'{}; allowed: {}",
                                       Name.str(), Value.str(), Why.str(),
                                       Info->Allowed));
}

static bool isToken(StringRef S) {
  return llvm::all_of(S, [](char C) { return isTokenChar(C); });
}

static std::vector<StringRef> listOf(StringRef Value) {
  std::vector<StringRef> Items;
  while (!Value.empty()) {
    size_t End = std::min(Value.find_first_of(";,"), Value.size());
    StringRef Item = Value.take_front(End).trim();
    if (!Item.empty())
      Items.push_back(Item);
    Value = Value.drop_front(std::min(End + 1, Value.size()));
  }
  return Items;
}

static Error setToken(std::string &Place, StringRef Name, StringRef Value) {
  if (!isToken(Value))
    return wrong(Name, Value, "");
  // What the documentation shows in braces is to be filled in.
  if (StringRef Left = findPlaceholder(Value); !Left.empty())
    return wrong(Name, Value,
                 fmt::format(", which holds the placeholder '{}'", Left.str()));
  Place = Value.str();
  return Error::success();
}

static Error setBool(bool &Place, StringRef Name, StringRef Value) {
  auto B = StringSwitch<std::optional<bool>>(Value)
               .CaseLower("true", true)
               .Case("1", true)
               .CaseLower("on", true)
               .CaseLower("yes", true)
               .CaseLower("false", false)
               .Case("0", false)
               .CaseLower("off", false)
               .CaseLower("no", false)
               .Default(std::nullopt);
  if (!B)
    return wrong(Name, Value, "");
  Place = *B;
  return Error::success();
}

static Error setHosts(std::vector<HostPattern> &Place, StringRef Name,
                      StringRef Value) {
  std::vector<HostPattern> Hosts;
  for (StringRef Item : listOf(Value)) {
    Expected<HostPattern> H = HostPattern::parse(Item);
    if (!H)
      return createStringError(
          fmt::format("option '{}': {}", Name.str(), toString(H.takeError())));
    Hosts.push_back(std::move(*H));
  }
  Place = std::move(Hosts);
  return Error::success();
}

static Error setPrefixes(Options &O, StringRef Name, StringRef Value) {
  std::vector<std::string> Prefixes;
  for (StringRef Item : listOf(Value)) {
    if (!isToken(Item) || !Item.ends_with("-") || Item.size() < 2)
      return wrong(Name, Item, "");
    Prefixes.push_back(Item.str());
  }
  O.AlternativePrefixes = std::move(Prefixes);
  return Error::success();
}

static Error setGraphScope(Options &O, StringRef Name, StringRef Value) {
  if (Value != "all" && Value != "security")
    return wrong(Name, Value, "");
  O.Graph = Value == "all" ? GraphScope::All : GraphScope::Security;
  return Error::success();
}

Error requirement::setOption(Options &O, StringRef Name, StringRef Value) {
  Value = Value.trim();
  if (Name == "TargetHosts")
    return setHosts(O.TargetHosts, Name, Value);
  if (Name == "IgnoreHosts")
    return setHosts(O.IgnoreHosts, Name, Value);
  if (Name == "GraphScope")
    return setGraphScope(O, Name, Value);
  if (Name == "Company")
    return setToken(O.Company, Name, Value);
  if (Name == "Product")
    return setToken(O.Product, Name, Value);
  if (Name == "Version")
    return setToken(O.Version, Name, Value);
  if (Name == "AllowTrailingProducts")
    return setBool(O.AllowTrailingProducts, Name, Value);
  if (Name == "AlternativePrefixes")
    return setPrefixes(O, Name, Value);
  if (Name == "VerifyAll")
    return setBool(O.VerifyAll, Name, Value);
  if (Name == "UserAgentExpression") {
    O.UserAgentExpression = Value.str();
    return Error::success();
  }
  std::vector<StringRef> Known;
  for (const OptionInfo &I : Table)
    Known.push_back(I.Name);
  return createStringError(fmt::format("there is no option '{}'; allowed: {}",
                                       Name.str(), llvm::join(Known, ", ")));
}
