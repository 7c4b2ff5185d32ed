# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Captures and runs sources that nobody wrote for us, with limits of time and memory.

Shared by gcc_suite.py and csmith.py.
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

UNKNOWN = re.compile(r'^ +%\d+ = unknown "([^"]*)"', re.M)


def arguments(description, sample):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--sample", type=int, default=sample)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 31))
    parser.add_argument("--keep", help="where sources go that make something crash or not come to an end")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--time", type=int, default=60, help="seconds for a step")
    parser.add_argument("--memory", type=int, default=4096, help="megabytes for a step")
    return parser


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


def examine(name, file, flags, options, scratch):
    tool = os.path.join(options.build, "bin", "mde-ir")
    how, captured = step([tool, "capture", "--all-functions", file, "--", *flags], options)
    outcome = {"capture": how, "run": "-",
               "unknown": collections.Counter(UNKNOWN.findall(captured.stdout)), "why": ""}
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


def survey(sources, options, scratch):
    """`sources` are names, files and flags. Prints what ended
    how, and what was lowered as unknown, by reason; returns the exit code."""
    ends, unknown, bad = collections.Counter(), collections.Counter(), []
    sources = list(sources)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        outcomes = pool.map(lambda source: examine(*source, options, scratch), sources)
        for (name, file, _), outcome in zip(sources, outcomes):
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
                    shutil.copy(file, os.path.join(options.keep, name.replace("/", "+")))
    for (what, how), count in sorted(ends.items()):
        print(f"{what:8} {'not reached' if how == '-' else how:12} {count}")
    for reason, count in unknown.most_common():
        print(f"unknown  {count:6}  {reason}")
    return 1 if bad else 0
