#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is not understood: counts by construct of the language, and by library. The
tables of docs/limits.md.

    limits.py [--build DIR] [--libraries] [NAME...]

Without --libraries: each construct of constructs/*, or those whose names hold NAME.
With it: the programs of test/truth/cases and the tests of test/libraries. Of each is
printed what `mde-ir capture --stats` lowers as unknown, and what mde-tidy says of it
with VerifyAll. Exit code: 0 unless something is wrong or does not parse.
"""
from __future__ import annotations

import argparse
import collections
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from run_lines import ROOT, flags_of_test

STANDARDS = {"c.c": "gnu17", "cpp.cpp": "gnu++20", "cpp23.cpp": "gnu++23"}
_MESSAGE = re.compile(r"^(\S+?):(\d+):\d+: (warning|error|note): (.*)$", re.M)
_UNKNOWN = re.compile(r'^unknown "(.*)": (\d+)$', re.M)


@dataclass
class Answer:
    bad: list[list[int]] = field(default_factory=list)  # of each finding: its line and those of its notes
    unverified: list[list[int]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    unknown: collections.Counter = field(default_factory=collections.Counter)  # by reason
    instructions: int = 0


def ask(build: Path, source: Path, flags: list[str]) -> Answer:
    answer = Answer()
    said = subprocess.run([build / "bin" / "mde-tidy", "--checks=-*,mde-user-agent", "--quiet",
                           "--config={CheckOptions: {mde-user-agent.VerifyAll: true}}", source, "--", *flags],
                          capture_output=True, text=True, stdin=subprocess.DEVNULL, errors="replace")
    finding: list[int] = []
    for file, line, kind, message in _MESSAGE.findall(said.stdout):
        if kind == "note":
            if Path(file).name == source.name:
                finding.append(int(line))
        elif kind == "error" or "[mde-user-agent" not in message:
            answer.errors.append(message)
        else:
            finding = [int(line)]
            (answer.unverified if message.startswith("cannot ") else answer.bad).append(finding)
    lowered = subprocess.run([build / "bin" / "mde-ir", "capture", "--as-checked", "--stats", source, "--", *flags],
                             capture_output=True, text=True, stdin=subprocess.DEVNULL, errors="replace")
    if lowered.returncode:
        answer.errors += [lowered.stderr.strip()[-300:]]
    for why, count in _UNKNOWN.findall(lowered.stdout):
        answer.unknown[why] += int(count)
    if found := re.search(r"^instructions: (\d+)$", lowered.stdout, re.M):
        answer.instructions = int(found.group(1))
    return answer


def constructs(names: list[str]) -> list[tuple[str, str, str]]:
    """File, name and source of each."""
    found = []
    for file in STANDARDS:
        before, *parts = re.split(r"^// construct: (.*)\n", (Path(__file__).parent / "constructs" / file).read_text(),
                                  flags=re.M)
        found += [(file, name, before + body) for name, body in zip(parts[::2], parts[1::2])
                  if not names or any(n in name for n in names)]
    return found


def examine(build: Path, file: str, source: str) -> tuple[Answer, int, dict[str, list[int]]]:
    """The answer, the number of requests, and which lines are not told right."""
    lines = dict(enumerate(source.splitlines(), 1))
    missing = {n for n, line in lines.items() if line.endswith("// missing")}
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / file
        path.write_text(source)
        answer = ask(build, path, [f"-std={STANDARDS[file]}", "-w"])
    told = {line for finding in answer.bad + answer.unverified for line in finding}
    wrong = {
        "missed": [] if answer.unverified else sorted(missing - told),
        "false alarm": [finding[0] for finding in answer.bad if not missing & set(finding)],
        "unverified": [finding[0] for finding in answer.unverified],
    }
    # Those of the construct itself, not of what stands before all of them.
    body = source[source.rindex("static void go("):]
    return answer, len(re.findall(r"\bgo\(", body)) - 1, wrong


def by_construct(options: argparse.Namespace) -> int:
    chosen = constructs(options.names)
    with ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(lambda c: examine(options.build, c[0], c[2]), chosen))
    bad, unknown, doubts = 0, collections.Counter(), 0
    print("| construct | in | places that send | unknown | unverified | wrong |\n|---|---|---:|---:|---:|---|")
    for (file, name, source), (answer, sends, wrong) in zip(chosen, results):
        lines = source.splitlines()
        amiss = [f"{what}: `{lines[n - 1].strip().removesuffix('// missing').strip()}`"
                 for what in ("missed", "false alarm") for n in wrong[what]]
        bad += len(amiss) + len(answer.errors)
        unknown += answer.unknown
        doubts += len(wrong["unverified"])
        print(f"| {name} | {STANDARDS[file].removeprefix('gnu').replace('17', 'C17') if file == 'c.c' else STANDARDS[file].replace('gnu', 'C')} "
              f"| {sends} | {sum(answer.unknown.values()) or ''} | {len(wrong['unverified']) or ''} "
              f"| {'; '.join(amiss + answer.errors)} |")
    print(f"\n{len(chosen)} constructs, {sum(r[1] for r in results)} places, {sum(unknown.values())} unknown, "
          f"{doubts} unverified, {bad} wrong")
    for why, count in unknown.most_common():
        print(f"- {count} × unknown \"{why}\"")
    return int(bad > 0)


def by_library(options: argparse.Namespace) -> int:
    sys.path.insert(0, str(ROOT / "test" / "truth"))
    from oracle.cases import find_cases

    work: list[tuple[str, str, Path, list[str]]] = []
    for case in find_cases([]):
        work += [("programs", case.library, source, case.checker_flags(source)) for source in case.sources]
    for test in sorted((ROOT / "test" / "libraries").glob("*/*.c*")):
        if (flags := flags_of_test(test)) is not None:
            work.append(("tests", test.parent.name, test, flags))
    if options.names:
        work = [w for w in work if any(n in w[1] for n in options.names)]
    with ThreadPoolExecutor(options.jobs) as pool:
        answers = list(pool.map(lambda w: ask(options.build, w[2], [*w[3], "-w"]), work))
    for kind in ("programs", "tests"):
        rows: dict[str, list[int]] = {}
        why = collections.Counter()
        for (of, library, source, _), answer in zip(work, answers):
            if of != kind:
                continue
            row = rows.setdefault(library, [0, 0, 0, 0, 0])
            values = [1, answer.instructions, sum(answer.unknown.values()), len(answer.bad), len(answer.unverified)]
            rows[library] = [a + b for a, b in zip(row, values)]
            why += answer.unknown
        print(f"\n| library ({kind}) | files | instructions | unknown | bad | unverified |\n|---|---:|---:|---:|---:|---:|")
        for library, row in sorted(rows.items()):
            print(f"| {library} | " + " | ".join(f"{n:,}" if n else "" for n in row) + " |")
        for reason, count in why.most_common():
            print(f"- {count} × unknown \"{reason}\"")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--libraries", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    return by_library(options) if options.libraries else by_construct(options)


if __name__ == "__main__":
    sys.exit(main())
