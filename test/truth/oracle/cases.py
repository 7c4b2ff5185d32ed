# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cases: programs whose requests carry labels.

A label is the text `L_name` in the path or query of a request. In the source,
comments `label: name` (several with commas) mark the lines at which a finding
about that request stands or has a note. Lines `TRUTH: key words` at the head of
a case's first file configure it; `_SETTINGS` lists the keys.
"""
from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = ROOT / "include"
_SUFFIXES = (".c", ".cpp")
_SETTINGS = {
    "outcomes": "`transfer` and `status`: these outcomes of a transfer are choices, too",
    "flags": "more flags for compiler and checker",
}
_MARK = re.compile(r"label:\s*([a-z0-9_]+(?:\s*,\s*[a-z0-9_]+)*)")
_SETTING = re.compile(r"TRUTH:\s*([a-z]+)\s+(.*?)\s*(?:\*/)?\s*$")


class CaseError(Exception):
    """What is wrong with a case, as a sentence."""


class TooManyWays(CaseError):
    """There are more ways to run it than are tried."""


@dataclass(frozen=True)
class Line:
    file: str  # without its folder
    line: int


@dataclass(frozen=True)
class Library:
    """What programs that use a library are built with."""

    link: tuple[str, ...]
    outcomes: str | None = None  # the source in support/ that makes outcomes choices
    wrapped: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()  # for compiler and checker
    default_agent: str = ""  # a regular expression: what goes out when the program sets none
    checked_with: tuple[str, ...] = ()  # flags for the checker only
    windows: bool = False  # built with mingw-w64, run by Wine


_GLIB = ("-isystem", "/usr/include/glib-2.0", "-isystem", "/usr/lib/x86_64-linux-gnu/glib-2.0/include")


def _qt(version: int) -> Library:
    top = f"/usr/include/x86_64-linux-gnu/qt{version}"
    flags = ["-fPIC", *(flag for part in ("", "/QtCore", "/QtNetwork") for flag in ("-isystem", top + part))]
    return Library((f"-lQt{version}Network", f"-lQt{version}Core"), flags=tuple(flags), default_agent=r"Mozilla/5\.0")


_JUCE = ("-w", "-DJUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1", "-DJUCE_STANDALONE_APPLICATION=1", "-DNDEBUG",
         "-isystem", "/usr/share/juce/modules")

LIBRARIES = {
    "libcurl": Library(("-lcurl", "-lpthread"), "libcurl_outcomes.c",
                       ("curl_easy_perform", "curl_easy_getinfo")),
    "cpp-httplib": Library(("-lcpp-httplib", "-lssl", "-lcrypto", "-lpthread"),
                           flags=("-DCPPHTTPLIB_OPENSSL_SUPPORT",), default_agent=r"cpp-httplib/[\d.]+"),
    "libsoup": Library(("-lsoup-3.0", "-lgio-2.0", "-lgobject-2.0", "-lglib-2.0"),
                       flags=("-isystem", "/usr/include/libsoup-3.0", *_GLIB)),
    "libsoup-2": Library(("-lsoup-2.4", "-lgio-2.0", "-lgobject-2.0", "-lglib-2.0"),
                         flags=("-isystem", "/usr/include/libsoup-2.4", "-isystem", "/usr/include/libxml2", *_GLIB)),
    "neon": Library(("-lneon",)),
    "sockets": Library(("-lssl", "-lcrypto")),
    "libevent": Library(("-levent",)),
    "serf": Library(("-lserf-1", "-laprutil-1", "-lapr-1"), flags=("-isystem", "/usr/include/apr-1.0")),
    "pistache": Library(("-lpistache", "-lpthread"), default_agent=r"pistache/[\d.]+",
                        checked_with=("-fdelayed-template-parsing",)),
    # Its modules are sources that programs build in.
    "juce": Library((*_JUCE, "/usr/share/juce/modules/juce_core/juce_core.cpp", "-lcurl", "-lz", "-ldl", "-lpthread", "-lrt"),
                    flags=_JUCE, default_agent=r"(curl|JUCE)/[\d.]+"),
    "boost-beast": Library(("-lssl", "-lcrypto", "-lpthread")),
    "cpprestsdk": Library(("-lcpprest", "-lboost_system", "-lssl", "-lcrypto", "-lpthread"), flags=("-w",),
                          default_agent=r"cpprestsdk/[\d.]+"),
    "curlpp": Library(("-lcurlpp", "-lcurl")),
    "winhttp": Library(("-static", "-lwinhttp", "-lpthread"), windows=True),
    "wininet": Library(("-static", "-lwininet", "-lpthread"), windows=True),
    "qt5": _qt(5),
    "qt6": _qt(6),
    "poco": Library(("-lPocoNetSSL", "-lPocoNet", "-lPocoCrypto", "-lPocoUtil", "-lPocoFoundation", "-lssl", "-lcrypto"),
                    default_agent=r"poco/[\d.]+"),
    "wxwidgets": Library(("-lwx_baseu_net-3.2", "-lwx_baseu-3.2"), flags=(
        "-D__WXGTK__", "-D_FILE_OFFSET_BITS=64", "-isystem", "/usr/include/wx-3.2",
        "-isystem", "/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2"), default_agent=r"wxWidgets [\d.]+"),
}


@dataclass(frozen=True)
class Case:
    library: str
    name: str
    sources: tuple[Path, ...]
    files: tuple[Path, ...]  # sources and headers
    flags: tuple[str, ...] = ()
    outcomes: str = ""
    labels: dict[Line, tuple[str, ...]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"{self.library}/{self.name}"

    @property
    def all_labels(self) -> list[str]:
        return sorted({label for labels in self.labels.values() for label in labels})

    @property
    def one_file(self) -> bool:
        return len(self.sources) == 1

    def language_flags(self, source: Path) -> list[str]:
        standard = "-std=c17" if source.suffix == ".c" else "-std=c++20"
        defines = ["-D_GNU_SOURCE"] if source.suffix == ".c" else []
        flags = LIBRARIES[self.library].flags
        return [standard, *defines, *flags, *self.flags, "-isystem", str(INCLUDE)]

    def checker_flags(self, source: Path) -> list[str]:
        target = ["--target=x86_64-w64-mingw32"] if self.windows else []
        return [*target, *self.language_flags(source), *LIBRARIES[self.library].checked_with]

    @property
    def windows(self) -> bool:
        return LIBRARIES[self.library].windows

    def hash(self) -> str:
        """Of all that decides what the program sends."""
        digest = hashlib.sha256()
        for file in self.files:
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
        return digest.hexdigest()[:16]


def read_case(library: str, path: Path) -> Case:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    sources = [file for file in files if file.suffix in _SUFFIXES]
    if not sources:
        raise CaseError(f"{path} holds no .c or .cpp file.")
    settings: dict[str, str] = {}
    for line in sources[0].read_text().splitlines()[:8]:
        if found := _SETTING.search(line):
            if found.group(1) not in _SETTINGS:
                raise CaseError(f"{path} has the setting '{found.group(1)}'; there are {', '.join(_SETTINGS)}.")
            settings[found.group(1)] = found.group(2)
    labels: dict[Line, tuple[str, ...]] = {}
    for file in files:
        for number, line in enumerate(file.read_text().splitlines(), 1):
            if found := _MARK.search(line):
                labels[Line(file.name, number)] = tuple(re.split(r"\s*,\s*", found.group(1)))
    return Case(library, path.stem, tuple(sources), tuple(files), tuple(settings.get("flags", "").split()),
                settings.get("outcomes", ""), labels)


def find_cases(names: list[str]) -> list[Case]:
    """All cases, or those whose id contains one of the names."""
    cases = []
    for library in LIBRARIES:
        for path in sorted((ROOT / "cases" / library).iterdir()):
            if path.is_dir() or path.suffix in _SUFFIXES:
                case = read_case(library, path)
                if not names or any(name in case.id for name in names):
                    cases.append(case)
    return cases
