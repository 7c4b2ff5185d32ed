# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How the tests of test/libraries are compiled: read off their RUN lines."""
from __future__ import annotations

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_RUN = re.compile(r"RUN: %check-doors.* %s (?:.*? )?-- (.*)")
_DEFINE = re.compile(r"DEFINE: (%\{[^}]*\}) = (.*)")


def flags_of_test(test: Path) -> list[str] | None:
    """Those of its first RUN line that takes it through the doors; None if there is none,
    or if it takes more than a compiler."""
    text = test.read_text(errors="replace")
    found = _RUN.search(text)
    if not found:
        return None
    words = found.group(1)
    for name, value in reversed(_DEFINE.findall(text)):  # a later one may use those before
        words = words.replace(name, value)
    words = words.replace("%source", str(ROOT)).replace("%S", str(test.parent)).replace("%s", str(test))
    return None if "%" in words else shlex.split(words)
