# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The requirement once more, as short as it can be said: what a request that
was seen on the wire is worth. It shares nothing with lib/Requirement, so that
each is a check of the other. docs/requirement.md is what both follow.
"""
from __future__ import annotations

import re

_TARGETS = re.compile(
    r"graph\.microsoft\.com|graph\.microsoft\.us|dod-graph\.microsoft\.us"
    r"|microsoftgraph\.chinacloudapi\.cn|graph\.microsoft\.de"
    r"|.+\.security\.microsoft\.com"
    r"|.+\.securitycenter\.(microsoft\.com|windows\.com|microsoft\.us|windows\.us)"
    r"|api-(gcc|gov)\.security\.microsoft\.us"
    r"|wdatp-alertexporter-(eu|us|uk)\.windows\.com",
    re.IGNORECASE,
)
_PORTALS = {"transition.security.microsoft.com", "mto.security.microsoft.com"}

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_COMPANY = r"[!#$%&'*+.^_`|~0-9A-Za-z]+"
_FORM = re.compile(f"MdePartner-{_COMPANY}-{_TOKEN}/{_TOKEN}")
# Left-over placeholders that happen to be made of token characters.
_PLACEHOLDER = re.compile(r"%[A-Z_]+%|%[-+ #0]*\d*(\.\d+)?(s|d|u|i|ld|lu|x)(?![0-9A-Fa-f])|%1(?!\d)")


def is_target(host: str) -> bool:
    name = host.rsplit(":", 1)[0].rstrip(".").lower()
    return bool(_TARGETS.fullmatch(name)) and name not in _PORTALS


def verdict(agents: list[str]) -> str:
    """Of a request to a target: `agents` are the values of its User-Agent
    headers, in order."""
    values = [agent.strip(" \t") for agent in agents]
    if not any(values):
        return "missing"
    if len(values) > 1 or not _FORM.fullmatch(values[0]) or _PLACEHOLDER.search(values[0]):
        return "malformed"
    return "compliant"
