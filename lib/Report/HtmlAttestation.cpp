// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/HtmlParts.h"
#include "Report/HtmlText.h"
#include "MdeVersion.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using namespace mde::report::html;

static std::string commit(const Attestation &A) {
  if (A.Commit.empty())
    return "none: the sources are in no git repository";
  return shownCode(A.Commit) +
         (A.Dirty ? ", <strong>with changes that are not committed</strong>"
                  : ", without changes");
}

static std::string hashes(const char *Title,
                          const std::vector<HashedInput> &All) {
  std::string Html = fmt::format(
      "<details><summary>{}: {}</summary>\n<table class=\"hashes\"><tbody>\n",
      Title, All.size());
  for (const HashedInput &Each : All)
    Html += fmt::format("<tr><td><code>{}</code></td><td>{}</td></tr>\n",
                        shown(Each.Name),
                        Each.Sha256.empty() ? "not there"
                                            : shownCode(Each.Sha256));
  return Html + "</tbody></table></details>\n";
}

static std::string list(const char *Title,
                        const std::vector<std::string> &All) {
  if (All.empty())
    return "";
  std::string Html = fmt::format("<p>{}</p>\n<ul class=\"plain\">\n", Title);
  for (const std::string &Each : All)
    Html += fmt::format("<li><code>{}</code></li>\n", shown(Each));
  return Html + "</ul>\n";
}

std::string html::attestationSection(const Attestation &A) {
  std::string Options, Arguments;
  for (const auto &[Name, Value] : A.Options)
    if (!Value.empty())
      Options += fmt::format("{}<code>{}: {}</code>", Options.empty() ? "" : ", ",
                             shown(Name), shown(Value));
  for (const std::string &Each : A.Arguments)
    Arguments += (Arguments.empty() ? "" : " ") + Each;
  std::string Html =
      "<section class=\"attested\" aria-labelledby=\"attested\">\n"
      "<h2 id=\"attested\">What was examined</h2>\n<dl class=\"facts\">\n";
  Html += fact("Time", fmt::format("<time datetime=\"{0}\">{0}</time>",
                                   escaped(A.Time)));
  Html += fact("Commit", commit(A));
  Html += fact("Tool", fmt::format("mde-audit {}, LLVM {}, SHA-256 <code>{}</code>",
                                   MDE_VERSION, escaped(A.Llvm),
                                   escaped(A.ProgramSha256)));
  Html += fact("Command", "<code>mde-audit " + shown(Arguments) + "</code>");
  Html += fact("Options", Options);
  Html += fact("Database",
               A.Database.empty() ? "none: units were given"
                                  : shownCode(A.Database));
  Html += "</dl>\n";
  Html += list("Not what they were when they were read:", A.Changed);
  Html += list("Read, and not known to git:", A.Untracked);
  Html += hashes("Files of the project, with SHA-256", A.Inputs);
  Html += hashes("Models of libraries, with SHA-256", A.Models);
  Html += fmt::format("<p class=\"note\">{} outside of the project read; SHA-256 "
                      "of their hashes: <code>{}</code></p>\n",
                      plural(A.OtherInputs, "file"), escaped(A.OtherSha256));
  return Html + "</section>\n";
}
