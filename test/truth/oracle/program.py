# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random programs as trees, and how they are written as C or C++.

A statement is a line or several, or a frame around blocks of statements. A
program that lost some of its statements is again a program (or does not compile,
which the reducer notices): everything that the statements use is declared at the
head of the file, or of `main`, if anything uses it.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Iterator


@dataclass
class Stmt:
    """`lines` with blocks between them: lines[0] blocks[0] lines[1] ... With
    `frame`, the statement may be replaced by what is in its blocks."""

    lines: list[str]
    blocks: list[list[Stmt]] = field(default_factory=list)
    frame: bool = True


@dataclass
class Function:
    """`head` up to the brace; `name` is what uses of it look like."""

    name: str
    head: str
    body: list[Stmt]
    tail: str = "}"


@dataclass
class Program:
    seed: str
    language: str  # c or cpp
    functions: list[Function]
    main: list[Stmt]

    def bodies(self) -> Iterator[list[Stmt]]:
        yield self.main
        for function in self.functions:
            yield function.body


_HEADERS = """// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
{comment}
#include <cstdio>
#include <curl/curl.h>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <truth/choice.h>
#include <vector>
"""

# Each is written down if its name is used.
_PRELUDE = {
    "drop": "static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }",
    "fresh": "static CURL *fresh() {\n  CURL *curl = curl_easy_init();\n"
             "  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);\n  return curl;\n}",
    "sendTo": "static bool sendTo(CURL *curl, const std::string &url) {\n"
              "  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());\n"
              "  return curl_easy_perform(curl) == CURLE_OK;\n}",
    "defender": 'static std::string defender(const std::string &path) {\n'
                '  return "http://api.securitycenter.microsoft.com/api" + path;\n}',
    "graph": "static std::string graph(const char *path) {\n  std::ostringstream out;\n"
             '  out << "http://graph.microsoft.com/" << "v1.0" << path;\n  return out.str();\n}',
    "siem": 'static std::string siem(const std::string &path) { return "http://siem.contoso.example" + path; }',
    "partner": "static std::string partner(const std::string &product, int version) {\n"
               '  return "MdePartner-Contoso-" + product + "/" + std::to_string(version);\n}',
    "printed": "static std::string printed(const char *company, const char *product, const char *version) {\n"
               "  char text[128];\n"
               '  snprintf(text, sizeof text, "MdePartner-%s-%s/%s", company, product, version);\n'
               "  return text;\n}",
    "listOf": "static curl_slist *listOf(const std::map<std::string, std::string> &headers) {\n"
              "  curl_slist *list = nullptr;\n"
              "  for (const auto &[name, value] : headers)\n"
              '    list = curl_slist_append(list, (name + ": " + value).c_str());\n  return list;\n}',
    "linesOf": "static curl_slist *linesOf(const std::vector<std::string> &lines) {\n"
               "  curl_slist *list = nullptr;\n"
               "  for (const std::string &line : lines)\n"
               "    list = curl_slist_append(list, line.c_str());\n  return list;\n}",
    "Options": "struct Options {\n  std::string agent;\n  bool named = true;\n"
               "  std::vector<std::string> headers;\n};",
    "fetch": "static bool fetch(const std::string &url, const Options &options) {\n"
             "  CURL *curl = fresh();\n  curl_slist *list = linesOf(options.headers);\n"
             "  if (options.named && !options.agent.empty())\n"
             "    curl_easy_setopt(curl, CURLOPT_USERAGENT, options.agent.c_str());\n"
             "  if (list)\n    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);\n"
             "  const bool ok = sendTo(curl, url);\n"
             "  curl_slist_free_all(list);\n  curl_easy_cleanup(curl);\n  return ok;\n}",
    "Session": "class Session {\npublic:\n  explicit Session(std::string agent = \"\") : curl_(fresh()), agent_(std::move(agent)) {}\n"
               "  ~Session() {\n    curl_easy_cleanup(curl_);\n    curl_slist_free_all(headers_);\n  }\n"
               "  Session(const Session &) = delete;\n"
               "  void rename(const std::string &agent) { agent_ = agent; }\n"
               "  Session &header(const std::string &name, const std::string &value) {\n"
               '    headers_ = curl_slist_append(headers_, (name + ": " + value).c_str());\n    return *this;\n  }\n'
               "  bool get(const std::string &url) {\n"
               "    curl_easy_setopt(curl_, CURLOPT_USERAGENT, agent_.empty() ? nullptr : agent_.c_str());\n"
               "    curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, headers_);\n"
               "    return sendTo(curl_, url);\n  }\n\n"
               "private:\n  CURL *curl_;\n  curl_slist *headers_ = nullptr;\n  std::string agent_;\n};",
}

