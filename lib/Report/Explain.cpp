// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Explain.h"
#include "Report/SourceLines.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using namespace llvm;
using findings::Explained;
using findings::Way;

namespace {

class ExplanationPrinter {
public:
  ExplanationPrinter(const Report &R, raw_ostream &OS)
      : R(R), E(*R.Explained), OS(OS), Lines(R.Files, R.Root) {}

  void print() {
    if (E.Ways.empty())
      nothing();
    else
      OS << fmt::format("At or through {}:{}, requests are sent that look in {}.\n",
                        printable(E.File), E.Line,
                        plural(E.Ways.size(), "way"));
    for (size_t I = 0; I != E.Ways.size(); ++I)
      way(I + 1, E.Ways[I]);
    if (size_t N = R.Incomplete.size())
      OS << fmt::format("\n{} could not be analysed fully: there may be more.\n",
                        plural(N, "unit"));
    if (R.UnitsLeftOut)
      OS << fmt::format("\n{} left out: there may be more.\n",
                        plural(R.UnitsLeftOut, "unit"));
  }

private:
  void nothing() {
    OS << fmt::format("No request is sent at or through {}:{}.\n",
                      printable(E.File), E.Line);
    if (E.Lines.empty()) {
      OS << "Nor is one at any other line of that file.\n";
      return;
    }
    std::vector<uint32_t> Near = E.Lines;
    auto Distance = [&](uint32_t Line) {
      return Line > E.Line ? Line - E.Line : E.Line - Line;
    };
    llvm::stable_sort(Near, [&](uint32_t A, uint32_t B) {
      return Distance(A) < Distance(B);
    });
    Near.resize(std::min<size_t>(Near.size(), 3));
    llvm::sort(Near);
    OS << "The nearest lines that have one:\n";
    for (uint32_t Line : Near)
      OS << fmt::format("  {}:{}: {}\n", printable(E.File), Line,
                        StringRef(lineOf(Line)).trim().str());
  }

  std::string lineOf(uint32_t Line) {
    for (uint32_t File = 1; File <= R.Files.size(); ++File)
      if (R.Files.name(File) == E.File)
        return Lines.line(File, Line);
    return "";
  }

  std::string place(Loc At) {
    return fmt::format("{}:{}:{}", printable(R.Files.name(At.File)), At.Line,
                       At.Col);
  }

  void field(StringRef Name, StringRef Value) {
    OS << fmt::format("   {:<12}{}\n", Name.str() + ":", printable(Value));
  }

  std::string agents(const Way &W) {
    std::string Text;
    for (const std::string &Agent : W.Agents)
      Text += fmt::format("{}'{}'", Text.empty() ? "" : ", and ", Agent);
    if (Text.empty())
      Text = W.DefaultAgent.empty()
                 ? fmt::format("none is set; {} sends none", W.Request.Library)
                 : fmt::format("none is set; {} sends its own, '{}'",
                               W.Request.Library, W.DefaultAgent);
    if (!W.AgentsOpen.empty())
      Text += fmt::format("; another may be set, which depends on {}",
                          W.AgentsOpen);
    return Text;
  }

  void way(size_t Number, const Way &W) {
    const findings::Request &Q = W.Request;
    OS << fmt::format("\n{}. {}\n", Number,
                      Q.Sentence.empty() ? Q.Label : printable(Q.Sentence));
    field("verdict", Q.isHostUnknown() ? "host unknown" : Q.Label);
    field("URL", Q.Url.empty() ? "not known" : Q.Url);
    field("method", Q.Method.empty() ? "not known" : Q.Method);
    field("User-Agent", agents(W));
    for (const std::string &On : Q.DependsOn)
      field("depends on", On);
    for (const std::string &Remark : Q.Remarks)
      field("remark", Remark);
    field("sent by", fmt::format("{} ({}) at {}", Q.Callee, Q.Library,
                                 place(Q.SentAt)));
    field("calls", join(W.Calls, " > "));
    field("path", W.Paths == 1 ? "the only one"
                               : fmt::format("the shortest of {}", W.Paths));
    for (const findings::Note &N : W.Notes)
      if (N.At.isValid())
        step(N.At, N.Sentence);
    if (Q.SentAt == Q.Place)
      step(Q.SentAt, "the request leaves here");
  }

  void step(Loc At, StringRef Sentence) {
    OS << fmt::format("     {}: {}\n", place(At), printable(Sentence));
    if (std::string Line = Lines.line(At); !Line.empty())
      OS << fmt::format("         {}\n", StringRef(Line).trim().str());
  }

  const Report &R;
  const Explained &E;
  raw_ostream &OS;
  SourceLines Lines;
};

} // namespace

void report::printExplanation(const Report &R, raw_ostream &OS) {
  ExplanationPrinter(R, OS).print();
}
