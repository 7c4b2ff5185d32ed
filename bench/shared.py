#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What units cost that begin with the same heavy headers: see README.md.

For each library, in parts of `clang -fsyntax-only` over the same units in the same run:
mde-audit over one unit alone, over all of them without shared headers, with them, and
when one was changed afterwards.
"""
import argparse
import os
import shutil
import statistics
import sys
import tempfile

from audit import ROOT, cost, write_database

LIBRARIES = {
    "cpprest": (["-std=c++17"], "cpprest/http_client.h", """
void poll{n}(const utility::string_t &tenant) {{
  web::http::client::http_client client(U("https://api.securitycenter.microsoft.com/api/{n}"));
  web::http::http_request request(web::http::methods::GET);
  request.headers().add(U("User-Agent"), U("MdePartner-Contoso-Bench/1.0"));
  request.set_request_uri(tenant);
  client.request(request).then([](web::http::http_response response) {{
    if (response.status_code() == 200) response.extract_string().get();
  }}).wait();
}}
"""),
    "httplib": (["-std=c++17", "-DCPPHTTPLIB_OPENSSL_SUPPORT"], "httplib.h", """
bool poll{n}(const std::string &tenant) {{
  httplib::Client client("https://api.securitycenter.microsoft.com");
  httplib::Headers headers = {{{{"User-Agent", "MdePartner-Contoso-Bench/1.0"}}}};
  auto answer = client.Get("/api/{n}/" + tenant, headers);
  return answer && answer->status == 200;
}}
"""),
    "POCO": (["-std=c++17"], "Poco/Net/HTTPSClientSession.h", """
void poll{n}(const std::string &tenant) {{
  Poco::Net::HTTPSClientSession session("api.securitycenter.microsoft.com");
  Poco::Net::HTTPRequest request("GET", "/api/{n}/" + tenant);
  request.set("User-Agent", "MdePartner-Contoso-Bench/1.0");
  session.sendRequest(request);
}}
"""),
}
MORE = ["map", "memory", "string", "vector"]


def write_project(folder, header, body, units):
    includes = "".join(f"#include <{h}>\n" for h in [header, "Poco/Net/HTTPRequest.h"][: 1 + header.startswith("Poco")] + MORE)
    names = [f"unit{n}.cpp" for n in range(units)]
    for number, name in enumerate(names):
        with open(os.path.join(folder, name), "w") as file:
            file.write(includes + body.format(n=number))
    return names


def measure(tool, folder, names, flags, turn):
    clang = ["sh", "-c", 'flags=$1; shift; for f; do clang++-22 -fsyntax-only $flags "$f" || exit 1; done', "sh", " ".join(flags)]

    def audit(*options):
        return cost([tool, "--quiet", *options], folder)

    result = {}
    write_database(folder, names[:1], flags)
    one = cost(clang + names[:1], folder)
    result["one unit alone"] = audit("--no-cache") / one
    write_database(folder, names, flags)
    every = cost(clang + names, folder)
    result[f"{len(names)} units, nothing shared"] = audit("--no-cache", "--no-shared-headers") / every
    shutil.rmtree(os.path.join(folder, ".mde-cache"), ignore_errors=True)
    result[f"{len(names)} units"] = audit() / every
    with open(os.path.join(folder, names[0]), "a") as file:
        file.write(f"int touched{turn};\n")
    result["one of them changed, of one"] = audit() / one
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--units", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("libraries", nargs="*", default=list(LIBRARIES))
    arguments = parser.parse_args()
    tool = os.path.join(os.path.abspath(arguments.build), "bin", "mde-audit")
    columns = {}
    for library in arguments.libraries:
        flags, header, body = LIBRARIES[library]
        with tempfile.TemporaryDirectory() as folder:
            names = write_project(folder, header, body, arguments.units)
            rounds = [measure(tool, folder, names, flags, turn) for turn in range(arguments.rounds)]
        columns[library] = {row: statistics.median(r[row] for r in rounds) for row in rounds[0]}
        print(f"measured {library}", file=sys.stderr)
    print("In parts of clang -fsyntax-only:\n")
    print("| | " + " | ".join(columns) + " |")
    print("|---|" + "---:|" * len(columns))
    for row in next(iter(columns.values())):
        print(f"| {row} | " + " | ".join(f"{c[row]:.2f}" for c in columns.values()) + " |")


if __name__ == "__main__":
    main()