_C_HEADERS = """// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
{comment}
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>
#include <truth/choice.h>
"""

_C_PRELUDE = {
    "row": "struct row {\n  const char *url;\n  const char *agent;\n};",
    "drop": "static size_t drop(char *data, size_t size, size_t count, void *user) {\n"
            "  (void)data, (void)user;\n  return size * count;\n}",
    "fresh": "static CURL *fresh(void) {\n  CURL *curl = curl_easy_init();\n"
             "  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);\n  return curl;\n}",
    "sendTo": "static int sendTo(CURL *curl, const char *url) {\n"
              "  curl_easy_setopt(curl, CURLOPT_URL, url);\n  return curl_easy_perform(curl) == CURLE_OK;\n}",
    "defender": "static const char *defender(const char *path) {\n  static char url[128];\n"
                '  snprintf(url, sizeof url, "http://%s%s", "api.securitycenter.microsoft.com", path);\n  return url;\n}',
    "printed": "static const char *printed(const char *company, const char *product, const char *version) {\n"
               "  static char text[128];\n"
               '  snprintf(text, sizeof text, "MdePartner-%s-%s/%s", company, product, version);\n  return text;\n}',
    "headerOf": "static const char *headerOf(const char *agent) {\n  static char line[160];\n"
                '  strcpy(line, "User-Agent: ");\n  strcat(line, agent);\n  return line;\n}',
}

_C_VARIABLES = [
    (r"\bf(\d)\b", 'int f{0} = truth_flag("f{0}") != 0;'),
    (r"\bh(\d)\b", "CURL *h{0} = fresh();"),
    (r"\bl(\d)\b", "struct curl_slist *l{0} = NULL;"),
    (r"\bs(\d)\b", 'char s{0}[256] = "";'),
]

# Local variables of main, declared if used; the numbers are part of the names.
_VARIABLES = [
    (r"\bf(\d)\b", 'bool f{0} = truth_flag("f{0}") != 0;'),
    (r"\bh(\d)\b", "CURL *h{0} = fresh();"),
    (r"\bl(\d)\b", "curl_slist *l{0} = nullptr;"),
    (r"\bs(\d)\b", "std::string s{0};"),
    (r"\bm(\d)\b", 'std::map<std::string, std::string> m{0} = {{{{"Accept", "*/*"}}}};'),
    (r"\bv(\d)\b", "std::vector<std::string> v{0};"),
    (r"\bo(\d)\b", "Options o{0};"),
    (r"\bq(\d)\b", "Session q{0};"),
]


def _write(body: list[Stmt], indent: int) -> Iterator[str]:
    for stmt in body:
        for index, line in enumerate(stmt.lines):
            yield from ("  " * indent + part for part in line.split("\n") if part)
            if index < len(stmt.blocks):
                yield from _write(stmt.blocks[index], indent + 1)


def _used(names: list[str], text: str) -> list[str]:
    return [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)]


def write(program: Program, comment: str = "") -> str:
    in_c = program.language == "c"
    headers = _C_HEADERS if in_c else _HEADERS
    known = _C_PRELUDE if in_c else _PRELUDE
    main = "\n".join(_write(program.main, 1))
    functions: list[str] = []
    text = main
    for function in reversed(program.functions):
        if _used([function.name], text):
            body = "\n".join([function.head, *_write(function.body, 1), function.tail])
            functions.append(body)
            text += body
    declared: list[str] = []
    for pattern, declaration in _C_VARIABLES if in_c else _VARIABLES:
        for number in sorted(set(re.findall(pattern, main))):
            declared.append("  " + declaration.format(number))
    text += "\n".join(declared)
    prelude: list[str] = []
    for name in reversed(list(known)):
        if _used([name], text):
            prelude.append(known[name])
            text += known[name]
    parts = [headers.format(comment=comment or f"// Random program {program.seed}.")]
    parts += reversed(prelude)
    parts += reversed(functions)
    parts.append("\n".join(["int main(void) {" if in_c else "int main() {", *declared, main, "  return 0;", "}"]))
    return "\n".join(parts) + "\n"
