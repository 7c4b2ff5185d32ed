#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the check costs, and how that grows. bench/README.md says what is
measured and what to make of it.

    bench/run.py [--quick] [--build DIR] [--only NAME ...] > table.md
    bench/run.py --instructions          counted by valgrind: slow, without noise
"""
from __future__ import annotations

import argparse
import math
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generate import FAMILIES

ROOT = Path(__file__).resolve().parent.parent
# Has both C and C++ walked, and finds nothing: clang-tidy's own price.
TRIVIAL = "readability-misplaced-array-index"
MEMORY_LIMIT = 4 << 30


@dataclass(frozen=True)
class Run:
    """One process: its processor time and the most memory that it held."""

    seconds: float
    mib: float
    ended: str  # "", or why there is no figure


@dataclass(frozen=True)
class Tools:
    clang: str
    clangxx: str
    clang_tidy: str
    mde_tidy: str
    mde_ir: str

    def commands(self, source: Path, flags: list[str]) -> dict[str, list[str]]:
        """The commands whose runs are compared, by a short name."""
        tidy = [str(source), "--quiet", "--", *flags]
        return {
            "clang": [self.clang if source.suffix == ".c" else self.clangxx, "-fsyntax-only", *flags, str(source)],
            "clang-tidy": [self.clang_tidy, f"--checks=-*,{TRIVIAL}", *tidy],
            "off": [self.mde_tidy, f"--checks=-*,{TRIVIAL},-mde-user-agent", *tidy],
            "on": [self.mde_tidy, f"--checks=-*,{TRIVIAL},mde-user-agent", *tidy],
        }


def measure(command: list[str], timeout: float) -> Run:
    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
        resource.setrlimit(resource.RLIMIT_CPU, (int(timeout), int(timeout) + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, preexec_fn=limits)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    ended = ""
    if process.returncode < 0:
        ended = f"> {timeout:.0f} s" if seconds >= timeout - 0.5 else f"signal {-process.returncode}"
    return Run(seconds, usage.ru_maxrss / 1024, ended)


def instructions(command: list[str]) -> int:
    """What valgrind counts; the same in every run."""
    with tempfile.NamedTemporaryFile() as log:
        subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", f"--log-file={log.name}", *command],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = re.search(r"I +refs: +([\d,]+)", Path(log.name).read_text())
    if not found:
        sys.exit(f"valgrind did not count: {' '.join(command)}")
    return int(found[1].replace(",", ""))


def interleaved(commands: dict[str, list[str]], rounds: int, timeout: float) -> list[dict[str, Run]]:
    """A B A B ...: what slows the machine down for a while slows all alike."""
    result = []
    for _ in range(rounds):
        result.append({name: measure(command, timeout) for name, command in commands.items()})
        if any(run.ended for run in result[-1].values()):
            break
    return result


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def heading(*cells: str) -> None:
    row(*cells)
    row(*["---"] + ["---:"] * (len(cells) - 1))


# --- One file against clang


@dataclass(frozen=True)
class Subject:
    name: str
    source: Path
    flags: list[str]


def subjects(scratch: Path, llvm_include: str) -> list[Subject]:
    partner = ["-std=c++17", '-DCONTOSO_VERSION="2.1.0"']
    ours = ["-std=c++20", f"-I{ROOT / 'lib'}", "-isystem", llvm_include, "-fno-rtti", "-fno-exceptions"]
    generated = scratch / "no-http.c"
    generated.write_text(FAMILIES["no-http"](5000))
    standard = scratch / "standard.cpp"
    standard.write_text("".join(f"#include <{header}>\n" for header in (
        "algorithm", "functional", "iostream", "map", "memory", "optional", "regex", "string", "thread", "vector")) + "int main() {}\n")
    result = [
        Subject("no HTTP: generated, 5000 functions", generated, []),
        Subject("no HTTP: ten headers of the standard library", standard, ["-std=c++20"]),
        Subject("no HTTP: lib/Text/Text.cpp", ROOT / "lib/Text/Text.cpp", ours),
        Subject("no HTTP: lib/Paths/Calls.cpp", ROOT / "lib/Paths/Calls.cpp", ours),
        Subject("hosts, no HTTP: lib/Requirement/Hosts.cpp", ROOT / "lib/Requirement/Hosts.cpp", ours),
        Subject("examples/c-agent/agent.c", ROOT / "examples/c-agent/agent.c", []),
    ]
    for source in sorted((ROOT / "examples/partner/src").glob("*.cpp")):
        result.append(Subject(str(source.relative_to(ROOT)), source, partner))
    return result


def percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def compare(tools: Tools, subject: Subject, rounds: int, timeout: float) -> None:
    # The first round warms the page cache; nothing of it is kept.
    runs = interleaved(tools.commands(subject.source, subject.flags), rounds + 1, timeout)
    ended = next((run.ended for run in runs[-1].values() if run.ended), "")
    if ended:
        return row(subject.name, ended, *[""] * 7)

    def median(what) -> float:
        return statistics.median(what(r) for r in runs[1:])

    def ratio(a: str, b: str) -> float:
        return median(lambda r: r[a].seconds / r[b].seconds)

    costs = sorted((r["on"].seconds - r["off"].seconds) / r["clang"].seconds for r in runs[1:])
    quarter = len(costs) // 4
    row(
        subject.name,
        f"{1000 * median(lambda r: r['clang'].seconds):.0f} ms",
        f"{ratio('clang-tidy', 'clang'):.2f}",
        f"{ratio('off', 'clang'):.2f}",
        f"{ratio('on', 'clang'):.2f}",
        f"**{percent(statistics.median(costs))}**",
        f"{percent(costs[quarter])} to {percent(costs[-1 - quarter])}",
        f"{median(lambda r: r['on'].mib / r['clang'].mib):.2f}",
        f"{median(lambda r: r['on'].mib - r['off'].mib):+.0f} MiB",
    )


def count(tools: Tools, subject: Subject) -> None:
    counted = {name: instructions(command) for name, command in tools.commands(subject.source, subject.flags).items()}
    cost = counted["on"] - counted["off"]
    row(subject.name, *(f"{counted[name] / 1e6:.0f} M" for name in ("clang", "clang-tidy", "off", "on")),
        f"{cost / 1e6:.1f} M", f"**{percent(cost / counted['clang'])}**")


# --- Growth

SIZES = {
    "functions": [250, 500, 1000, 2000, 4000],
    "bystanders": [1000, 2000, 4000, 8000],
    "branches": [250, 500, 1000, 2000, 4000],
    "branches-of-locals": [125, 250, 500, 1000],
    "headers": [4, 8, 16, 32, 64, 128],
    "options": [500, 1000, 2000, 4000, 8000],
    "depth": [10, 20, 40, 80, 1000],
    "cycle": [10, 20, 30, 40, 50],
    "callers": [250, 500, 1000, 2000, 4000],
    "table": [250, 500, 1000, 2000, 4000, 8000],
    "table-unknown-row": [125, 250, 500, 1000, 2000, 4000],
    "table-not-sent": [10000, 20000, 40000, 80000],
    "switch": [125, 250, 500, 1000, 2000],
    "without-agent": [125, 250, 500, 1000, 2000],
    "no-http": [2000, 4000, 8000, 16000],
}


def exponent(points: list[tuple[int, float]]) -> str:
    """The slope of log(seconds) over log(n) by least squares. The first point,
    n = 1, is what there is to pay in any case (reading the models); it is taken
    off, and points at which nothing is left to measure don't count."""
    if not points:
        return ""
    logs = [(math.log(n), math.log(seconds - points[0][1])) for n, seconds in points[1:] if seconds - points[0][1] >= 0.02]
    if len(logs) < 3:
        return "(too fast)"
    mean_x, mean_y = (statistics.fmean(values) for values in zip(*logs))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)
    return f"n^{slope:.2f}"


