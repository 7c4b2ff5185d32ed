//===- Scan/Seeds.cpp - Units that may send by themselves -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/Seeds.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::scan;
using llvm::StringRef;

/// The beginning of a URL whose host something else may complete.
static bool isOpenUrl(StringRef Text) {
  for (StringRef Scheme : {"http://", "https://"})
    for (size_t At = Text.find_insensitive(Scheme); At != StringRef::npos;
         At = Text.find_insensitive(Scheme, At + 1)) {
      StringRef Rest = Text.substr(At + Scheme.size());
      StringRef Host = Rest.take_until([](char C) { return C == '/' || C == ':' || C == '?' || C == '#'; });
      if (Host.size() == Rest.size() || Host.contains('%') || Host.contains('{'))
        return true;
    }
  return Text.equals_insensitive("http") || Text.equals_insensitive("https") || Text.contains("://%") ||
         Text.starts_with("://");
}

static std::string shortened(StringRef Text) {
  return Text.size() > 60 ? Text.take_front(57).str() + "..." : Text.str();
}

bool Seeds::isUrl(StringRef Text) const { return Hosts.isIn(Text) || isOpenUrl(Text); }

std::string Seeds::reason(const Words &W) const {
  for (const std::string &Text : W.Literals) {
    if (Hosts.isIn(Text))
      return fmt::format("holds the text \"{}\", in which a host stands", shortened(Text));
    if (isOpenUrl(Text))
      return fmt::format("holds the text \"{}\", with which a URL may begin", shortened(Text));
    if (Headers.areForText(Text))
      return fmt::format("holds the text \"{}\", as requests do", shortened(Text));
    if (StringRef(Text).contains("mde:"))
      return fmt::format("holds the text \"{}\", an annotation", shortened(Text));
  }
  for (const Word &Each : W.All)
    if (Headers.areForText(Each.Text))
      return fmt::format("names '{}', which a model asks for", Each.Text);
  if (const Word *Import = W.find("import"); Import && (Import->How & Outer))
    return "may import a module, of which nothing is known here";
  if (W.Suppresses)
    return "has a NOLINT comment that names this check";
  return "";
}

std::string Seeds::reason(const ScannedUnit &U, const Sources &From) const {
  if (!U.Failure.empty())
    return "it could not be scanned: " + U.Failure;
  if (Headers.Any)
    return "a model without headers may describe anything that it calls";
  models::IncludedFiles Included;
  for (const std::string &File : U.Files) {
    if (Headers.contain(File))
      return fmt::format("it includes {}, a header of an HTTP library", File);
    Included.add(File);
  }
  if (Included.LooksUp)
    return "it can look up functions by their names (dlsym, GetProcAddress)";
  for (const std::string &File : U.Own)
    if (auto It = From.find(File); It != From.end())
      if (std::string Why = reason(It->second); !Why.empty())
        return fmt::format("{} {}", File, Why);
  if (std::string Why = reason(U.Defined); !Why.empty())
    return "a macro of its command line " + Why;
  return "";
}
