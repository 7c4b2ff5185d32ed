// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/HtmlParts.h"
#include "Report/HtmlText.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using namespace mde::report::html;
using findings::Fate;
using findings::Literal;

std::string html::staleSuppressionsSection(const Report &R) {
  if (R.Stale.empty())
    return "";
  std::string Html = "<section aria-labelledby=\"stale\">\n<h2 "
                     "id=\"stale\">Suppressions without effect</h2>\n"
                     "<ul class=\"plain\">\n";
  for (const findings::StaleSuppression &S : R.Stale)
    Html += fmt::format("<li><code>{}:{}</code> {}</li>\n", shown(S.File),
                        S.Line, shown(S.Sentence));
  return Html + "</ul>\n</section>\n";
}

/// In the order in which people want to look at them.
static constexpr Fate ByNeed[] = {Fate::Passed,  Fate::Stored,     Fate::Unused,
                                  Fate::Inactive, Fate::Scope,     Fate::Comparison,
                                  Fate::Log,     Fate::Request};

static std::string sentence(const Literal &L) {
  switch (L.Became) {
  case Fate::Request:
    return "the host of a request that is listed above";
  case Fate::Inactive:
    return "in code that the preprocessor left out";
  case Fate::Scope:
    return "asks for a token";
  case Fate::Comparison:
    return "compared with";
  case Fate::Log:
    return "written for people";
  case Fate::Passed:
    return "given to a function; no request that was found gets its host from "
           "here";
  case Fate::Stored:
    return "kept in a variable; no request that was found gets its host from "
           "here";
  case Fate::Unused:
    return "nothing that can run uses it";
  }
  return "";
}

static std::string row(const Report &R, const Literal &L) {
  std::string Html =
      fmt::format("<tr><td>{}<small>{}</small>", name(L.Became).str(),
                  sentence(L));
  for (const std::string &To : L.To)
    Html += fmt::format("<small>to <code>{}</code></small>", shown(To));
  Html += fmt::format("</td>\n<th scope=\"row\" class=\"route\">{}</th>\n"
                      "<td class=\"where\" data-is=\"Place\"><code>{}</code>",
                      shownCode(L.Value), place(R, L.At));
  if (!L.Function.empty())
    Html += fmt::format("<small>in <code>{}</code></small>", shown(L.Function));
  return Html + "</td></tr>\n";
}

std::string html::literalsSection(const Report &R) {
  if (R.Literals.empty())
    return "";
  std::string Html =
      "<section aria-labelledby=\"literals\">\n<h2 id=\"literals\">Literals "
      "that name a target</h2>\n"
      "<p class=\"note\">Every string in user code that holds the name of a "
      "target, and what became of it. Look at those that were passed on, stored "
      "or are unused, and at code that other platforms do compile.</p>\n"
      "<div class=\"scroll literals\"><table>\n<thead><tr><th scope=\"col\">What became "
      "of it</th><th scope=\"col\">Literal</th><th scope=\"col\">Place</th>"
      "</tr></thead>\n<tbody>\n";
  for (Fate F : ByNeed)
    for (const Literal &L : R.Literals)
      if (L.Became == F)
        Html += row(R, L);
  return Html + "</tbody>\n</table></div>\n</section>\n";
}
