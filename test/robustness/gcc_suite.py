#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Captures and runs a random sample of GCC's own tests: odd C and C++, broken on
purpose often enough.

    gcc_suite.py --build=DIR [--sample=N] [--seed=N] [--archive=TAR] [--keep=DIR]

The files come from Debian's gcc-12-source (apt-get install gcc-12-source): C and C++ of
g++.dg, gcc.dg and c-torture. Each is captured with all functions, then run, with limits
of time and memory for each step. Nothing is executed. Printed are the seed, what ended
how, and what was lowered as unknown, by reason. Exit code: 0 unless something crashed or
did not come to an end. --keep copies such sources into DIR.
"""
import os
import random
import re
import sys
import tarfile
import tempfile

import odd_sources

SUITES = re.compile(r"^[^/]+/gcc/testsuite/(g\+\+\.dg|gcc\.dg|gcc\.c-torture)/.*\.(c|cc|C|cpp)$")


def unpack(archive, folder):
    """All files: sources include headers beside them."""
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and "/gcc/testsuite/" in member.name and ".." not in member.name:
                tar.extract(member, folder, filter="data") if hasattr(tarfile, "data_filter") else tar.extract(member, folder)


def sources(folder):
    found = []
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            name = os.path.relpath(os.path.join(parent, file), folder)
            if SUITES.match(name):
                found.append(name)
    return found


def flags_of(name):
    plus = not name.endswith(".c")
    return ["-x", "c++" if plus else "c", "-std=gnu++20" if plus else "-std=gnu17", "-w", "-ferror-limit=0"]


def archive_of(options):
    if options.archive:
        return options.archive
    folder = "/usr/src/gcc-12"
    found = [f for f in os.listdir(folder) if f.startswith("gcc-12")] if os.path.isdir(folder) else []
    if not found:
        sys.exit(f"gcc_suite.py: there is no {folder}/gcc-12*.tar.xz: apt-get install gcc-12-source, or say --archive")
    return os.path.join(folder, found[0])


def main():
    parser = odd_sources.arguments(__doc__, sample=1000)
    parser.add_argument("--archive")
    parser.add_argument("--unpacked", help="where the archive is or will be unpacked; default: for this run only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.unpacked or os.path.join(scratch, "suite")
        if not os.path.isdir(folder):
            unpack(archive_of(options), folder)
        names = sources(folder)
        chosen = random.Random(options.seed).sample(names, min(options.sample, len(names)))
        print(f"{len(chosen)} of {len(names)} files, --seed={options.seed}", flush=True)
        status = odd_sources.survey(((name.split("/testsuite/")[1], os.path.join(folder, name), flags_of(name)) for name in chosen),
                                    options, scratch)
    sys.exit(status)


if __name__ == "__main__":
    main()
