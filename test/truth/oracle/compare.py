# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Truth against findings, label by label."""
from __future__ import annotations

from dataclasses import dataclass, field

from .cases import Case, Line
from .doors import Finding
from .truth import Truth

BAD = frozenset({"missing", "malformed"})


@dataclass(frozen=True)
class Disagreement:
    """`what`: missed, wrong-kind, false-alarm, or VerifyAll-differs."""

    case: str
    label: str  # '-' for findings at no label
    what: str
    expected: str
    got: str
    where: str

    def __str__(self) -> str:
        return (f"{self.what}: {self.case} label {self.label}: expected {self.expected}, "
                f"got {self.got} at {self.where}")


@dataclass
class Score:
    programs: int = 0
    labels: int = 0
    correct: int = 0
    unverified: int = 0
    true_pairs: int = 0  # (label, bad kind) that truth has
    told_pairs: int = 0  # that the checker told
    right_pairs: int = 0  # that both have
    compliant: int = 0  # labels with nothing bad
    disagreements: list[Disagreement] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def count(self, what: str) -> int:
        return sum(d.what == what for d in self.disagreements)


def labels_of(case: Case, finding: Finding) -> set[str]:
    """The labels that a finding is about. Labels are parts of URLs, so the URLs
    that notes quote and where they come from say it best (if the finding is at
    the label or has a note there), then the finding's own line, then its notes.
    A line with several labels says nothing by itself: it bounds what others say."""
    def only(lines: tuple[Line, ...]) -> set[str]:
        return {labels[0] for line in lines if len(labels := case.labels.get(line, ())) == 1}

    own = set(case.labels.get(finding.at, ()))
    here = own | {label for line in finding.notes for label in case.labels.get(line, ())}
    of_urls = {label for line in finding.urls for label in case.labels.get(line, ())}
    named = (set(finding.url_labels) & here | of_urls) or only((finding.at,)) or only(finding.notes)
    if len(own) > 1:
        return own & named or own
    return named or here


def compare(case: Case, truth: Truth, findings: list[Finding]) -> Score:
    """`findings` are those with VerifyAll. Of a program of several files, what
    is not told doesn't count: a door that sees one file at a time can't know it,
    but what it tells must be true."""
    score = Score(programs=1, labels=len(truth))
    told: dict[str, set[str]] = {label: set() for label in truth}
    places: dict[str, list[str]] = {label: [] for label in truth}
    for finding in findings:
        where = f"{finding.at.file}:{finding.at.line}"
        labels = labels_of(case, finding)
        for label in labels:
            told[label].add(finding.kind)
            places[label].append(f"{where} ({finding.message})")
        if labels:
            continue
        if finding.kind == "unverified":
            score.doubts.append(f"{case.id} at no label: {where} ({finding.message})")
        else:
            score.told_pairs += 1
            score.disagreements.append(
                Disagreement(case.id, "-", "false-alarm", "nothing", finding.kind, f"{where} ({finding.message})"))
    for label, seen in truth.items():
        if not case.one_file and not told[label] & BAD:
            score.labels -= 1
            continue
        _compare_label(case, label, seen, told[label], places[label], score)
    return score


def _compare_label(case: Case, label: str, seen: frozenset[str], told: set[str], places: list[str],
                   score: Score) -> None:
    expected, got = seen & BAD, told & BAD
    score.compliant += not expected
    score.true_pairs += len(expected)
    score.told_pairs += len(got)
    score.right_pairs += len(expected & got)
    where = "; ".join(places) or ", ".join(
        f"{line.file}:{line.line}" for line, labels in case.labels.items() if label in labels)
    if expected == got and not (told - BAD and not expected):
        score.correct += 1
        return
    if told - BAD and not got:
        score.unverified += 1
        score.doubts.append(f"{case.id} label {label} is {_words(seen)}: {where}")
        return
    what = "wrong-kind" if expected and got else "missed" if expected else "false-alarm"
    score.disagreements.append(Disagreement(case.id, label, what, _words(seen), _words(told), where))


def _words(kinds: frozenset[str] | set[str]) -> str:
    return "+".join(sorted(kinds)) or "nothing"


def differs_without_verify_all(case: Case, plain: list[Finding], full: list[Finding]) -> list[Disagreement]:
    """What is bad must not depend on whether doubts are shown."""
    def bad(findings: list[Finding]) -> set[tuple[str, int, str]]:
        return {(f.at.file, f.at.line, f.kind) for f in findings if f.kind in BAD}

    return [
        Disagreement(case.id, "-", "VerifyAll-differs", "the same bad findings", f"{kind} with one only",
                     f"{file}:{line}")
        for file, line, kind in sorted(bad(plain) ^ bad(full))
    ]