def growth(tools: Tools, family: str, scratch: Path, rounds: int, timeout: float) -> None:
    checked: list[tuple[int, float]] = []
    engine: list[tuple[int, float]] = []
    empty = scratch / "empty.ir"
    empty.write_text('mdeir 1\nunit "empty.c"\n')
    for n in [1, *SIZES[family]]:
        source, captured = scratch / f"{family}.c", scratch / f"{family}.ir"
        source.write_text(FAMILIES[family](n))
        with captured.open("w") as file:
            subprocess.run([tools.mde_ir, "capture", str(source)], stdout=file, stderr=subprocess.DEVNULL)
        commands = tools.commands(source, [])
        del commands["clang-tidy"]
        commands["run"] = [tools.mde_ir, "run", str(captured)]
        commands["nothing"] = [tools.mde_ir, "run", str(empty)]
        runs = interleaved(commands, rounds, timeout)
        if ended := runs[-1]["on"].ended or runs[-1]["off"].ended or runs[-1]["clang"].ended:
            row(family, n, "", ended, "", "", "")
            break
        cost = statistics.median(r["on"].seconds - r["off"].seconds for r in runs)
        clang = statistics.median(r["clang"].seconds for r in runs)
        checked.append((n, cost))
        in_engine = runs[-1]["run"].ended
        if not in_engine:
            net = statistics.median(r["run"].seconds - r["nothing"].seconds for r in runs)
            engine.append((n, net))
            in_engine = f"{net:.2f} s"
        row(family, n, f"{clang:.2f} s", f"{cost:.2f} s", percent(cost / clang), in_engine,
            f"{statistics.median(r['on'].mib - r['off'].mib for r in runs):+.0f} MiB")
    row(family, "**growth**", "", f"**{exponent(checked)}**", "", exponent(engine), "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and only the smaller sizes")
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--rounds", type=int, default=0, help="runs of each command; the median counts")
    parser.add_argument("--timeout", type=float, default=60, help="processor seconds before a run is ended")
    parser.add_argument("--instructions", action="store_true", help="instead of seconds; of the files only")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="only these: 'files', or families of generate.py")
    arguments = parser.parse_args()
    if unknown := set(arguments.only) - {"files", *FAMILIES}:
        parser.error(f"There is no {', '.join(sorted(unknown))}: 'files' or one of {', '.join(FAMILIES)}.")
    tools = Tools("clang-22", "clang++-22", "clang-tidy-22", str(arguments.build / "bin/mde-tidy"), str(arguments.build / "bin/mde-ir"))
    for tool in vars(tools).values():
        if not shutil.which(tool):
            sys.exit(f"{tool} is not there: scripts/build builds it, scripts/packages.sh installs the others.")
    llvm_include = subprocess.run(["llvm-config-22", "--includedir"], capture_output=True, text=True, check=True).stdout.strip()

    def wanted(name: str) -> bool:
        return not arguments.only or name in arguments.only

    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        if arguments.instructions:
            print("## Instructions of one file\n")
            heading("file", "clang", "clang-tidy", "mde-tidy, off", "mde-tidy, on", "check", "of clang")
            for subject in subjects(scratch, llvm_include):
                count(tools, subject)
            return
        if wanted("files"):
            print("## One file: the check, and what is around it, against clang\n")
            heading("file", "clang", "clang-tidy", "mde-tidy, off", "mde-tidy, on", "check", "middle half", "memory", "of the check")
            for subject in subjects(scratch, llvm_include):
                compare(tools, subject, arguments.rounds or (5 if arguments.quick else 21), arguments.timeout)
            print()
        families = [family for family in SIZES if wanted(family)]
        if families:
            print("## Growth\n")
            heading("family", "n", "clang", "check", "of clang", "mde-ir run", "memory of the check")
        for family in families:
            if arguments.quick:
                SIZES[family] = SIZES[family][:4]
            growth(tools, family, scratch, arguments.rounds or (1 if arguments.quick else 3), arguments.timeout)


if __name__ == "__main__":
    main()
