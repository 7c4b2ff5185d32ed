# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random programs: written, run, checked, and reduced where truth and checker
disagree."""
from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from generate import generate

from .cases import Case, CaseError, read_case
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
        except CaseError as error:
            return what == "error" and "does not compile" not in str(error)
        return any(what in _kinds(score) for score in scores.values())


def _kinds(score: Score) -> set[str]:
    return {d.what for d in score.disagreements} | ({"unverified"} if score.doubts else set())


def run_random(options: argparse.Namespace, runner: Any) -> int:
    from run import print_scores

    if not runner.executor:
        print("error: random programs have no recorded truth, so they need namespaces.")
        return 2
    seed = options.seed if options.seed is not None else random.randrange(1_000_000)
    language = f" --language {options.language}" if options.language else ""
    print(f"Seed {seed}; again with: run.py --random {options.random} --seed {seed}{language}", flush=True)
    totals: dict[tuple[str, str], Score] = {}
    wrong = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="truth-") as folder:
        trial = Trial(Path(folder), runner.executor, runner.doors)
        for index in range(options.random) if options.only is None else [options.only]:
            # Every third is in C.
            program = generate(f"{seed}-{index}" + ("c" if options.language == "c" or (options.language is None and index % 3 == 2) else ""))
            try:
                scores = trial.scores(program, f"random_{seed}_{index}")
            except CaseError as error:
                print(f"error: {error}", flush=True)
                wrong += 1
                if "does not compile" not in str(error):
                    _tell(trial, program, "error", options)
                continue
            kinds: set[str] = set()
            for door, score in scores.items():
                totals.setdefault((_LIBRARY, door), Score()).add(score)
                kinds |= _kinds(score)
                for d in score.disagreements:
                    print(f"[{door}] {d}", flush=True)
            wrong += bool(kinds - {"unverified"})
            reduced = kinds if options.reduce_unverified else kinds - {"unverified"}
            for what in sorted(reduced):
                _tell(trial, program, what, options)
    print_scores(totals)
    print(f"{options.random} programs in {time.monotonic() - began:.0f} s.")
    return int(wrong > 0)


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
