// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/HtmlText.h"
#include "Report/SourceLines.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include <fmt/format.h>

using namespace mde;
using namespace llvm;

std::string report::escaped(StringRef Text) {
  std::string Result;
  for (char C : printable(json::fixUTF8(Text)))
    switch (C) {
    case '&':
      Result += "&amp;";
      break;
    case '<':
      Result += "&lt;";
      break;
    case '>':
      Result += "&gt;";
      break;
    case '"':
      Result += "&quot;";
      break;
    case '\'':
      Result += "&#39;";
      break;
    default:
      Result += C;
    }
  return Result;
}

/// Directions, joiners, and spaces without width: CVE-2021-42574.
static bool isUnseen(uint32_t C) {
  return (C >= 0x200B && C <= 0x200F) || (C >= 0x2028 && C <= 0x202E) ||
         (C >= 0x2060 && C <= 0x206F) || C == 0x061C || C == 0xFEFF ||
         C == 0x00AD || (C >= 0xE0000 && C <= 0xE007F);
}

std::string report::shown(StringRef Text) {
  std::string Valid = json::fixUTF8(Text), Result;
  const auto *At = reinterpret_cast<const UTF8 *>(Valid.data());
  const UTF8 *End = At + Valid.size();
  const UTF8 *Plain = At; // what was not written yet
  auto Write = [&](const UTF8 *To) {
    Result += escaped({reinterpret_cast<const char *>(Plain), size_t(To - Plain)});
  };
  while (At != End) {
    const UTF8 *Begin = At;
    UTF32 C = 0;
    if (convertUTF8Sequence(&At, End, &C, lenientConversion) != conversionOK)
      break;
    if (!isUnseen(C))
      continue;
    Write(Begin);
    Result += fmt::format("<span class=\"ctl\">U+{:04X}</span>", C);
    Plain = At;
  }
  Write(End);
  return Result;
}

std::string report::shownCode(StringRef Text) {
  if (Text.empty())
    return "&ndash;";
  return "<code>" + shown(Text) + "</code>";
}
