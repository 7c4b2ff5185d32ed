#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How long an editor waits: the time from didChange to publishDiagnostics, of
mde-clangd and of upstream's clangd on the same file. bench/README.md says what is
measured and what to make of it.

    bench/editor.py [--build DIR] [--clangd PROGRAM] [--rounds N] [--functions N] [--others N] > table.md
"""
from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "test"))
import lsp  # noqa: E402
from run import TRIVIAL  # noqa: E402

HEADERS = """#include <algorithm>
#include <curl/curl.h>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>
"""
# What a client is made of: requests are one function in ten.
PLAIN = """
std::string text{n}(const std::map<std::string, std::vector<int>> &rows, int limit) {{
  std::ostringstream out;
  for (const auto &[name, numbers] : rows) {{
    int sum = 0;
    for (int number : numbers)
      if (number > limit)
        sum += number * {n};
    out << name << ": " << sum << "\\n";
  }}
  return out.str();
}}
"""
SENDS = """
long request{n}(const std::string &name, bool verbose) {{
  CURL *curl = curl_easy_init();
  std::string url = "https://{host}/api/" + name;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  if (verbose)
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  long status = 0;
  if (curl_easy_perform(curl) == CURLE_OK)
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup(curl);
  return status;
}}
"""


def source(functions: int, sends: bool, namespace: str = "here") -> str:
    headers = HEADERS if sends else HEADERS.replace("#include <curl/curl.h>\n", "")
    body = (SENDS if sends and n % 10 == 0 else PLAIN for n in range(functions))
    host = "api.securitycenter.microsoft.com"
    functions_of = "".join(text.format(n=n, host=host) for n, text in enumerate(body))
    return f"{headers}namespace {namespace} {{{functions_of}\nint last() {{ return 0; }}\n}}\n"


def index(folder: str, audit: str, text: str, others: int, functions: int):
    """Audits a project of a.cpp and others, and has the check in a.cpp use that."""
    files = {"a.cpp": text}
    files |= {f"other{n}.cpp": source(functions, True, f"other{n}") for n in range(others)}
    for name, held in files.items():
        Path(folder, name).write_text(held)
    # Not where the server looks for one: it is to do for a.cpp what the others do.
    Path(folder, "project").mkdir()
    Path(folder, "project", "compile_commands.json").write_text(json.dumps([
        {"directory": folder, "file": name, "arguments": ["c++", "-std=c++17", "-c", name]} for name in files]))
    subprocess.run([audit, "-p", "project", "--quiet"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with Path(folder, ".clang-tidy").open("a") as configuration:
        configuration.write("CheckOptions: {mde-user-agent.Index: .mde-cache}\n")


class Server:
    def __init__(self, name: str, command: list[str], folder: str, text: str):
        self.name, self.text, self.version = name, text, 0
        Path(folder, "a.cpp").write_text(text)
        start = time.monotonic()
        self.editor = lsp.Editor(folder, [*command, *lsp.OPTIONS], ["-std=c++17"])
        self.editor.send_open("a.cpp")
        self.editor.rest()
        self.opened = time.monotonic() - start
        self.times: list[float] = []
        self.before = self.processor()

    def processor(self) -> float:
        """Processor seconds so far, of all threads."""
        fields = Path(f"/proc/{self.editor.server.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def keystroke(self, n: int):
        """Changes the last function and waits for what the server then shows."""
        done = []

        def notice(method, parameters):
            if method == "textDocument/publishDiagnostics" and parameters.get("version") == self.editor.versions["a.cpp"]:
                done.append(time.monotonic())

        self.editor.server.on_notice = notice
        start = time.monotonic()
        self.editor.change("a.cpp", self.text.replace("return 0; }", f"return {n}; }}"), at_once=True)
        while not done:
            self.editor.server.wait()
        self.times.append(done[0] - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--clangd", default="clangd-22")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--functions", type=int, default=400)
    parser.add_argument("--others", type=int, default=50, help="files of the project with an index")
    options = parser.parse_args()
    upstream = shutil.which(options.clangd) or sys.exit(f"{options.clangd} is not installed: see scripts/packages.sh.")
    ours = str(options.build / "bin" / "mde-clangd")

    print(f"{options.functions} functions, {options.rounds} keystrokes each; milliseconds, medians\n", flush=True)
    print("| file | clangd | mde-clangd, check off | mde-clangd | ratio | ratio of processor time | opening: clangd | mde-clangd |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    rows = [("one function in ten sends", True, 0), ("no HTTP", False, 0),
            (f"one in ten sends, index of {options.others} other files of {options.functions // 4} functions", True, options.others)]
    for label, sends, others in rows:
        with tempfile.TemporaryDirectory() as scratch:
            text = source(options.functions, sends)
            servers = []
            for name, command in (("clangd", [upstream]), ("off", [ours]), ("on", [ours])):
                folder = os.path.join(scratch, name)
                os.mkdir(folder)
                Path(folder, ".clang-tidy").write_text(f"Checks: '-*,{TRIVIAL}" +
                                                       (",-mde-user-agent'\n" if name == "off" else "'\n"))
                if others and name == "on":
                    index(folder, str(options.build / "bin" / "mde-audit"), text, others, options.functions // 4)
                servers.append(Server(name, command, folder, text))
            # In turn, so that whatever slows the machine for a while slows all.
            for n in range(1, options.rounds + 1):
                for server in servers:
                    server.keystroke(n)
            spent = [server.processor() - server.before for server in servers]
            for server in servers:
                server.editor.end()
        clangd, off, on = servers
        ratio = statistics.median(b / a for a, b in zip(clangd.times, on.times))
        median = [1000 * statistics.median(server.times) for server in servers]
        print(f"| {label} | {median[0]:.0f} | {median[1]:.0f} | {median[2]:.0f} | {ratio:.2f} | "
              f"{spent[2] / spent[0]:.2f} | {1000 * clangd.opened:.0f} | {1000 * on.opened:.0f} |", flush=True)


if __name__ == "__main__":
    main()
