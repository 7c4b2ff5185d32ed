#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the tests of a library in an engine that checks itself, and in several orders.

    invariants.py --build=DIR --checked=DIR [--folder=DIR] [--orders=N] [--seed=N]

--checked is a build with MDE_INVARIANTS (scripts/build --sanitize makes one): its mde-ir
runs what the other build captured. It must not end itself, and must say twice what the
other one says. Then all units are linked as one program, in several orders: the report
must be the same, byte by byte. Exit code 0 if so.
"""
import argparse
import concurrent.futures
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from run_lines import flags_of_test

HERE = os.path.dirname(os.path.abspath(__file__))


def sources(folder):
    """Files with what their tests are compiled with."""
    tests = ((test, flags_of_test(test)) for test in sorted(Path(folder).glob("*.c*")))
    return [(str(test), flags) for test, flags in tests if flags is not None]


def output(command, good=(0,)):
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if ended.returncode not in good:
        said = [line for line in ended.stderr.splitlines() if "invariant" in line or "ERROR" in line or "error" in line]
        raise RuntimeError(f"{command[0]} {command[1]} ends with {ended.returncode}: {(said or ['nothing is said'])[0]}")
    return ended.stdout


def examine(path, flags, options, scratch):
    """What is wrong with a file; nothing if nothing is."""
    base = os.path.join(scratch, os.path.basename(path))
    plain, checked = (os.path.join(build, "bin", "mde-ir") for build in (options.build, options.checked))
    try:
        with open(base + ".ir", "w") as program:
            program.write(output([plain, "capture", path, "--", *flags], good=(0, 1)))
        output([os.path.join(options.build, "bin", "mde-audit"), "capture", "--allow-incomplete", "-o", base + ".unit", path, "--", *flags])
        wanted = output([plain, "run", base + ".ir"])
        for _ in range(2):
            if output([checked, "run", base + ".ir"]) != wanted:
                return "the builds differ in what they say"
        # Where only one state is kept, most are joined that have nothing in common.
        output([checked, "run", "--disjuncts=1", base + ".ir"])
    except RuntimeError as error:
        return str(error)
    return ""


def engine_tests(options):
    """What is wrong with the programs of test/Paths where only one state is kept."""
    folder = os.path.join(HERE, "..", "Paths")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".ir"):
            try:
                output([os.path.join(options.checked, "bin", "mde-ir"), "run", "--disjuncts=1",
                        f"--models={folder}/Inputs/http.yaml", os.path.join(folder, name)], good=(0, 1))
            except RuntimeError as error:
                yield f"{name}: {error}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--checked", required=True)
    parser.add_argument("--folder", default=os.path.join(HERE, "..", "libraries", "libcurl"))
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 31))
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    files = sources(os.path.abspath(options.folder))
    if not files:
        sys.exit(f"invariants.py: no test in {options.folder} has a RUN line with %check-doors")
    print(f"{len(files)} files, --seed={options.seed}", flush=True)
    broken = list(engine_tests(options))
    print("".join(line + "\n" for line in broken), end="", flush=True)
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for (path, _), why in zip(files, pool.map(lambda f: examine(*f, options, scratch), files)):
                if why:
                    wrong += 1
                    print(f"{path}: {why}", flush=True)
        units = sorted(os.path.join(scratch, name) for name in os.listdir(scratch) if name.endswith(".unit"))
        shuffled = random.Random(options.seed)
        reports = set()
        for _ in range(options.orders):
            report = os.path.join(scratch, "report.json")
            said = output([os.path.join(options.build, "bin", "mde-audit"), "link", "--allow-incomplete",
                           f"--json={report}", *units], good=(0, 1))
            with open(report) as written:
                reports.add((said, written.read()))
            shuffled.shuffle(units)
    print(f"{len(files) - wrong} of {len(files)} hold; {options.orders} orders of {len(units)} units: "
          f"{'one report' if len(reports) == 1 else f'{len(reports)} different reports'}.")
    sys.exit(int(wrong > 0 or bool(broken) or len(reports) != 1))


if __name__ == "__main__":
    main()
