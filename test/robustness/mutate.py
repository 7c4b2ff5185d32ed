#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Do our tests notice when a rule is wrong? Changes one rule at a time and runs the
tests that use it.

    cmake -S . -B build-mutants -G Ninja -DMDE_MUTANTS=ON
    ninja -C build-mutants mde-ir mde-tidy mde-audit
    mutate.py [--count N] [--seed S] [--library NAME]...   rules of models
    mutate.py --engine [--only NAME]...                    rules of the engine
    mutate.py --unused [--library NAME]...                 entries that no test uses

A mutant of a model is its YAML with a step, an entry, a condition or a flag changed
(model_mutants.py); one of the engine is a switch `mutant("...")` in lib. Which tests use
which entry of which model is found out first and remembered in the build; a mutant of
an entry is tried on these only, until one fails. Printed are the seed, what noticed
each mutant, and the survivors. Exit code: 0 if there are none. Needs python3-yaml.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from model_mutants import Mutant, mutants_of

ROOT = Path(__file__).resolve().parent.parent.parent
MODELS = ROOT / "lib" / "Models"
_FAILED = re.compile(r"^ +\S+ :: (\S+)", re.M)
_SWITCH = re.compile(r'\bmutant\("([a-z-]+)"\)')


class Tests:
    """Runs tests with lit."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.lit = [options.lit, "-sv", f"--param=build={options.build}", "--param=doors=mde-tidy"]
        self.limit = options.time

    def run(self, tests: list[str], jobs: int, more: list[str], **environment: str) -> tuple[list[str], bool]:
        """Those that fail, and whether all came to an end in time."""
        command = [*self.lit, f"-j{jobs}", *more, *(str(ROOT / "test" / test) for test in tests)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                   env=os.environ | environment, start_new_session=True, errors="replace")
        try:
            output, _ = process.communicate(timeout=self.limit)
        except BaseException as reason:  # also when somebody ends this program
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            if not isinstance(reason, subprocess.TimeoutExpired):
                raise
            return [], False
        failed = _FAILED.findall(output)
        if process.returncode and not failed:
            sys.exit(f"lit could not run the tests:\n{output[-2000:]}")
        return failed, True

    def judge(self, tests: list[str], jobs: int, **environment: str) -> tuple[str, str]:
        """`killed`, `survived` or `not done`, and by what. That tests take too long may be
        the mutant's doing or the machine's: a person has to look."""
        failed, ended = self.run(tests, jobs, ["--max-failures=1"], **environment)
        if failed:
            return "killed", failed[0]
        return ("survived", f"{len(tests)} tests") if ended else ("not done", f"after {self.limit} s")


def all_tests(*folders: str) -> list[str]:
    found = []
    for folder in folders:
        for path in sorted((ROOT / "test" / folder).rglob("*")):
            if path.suffix in (".c", ".cpp", ".ir", ".test") and not {"Inputs", "include"} & set(path.parts):
                found.append(str(path.relative_to(ROOT / "test")))
    return found


def digest(*files: Path) -> str:
    made = hashlib.sha256()
    for file in files:
        made.update(file.read_bytes())
    return made.hexdigest()[:16]


class Uses:
    """Which tests use which entries of models, remembered from run to run."""

    def __init__(self, options: argparse.Namespace, tests: Tests) -> None:
        file = options.build / "mutate-uses.json"
        known = json.loads(file.read_text()) if file.exists() else {}
        program = digest(options.build / "bin" / "mde-tidy", *sorted(MODELS.iterdir()))
        names = all_tests("libraries")
        keys = {name: program + digest(ROOT / "test" / name) for name in names}
        self.of = {name: known[name] for name in names if known.get(name, {}).get("key") == keys[name]}
        missing = [name for name in names if name not in self.of]
        if missing:
            print(f"Looking what {len(missing)} tests use ...", flush=True)

        def look(name: str) -> None:
            with tempfile.NamedTemporaryFile("r") as log:
                began = time.monotonic()
                failed, ended = tests.run([name], 1, [], MDE_MUTANT_LOG=log.name)
                self.of[name] = {"key": keys[name], "passes": ended and not failed,
                                 "seconds": time.monotonic() - began, "uses": sorted(set(log.read().split()))}

        with ThreadPoolExecutor(options.jobs) as pool:
            list(pool.map(look, missing))
        file.write_text(json.dumps(self.of, indent=1))
        for name, test in self.of.items():
            if not test["passes"]:
                print(f"{name} fails without any mutant: left out", flush=True)

    def tests(self, wanted: set[str]) -> list[str]:
        """Those that use one of these entries; all of a file's for `FILE:`. The
        quickest first."""
        files = {entry[:-1] for entry in wanted if entry.endswith(":")}
        found = [name for name, test in self.of.items() if test["passes"] and
                 any(use in wanted or use.split(":")[0] in files for use in test["uses"])]
        return sorted(found, key=lambda name: self.of[name]["seconds"])


def model_files(options: argparse.Namespace) -> list[Path]:
    files = sorted(MODELS.glob("*.yaml"))
    unknown = set(options.library) - {file.stem for file in files}
    if unknown:
        sys.exit(f"mutate.py: there is no model {', '.join(sorted(unknown))}; there are "
                 f"{', '.join(file.stem for file in files)}.")
    return [file for file in files if not options.library or file.stem in options.library]


def entries(options: argparse.Namespace) -> dict[str, set[str]]:
    """`FILE:LINE` of each entry, with the names that it describes."""
    out = subprocess.run([options.build / "bin" / "mde-ir", "models", "--functions"], check=True,
                         capture_output=True, text=True).stdout
    found: dict[str, set[str]] = {}
    for line in out.splitlines():
        where, name = line.split(" ", 1)
        found.setdefault(where, set()).add(name)
    return found


def try_models(options: argparse.Namespace, tests: Tests) -> int:
    files = model_files(options)
    uses = Uses(options, tests)
    names_of = entries(options)
    everything = [mutant for file in files for mutant in mutants_of(file)]
    chosen = random.Random(options.seed).sample(everything, min(options.count, len(everything)))
    print(f"{len(chosen)} of {len(everything)} mutants of {len(files)} models, --seed={options.seed}", flush=True)
    counts: Counter[tuple[str, str]] = Counter()
    survivors = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        for mutant in chosen:
            how, by = _try_model(mutant, options, tests, uses, names_of, Path(scratch))
            counts[mutant.file, how] += 1
            print(f"{how:8} {mutant}" + (f"  [{by}]" if by else ""), flush=True)
            survivors += how not in ("killed", "refused")
            if options.minutes and time.monotonic() - began > options.minutes * 60:
                print(f"Time is up after {sum(counts.values())} of them.")
                break
    kinds = ("killed", "survived", "unused", "not done", "refused")
    print(f"\n{'model':24} {' '.join(kinds)}")
    for file in sorted({file for file, _ in counts}):
        print(f"{file:24} " + " ".join(f"{counts[file, how]:{len(how)}}" for how in kinds))
    return int(survivors > 0)


def _try_model(mutant: Mutant, options: argparse.Namespace, tests: Tests, uses: Uses,
               names_of: dict[str, set[str]], scratch: Path) -> tuple[str, str]:
    changed = scratch / mutant.file
    changed.write_text(mutant.text)
    environment = {"MDE_MUTANT_MODEL": str(changed)}
    loads = subprocess.run([options.build / "bin" / "mde-ir", "models"], capture_output=True, text=True,
                           env=os.environ | environment)
    if loads.returncode:
        return "refused", (loads.stderr.splitlines() or ["(says nothing)"])[0][:200]
    # Another entry for the same function may be used instead.
    own = names_of.get(f"{mutant.file}:{mutant.line}", set(mutant.names))
    wanted = {where for where, names in names_of.items() if names & own and where.startswith(mutant.file + ":")}
    users = uses.tests(wanted if mutant.names else {mutant.file + ":"})
    if not users:
        return "unused", "no test uses it"
    return tests.judge(users, options.jobs, **environment)


def list_unused(options: argparse.Namespace, tests: Tests) -> int:
    uses = Uses(options, tests)
    used = {use for test in uses.of.values() for use in test["uses"]}
    unused = Counter()
    all_of = entries(options)
    files = {file.name for file in model_files(options)}
    for where, names in all_of.items():
        file = where.split(":")[0]
        if where not in used and file in files:
            unused[file] += 1
            print(f"{where} {', '.join(sorted(names))}")
    print(f"\n{'model':24} entries unused")
    for file in sorted(files):
        print(f"{file:24} {sum(where.startswith(file + ':') for where in all_of):7} {unused[file]:6}")
    return 0


def try_engine(options: argparse.Namespace, tests: Tests) -> int:
    switches = sorted({name for file in (ROOT / "lib").rglob("*.cpp") for name in _SWITCH.findall(file.read_text())})
    if unknown := set(options.only) - set(switches):
        sys.exit(f"mutate.py: there is no switch {', '.join(sorted(unknown))}; there are {', '.join(switches)}.")
    chosen = options.only or switches
    small = all_tests("Paths", "Requirement", "Findings")
    broken, _ = tests.run(small, options.jobs, [])
    small = [name for name in small if name not in broken]
    counts: Counter[str] = Counter()

    def judge(name: str, names: list[str]) -> str:
        how, by = tests.judge(names, options.jobs, MDE_MUTANT=name)
        print(f"{how:9} {name}  [{by}]", flush=True)
        return how

    # The engine's own tests are quick; those of the libraries are asked last.
    left = []
    for name in chosen:
        how = judge(name, small)
        left += [name] if how == "survived" else []
        counts[how] += how != "survived"
    if left:
        print(f"\nWhat {len(left)} of them do to the tests of the libraries:", flush=True)
        passing = sorted(name for name, test in Uses(options, tests).of.items() if test["passes"])
        counts.update(judge(name, passing) for name in left)
    print(f"{len(chosen)} mutants of the engine: " + ", ".join(f"{n} {how}" for how, n in counts.most_common() if n))
    return int(counts["killed"] != len(chosen))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build-mutants")
    parser.add_argument("--lit", default="/usr/lib/llvm-22/bin/lit")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 31))
    parser.add_argument("--library", action="append", default=[], metavar="NAME", help="a file of lib/Models; default: all")
    parser.add_argument("--engine", action="store_true")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="of the switches of the engine")
    parser.add_argument("--unused", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--time", type=int, default=900, help="seconds for the tests of one mutant")
    parser.add_argument("--minutes", type=float, help="begin no further mutant after that")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options.build = options.build.resolve()
    if "MDE_MUTANTS:BOOL=ON" not in (options.build / "CMakeCache.txt").read_text():
        sys.exit(f"mutate.py: {options.build} was configured without -DMDE_MUTANTS=ON.")
    tests = Tests(options)
    if options.engine:
        return try_engine(options, tests)
    return list_unused(options, tests) if options.unused else try_models(options, tests)


if __name__ == "__main__":
    sys.exit(main())
