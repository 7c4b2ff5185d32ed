//===- Report/HtmlRequests.cpp - Requests and units in a page -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/HtmlParts.h"
#include "Report/HtmlText.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>
#include <map>

using namespace mde;
using namespace mde::report;
using namespace mde::report::html;
using namespace llvm;
using findings::Request;

Route html::routeOf(const Request &R) {
  StringRef Url = R.Url, Scheme, Rest;
  std::tie(Scheme, Rest) = Url.split("://");
  if (Rest.empty())
    return {Url.empty() ? "not known" : Url.str(), ""};
  size_t Slash = Rest.find('/');
  if (Slash == StringRef::npos)
    return {Rest.str(), ""};
  return {Rest.take_front(Slash).str(), Rest.drop_front(Slash).str()};
}

static std::string row(const Report &R, const Request &Each, size_t Number,
                       std::optional<size_t> Finding) {
  std::string Verdict = verdictOf(Each);
  std::string Html = fmt::format(
      "<tr id=\"request-{}\" data-verdict=\"{}\" data-library=\"{}\">\n<td>{}",
      Number, Verdict, escaped(Each.Library), badge(Verdict));
  if (Each.Suppressed)
    Html += fmt::format(" <span class=\"badge tag\">suppressed</span>"
                        "<small>{}</small>",
                        reasonFor(*Each.Suppressed));
  if (Finding)
    Html += fmt::format("<small><a href=\"#finding-{}\">how it comes to "
                        "that</a></small>",
                        *Finding);
  Route Its = routeOf(Each);
  Html += fmt::format("</td>\n<td data-is=\"Method\">{}</td>\n",
                      shownCode(Each.Method));
  Html += fmt::format(
      "<th scope=\"row\" class=\"route\">{}<small><code>{}</code></small></th>\n",
      Its.Path.empty() ? "&ndash;" : "<code>" + shown(Its.Path) + "</code>",
      shown(Its.Host));
  Html += fmt::format("<td class=\"agent\" data-is=\"User-Agent\">{}",
                      Each.Agent.empty() ? "none" : shownCode(Each.Agent));
  for (const std::string &On : Each.DependsOn)
    Html += fmt::format("<small>depends on {}</small>", shown(On));
  for (const std::string &Remark : Each.Remarks)
    Html += fmt::format("<small>{}</small>", shown(Remark));
  Html += fmt::format("</td>\n<td data-is=\"Library\">{}<small><code>{}</code></small></td>\n",
                      shown(Each.Library), shown(Each.Callee));
  Html += fmt::format("<td class=\"where\" data-is=\"Place\"><code>{}</code>",
                      place(R, Each.Place));
  if (!Each.Function.empty())
    Html += fmt::format("<small>in <code>{}</code></small>",
                        shown(Each.Function));
  if (Each.SentAt != Each.Place && Each.SentAt.isValid())
    Html += fmt::format("<small>leaves at <code>{}</code></small>",
                        place(R, Each.SentAt));
  return Html + "</td>\n</tr>\n";
}

std::string html::requestsSection(const Report &R) {
  std::string Html = "<section aria-labelledby=\"requests\">\n<h2 "
                     "id=\"requests\">All requests</h2>\n";
  if (R.Requests.empty())
    return Html + "<p>No request to a target, nor one whose host is not known, "
                  "was found.</p>\n</section>\n";
  std::map<size_t, size_t> FindingOf;
  for (size_t I = R.Findings.size(); I-- > 0;)
    if (auto Request = requestOf(R, R.Findings[I]))
      FindingOf[*Request] = I + 1;
  Html += "<p class=\"note\">Each line is a place from which requests leave for "
          "one host with one verdict. Requests to other hosts are not "
          "listed.</p>\n"
          "<p class=\"nothing note\" hidden>No request fits the filter.</p>\n"
          "<div class=\"scroll\"><table>\n<thead><tr>"
          "<th scope=\"col\">Verdict</th><th scope=\"col\">Method</th>"
          "<th scope=\"col\">API route and host</th><th scope=\"col\">User-Agent</th>"
          "<th scope=\"col\">Library</th><th scope=\"col\">Place</th>"
          "</tr></thead>\n<tbody>\n";
  for (size_t I = 0; I != R.Requests.size(); ++I) {
    auto It = FindingOf.find(I);
    Html += row(R, R.Requests[I], I + 1,
                It == FindingOf.end() ? std::nullopt
                                      : std::optional(It->second));
  }
  return Html + "</tbody>\n</table></div>\n</section>\n";
}

std::string html::unitsSection(const Report &R) {
  std::string Html = fmt::format(
      "<section aria-labelledby=\"units\">\n<h2 id=\"units\">Units</h2>\n"
      "<p>{}.</p>\n",
      analysedUnits(R));
  if (R.UnitsLeftOut)
    Html += fmt::format("<p>{} of the database left out, as asked: what they "
                        "call, pass or set is not seen.</p>\n",
                        plural(R.UnitsLeftOut, "unit"));
  if (!R.Incomplete.empty()) {
    Html += "<p>Of these, more may leave than is known:</p>\n<ul "
            "class=\"plain\">\n";
    for (const IncompleteUnit &U : R.Incomplete)
      Html += fmt::format("<li><code>{}</code>: {}</li>\n", shown(U.Name),
                          shown(U.Why));
    Html += "</ul>\n";
  }
  return Html + "</section>\n";
}
