//===- Report/HtmlFindings.cpp - Findings in a page -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Fixes.h"
#include "Report/HtmlParts.h"
#include "Report/HtmlText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using namespace mde::report::html;
using namespace llvm;
using findings::Finding;
using findings::Note;

namespace {

class FindingsPrinter {
public:
  explicit FindingsPrinter(const Report &R)
      : R(R), OS(Text), Lines(R.Files, R.Root) {}

  std::string print() {
    OS << "<section aria-labelledby=\"findings-title\">\n<h2 "
          "id=\"findings-title\">Findings</h2>\n"
          "<p class=\"nothing note\" hidden>No finding fits the filter.</p>\n";
    // What is known to be wrong before what is not known to be right, and that
    // before what somebody has decided about.
    for (unsigned Rank : {0, 1, 2})
      for (size_t I = 0; I != R.Findings.size(); ++I)
        if (rank(R.Findings[I]) == Rank)
          finding(I);
    if (R.Baseline)
      fixed();
    OS << "</section>\n";
    return std::move(Text);
  }

private:
  static unsigned rank(const Finding &F) {
    if (F.Suppressed)
      return 2;
    return F.Kind == requirement::VerdictKind::Unverified;
  }

  void fixed() {
    if (R.Baseline->Fixed.empty())
      return;
    OS << "<h3>Fixed since the baseline</h3>\n<ul class=\"plain\">\n";
    for (const FixedFinding &F : R.Baseline->Fixed)
      OS << fmt::format("<li><code>{}:{}</code> {}</li>\n", shown(F.File),
                        F.Line, shown(F.Sentence));
    OS << "</ul>\n";
  }

  void finding(size_t I) {
    const Finding &F = R.Findings[I];
    std::string Verdict = verdictOf(F);
    OS << fmt::format("<article class=\"finding\" id=\"finding-{}\" "
                      "data-verdict=\"{}\" data-library=\"{}\">\n{}",
                      I + 1, Verdict, escaped(F.Library), badge(Verdict));
    if (R.Baseline)
      OS << fmt::format(" <span class=\"badge tag\">{} the baseline</span>",
                        R.isIntroduced(I) ? "introduced since"
                                          : "unchanged since");
    if (F.Suppressed)
      OS << " <span class=\"badge tag\">suppressed</span>";
    OS << fmt::format("\n<h3>{}</h3>\n", shown(capitalised(F.Sentence)));
    facts(F);
    path(F);
    if (!R.Fixes.empty() && !R.Fixes[I].empty())
      fix(R.Fixes[I]);
    OS << "</article>\n";
  }

  void facts(const Finding &F) {
    OS << "<dl class=\"facts\">\n";
    if (F.Suppressed)
      OS << fact("Suppressed", reasonFor(*F.Suppressed));
    if (auto Number = requestOf(R, F)) {
      const findings::Request &Request = R.Requests[*Number];
      Route Its = routeOf(Request);
      OS << fact("Request",
                 fmt::format("{}<code>{}{}</code>",
                             Request.Method.empty()
                                 ? ""
                                 : "<code>" + shown(Request.Method) + "</code> ",
                             shown(Its.Host), shown(Its.Path)));
      OS << fact("User-Agent",
                 Request.Agent.empty() ? "none" : shownCode(Request.Agent));
      OS << fact("Library", fmt::format("{}, <code>{}</code>", shown(F.Library),
                                        shown(Request.Callee)));
    }
    OS << fact("Place", fmt::format("<code>{}</code> in <code>{}</code>",
                                    place(R, F.Place), shown(F.Function)));
    OS << "</dl>\n";
  }

