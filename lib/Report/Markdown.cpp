// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Markdown.h"
#include "Report/SourceLines.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using namespace llvm;

/// \p Text so that it is read as text: no markup, no HTML, no mention of people
/// or issues.
static std::string escaped(StringRef Text) {
  std::string Result;
  for (char C : printable(Text))
    switch (C) {
    case '<':
      Result += "&lt;";
      break;
    case '>':
      Result += "&gt;";
      break;
    case '&':
      Result += "&amp;";
      break;
    case '@': // a person
      Result += "&#64;";
      break;
    case '#': // an issue
      Result += "&#35;";
      break;
    case '\t':
      Result += ' ';
      break;
    case ':': // a link without markup
      Result += "&#58;";
      break;
    default:
      if (StringRef("\\`*_{}[]()!|~$").contains(C))
        Result += '\\';
      Result += C;
    }
  return Result;
}

namespace {

class MarkdownPrinter {
public:
  MarkdownPrinter(const Report &R, raw_ostream &OS)
      : R(R), OS(OS), Lines(R.Files, R.Root) {}

  void print() {
    heading();
    counts();
    for (const findings::Finding &F : R.Findings)
      if (!F.Suppressed)
        finding(F);
    suppressed();
    units();
  }

private:
  void heading() {
    Counts All = open(R);
    unsigned Bad = All.Missing + All.Malformed;
    OS << "### User-Agent of requests to Microsoft Defender and Graph\n\n";
    if (Bad)
      OS << fmt::format("**{} {} without a partner User-Agent.**\n\n", Bad,
                        Bad == 1 ? "request is" : "requests are");
    else if (All.Unverified)
      OS << fmt::format(
          "Nothing wrong was found; {} could not be verified.\n\n",
          All.Unverified);
    else
      OS << "Nothing wrong was found.\n\n";
  }

  void counts() {
    Counts C = total(R);
    OS << "| compliant | missing | malformed | unverified | host unknown |\n"
          "|---:|---:|---:|---:|---:|\n"
       << fmt::format("| {} | {} | {} | {} | {} |\n\n", C.Compliant, C.Missing,
                      C.Malformed, C.Unverified, C.HostUnknown);
  }

  std::string place(Loc At) {
    return fmt::format("{}:{}", escaped(R.Files.name(At.File)), At.Line);
  }

  /// As a block of code, with a fence longer than any in it.
  void source(Loc At, StringRef Indent) {
    std::string Line = Lines.line(At);
    if (Line.empty())
      return;
    std::string Fence = "```";
    while (StringRef(Line).contains(Fence))
      Fence += '`';
    OS << fmt::format("\n{0}{1}c++\n{0}{2}\n{0}{1}\n", Indent.str(), Fence,
                      StringRef(Line).trim().str());
  }

  void finding(const findings::Finding &F) {
    OS << fmt::format("- **{}**: {}\n", place(F.Place), escaped(F.Sentence));
    source(F.Place, "  ");
    OS << "  <details><summary>How it comes to that</summary>\n\n";
    for (const findings::Note &N : F.Notes)
      if (N.At.isValid())
        OS << fmt::format("  1. {}: {}\n", place(N.At), escaped(N.Sentence));
    OS << "\n  </details>\n\n";
  }

  void suppressed() {
    for (const findings::Request &Each : R.Requests)
      if (Each.Suppressed)
        OS << fmt::format("- suppressed: **{}**: {} ({}:{}{})\n",
                          place(Each.Place), escaped(Each.Sentence),
                          escaped(Each.Suppressed->File), Each.Suppressed->Line,
                          Each.Suppressed->Reason.empty()
                              ? ", without a reason"
                              : ": " + escaped(Each.Suppressed->Reason));
    for (const findings::StaleSuppression &S : R.Stale)
      OS << fmt::format("- {}:{}: {}\n", escaped(S.File), S.Line,
                        escaped(S.Sentence));
    if (!R.Stale.empty() || report::suppressed(R))
      OS << '\n';
  }

  void units() {
    OS << analysedUnits(R) << ".\n";
    for (const IncompleteUnit &U : R.Incomplete)
      OS << fmt::format("- not fully: {}: {}\n", escaped(U.Name),
                        escaped(U.Why));
  }

  const Report &R;
  raw_ostream &OS;
  SourceLines Lines;
};

} // namespace

void report::printMarkdown(const Report &R, raw_ostream &OS) {
  MarkdownPrinter(R, OS).print();
}
