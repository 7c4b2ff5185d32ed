#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Captures and runs a random sample of GCC's own tests: odd C and C++, broken on
purpose often enough.

    gcc_suite.py --build=DIR [--sample=N] [--seed=N] [--archive=TAR] [--keep=DIR]

The files come from Debian's gcc-12-source (apt-get install gcc-12-source): C and C++ of
g++.dg, gcc.dg and c-torture. Each is captured with all functions, then run, with limits
of time and memory for each step. Nothing is executed. Printed are the seed, what ended
how, and what was lowered as unknown, by reason. Exit code: 0 unless something crashed or
did not come to an end. --keep copies such sources into DIR.
"""
import argparse
import collections
import concurrent.futures
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile

SUITES = re.compile(r"^[^/]+/gcc/testsuite/(g\+\+\.dg|gcc\.dg|gcc\.c-torture)/.*\.(c|cc|C|cpp)$")
UNKNOWN = re.compile(r'^ +%\d+ = unknown "([^"]*)"', re.M)


def unpack(archive, folder):
    """All files: sources include headers beside them."""
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and "/gcc/testsuite/" in member.name and ".." not in member.name:
                tar.extract(member, folder, filter="data") if hasattr(tarfile, "data_filter") else tar.extract(member, folder)


def sources(folder):
    found = []
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            name = os.path.relpath(os.path.join(parent, file), folder)
            if SUITES.match(name):
                found.append(name)
    return found


def limited(options):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (options.memory << 20, options.memory << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (options.time, options.time + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return limit


def step(command, options):
    """How it ended, and what it wrote."""
    # Time is counted in seconds of the processor: other programs have no say.
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           preexec_fn=limited(options), errors="replace")
    if ended.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return "time", ended
    if ended.returncode < 0:
        ended.stderr += f"\nERROR: {signal.Signals(-ended.returncode).name}\n"
        return ("memory" if "out of memory" in ended.stderr.lower() or "bad_alloc" in ended.stderr else "crash"), ended
    return ("ok" if ended.returncode == 0 else "refused"), ended


def examine(name, options, tool, folder, scratch):
    file = os.path.join(folder, name)
    plus = not name.endswith(".c")
    flags = ["-x", "c++" if plus else "c", "-std=gnu++20" if plus else "-std=gnu17", "-w", "-ferror-limit=0"]
    how, captured = step([tool, "capture", "--all-functions", file, "--", *flags], options)
    outcome = {"capture": how, "run": "-", "unknown": collections.Counter(UNKNOWN.findall(captured.stdout)), "why": ""}
    if how in ("crash", "time", "memory"):
        outcome["why"] = captured.stderr
    if not captured.stdout:
        return outcome
    program = os.path.join(scratch, name.replace("/", "+") + ".ir")
    with open(program, "w") as out:
        out.write(captured.stdout)
    outcome["run"], ran = step([tool, "run", program], options)
    if outcome["run"] in ("crash", "time", "memory", "refused"):
        outcome["why"] += ran.stderr
    os.unlink(program)
    return outcome


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--sample", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 31))
    parser.add_argument("--archive")
    parser.add_argument("--unpacked", help="where the archive is or will be unpacked; default: for this run only")
    parser.add_argument("--keep")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--time", type=int, default=60, help="seconds for a step")
    parser.add_argument("--memory", type=int, default=4096, help="megabytes for a step")
    options = parser.parse_args()
    archive = options.archive
    if not archive:
        folder = "/usr/src/gcc-12"
        found = [f for f in os.listdir(folder) if f.startswith("gcc-12")] if os.path.isdir(folder) else []
        if not found:
            sys.exit(f"gcc_suite.py: there is no {folder}/gcc-12*.tar.xz: apt-get install gcc-12-source, or say --archive")
        archive = os.path.join(folder, found[0])

    scratch = tempfile.mkdtemp()
    folder = options.unpacked or os.path.join(scratch, "suite")
    if not os.path.isdir(folder):
        unpack(archive, folder)
    names = sources(folder)
    chosen = random.Random(options.seed).sample(names, min(options.sample, len(names)))
    print(f"{len(chosen)} of {len(names)} files, --seed={options.seed}", flush=True)

    tool = os.path.join(options.build, "bin", "mde-ir")
    ends, unknown, bad = collections.Counter(), collections.Counter(), []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, outcome in zip(chosen, pool.map(lambda n: examine(n, options, tool, folder, scratch), chosen)):
            ends["capture", outcome["capture"]] += 1
            ends["run", outcome["run"]] += 1
            unknown += outcome["unknown"]
            # What capture wrote has to be read.
            if outcome["capture"] in ("crash", "time", "memory") or outcome["run"] not in ("ok", "-"):
                bad.append(name)
                print(f"{name}: capture {outcome['capture']}, run {outcome['run']}", flush=True)
                reason = [l for l in outcome["why"].splitlines() if "Assert" in l or "error" in l or "ERROR" in l]
                print("  " + (reason[0] if reason else "(says nothing)")[:300], flush=True)
                if options.keep:
                    os.makedirs(options.keep, exist_ok=True)
                    shutil.copy(os.path.join(folder, name), os.path.join(options.keep, name.split("/testsuite/")[1].replace("/", "+")))
    for (what, how), count in sorted(ends.items()):
        print(f"{what:8} {'not reached' if how == '-' else how:12} {count}")
    for reason, count in unknown.most_common():
        print(f"unknown  {count:6}  {reason}")
    shutil.rmtree(scratch)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
