# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""known.txt: disagreements that are known, each with its reason:

    libcurl/retry label missed: why
"""
from __future__ import annotations

import re
from pathlib import Path

from .cases import CaseError

Key = tuple[str, str, str]  # case, label, what
_ENTRY = re.compile(r"(\S+) (\S+) ([\w-]+): (\S.*)")


def read(path: Path) -> dict[Key, str]:
    known: dict[Key, str] = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _ENTRY.fullmatch(line)
        if not match:
            raise CaseError(f"{path}:{number} is not of the form 'case label what: reason'.")
        known[(match.group(1), match.group(2), match.group(3))] = match.group(4)
    return known
