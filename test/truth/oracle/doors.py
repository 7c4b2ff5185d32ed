# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The doors of the checker: each takes a case and gives its findings."""
from __future__ import annotations

import json
import re
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from .cases import Case, CaseError, Line

_DIAGNOSTIC = re.compile(r"^(/[^:\n]+):(\d+):(\d+): (warning|error|note): (.*)$")
_QUOTED_LABEL = re.compile(r"L_([a-z0-9_]+)(?!\.\.\.|[a-z0-9_{])")
_SECONDS = 240


@dataclass(frozen=True)
class Finding:
    kind: str  # missing, malformed, unverified
    at: Line
    notes: tuple[Line, ...]
    urls: tuple[Line, ...]  # those of the notes that tell where the URL comes from
    url_labels: tuple[str, ...]  # labels in the URLs that notes quote
    message: str


@dataclass(frozen=True)
class Door:
    name: str
    command: tuple[str, ...]

    def findings(self, case: Case, verify_all: bool) -> list[Finding]:
        options = {"mde-user-agent.VerifyAll": "true"} if verify_all else {}
        config = json.dumps({"Checks": "-*,mde-user-agent", "CheckOptions": options})
        found: list[Finding] = []
        for source in case.sources:
            command = [*self.command, "--quiet", f"--config={config}", str(source), "--", *case.checker_flags(source)]
            found += _parse(self.run(command, case))
        return found

    def run(self, command: list[str], case: Case, folder: str | None = None, good: tuple[int, ...] = (0,)) -> str:
        """What the command prints; `good` are the exit codes of an answer."""
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, cwd=folder)
        except subprocess.TimeoutExpired:
            raise CaseError(f"{self.name} runs for more than {_SECONDS} seconds on {case.id}.")
        if done.returncode not in good:
            raise CaseError(f"{self.name} fails on {case.id} with exit code {done.returncode}:\n"
                            f"{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout


@dataclass(frozen=True)
class Audit(Door):
    """The whole program at once, as one project."""

    def findings(self, case: Case, verify_all: bool) -> list[Finding]:
        with tempfile.TemporaryDirectory() as folder:
            units = [{"directory": folder, "file": str(source),
                      "arguments": ["clang++" if source.suffix == ".cpp" else "clang", *case.checker_flags(source),
                                    "-c", str(source)]} for source in case.sources]
            Path(folder, "compile_commands.json").write_text(json.dumps(units))
            Path(folder, ".clang-tidy").write_text("{}")
            command = [*self.command, "-p", folder, "--no-cache", "--quiet", "--config-file=.clang-tidy"]
            found = _parse(self.run(command, case, folder, good=(0, 1)))
        # What can't be verified it always says.
        return [f for f in found if verify_all or f.kind != "unverified"]


def find_doors(build: Path, names: list[str]) -> list[Door]:
    tidy, audit, plugin = build / "bin" / "mde-tidy", build / "bin" / "mde-audit", build / "lib" / "MdeTidyPlugin.so"
    known = {
        "mde-tidy": Door("mde-tidy", (str(tidy),)),
        "plugin": Door("plugin", ("clang-tidy-22", f"--load={plugin}")),
        "mde-audit": Audit("mde-audit", (str(audit),)),
    }
    for name in names:
        needed = {"mde-tidy": tidy, "plugin": plugin, "mde-audit": audit}.get(name)
        if needed is None:
            raise CaseError(f"There is no door '{name}'; there are {', '.join(known)}.")
        if not needed.exists():
            raise CaseError(f"The door {name} is missing: there is no {needed}; build it first.")
    return [known[name] for name in names]


def _kind(message: str) -> str:
    if any(doubt in message for doubt in ("cannot verify", "cannot be verified", "cannot tell where")):
        return "unverified"
    if "is malformed" in message or "malformed:" in message or "User-Agent headers" in message:
        return "malformed"
    if "without a User-Agent" in message or "empty User-Agent" in message:
        return "missing"
    raise CaseError(f"A finding's message is of no known kind: {message}")


def _parse(output: str) -> list[Finding]:
    found: list[Finding] = []
    for text in output.splitlines():
        match = _DIAGNOSTIC.match(text)
        if not match:
            continue
        line = Line(Path(match.group(1)).name, int(match.group(2)))
        if match.group(4) == "note":
            if found:
                found[-1] = _with_note(found[-1], line, match.group(5))
            continue
        if match.group(4) == "error" or "request" not in match.group(5):
            raise CaseError(f"The checker says: {text}")
        found.append(Finding(_kind(match.group(5)), line, (), (), (), match.group(5)))
    return found


def _with_note(finding: Finding, line: Line, message: str) -> Finding:
    finding = replace(finding, notes=finding.notes + (line,))
    if message.startswith("the URL"):
        quoted = tuple(_QUOTED_LABEL.findall(message)[:1])
        finding = replace(finding, urls=finding.urls + (line,), url_labels=finding.url_labels + quoted)
    return finding
