#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs mde-user-agent on a file through every door and compares each answer
with the CHECK lines of the file.

    // RUN: %check-doors %s -- -std=c++17

A file without any CHECK line is a safe one: no door may say anything. Where
there are CHECK lines, every warning and error must be among them.

Options before `--` (the rest are compile flags):
  --checks=LIST     instead of -*,mde-user-agent
  --config=YAML     given to clang-tidy
  --prefix=NAME     FileCheck's prefix, in place of CHECK
  --doors=A,B       only these of mde-tidy, plugin, plugin-19
  --fix             apply the fix-its to a copy and compare the copy with the
                    lines CHECK-FIXES (NAME-FIXES with a prefix)
"""
import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys


def parse_arguments():
    own, flags = sys.argv[1:], []
    if "--" in own:
        at = own.index("--")
        own, flags = own[:at], own[at + 1 :]
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--filecheck", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--door", action="append", default=[], metavar="NAME=PROGRAM[,PLUGIN]")
    parser.add_argument("--doors")
    parser.add_argument("--checks", default="-*,mde-user-agent")
    parser.add_argument("--config", default="{}")
    parser.add_argument("--prefix", default="CHECK")
    parser.add_argument("--fix", action="store_true")
    options = parser.parse_args(own)
    options.flags = flags
    return options


def command_of(door):
    """NAME=PROGRAM[,PLUGIN] -> the name and the start of the command line. A
    door that isn't there fails the test: nothing must pass unchecked."""
    name, _, rest = door.partition("=")
    program, _, plugin = rest.partition(",")
    for path in filter(None, (program, plugin)):
        if not os.path.exists(path):
            sys.exit(f"check-doors: the door {name} is missing: there is no {path}; build it first.")
    return name, [program] + ([f"--load={plugin}"] if plugin else [])


def has_lines(path, prefix):
    """Whether FileCheck would see a line of this prefix in the file."""
    own = rf"(?<![\w-]){re.escape(prefix)}"
    suffix = r"(-(NEXT|SAME|NOT|DAG|LABEL|EMPTY|COUNT-\d+))?(\{\w+\})?"
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    if re.search(own + suffix + ":", text):
        return True
    # A misspelt line must not turn the file into a safe one.
    odd = re.search(own + r"[\w-]*\s*:", text)
    if odd and not odd.group().startswith(prefix + "-FIXES"):
        sys.exit(f"check-doors: {path}: '{odd.group()}' looks like a {prefix} line but FileCheck knows no such line.")
    return False


def without_snippets(output):
    """Drops the source lines that clang shows under a message: they repeat the
    file, CHECK lines included."""
    return "\n".join(line for line in output.splitlines() if not re.match(r"\s*\d* \| ", line + " "))


class Failures:
    def __init__(self):
        self.count = 0

    def add(self, door, command, what, output):
        self.count += 1
        print(f"check-doors: {door}: {what}")
        print(f"  command: {shlex.join(command)}")
        print("  output:")
        for line in output.splitlines() or ["(nothing)"]:
            print(f"  | {line}")


def filecheck(options, file, prefix, text, *extra):
    command = [options.filecheck, file, f"--check-prefix={prefix}", "--allow-empty", "--dump-input=never", *extra]
    return subprocess.run(command, input=text, capture_output=True, text=True)


def main():
    options = parse_arguments()
    doors = [command_of(door) for door in options.door]
    if options.doors:
        wanted = options.doors.split(",")
        unknown = set(wanted) - {"mde-tidy", "plugin", "plugin-19"}
        if unknown:
            sys.exit(f"check-doors: there is no door {', '.join(sorted(unknown))}; there are mde-tidy, plugin and plugin-19.")
        doors = [door for door in doors if door[0] in wanted]
    if not doors:
        sys.exit("check-doors: there is no door to check: this build has none of those that the test names.")

    failures = Failures()
    expects = has_lines(options.file, options.prefix)
    expects_fixes = has_lines(options.file, options.prefix + "-FIXES")
    if options.fix and not expects_fixes:
        sys.exit(f"check-doors: --fix is given but the file has no line {options.prefix}-FIXES.")
    os.makedirs(options.scratch, exist_ok=True)

    for name, start in doors:
        source = options.file
        if options.fix:
            source = os.path.join(options.scratch, name + "-" + os.path.basename(options.file))
            shutil.copyfile(options.file, source)
            os.chmod(source, 0o644)
        command = start + [f"--checks={options.checks}", f"--config={options.config}", "--quiet"]
        command += ["--fix"] if options.fix else []
        command += [source, "--", *options.flags]
        ran = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        output = ran.stdout + ran.stderr
        if ran.returncode < 0 or ran.returncode > 1:
            failures.add(name, command, f"ended with status {ran.returncode}", output)
            continue

        messages = without_snippets(output)
        if expects:
            checked = filecheck(options, options.file, options.prefix, messages,
                                "--implicit-check-not=warning:", "--implicit-check-not=error:")
            if checked.returncode:
                failures.add(name, command, f"its answer is not what the {options.prefix} lines say", output)
                print(checked.stderr)
        elif re.search(r"warning:|error:", messages):
            failures.add(name, command, f"it says something, but the file has no {options.prefix} line", output)
        elif ran.returncode:
            failures.add(name, command, f"says nothing and ends with status {ran.returncode}", output)

        if options.fix:
            # The expectations themselves must not satisfy the expectations.
            with open(source, encoding="utf-8") as file:
                fixed = re.sub(rf"//.*{re.escape(options.prefix)}.*", "//", file.read())
            checked = filecheck(options, options.file, options.prefix + "-FIXES", fixed)
            if checked.returncode:
                failures.add(name, command, f"the fixed file is not what the {options.prefix}-FIXES lines say", fixed)
                print(checked.stderr)
    return 1 if failures.count else 0


if __name__ == "__main__":
    sys.exit(main())
