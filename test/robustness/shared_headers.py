#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Does it change anything when units share precompiled headers?

    test/robustness/shared_headers.py build/bin/mde-audit          # tests of heavy libraries, and examples
    test/robustness/shared_headers.py build/bin/mde-audit A.cpp... # these, with the flags of their RUN lines

Captures each file twice as a whole and twice with shared headers, and compares what is
kept of them byte for byte: a unit's name in the cache is made of all that was looked at
for it. Prints the files that differ, and how many units took shared headers; ends with 1
if any differs.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from run_lines import ROOT, flags_of_test

HEAVY = ["cpprestsdk", "boost-beast", "poco", "qt", "cpp-httplib", "wxwidgets", "libcurl", "libsoup", "cpr", "curlpp"]


def flags(path):
    """Of a test, or what an example takes."""
    found = flags_of_test(Path(path))
    return found if found is not None else [] if path.endswith(".c") else ["-std=c++20"]


def sources():
    for library in HEAVY:
        yield from sorted(glob.glob(f"{ROOT}/test/libraries/{library}/*.c") + glob.glob(f"{ROOT}/test/libraries/{library}/*.cpp"))
    for suffix in ("c", "cpp"):
        yield from sorted(glob.glob(f"{ROOT}/examples/**/*.{suffix}", recursive=True))


def units(cache):
    return {os.path.basename(p): open(p, "rb").read() for p in glob.glob(f"{cache}/*.unit")}


def main():
    tool, *files = sys.argv[1:]
    tool = os.path.abspath(tool)
    differ = shared = count = 0
    for path in files or sources():
        path = os.path.abspath(path)
        with tempfile.TemporaryDirectory() as folder:
            entries = [{"directory": os.path.dirname(path), "file": path,
                        "arguments": ["clang" if path.endswith(".c") else "clang++", *flags(path), "-c", path, "-o", name]} for name in ("one.o", "other.o")]
            with open(f"{folder}/compile_commands.json", "w") as file:
                json.dump(entries, file)
            run = [tool, "--parse-all", "--quiet", "--statistics", "--suppressions=/dev/null", "-p", folder]
            for options in (["--cache=whole", "--no-shared-headers"], ["--cache=shared"]):
                result = subprocess.run(run + options, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                if result.returncode not in (0, 1, 3):
                    sys.exit(f"{path}: {result.stderr}")
            count += 1
            took = "units that shared headers: 2" in result.stderr
            shared += took
            same = units(f"{folder}/whole") == units(f"{folder}/shared")
            differ += not same
            if not same or os.environ.get("VERBOSE"):
                print(os.path.relpath(path, ROOT), "is the same" if same else "DIFFERS", "(shared)" if took else "(not shared)", flush=True)
    print(f"{count} files, {shared} of them with shared headers: {differ} differ")
    sys.exit(differ != 0)


if __name__ == "__main__":
    main()
