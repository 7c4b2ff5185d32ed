//===- Scan/Beginning.cpp -------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/Beginning.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace mde::scan;
using llvm::StringRef;

/// More than anybody has, and the list is kept with each unit.
static constexpr size_t MaxHeaders = 64;

/// Whether \p Line may go on in the next one.
static bool goesOn(StringRef Line) {
  Line = Line.rtrim();
  return Line.ends_with("\\") || Line.ends_with("?\?/");
}

/// \p Text behind white space and comments; nothing if one of these does not end, or ends
/// where only a compiler knows.
static StringRef behindComments(StringRef Text) {
  while (true) {
    Text = Text.ltrim(" \t\r\n");
    if (Text.starts_with("//")) {
      auto [Line, Rest] = Text.split('\n');
      if (goesOn(Line))
        return {};
      Text = Rest;
    } else if (Text.starts_with("/*")) {
      size_t End = Text.find("*/", 2);
      if (End == StringRef::npos)
        return {};
      Text = Text.drop_front(End + 2);
    } else {
      return Text;
    }
  }
}

/// The header that \p Line includes, and nothing else; "" if it does anything else.
static StringRef includedBy(StringRef Line) {
  if (goesOn(Line) || !Line.consume_front("#"))
    return {};
  Line = Line.ltrim(" \t");
  if (!Line.consume_front("include"))
    return {};
  Line = Line.ltrim(" \t");
  if (!Line.consume_front("<"))
    return {};
  auto [Name, Rest] = Line.split('>');
  Rest = Rest.trim(" \t\r");
  return Rest.empty() || Rest.starts_with("//") ? Name : StringRef();
}

std::vector<LeadingHeader> scan::leadingHeaders(StringRef Text) {
  std::vector<LeadingHeader> All;
  StringRef Rest = Text;
  while (All.size() != MaxHeaders) {
    Rest = behindComments(Rest);
    size_t End = Rest.find('\n');
    if (End == StringRef::npos)
      break;
    StringRef Name = includedBy(Rest.take_front(End));
    if (Name.empty())
      break;
    Rest = Rest.drop_front(End + 1);
    All.push_back({Name.str(), Text.size() - Rest.size(), 0});
  }
  return All;
}
