# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes a random program that shows something as small as it can."""
from __future__ import annotations

import copy
from typing import Callable, Iterator

from .program import Program, Stmt

_MOST_TRIES = 150


def _lists(body: list[Stmt]) -> Iterator[list[Stmt]]:
    """A body and all blocks within, outer ones first."""
    yield body
    for stmt in body:
        for block in stmt.blocks:
            yield from _lists(block)


def _all_lists(program: Program) -> list[list[Stmt]]:
    return [block for body in program.bodies() for block in _lists(body)]


def _without(program: Program, block: int, first: int, count: int) -> Program:
    smaller = copy.deepcopy(program)
    del _all_lists(smaller)[block][first : first + count]
    return smaller


def _unwrapped(program: Program, block: int, index: int, kept: int) -> Program:
    smaller = copy.deepcopy(program)
    statements = _all_lists(smaller)[block]
    statements[index : index + 1] = statements[index].blocks[kept]
    return smaller


def _smaller(program: Program) -> Iterator[Program]:
    """The programs one step smaller, the biggest steps first."""
    lists = _all_lists(program)
    sizes = sorted({size for statements in lists for size in _halves(len(statements))}, reverse=True)
    for size in sizes:
        for block, statements in enumerate(lists):
            if size > len(statements):
                continue
            for first in range(0, len(statements), size):
                yield _without(program, block, first, size)
    for block, statements in enumerate(lists):
        for index, stmt in enumerate(statements):
            for kept in range(len(stmt.blocks) if stmt.frame else 0):
                yield _unwrapped(program, block, index, kept)


def _halves(length: int) -> Iterator[int]:
    while length > 0:
        yield length
        length //= 2


def reduce(program: Program, shows: Callable[[Program], bool]) -> Program:
    """`shows` says whether a program still shows what it is about."""
    tries = 0
    progress = True
    while progress:
        progress = False
        for smaller in _smaller(program):
            tries += 1
            if tries > _MOST_TRIES:
                return program
            if shows(smaller):
                program, progress = smaller, True
                break
    return program
