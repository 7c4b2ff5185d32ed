#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sources that grow in one direction.

    bench/generate.py branches 1000 > branches.c

Each family is a function from n to a C program in which one thing is there n
times. Every request of them has the right User-Agent, except where the family
says otherwise, so that what is measured is the looking and not the telling.
"""
from __future__ import annotations

import sys
from typing import Callable

AGENT = "MdePartner-Contoso-Cognito/1.0"
URL = "https://graph.microsoft.com/v1.0/me"

HEAD = """#include <curl/curl.h>
extern int flag(int number);
"""


def request(body: str, name: str = "request", parameters: str = "void", linkage: str = "") -> str:
    """A function that makes a handle, does \\p body, sends and cleans up."""
    return f"""{linkage}void {name}({parameters}) {{
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "{URL}");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "{AGENT}");
{body}  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}}
"""


def functions(n: int) -> str:
    """Functions that each make, configure and send a request."""
    return HEAD + "".join(request("", f"request{i}") for i in range(n))


def bystanders(n: int) -> str:
    """Functions that have nothing to do with the one request beside them."""
    other = "".join(
        f"int other{i}(int a) {{\n  for (int k = 0; k < a; k++)\n    if (flag(k + {i}))\n      a += k;\n  return a;\n}}\n"
        for i in range(n)
    )
    return HEAD + other + request("")


def branches(n: int) -> str:
    """Independent branches before a send: 2^n paths."""
    return HEAD + request("".join(f"  if (flag({i}))\n    curl_easy_setopt(curl, CURLOPT_TIMEOUT, {i}L);\n" for i in range(n)))


def branches_of_locals(n: int) -> str:
    """Independent branches that each set a local variable."""
    body = "".join(f"  int v{i} = 0;\n  if (flag({i}))\n    v{i} = {i};\n" for i in range(n))
    use = "".join(f"  curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)v{i});\n" for i in range(n))
    return HEAD + request(body + use)


def headers(n: int) -> str:
    """Branches that each append a line to the list of headers."""
    lines = "".join(f'  if (flag({i}))\n    list = curl_slist_append(list, "X-Header-{i}: on");\n' for i in range(n))
    return HEAD + request("  struct curl_slist *list = NULL;\n" + lines + "  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);\n")


def options(n: int) -> str:
    """Options of one handle in a row."""
    return HEAD + request("".join(f"  curl_easy_setopt(curl, CURLOPT_TIMEOUT, {i}L);\n" for i in range(n)))


def depth(n: int) -> str:
    """A chain of calls from which the last function sends."""
    text = HEAD + "static void f0(CURL *curl) { curl_easy_perform(curl); }\n"
    text += "".join(f"static void f{i}(CURL *curl) {{ f{i - 1}(curl); }}\n" for i in range(1, n))
    return text + request(f"  f{n - 1}(curl);\n")


def cycle(n: int) -> str:
    """Functions in a ring, each of which may call the next five; one in ten sends."""
    text = HEAD + "".join(f"static void f{i}(CURL *curl);\n" for i in range(n))
    for i in range(n):
        calls = "".join(f"  if (flag({j})) f{(i + j) % n}(curl);\n" for j in range(1, 6))
        sends = "  curl_easy_perform(curl);\n" if i % 10 == 0 else ""
        text += f"static void f{i}(CURL *curl) {{\n{calls}{sends}}}\n"
    return text + request("  f0(curl);\n")


def callers(n: int) -> str:
    """Callers of one function that sends, each with an address of its own."""
    send = f"""static void get(const char *url) {{
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "{AGENT}");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}}
"""
    return HEAD + send + "".join(f'void call{i}(void) {{ get("{URL}/{i}"); }}\n' for i in range(n))


def table(n: int) -> str:
    """A loop over a table of addresses."""
    rows = "".join(f'    "{URL}/{i}",\n' for i in range(n))
    loop = "  for (unsigned i = 0; i < sizeof urls / sizeof *urls; i++) {\n    curl_easy_setopt(curl, CURLOPT_URL, urls[i]);\n    curl_easy_perform(curl);\n  }\n"
    return HEAD + "static const char *const urls[] = {\n" + rows + "};\n" + request(loop)


def table_unknown_row(n: int) -> str:
    """A row of a table of addresses, chosen at run time."""
    rows = "".join(f'    "{URL}/{i}",\n' for i in range(n))
    return HEAD + "static const char *const urls[] = {\n" + rows + "};\n" + request("  curl_easy_setopt(curl, CURLOPT_URL, urls[i]);\n", parameters="unsigned i")


def table_not_sent(n: int) -> str:
    """A table that no request has to do with."""
    return HEAD + "const int table[] = {\n" + "".join(f"    {i},\n" for i in range(n)) + "};\n" + request("")


def switch(n: int) -> str:
    """A switch that chooses the address."""
    cases = "".join(f'  case {i}:\n    curl_easy_setopt(curl, CURLOPT_URL, "{URL}/{i}");\n    break;\n' for i in range(n))
    return HEAD + request(f"  switch (which) {{\n{cases}  }}\n", parameters="int which")


def without_agent(n: int) -> str:
    """Functions that each send without a User-Agent: as many findings."""
    return functions(n).replace(f'  curl_easy_setopt(curl, CURLOPT_USERAGENT, "{AGENT}");\n', "")


def no_http(n: int) -> str:
    """Functions in a unit that includes no HTTP library."""
    return bystanders(n).split("void request(")[0].replace("#include <curl/curl.h>\n", "#include <stdio.h>\n")


FAMILIES: dict[str, Callable[[int], str]] = {
    family.__name__.replace("_", "-"): family
    for family in (functions, bystanders, branches, branches_of_locals, headers, options, depth, cycle, callers,
                   table, table_unknown_row, table_not_sent, switch, without_agent, no_http)
}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in FAMILIES or not sys.argv[2].isdigit():
        sys.exit(f"usage: generate.py {{{','.join(FAMILIES)}}} N")
    sys.stdout.write(FAMILIES[sys.argv[1]](int(sys.argv[2])))
