#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares what the checker says about programs with what they really send.

    run.py [--build DIR] [NAME ...]        the cases, or those whose names hold NAME
    run.py --record                        and write recorded/*.json anew
    run.py --random N [--seed S] [--minutes M]   N random programs; ended early, the figures so far

Ends with 1 if a verdict is wrong that known.txt doesn't list, or a case is
broken. README.md says how cases are written.
"""
from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from oracle import known
from oracle.cases import LIBRARIES, ROOT, Case, CaseError, find_cases
from oracle.compare import Score, compare, differs_without_verify_all
from oracle.doors import Door, find_doors
from oracle.executor import Executor, NoNamespace
from oracle.truth import Recorded, Truth, build, measure


class Runner:
    def __init__(self, doors: list[Door]) -> None:
        self.doors = doors
        self.recorded = {library: Recorded(library) for library in LIBRARIES}
        self.truths: list[tuple[Case, Truth]] = []
        self._lock = threading.Lock()  # one program at a time: all share the server
        try:
            self.executor: Executor | None = Executor()
        except NoNamespace as reason:
            print(f"Programs are not run, because namespaces can't be had ({reason}): "
                  "the recorded truth is used.")
            self.executor = None
        if self.executor and not self.executor.has_wine:
            print("Programs for Windows are not run, because Wine or mingw-w64 is not installed: "
                  "the recorded truth is used.")

    def truth(self, case: Case) -> Truth:
        if not self.executor or (case.windows and not self.executor.has_wine):
            return self.recorded[case.library].get(case)
        with tempfile.TemporaryDirectory(prefix="truth-") as scratch:
            program = build(case, Path(scratch))
            with self._lock:
                truth, _ = measure(case, program, self.executor)
        self.truths.append((case, truth))
        return truth

    def score(self, case: Case) -> dict[str, Score]:
        """By door."""
        truth = self.truth(case)
        scores = {}
        for door in self.doors:
            full = door.findings(case, verify_all=True)
            score = compare(case, truth, full)
            plain = door.findings(case, verify_all=False)
            score.disagreements += differs_without_verify_all(case, plain, full)
            scores[door.name] = score
        return scores


def print_scores(scores: dict[tuple[str, str], Score]) -> None:
    print(f"\n{'library':10} {'door':9} programs labels harmless correct wrong-kind missed false-alarm "
          "unverified precision recall")
    rows = sorted(scores.items())
    for door in sorted({door for _, door in scores}):
        total = Score()
        for (_, own), score in scores.items():
            if own == door:
                total.add(score)
        rows.append((("all", door), total))
    for (library, door), s in rows if len(scores) > 1 else rows[:1]:
        precision = s.right_pairs / s.told_pairs if s.told_pairs else 1
        recall = s.right_pairs / s.true_pairs if s.true_pairs else 1
        print(f"{library:10} {door:9} {s.programs:8} {s.labels:6} {s.compliant:8} {s.correct:7} "
              f"{s.count('wrong-kind'):10} {s.count('missed'):6} {s.count('false-alarm'):11} "
              f"{s.unverified:10} {precision:9.3f} {recall:6.3f}")


def run_cases(options: argparse.Namespace) -> int:
    cases = find_cases(options.names)
    runner = Runner(find_doors(options.build, options.doors.split(",") if options.doors else []))
    totals: dict[tuple[str, str], Score] = {}
    errors = []

    def one(case: Case) -> dict[str, Score] | CaseError:
        try:
            return runner.score(case)
        except CaseError as error:
            return error

    began = time.monotonic()
    with ThreadPoolExecutor(options.jobs) as pool:
        for case, result in zip(cases, pool.map(one, cases)):
            if isinstance(result, CaseError):
                errors.append(str(result))
                continue
            for door, score in result.items():
                totals.setdefault((case.library, door), Score()).add(score)
    status = report(runner, totals, errors, options, whole=not options.names)
    print(f"{len(cases)} cases in {time.monotonic() - began:.0f} s.")
    return status


def report(runner: Runner, totals: dict[tuple[str, str], Score], errors: list[str],
           options: argparse.Namespace, whole: bool) -> int:
    for error in errors:
        print(f"error: {error}")
    allowed = known.read(ROOT / "known.txt")
    used: set[known.Key] = set()
    new = 0
    for (_, door), score in sorted(totals.items()):
        for d in score.disagreements:
            key = (d.case, d.label, d.what)
            reason = allowed.get(key)
            used.add(key)
            new += reason is None
            print(f"[{door}] {d}" + (f" (known: {reason})" if reason else ""))
        for doubt in score.doubts:
            print(f"[{door}] unverified: {doubt}")
    stale = sorted(set(allowed) - used) if whole and not errors and totals else []
    for key in stale:
        print(f"error: known.txt lists {' '.join(key)}, which is right now: take it out.")
    if options.record:
        for library, recorded in runner.recorded.items():
            recorded.write([t for t in runner.truths if t[0].library == library], whole and not errors)
    outdated = [case.id for case, truth in runner.truths if runner.recorded[case.library].outdated(case, truth)]
    for name in sorted(outdated):
        print(f"error: the recorded truth of {name} is out of date; run `run.py --record`.")
    print_scores(totals)
    return int(bool(errors or new or stale or outdated))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--build", type=Path, default=ROOT.parent.parent / "build")
    parser.add_argument("--doors", default="mde-tidy", help="of mde-tidy, plugin and mde-audit; empty: measure only")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--random", type=int, metavar="N")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--minutes", type=float, help="begin no random program after that")
    parser.add_argument("--language", choices=["c", "cpp"], help="of the random programs; both if not given")
    parser.add_argument("--only", type=int, metavar="I", help="of the random programs, number I")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where reduced random programs go")
    parser.add_argument("--no-reduce", action="store_true")
    parser.add_argument("--reduce-unverified", action="store_true")
    options = parser.parse_args()
    try:
        if options.random:
            from oracle.random_run import run_random

            return run_random(options, Runner(find_doors(options.build, options.doors.split(","))))
        return run_cases(options)
    except CaseError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
