# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Models with one rule changed: what mutate.py tries."""
from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Union

import yaml

# A mapping, a sequence, or a scalar as it may stand between the brackets of YAML's
# flow style: `{set: $url, of: arg0, to: text(arg1)}`.
Tree = Union[dict, list, str]
_PLAIN = re.compile(r"[^\s,\[\]{}:#&*!|>'\"%@`-][^,\[\]{}:#]*")
_ARGUMENT = re.compile(r"\barg(\d)\b")
_FLAGS = ("copy", "key", "multi", "set", "sorted")
_OTHER_WAYS = {"replace": ["keep", "add"], "keep": ["replace"], "add": ["replace"]}


@dataclass(frozen=True)
class Mutant:
    file: str  # of lib/Models
    line: int  # where the changed entry begins
    names: tuple[str, ...]  # of the functions that it describes; () for what holds of the library
    what: str
    text: str  # the whole file

    def __str__(self) -> str:
        about = self.names[0] + (", ..." if len(self.names) > 1 else "") if self.names else "the library"
        return f"{self.file}:{self.line} {about}: {self.what}"


def _end(node: yaml.Node) -> int:
    """Where it ends: what PyYAML says of a block includes the comments behind it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return node.end_mark.index


def _tree(node: yaml.Node, source: str) -> Tree:
    if isinstance(node, yaml.MappingNode):
        return {_tree(key, source): _tree(value, source) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item, source) for item in node.value]
    if node.style is None and not _PLAIN.fullmatch(node.value) and not re.fullmatch(r"-?\d+", node.value):
        return json.dumps(node.value)
    return source[node.start_mark.index : node.end_mark.index]


def _flow(tree: Tree) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(_flow(item) for item in tree) + "]"
    return tree


def _changed(tree: dict, path: list[object], value: Tree | None) -> dict:
    """With what lies at `path` replaced, or taken out."""
    made = copy.deepcopy(tree)
    at: object = made
    for step in path[:-1]:
        at = at[step]  # type: ignore[index]
    if value is None:
        del at[path[-1]]  # type: ignore[attr-defined]
    else:
        at[path[-1]] = value  # type: ignore[index]
    return made


def _steps(entry: dict) -> Iterator[tuple[str, dict]]:
    steps = entry.get("do", [])
    for i, step in enumerate(steps):
        name = _flow(step)
        yield f"{name} is left out", _changed(entry, ["do"] if len(steps) == 1 else ["do", i], None)
        for other in _OTHER_WAYS.get(step.get("duplicate", ""), []):
            yield f"{name} with duplicate: {other}", _changed(entry, ["do", i, "duplicate"], other)
        for key in ("unless", "if"):
            if key in step:
                yield f"{name} without `{key}`", _changed(entry, ["do", i, key], None)
        if step.get("when") in ("now", "later"):
            other = "later" if step["when"] == "now" else "now"
            yield f"{name} {other}", _changed(entry, ["do", i, "when"], other)
        for key, value in step.items():
            if isinstance(value, str) and (found := _ARGUMENT.search(value)):
                other = value[: found.start()] + f"arg{int(found.group(1)) + 1}" + value[found.end() :]
                yield f"{name} with {key}: {other}", _changed(entry, ["do", i, key], other)


def _calls(entry: dict) -> Iterator[tuple[str, dict | None]]:
    yield "the entry is left out", None
    yield from _steps(entry)
    for key in ("returns", "via", "fix"):
        if key in entry:
            yield f"without `{key}`", _changed(entry, [key], None)
    if isinstance(entry.get("returns"), str) and (found := _ARGUMENT.search(entry["returns"])):
        value = entry["returns"]
        other = value[: found.start()] + f"arg{int(found.group(1)) + 1}" + value[found.end() :]
        yield f"returns {other}", _changed(entry, ["returns"], other)
    conditions = entry.get("when", {})
    for key in conditions:
        path: list[object] = ["when"] if len(conditions) == 1 else ["when", key]
        yield f"whatever {key} is", _changed(entry, path, None)


def _types(entry: dict) -> Iterator[tuple[str, dict | None]]:
    yield "the type is left out", None
    for key in _FLAGS:
        if key in entry:
            yield f"without `{key}: {entry[key]}`", _changed(entry, [key], None)


def _library(key: str, value: Tree) -> Iterator[tuple[str, Tree]]:
    if key == "default-user-agent":
        other = "Mutant/1.0" if value == "none" else "none"
        yield f"default-user-agent: {other}", other
    if key == "empty-header":
        other = "is-sent" if value == "removes" else "removes"
        yield f"empty-header: {other}", other
    if key == "user-agent" and isinstance(value, list):
        for i, source in enumerate(value):
            if len(value) > 1:
                yield f"user-agent without {_flow(source)}", value[:i] + value[i + 1 :]
            if isinstance(source, dict):
                plain = next(iter(source.values()))
                yield f"user-agent: {_flow(plain)} for {_flow(source)}", value[:i] + [plain] + value[i + 1 :]
        if len(value) > 1 and all(isinstance(source, str) for source in value):
            yield "user-agent the other way round", value[::-1]


def _names(entry: dict) -> tuple[str, ...]:
    names = entry.get("names", entry.get("name", []))
    return tuple(name.strip("'\"") for name in ([names] if isinstance(names, str) else names))


def mutants_of(file: Path) -> list[Mutant]:
    source = file.read_text()
    found: list[Mutant] = []

    def add(node: yaml.Node, begin: int, changed: Tree | None, names: tuple[str, ...], what: str) -> None:
        end = _end(node)
        text = source[:begin] + ("" if changed is None else _flow(changed)) + source[end:]
        found.append(Mutant(file.name, node.start_mark.line + 1, names, what, text))

    for key, value in yaml.compose(source, yaml.SafeLoader).value:
        if key.value in ("calls", "types", "variables"):
            for item in value.value:
                entry = _tree(item, source)
                assert isinstance(entry, dict)
                names = _names(entry) if key.value == "calls" else ()
                kind = _types if key.value == "types" else _calls
                for what, changed in kind(entry):
                    begin = item.start_mark.index
                    if changed is None:  # with its dash
                        begin = source.rindex("-", 0, begin)
                    whose = what if names else f"{_names(entry)[0]}: {what}"
                    add(item, begin, changed, names, whose)
        else:
            for what, changed in _library(key.value, _tree(value, source)):
                add(value, value.start_mark.index, changed, (), what)
    return found
