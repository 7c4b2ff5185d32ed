//===- Report/Html.cpp - A report as a page -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Html.h"
#include "MdeVersion.h"
#include "Report/HtmlParts.h"
#include "Report/HtmlText.h"
#include "Report/PageText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"
#include <fmt/format.h>
#include <set>

using namespace mde;
using namespace mde::report;
using namespace mde::report::html;
using namespace llvm;
using requirement::VerdictKind;

std::string html::verdictOf(const findings::Request &R) {
  return R.isHostUnknown() ? "host-unknown" : requirement::name(R.Kind).str();
}
std::string html::verdictOf(const findings::Finding &F) {
  return requirement::name(F.Kind).str();
}

static std::string wordOf(StringRef Verdict) {
  return Verdict == "host-unknown" ? "host unknown" : Verdict.str();
}

std::string html::badge(StringRef Verdict) {
  return fmt::format("<span class=\"badge {}\">{}</span>", Verdict.str(),
                     wordOf(Verdict));
}

std::string html::fact(StringRef Name, StringRef Html) {
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", Name.str(), Html.str());
}

std::string html::reasonFor(const findings::Suppression &S) {
  return fmt::format("{} (<code>{}:{}</code>)",
                     S.Reason.empty() ? "<strong>without a reason</strong>"
                                      : shown(S.Reason),
                     shown(S.File), S.Line);
}

std::string html::place(const Report &R, Loc At) {
  if (!At.isValid())
    return "&ndash;";
  return fmt::format("{}:{}:{}", shown(R.Files.name(At.File)), At.Line, At.Col);
}

//===----------------------------------------------------------------------===//
// The top of the page
//===----------------------------------------------------------------------===//

/// In the order in which they need to be looked at.
static std::vector<std::pair<std::string, unsigned>> countsOf(const Report &R) {
  Counts C = total(R);
  return {{"missing", C.Missing},
          {"malformed", C.Malformed},
          {"unverified", C.Unverified},
          {"host-unknown", C.HostUnknown},
          {"compliant", C.Compliant}};
}

/// The first sentence of the page, and its class in the style sheet.
static std::string status(const Report &R, const PageOptions &O) {
  Counts C = open(R);
  size_t Suppressed = suppressed(R);
  unsigned Bad = C.Missing + C.Malformed, Open = C.Unverified + C.HostUnknown;
  std::string Class = "bad", Strong, Rest;
  if (Bad) {
    Strong = fmt::format("{} {} a partner User-Agent.", plural(Bad, "request"),
                         Bad == 1 ? "is sent without"
                                  : "are sent without");
    Rest = "Compliance is not proven. Each is shown below with the path on "
           "which that happens.";
  } else if (Open) {
    Class = "open";
    Strong = "Compliance is not proven.";
    Rest = fmt::format("Nothing wrong was found, but of {} the User-Agent or "
                       "the host could not be verified.",
                       plural(Open, "request"));
  } else if (O.Proven && Suppressed) {
    Class = "open";
    Strong = fmt::format("Compliance is proven, but for {}.",
                         plural(Suppressed, "suppressed request"));
    Rest = "Every other request is proven to carry a partner User-Agent on "
           "every path; every unit was analysed.";
  } else if (O.Proven) {
    Class = "good";
    Strong = "Compliance is proven.";
    Rest = C.Compliant
               ? fmt::format("{} to targets found, each proven to carry a "
                             "partner User-Agent on every path; every unit was "
                             "analysed.",
                             plural(C.Compliant, "request"))
               : "No request to a target was found; every unit was analysed.";
  } else {
    Class = "open";
    Strong = "Compliance is not proven.";
    Rest = "Nothing wrong was found in what was analysed.";
  }
  if (!O.Proven && Suppressed)
    Rest += fmt::format(" {} not counted here.",
                        Suppressed == 1 ? "One that is suppressed is"
                                        : fmt::format("{} that are suppressed are",
                                                      Suppressed));
  if (size_t N = R.Incomplete.size())
    Rest += fmt::format(" {} could not be analysed fully: more may leave than "
                        "is known.",
                        plural(N, "unit"));
  if (O.Attested && !O.Attested->Changed.empty())
    Rest += " Sources have changed while they were looked at.";
  if (R.UnitsLeftOut)
    Rest += fmt::format(" {} left out, as asked.",
                        plural(R.UnitsLeftOut, "unit"));
  return fmt::format(
      "<div class=\"status {}\"><p><strong>{}</strong> {}</p></div>\n", Class,
      Strong, Rest);
}

static std::string counts(const Report &R) {
  std::string Html = "<ul class=\"counts\" aria-label=\"Requests by verdict\">\n";
  for (const auto &[Verdict, N] : countsOf(R))
    Html += fmt::format("<li class=\"{}\"><b>{}</b> <span>{}</span></li>\n",
                        N ? Verdict : "none", N, wordOf(Verdict));
  return Html + "</ul>\n";
}

static std::string verdictBoxes(const Report &R) {
  std::string Html;
  for (const auto &[Verdict, N] : countsOf(R))
    if (N)
      Html += fmt::format("<label><input type=\"checkbox\" name=\"verdict\" "
                          "value=\"{}\" checked>{}</label>",
                          Verdict, wordOf(Verdict));
  return Html;
}

static std::string libraryOptions(const Report &R) {
  std::set<std::string> Libraries;
  for (const findings::Request &Each : R.Requests)
    Libraries.insert(Each.Library);
  std::string Html;
  for (const std::string &Each : Libraries)
    Html += fmt::format("<option>{}</option>", escaped(Each));
  return Html;
}

//===----------------------------------------------------------------------===//
// The page
//===----------------------------------------------------------------------===//

static std::string hashOf(StringRef Text) {
  return "sha256-" + encodeBase64(SHA256::hash(arrayRefFromStringRef(Text)));
}

void report::printHtml(const Report &R, const PageOptions &O,
                       raw_ostream &OS) {
  const std::map<StringRef, std::string> Parts = {
      {"STYLE_HASH", hashOf(PageCss)},
      {"SCRIPT_HASH", hashOf(PageJs)},
      {"STYLE", PageCss},
      {"SCRIPT", PageJs},
      {"TITLE", "User-Agent of requests to Microsoft Defender and Graph"},
      {"KIND", O.Attested ? "Attestation by mde-audit " MDE_VERSION
                          : "Report of mde-audit " MDE_VERSION},
      {"ATTESTATION", O.Attested ? attestationSection(*O.Attested) : ""},
      {"STATUS", status(R, O)},
      {"COUNTS", counts(R)},
      {"VERDICTS", verdictBoxes(R)},
      {"LIBRARIES", libraryOptions(R)},
      {"FINDINGS", findingsSection(R)},
      {"REQUESTS", requestsSection(R)},
      {"SUPPRESSIONS", staleSuppressionsSection(R)},
      {"LITERALS", literalsSection(R)},
      {"UNITS", unitsSection(R)}};
  // What was put in is not looked at again.
  StringRef Rest = PageHtml;
  while (true) {
    auto [Before, After] = Rest.split('@');
    OS << Before;
    if (After.empty())
      break;
    auto [Name, Behind] = After.split('@');
    OS << Parts.at(Name);
    Rest = Behind;
  }
}
