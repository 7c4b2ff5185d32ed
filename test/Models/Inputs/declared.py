# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fails when a model names what the library's real headers do not declare.

declared.py MDE-IR CLANG SCRATCH

clang lists the qualified names of all that the headers declare; each function
and type of a model must be among them, and each constant must have its value.
"""
import os
import re
import subprocess
import sys

from headers import HEADERS, CXX, MODELS, run_clang

mde_ir, clang, scratch = sys.argv[1:]

# Declared by the library at other versions only than those installed here.
with open(os.path.join(os.path.dirname(__file__), "elsewhere.txt")) as file:
    ELSEWHERE = {name for line in file for name in line.split("#")[0].split()}
PREFIXES = [name[:-1] for name in ELSEWHERE if name.endswith("*")]


def without_template_arguments(name):
    """`std::map<K, V>::operator<<int>` -> `std::map::operator<<`."""
    operator = re.search(r"operator\W*$|operator(<<|<=>|<=|<|>>|>=|->|>)", name)
    kept, depth = "", 0
    head, tail = (name[:operator.start()], name[operator.start():]) if operator else (name, "")
    for c in head:
        depth += (c == "<") - (c == ">")
        if depth == 0 and c != ">":
            kept += c
    return kept + tail


INLINE = re.compile(r"\b(__cxx11|__1|_V2|v\d+|lts_\d+|literals|string_literals|string_view_literals|__cxx2017)::")


def declared(which, cache={}):
    if which not in cache:
        kind, flags, headers = HEADERS[which]
        listing = run_clang(clang, scratch, kind, flags, "".join(f"#include <{h}>\n" for h in headers), "-Xclang", "-ast-list")
        names = set()
        for line in listing.splitlines():
            line = INLINE.sub("", line.strip())
            names.add(line)
            names.add(without_template_arguments(line))
            if re.search(r"::operator [\w:]", line):
                names.add(re.sub(r"::operator [\w:].*", "::operator T", line))
        cache[which] = names
    return cache[which]


def models(option):
    out = subprocess.run([mde_ir, "models", option], stdout=subprocess.PIPE, text=True, check=True).stdout
    return [line.split(" ", 1) for line in out.splitlines()]


def known(name, sets):
    if name.startswith(("__builtin_", "mde::", *PREFIXES)) or name in ELSEWHERE or not set(sets) <= set(HEADERS):
        return True
    return any(name in declared(s) for s in sets)


# `{list,vector}::{push_back,push_front}` stands for members that not every one
# of the classes has: one of them must have it.
functions = models("--functions")
together = {}
for where, name in functions:
    together.setdefault((where, name.rpartition("::")[2]), []).append(name)

wrong = 0
for where, name in functions + [[w, n.split(" is ")[0].split("<")[0]] for w, n in models("--types")]:
    sets = MODELS.get(where.split(":")[0], CXX)
    scope, _, member = name.rpartition("::")
    others = together.get((where, member), [])
    if known(name, sets) or (known(scope, sets) and any(known(n, sets) for n in others)):
        continue
    print(f"{where}: {name} is not declared by {' or '.join(sets)}")
    wrong += 1

for where, constant in models("--constants"):
    name, value = constant.split()
    kind, flags, headers = HEADERS[MODELS[where][0]]
    run_clang(clang, scratch, kind, flags, "".join(f"#include <{h}>\n" for h in headers)
              + f'_Static_assert({name} == {value}, "{where} says {name} is {value}");\n')
print(f"{wrong} names are not declared")
sys.exit(wrong != 0)
