#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How `mde-audit link` grows with the size of a program: see README.md.

Writes units of synthetic Ir with a call graph like that of a large program, a given
share of whose functions is on the way to a request, and measures processor time and
peak memory of linking and running them.
"""
import argparse
import json
import math
import os
import random
import re
import struct
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PER_UNIT = 1000
GOAL_SECONDS, GOAL_BYTES, GOAL_FUNCTIONS = 20, 2 << 30, 1_000_000
CURL = """declare "curl_easy_init" usr "c:@F@curl_easy_init" returns ptr void at 1:1
declare "curl_easy_setopt" usr "c:@F@curl_easy_setopt" params ("handle" ptr void, "option" enum "CURLoption") returns int variadic at 1:1
declare "curl_easy_perform" usr "c:@F@curl_easy_perform" params ("handle" ptr void) returns int at 1:1
declare "curl_easy_cleanup" usr "c:@F@curl_easy_cleanup" params ("handle" ptr void) at 1:1
"""


def callees(number, http, rng):
    """Most calls stay near, some go far, a few go to what everybody uses."""
    lowest, own = (0, number) if http is None else http
    found = set()
    for _ in range(min(12, int(rng.expovariate(1 / 3.2)))):
        kind = rng.random()
        if kind < 0.7:
            callee = own - 1 - int(rng.expovariate(1 / 60))
        elif kind < 0.9:
            callee = rng.randrange(lowest, own) if own > lowest else -1
        else:
            callee = lowest + int(rng.paretovariate(1.2)) * 7
        if lowest <= callee < own:
            found.add(callee)
    return sorted(found)


def name(number, first_http):
    return f"{'net' if number >= first_http else 'app'}::f{number}"


def signature(number, first_http):
    n = name(number, first_http)
    return f'"{n}(const char *, int)" name "{n}" usr "c:@F@f{number}" params ("s" ptr const char, "n" int) returns int user'


class Body:
    def __init__(self):
        self.lines, self.temp, self.line = [], 0, 2

    def put(self, text, result=True):
        self.line += 1
        if result:
            self.temp += 1
            text = f"%{self.temp} = {text}"
        self.lines.append(f"  {text} at {self.line}:3")
        return f"%{self.temp}"

    def load(self, variable):
        return self.put(f"load {self.put(f'var {json.dumps(variable)}')}")


def send(body, number):
    body.put('declare-var "c" ptr void', False)
    place = body.put('var "c"')
    made = body.put('call "curl_easy_init" ()')
    body.put(f"store {place}, {made}", False)
    body.put(f'call "curl_easy_setopt" ({body.load("c")}, CURLOPT_URL=10002, "https://graph.microsoft.com/v1.0/{number}" @ 1:1)')
    body.put(f'call "curl_easy_setopt" ({body.load("c")}, CURLOPT_USERAGENT=10018, "MdePartner-A-B/1" @ 1:1)')
    body.put(f'call "curl_easy_perform" ({body.load("c")})')
    body.put(f'call "curl_easy_cleanup" ({body.load("c")})', False)


def function(number, count, first_http, rng):
    """Text of a function and the numbers of what it calls."""
    http = (first_http, number) if number >= first_http else None
    called = callees(number, http, rng)
    body = Body()
    out = [f"function {signature(number, first_http)} at 2:5", "block 0:"]
    condition = body.put(f'binary ">" {body.load("n")}, {rng.randrange(100)}')
    body.put(f"branch {condition} block 1 else block 2", False)
    out += body.lines
    body.lines = []
    out.append("block 1:")
    if http and (not called or rng.random() < 0.05):
        send(body, number)
    for callee in called:
        less = body.put(f'binary "-" {body.load("n")}, 1')
        body.put(f'call "{name(callee, first_http)}(const char *, int)" ({body.load("s")}, {less})')
    body.put("jump block 2", False)
    out += body.lines
    body.lines = []
    out.append("block 2:")
    body.put(f"ret {body.load('n')}", False)
    return "\n".join(out + body.lines), called


def pack(text):
    """As lib/Audit/Packed.h says."""
    data = text.encode()
    packed = subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout
    shown = subprocess.run(["xxhsum", "-H3"], input=data, stdout=subprocess.PIPE, check=True).stdout
    return b"mdepack1" + struct.pack("<QQ", len(data), int(re.search(rb"[0-9a-f]{16}", shown)[0], 16)) + packed


def write_units(folder, count, share):
    rng = random.Random(count)
    first_http = count - max(1, int(count * share))
    paths = []
    for begin in range(0, count, PER_UNIT):
        end = min(count, begin + PER_UNIT)
        bodies, called = [], set()
        for number in range(begin, end):
            text, its = function(number, count, first_http, rng)
            bodies.append(text)
            called.update(its)
        others = [f"declare {signature(c, first_http)} at 1:1" for c in sorted(called) if not begin <= c < end]
        head = json.dumps({"format": 2, "name": f"u{begin}.c", "errors": [], "models": ["libcurl"], "nolints": []},
                          separators=(",", ":"))
        text = "\n".join([head, "{}", "mdeir 1", f'unit "u{begin}.c"'] + bodies + others) + "\n" + CURL
        paths.append(os.path.join(folder, f"{begin}.mdeir"))
        with open(paths[-1], "wb") as file:
            file.write(pack(text))
    return paths


def run(tool, folder):
    """Seconds of processor time, peak bytes, and the last lines."""
    out_path = os.path.join(folder, "out")
    with open(out_path, "w") as out:
        process = subprocess.Popen(["sh", "-c", f'exec "{tool}" link *.mdeir'], cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    with open(out_path) as out:
        text = out.read()
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"mde-audit link failed:\n{text[-2000:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, text


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--share", type=float, default=0.01, help="of the functions that are on the way to a request")
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 30_000, 100_000, 300_000, 1_000_000])
    arguments = parser.parse_args()
    tool = os.path.join(os.path.abspath(arguments.build), "bin", "mde-audit")
    print("| functions | on the way | s | us a function | MiB | bytes a function |")
    print("|---:|---:|---:|---:|---:|---:|")
    measured = []
    for count in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_units(folder, count, arguments.share)
            seconds, size, _ = run(tool, folder)
        measured.append((count, seconds, size))
        print(f"| {count} | {int(count * arguments.share)} | {seconds:.2f} | {seconds / count * 1e6:.1f} "
              f"| {size / 2**20:.0f} | {size / count:.0f} |", flush=True)
    (n0, s0, m0), (n1, s1, m1) = measured[0], measured[-1]
    if len(measured) > 1:
        print(f"\nGrowth: time n^{math.log(s1 / s0) / math.log(n1 / n0):.2f}, "
              f"memory n^{math.log(m1 / m0) / math.log(n1 / n0):.2f}.")
    if n1 == GOAL_FUNCTIONS:
        print(f"Goal {GOAL_SECONDS} s and {GOAL_BYTES >> 30} GiB: "
              f"{'kept' if s1 <= GOAL_SECONDS and m1 <= GOAL_BYTES else 'not kept'}.")


if __name__ == "__main__":
    main()
