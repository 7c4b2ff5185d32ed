# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random programs: written, run, checked, and reduced where truth and checker
disagree."""
from __future__ import annotations

import argparse
import itertools
import random
import signal
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generate import generate

from .cases import Case, CaseError, TooManyWays, read_case
from .compare import Score, compare
from .executor import Executor
from .program import Program, write
from .reduce import reduce
from .truth import build, headers_ahead, measure

_LIBRARY = "libcurl"


class Trial:
    """Runs programs in a folder of its own."""

    def __init__(self, scratch: Path, executor: Executor, doors: list[Any]) -> None:
        self.scratch, self.executor, self.doors = scratch, executor, doors
        self.ahead = headers_ahead(_LIBRARY, write(Program("0", "cpp", [], [])), scratch)

    def case(self, program: Program, name: str, comment: str = "") -> Case:
        path = self.scratch / f"{name}.{program.language}"
        path.write_text(write(program, comment))
        return read_case(_LIBRARY, path)

    def scores(self, program: Program, name: str) -> dict[str, Score]:
        return self._scores(self.case(program, name), None)

    def _scores(self, case: Case, what: str | None) -> dict[str, Score]:
        found = {door.name: door.findings(case, verify_all=True) for door in self.doors}
        if what in ("false-alarm", "unverified") and not any(found.values()):
            return {}  # No need to run it.
        truth, _ = measure(case, build(case, self.scratch, self.ahead if case.sources[0].suffix == ".cpp" else ()), self.executor)
        return {door: compare(case, truth, findings) for door, findings in found.items()}

    def shows(self, program: Program, what: str) -> bool:
        try:
            scores = self._scores(self.case(program, "smaller"), what)
        except TooManyWays:
            return False
        except CaseError as error:
            return what == "error" and "does not compile" not in str(error)
        return any(what in _kinds(score) for score in scores.values())


def _kinds(score: Score) -> set[str]:
    return {d.what for d in score.disagreements} | ({"unverified"} if score.doubts else set())


@dataclass
class Run:
    """What came of the random programs so far."""

    programs: int = 0
    left_out: int = 0  # more ways to run than are tried: of these nothing is known
    wrong: int = 0
    totals: dict[tuple[str, str], Score] = field(default_factory=dict)

    def add(self, scores: dict[str, Score]) -> set[str]:
        """Returns what kinds of disagreement and doubt there are."""
        kinds: set[str] = set()
        for door, score in scores.items():
            self.totals.setdefault((_LIBRARY, door), Score()).add(score)
            kinds |= _kinds(score)
            for d in score.disagreements:
                print(f"[{door}] {d}", flush=True)
            for doubt in score.doubts:
                print(f"[{door}] unverified: {doubt}", flush=True)
        self.programs += 1
        self.wrong += bool(kinds - {"unverified"})
        return kinds


def run_random(options: argparse.Namespace, runner: Any) -> int:
    from run import print_scores

    if not runner.executor:
        print("error: random programs have no recorded truth, so they need namespaces.")
        return 2
    seed = options.seed if options.seed is not None else random.randrange(1_000_000)
    language = f" --language {options.language}" if options.language else ""
    print(f"Seed {seed}; again with: run.py --random {options.random} --seed {seed}{language}", flush=True)
    run = Run()
    began = time.monotonic()
    end = began + 60 * options.minutes if options.minutes else float("inf")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    numbers = range(options.random) if options.only is None else [options.only]
    with tempfile.TemporaryDirectory(prefix="truth-") as folder:
        try:
            trial = Trial(Path(folder), runner.executor, runner.doors)
            for index in itertools.takewhile(lambda _: time.monotonic() < end, numbers):
                _one(trial, seed, index, options, run)
        except KeyboardInterrupt:
            print("Interrupted: these are the figures so far.")
    print_scores(run.totals)
    print(f"{run.programs} programs in {time.monotonic() - began:.0f} s, {run.wrong} of them with a wrong verdict; "
          f"{run.left_out} more have too many ways to run and were left out.", flush=True)
    return int(run.wrong > 0)


def _one(trial: Trial, seed: int, index: int, options: argparse.Namespace, run: Run) -> None:
    # Every third is in C.
    in_c = options.language == "c" or (options.language is None and index % 3 == 2)
    program = generate(f"{seed}-{index}" + ("c" if in_c else ""))
    try:
        scores = trial.scores(program, f"random_{seed}_{index}")
    except TooManyWays:
        # What some of the runs send is less than the truth: it would show false alarms
        # that are none.
        run.left_out += 1
        return
    except CaseError as error:
        print(f"error: {error}", flush=True)
        run.programs += 1
        run.wrong += 1
        if "does not compile" not in str(error):
            _tell(trial, program, "error", options)
        return
    kinds = run.add(scores)
    for what in sorted(kinds if options.reduce_unverified else kinds - {"unverified"}):
        _tell(trial, program, what, options)


def _tell(trial: Trial, program: Program, what: str, options: argparse.Namespace) -> None:
    """Prints the reduced program, or keeps it in the folder that was asked for."""
    if options.no_reduce:
        return
    small = reduce(program, lambda smaller: trial.shows(smaller, what))
    text = write(small, f"// From the random program {program.seed}: {what}.")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        path = options.keep / f"random_{program.seed.replace('-', '_')}_{what.replace('-', '_')}.{program.language}"
        path.write_text(text)
        print(f"Reduced: {path}", flush=True)
    else:
        print(text, flush=True)
