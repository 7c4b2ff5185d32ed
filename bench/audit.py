#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What mde-audit costs on a project, against `clang -fsyntax-only`: see README.md.

Generates a project, of which a share of the units does HTTP, and measures processor
time of all processes: clang over all units, run-clang-tidy with the plugin, mde-audit
cold, warm, and after one file was touched. Ratios are taken within a round.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEADERS = ["string", "vector", "map", "memory", "algorithm", "iostream", "functional", "sstream"]


def plain(number):
    includes = "".join(f"#include <{h}>\n" for h in HEADERS[: 3 + number % 6])
    return f"""{includes}
namespace app {{
struct Record{number} {{ std::string name; int value = {number}; }};
std::string describe{number}(const std::vector<Record{number}> &records) {{
  std::string all;
  for (const Record{number} &r : records)
    if (r.value > {number % 17}) all += r.name + "," + std::to_string(r.value);
  return all;
}}
std::map<std::string, int> count{number}(const std::vector<Record{number}> &records) {{
  std::map<std::string, int> counts;
  for (const auto &r : records) ++counts[r.name];
  return counts;
}}
}} // namespace app
"""


def http(number):
    return f"""#include "net.h"
{plain(number)}
namespace net {{
void poll{number}(const std::string &tenant) {{
  get("https://api.securitycenter.microsoft.com/api/{number}/" + tenant);
}}
}} // namespace net
"""


NET_H = """#pragma once
#include <string>
namespace net { std::string get(const std::string &url); }
"""
NET_CPP = """#include "net.h"
#include <curl/curl.h>
namespace net {
static size_t onData(char *data, size_t size, size_t count, void *into) {
  static_cast<std::string *>(into)->append(data, size * count);
  return size * count;
}
std::string get(const std::string &url) {
  std::string answer;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Bench/1.0");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onData);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return answer;
}
} // namespace net
"""


def write_project(folder, units, share):
    sources = {"net.h": NET_H, "net.cpp": NET_CPP}
    for number in range(units - 1):
        does_http = number % max(1, round(1 / share)) == 0 if share else False
        sources[f"unit{number}.cpp"] = http(number) if does_http else plain(number)
    for name, text in sources.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    names = [name for name in sources if name.endswith(".cpp")]
    write_database(folder, names, ["-std=c++20"])
    return names


def write_database(folder, names, flags):
    with open(os.path.join(folder, "compile_commands.json"), "w") as file:
        # Absolute: clang-tidy passes over units of a relative directory, and ends with 0.
        json.dump([{"directory": os.path.abspath(folder), "file": n, "arguments": ["clang++", *flags, "-c", n]}
                   for n in names], file)


def cost(command, folder, expected=(0,)):
    """Processor seconds of a command and all that it starts."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{error.decode()}")
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--units", type=int, default=300)
    parser.add_argument("--share", type=float, default=0.08, help="of the units that do HTTP")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    tool = os.path.join(os.path.abspath(arguments.build), "bin", "mde-audit")
    rounds = []
    with tempfile.TemporaryDirectory() as folder:
        names = write_project(folder, arguments.units, arguments.share)
        everything = ["sh", "-c", 'for f; do clang++-22 -fsyntax-only -std=c++20 "$f" || exit 1; done', "sh"] + names
        tidy = ["run-clang-tidy-22", "-quiet", "-p", ".", "-clang-tidy-binary", shutil.which("clang-tidy-22"),
                f"-load={os.path.abspath(arguments.build)}/lib/MdeTidyPlugin.so", "-checks=-*,mde-user-agent"]
        for turn in range(arguments.rounds):
            shutil.rmtree(os.path.join(folder, ".mde-cache"), ignore_errors=True)
            one = {"clang": cost(everything, folder)}
            one["run-clang-tidy with the plugin"] = cost(tidy, folder)
            one["cold"] = cost([tool, "--quiet"], folder)
            one["warm"] = cost([tool, "--quiet"], folder)
            with open(os.path.join(folder, "unit1.cpp"), "a") as file:
                file.write(f"int touched{turn};\n")
            one["one file touched"] = cost([tool, "--quiet"], folder)
            rounds.append(one)
    print(f"{arguments.units} units, {arguments.share:.0%} of them do HTTP, {arguments.rounds} rounds\n")
    print("| | s | of clang -fsyntax-only |")
    print("|---|---:|---:|")
    for name in rounds[0]:
        seconds = statistics.median(r[name] for r in rounds)
        ratio = statistics.median(r[name] / r["clang"] for r in rounds)
        print(f"| {name} | {seconds:.2f} | {ratio:.3f} |")
    print(f"\nwarm / cold: {statistics.median(r['warm'] / r['cold'] for r in rounds):.3f}")


if __name__ == "__main__":
    main()
