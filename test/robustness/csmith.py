#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Captures and runs random C programs that csmith writes: deep expressions, structs with
bit-fields, unions, arrays of arrays, pointers to pointers, jumps into nowhere.

    csmith.py --build=DIR [--sample=N] [--seed=N] [--keep=DIR]

csmith is a package of Debian (apt-get install csmith). The first program has the seed
that is printed, the next ones those that follow. As with gcc_suite.py nothing is
executed, and the exit code is 0 unless something crashed or did not come to an end.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

import odd_sources


def main():
    options = odd_sources.arguments(__doc__, sample=100).parse_args()
    headers = glob.glob("/usr/include/csmith*") + glob.glob("/usr/include/*/csmith*")
    if not shutil.which("csmith") or not headers:
        sys.exit("csmith.py: csmith is not installed: apt-get install csmith")
    include = headers[0] if os.path.isdir(headers[0]) else os.path.dirname(headers[0])
    print(f"{options.sample} programs, --seed={options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        programs = []
        for seed in range(options.seed, options.seed + options.sample):
            name = f"csmith-{seed}.c"
            file = os.path.join(scratch, name)
            subprocess.run(["csmith", "--seed", str(seed), "--output", file], check=True, cwd=scratch,
                           stdout=subprocess.DEVNULL)
            programs.append((name, file, ["-std=gnu17", "-w", "-I", include]))
        status = odd_sources.survey(programs, options, scratch)
    sys.exit(status)


if __name__ == "__main__":
    main()
