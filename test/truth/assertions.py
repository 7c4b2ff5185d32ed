#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Other people's assertions as an oracle: libstdc++'s own tests.

Each `VERIFY(condition)` of the test suite holds when the test is run. So the engine
may decide a condition true, or leave it open, but it must never decide it false, and
it must not think that the assertion is not reached.

  assertions.py --suite DIR [--mde-ir FILE] [--sample N] [--seed S] [-v] [PART...]

DIR is the folder `libstdc++-v3/testsuite` of GCC's sources (Debian: gcc-12-source).
PART: folders or files below it; default: 21_strings 23_containers 27_io 20_util 25_algorithms.
Prints what is wrong, and how many conditions of each folder were decided. Exit code 1
if any was decided false, 0 otherwise.
"""
import argparse
import collections
import concurrent.futures
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ["20_util", "21_strings", "23_containers", "25_algorithms", "27_io"]
# A site of an assertion in the captured unit, and the frame of a request.
SITE = re.compile(r'call "mdeDecided\(const char \*\)" \("https://holds/".* at (?:1:)?(\d+:\d+) macro VERIFY')
# What stands where an exception should have been thrown does not hold.
NEVER = re.compile(r"VERIFY\s*\(\s*(false|0)\s*\)")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=PARTS, metavar="PART")
    parser.add_argument("--suite", required=True, help="libstdc++-v3/testsuite")
    parser.add_argument("--mde-ir", default=os.path.join(HERE, "../../build/bin/mde-ir"))
    parser.add_argument("--sample", type=int, help="so many tests only")
    parser.add_argument("--seed", type=int, default=random.randrange(10000), help="chooses the sample")
    parser.add_argument("-j", type=int, default=os.cpu_count())
    parser.add_argument("-v", action="store_true", help="names what is open, too")
    return parser.parse_args()


def tests(options):
    found = []
    for part in options.parts:
        path = os.path.join(options.suite, part)
        if os.path.isfile(path):
            found.append(path)
        for folder, _, files in os.walk(path):
            found += [os.path.join(folder, name) for name in files if name.endswith(".cc")]
    return [path for path in sorted(found) if is_run(path)]


def is_run(path):
    """Whether the suite executes the test, everywhere."""
    text = open(path, errors="replace").read()
    return "VERIFY" in text and re.search(r"dg-do run(?! *\{ *target *\*-\*-[dm])|^((?!dg-do).)*$", text, re.S) is not None


def flags(path, suite):
    text = open(path, errors="replace").read()
    given = re.search(r'dg-options "([^"]*)"', text)
    given = given.group(1).split() if given else []
    wanted = re.search(r"target c\+\+(\d\w)", text)
    if not any(flag.startswith("-std") for flag in given):
        given.append("-std=gnu++" + (wanted.group(1) if wanted and wanted.group(1) not in ("11", "14") else "17"))
    support = os.path.join(HERE, "support/assertions")
    return given + ["-I" + support, "-I" + os.path.join(suite, "util"), "-D_GLIBCXX_USE_CXX11_ABI=1", "-w"]


def decide(options, path):
    """Sites by what the engine says of them: 'true', 'false', 'open', 'unreached'; or why there is nothing."""
    try:
        capture = subprocess.run([options.mde_ir, "capture", path, "--", *flags(path, options.suite)],
                                 capture_output=True, text=True, errors="replace", timeout=120)
        if capture.returncode:
            return path, None, "does not compile"
        run = subprocess.run([options.mde_ir, "run", "-"], input=capture.stdout, capture_output=True, text=True,
                             errors="replace", timeout=120)
        if run.returncode:
            return path, None, "mde-ir run ends with %d: %s" % (run.returncode, run.stderr[-300:])
    except subprocess.TimeoutExpired:
        return path, None, "takes more than two minutes"
    said = collections.defaultdict(set)
    for send in re.split(r"(?m)^(?=send )", run.stdout):
        url = re.search(r'^  url "https://(holds|fails)/"', send, re.M)
        frames = re.findall(r"^  frame .* at (\S+)", send, re.M)
        if url and len(frames) > 1:
            said[frames[-2]].add(url.group(1))
    sites = collections.defaultdict(set)
    lines = open(path, errors="replace").read().split("\n")
    for site in SITE.findall(capture.stdout):
        if NEVER.search(lines[int(site.split(":")[0]) - 1]):
            continue
        answers = said.get(site, set())
        kind = "open" if len(answers) > 1 else {"holds": "true", "fails": "false"}.get("".join(answers), "unreached")
        sites[kind].add(site)
    return path, sites, None


def main():
    options = arguments()
    found = tests(options)
    if options.sample and options.sample < len(found):
        print("seed", options.seed)
        found = sorted(random.Random(options.seed).sample(found, options.sample))
    table, failed, wrong = collections.defaultdict(collections.Counter), collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for path, sites, why in pool.map(lambda path: decide(options, path), found):
            name = os.path.relpath(path, options.suite)
            part = "/".join(name.split("/")[:2])
            table[part]["tests"] += 1
            if sites is None:
                failed[why] += 1
                if why != "does not compile":
                    print("%s: %s" % (name, why))
                continue
            for kind, places in sites.items():
                table[part][kind] += len(places)
            for kind in ["false", "unreached"] + (["open"] if options.v else []):
                for place in sorted(sites[kind], key=lambda at: [int(n) for n in at.split(":")]):
                    print("%s:%s: %s" % (name, place, kind))
            wrong += len(sites["false"])
            sys.stdout.flush()
    print("\n%-40s %6s %6s %6s %6s %10s" % ("part", "tests", "true", "open", "false", "unreached"))
    total = collections.Counter()
    for part, row in sorted(table.items()):
        print("%-40s %6d %6d %6d %6d %10d" % (part, row["tests"], row["true"], row["open"], row["false"], row["unreached"]))
        total.update(row)
    print("%-40s %6d %6d %6d %6d %10d" % ("all", total["tests"], total["true"], total["open"], total["false"], total["unreached"]))
    for why, count in failed.items():
        print("%d tests: %s" % (count, why))
    return 1 if wrong else 0


sys.exit(main())
