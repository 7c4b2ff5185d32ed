# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a case really sends: for each label the set of what its requests were,
over all runs. An empty set: it is not sent.
"""
from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from . import requirement
from .cases import LIBRARIES, ROOT, INCLUDE, Case, CaseError, TooManyWays
from .executor import Executor
from .server import Request

Truth = dict[str, frozenset[str]]

_C = ("gcc", "-Werror=implicit-function-declaration")
_CXX = ("g++",)
_WINDOWS = "x86_64-w64-mingw32-"


def build(case: Case, scratch: Path, compiler_flags: tuple[str, ...] = ()) -> Path:
    """Compiles a case into `scratch`; returns the program."""
    library = LIBRARIES[case.library]
    support = [ROOT / "support" / "choice.c"]
    link = list(library.link)
    if case.outcomes and library.outcomes:
        support.append(ROOT / "support" / library.outcomes)
        link += [f"-Wl,--wrap={name}" for name in library.wrapped]
    prefix = _WINDOWS if library.windows else ""
    objects = []
    for source in [*case.sources, *support]:
        out = scratch / (source.stem + ".o")
        own = source in case.sources
        flags = case.language_flags(source) if own else ["-I", str(INCLUDE)]
        is_c = source.suffix == ".c"
        compiler, *own_flags = _C if is_c else _CXX
        _run(case, [prefix + compiler, *own_flags, "-w", "-O0", *flags, *(compiler_flags if own else ()), "-c", str(source), "-o", str(out)])
        objects.append(str(out))
    program = scratch / ("program.exe" if library.windows else "program")
    _run(case, [prefix + "g++", *objects, "-o", str(program), *link])
    return program


def headers_ahead(library: str, program: str, scratch: Path) -> tuple[str, ...]:
    """Compiles what `program` includes once; the flags that make use of it."""
    header = scratch / "ahead.h"
    header.write_text("\n".join(line for line in program.splitlines() if line.startswith("#include")) + "\n")
    case = Case(library, "ahead", (), ())
    flags = case.language_flags(Path("ahead.cpp"))
    _run(case, [*_CXX, "-w", "-O0", *flags, "-x", "c++-header", str(header), "-o", str(header) + ".gch"])
    return ("-include", str(header))


def _run(case: Case, command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise CaseError(f"{case.id} does not compile:\n{done.stderr}")


def measure(case: Case, program: Path, executor: Executor) -> tuple[Truth, int]:
    """The truth, and in how many runs it showed."""
    answer = executor.explore(program, case.outcomes)
    if "error" in answer:
        kind = TooManyWays if answer.get("too-many") else CaseError
        raise kind(f"{case.id} cannot be measured: {answer['error']}.")
    labels: dict[str, set[str]] = {label: set() for label in case.all_labels}
    default = LIBRARIES[case.library].default_agent
    for host, path, agents in answer["requests"]:
        request = Request(host, path, tuple(agents))
        target = requirement.is_target(host)
        if request.label is None:
            if target:
                raise CaseError(f"{case.id} sends a request without a label to {host}{path}.")
            continue
        if request.label not in labels:
            raise CaseError(f"{case.id} sends L_{request.label} to {host}, but no line is marked with this label.")
        if default and len(agents) == 1 and re.fullmatch(default, agents[0]):
            agents = []  # The library's own: the program has set none.
        labels[request.label].add(requirement.verdict(agents) if target else "not-a-target")
    return {label: frozenset(seen) for label, seen in labels.items()}, answer["runs"]


class Recorded:
    """The committed truth of one library, for places without namespaces."""

    def __init__(self, library: str) -> None:
        self.path = ROOT / "recorded" / f"{library}.json"
        self._cases: dict[str, Any] = json.loads(self.path.read_text()) if self.path.exists() else {}

    def get(self, case: Case) -> Truth:
        entry = self._cases.get(case.name)
        if not entry or entry["hash"] != case.hash():
            raise CaseError(f"{case.id} has changed since its truth was recorded; run `run.py --record` "
                            "where namespaces can be had.")
        return {label: frozenset(seen) for label, seen in entry["labels"].items()}

    def outdated(self, case: Case, truth: Truth) -> bool:
        entry = self._cases.get(case.name)
        return not entry or entry != self._entry(case, truth)

    def write(self, truths: list[tuple[Case, Truth]], whole: bool) -> None:
        """`whole`: these are all cases, so what else is recorded is gone."""
        if whole:
            self._cases = {}
        for case, truth in truths:
            self._cases[case.name] = self._entry(case, truth)
        self.path.parent.mkdir(exist_ok=True)
        self.path.write_text(json.dumps(self._cases, indent=1, sort_keys=True) + "\n")

    @staticmethod
    def _entry(case: Case, truth: Truth) -> dict[str, Any]:
        return {"hash": case.hash(), "labels": {label: sorted(seen) for label, seen in truth.items()}}