  void path(const Finding &F) {
    std::vector<Note> Path = pathOf(R, F);
    OS << "<h4>How it comes to that</h4>\n<ol class=\"path\">\n";
    for (size_t I = 0; I != Path.size(); ++I) {
      std::string Sentence = Path[I].Sentence;
      // The heading has said that already.
      if (Path[I].At == F.Place && Sentence == F.Sentence)
        Sentence = I == 0 && Path.size() > 1 ? "this call sends the request"
                                             : "the request leaves here";
      OS << fmt::format("<li{}><p class=\"step\"><span>{}</span> <code "
                        "class=\"at\">{}</code></p>\n",
                        I + 1 == Path.size() ? " class=\"end\"" : "",
                        shown(capitalised(Sentence)), place(R, Path[I].At));
      excerpt(Path[I].At);
      OS << "</li>\n";
    }
    OS << "</ol>\n";
  }

  //===--- Source ---------------------------------------------------------===//

  static constexpr unsigned Around = 2;

  void excerpt(Loc At) {
    if (Lines.line(At).empty())
      return;
    OS << "<pre class=\"src\"><code>";
    unsigned First = At.Line > Around ? At.Line - Around : 1;
    while (First < At.Line && Lines.line(At.File, First).empty())
      ++First;
    for (unsigned Line = First; Line <= At.Line + Around; ++Line)
      if (Line == At.Line)
        line("l hit", Line, marked(Lines.line(At), At.Col));
      else if (std::string Text = Lines.line(At.File, Line);
               !Text.empty() || Line < At.Line)
        line("l", Line, shown(Text));
    OS << "</code></pre>\n";
  }

  void line(StringRef Class, unsigned Number, StringRef Html) {
    // The end of the line is there for whoever copies it.
    OS << fmt::format("<span class=\"{}\" data-n=\"{}\">{}\n</span>",
                      Class.str(), Number, Html.str());
  }

  /// \p Line with the token at \p Column marked.
  static std::string marked(StringRef Line, unsigned Column) {
    if (Column == 0 || Column > Line.size())
      return shown(Line);
    StringRef Rest = Line.drop_front(Column - 1);
    size_t Length = 1;
    if (Rest[0] == '"')
      Length = std::min(Rest.find('"', 1), Rest.size() - 1) + 1;
    else if (isAlpha(Rest[0]) || Rest[0] == '_')
      Length = Rest.take_while([](char C) {
                     return isAlnum(C) || C == '_';
                   }).size();
    else if (static_cast<unsigned char>(Rest[0]) >= 0x80)
      return shown(Line);
    return fmt::format("{}<mark>{}</mark>{}", shown(Line.take_front(Column - 1)),
                       shown(Rest.take_front(Length)),
                       shown(Rest.drop_front(Length)));
  }

  //===--- What would mend it ---------------------------------------------===//

  void fix(const std::vector<Edit> &Edits) {
    std::map<uint32_t, std::vector<Edit>> ByFile;
    for (const Edit &E : Edits)
      ByFile[E.Begin.File].push_back(E);
    OS << "<h4>What <code>mde-audit --fix</code> changes</h4>\n";
    for (auto &[File, Each] : ByFile) {
      OS << fmt::format("<p class=\"step\"><code class=\"at\">{}</code></p>\n"
                        "<pre class=\"src\"><code>",
                        shown(R.Files.name(File)));
      for (const LineChange &C : lineChanges(R.Sources.at(File), Each)) {
        for (unsigned N = 0; N != C.Count; ++N)
          line("l del", C.First + N + 1, shown(Lines.line(File, C.First + N + 1)));
        for (StringRef After : C.After)
          OS << fmt::format("<span class=\"l ins\">{}\n</span>",
                            shown(After.rtrim("\r\n")));
        // Where something is put in, what it is put before.
        if (C.Count == 0)
          line("l", C.First + 1, shown(Lines.line(File, C.First + 1)));
      }
      OS << "</code></pre>\n";
    }
  }

  const Report &R;
  std::string Text;
  raw_string_ostream OS;
  SourceLines Lines;
};

} // namespace

std::string html::findingsSection(const Report &R) {
  bool IsEmpty = R.Findings.empty() && (!R.Baseline || R.Baseline->Fixed.empty());
  return IsEmpty ? "" : FindingsPrinter(R).print();
}
