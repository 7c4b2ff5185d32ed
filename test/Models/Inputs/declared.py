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

mde_ir, clang, scratch = sys.argv[1:]

# Sets of headers that are read together: flags, then what is included.
STD = """algorithm any array atomic charconv chrono condition_variable deque forward_list fstream
functional future iomanip ios iostream iterator list locale map memory mutex numeric optional queue ranges set
shared_mutex span sstream stack stop_token string string_view thread tuple unordered_map unordered_set
utility variant vector""".split()
C = """stdio.h stdlib.h string.h strings.h wchar.h wctype.h ctype.h time.h unistd.h locale.h sys/socket.h
arpa/inet.h pthread.h threads.h signal.h dlfcn.h malloc.h""".split()
HEADERS = {
    "libstdc++": ("c++", ["-std=c++20"], STD),
    "libstdc++, C++17": ("c++", ["-std=c++17"], sorted(set(STD) - {"ranges", "span", "stop_token"})),
    "libc++": ("c++", ["-std=c++23", "-stdlib=libc++"], STD + ["format"]),
    "C": ("c", ["-std=gnu17", "-D_GNU_SOURCE"], C),
    "libcurl": ("c", ["-std=gnu17"], ["curl/curl.h", "curl/mprintf.h"]),
    "fmt": ("c++", ["-std=c++20"], ["fmt/core.h", "fmt/format.h", "fmt/printf.h", "fmt/ranges.h",
                                    "fmt/compile.h", "fmt/xchar.h"]),
    "absl": ("c++", ["-std=c++20"], ["absl/strings/" + h for h in (
        "str_cat.h str_format.h str_join.h string_view.h match.h ascii.h strip.h str_replace.h "
        "substitute.h").split()]),
    "absl, C++14": ("c++", ["-std=c++14"], ["absl/strings/string_view.h"]),
    "boost": ("c++", ["-std=c++20"], ["boost/format.hpp", "boost/lexical_cast.hpp"]),
    "glib": ("c", ["-std=gnu17", "-isystem/usr/include/glib-2.0",
                   "-isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include"], ["glib.h", "gmodule.h", "glib/gprintf.h"]),
    "windows": ("c", ["--target=x86_64-w64-windows-gnu", "-isystem/usr/share/mingw-w64/include"],
                ["windows.h", "stdio.h", "stdlib.h", "string.h", "wchar.h", "strsafe.h"]),
}
if not os.path.exists("/usr/share/mingw-w64/include/windows.h"):
    print("not checked: names of Windows, whose headers are in the package mingw-w64-common")
    del HEADERS["windows"]
CXX = ["libstdc++", "libstdc++, C++17", "libc++"]
MODELS = {
    "libcurl.yaml": ["libcurl"],
    "c-string.yaml": ["C"],
    "c-threads.yaml": ["C"],
    "dl.yaml": ["C", "windows"],
    "windows-text.yaml": ["windows"],
    "fmt.yaml": ["fmt"],
    "absl.yaml": ["absl", "absl, C++14"],
    "boost-format.yaml": ["boost"],
    "glib.yaml": ["glib"],
}
# Declared by the library at other versions only than those installed here.
with open(os.path.join(os.path.dirname(__file__), "elsewhere.txt")) as file:
    ELSEWHERE = {name for line in file for name in line.split("#")[0].split()}


def run_clang(kind, flags, text, *more):
    source = os.path.join(scratch, "headers." + ("c" if kind == "c" else "cpp"))
    with open(source, "w") as file:
        file.write(text)
    done = subprocess.run([clang, "-x", kind, "-w", "-fsyntax-only", *flags, *more, source],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"The headers could not be read; does scripts/packages.sh list them?\n{done.stderr[:4000]}")
    return done.stdout


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
        listing = run_clang(kind, flags, "".join(f"#include <{h}>\n" for h in headers), "-Xclang", "-ast-list")
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
    if name.startswith(("__builtin_", "mde::")) or name in ELSEWHERE or not set(sets) <= set(HEADERS):
        return True
    return any(name in declared(s) for s in sets)


# `{list,vector}::{push_back,push_front}` stands for members that not every one
# of the classes has: one of them must have it.
functions = models("--functions")
together = {}
for where, name in functions:
    together.setdefault((where, name.rpartition("::")[2]), []).append(name)

wrong = 0
for where, name in functions + [[w, n.split(" is ")[0]] for w, n in models("--types")]:
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
    run_clang(kind, flags, "".join(f"#include <{h}>\n" for h in headers)
              + f'_Static_assert({name} == {value}, "{where} says {name} is {value}");\n')
print(f"{wrong} names are not declared")
sys.exit(wrong != 0)
