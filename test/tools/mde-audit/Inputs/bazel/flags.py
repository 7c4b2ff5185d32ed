# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# flags.py AQUERY: compares the flags of Bazel's compilations with those of captures, in
# what `bazel aquery --output=jsonproto` printed. Says what differs, or how many are equal.
import collections
import json
import sys


def compiled(arguments):
    """Without what says where the object goes, and how the code is made."""
    flags, at = [], 1
    while at < len(arguments):
        one = arguments[at]
        if one in ("-MF", "-o", "-c"):
            at += 1
        elif one not in ("-MD", "-fPIC") and not one.startswith("-frandom-seed="):
            flags.append(one)
        at += 1
    return flags


def captured(arguments):
    return arguments[arguments.index("--") + 1:]


with open(sys.argv[1]) as file:
    found = json.load(file)
flags = collections.defaultdict(lambda: collections.defaultdict(list))
for action in found["actions"]:
    own = action["arguments"]
    if action["mnemonic"] == "CppCompile":
        flags[own[own.index("-c") + 1]]["Bazel"].append(compiled(own))
    else:
        flags[own[own.index("-o") + 2]]["capture"].append(captured(own))
for source, both in sorted(flags.items()):
    if not both["Bazel"]:
        print("not compiled:", source)
    elif sorted(both["Bazel"]) != sorted(both["capture"]):
        sys.exit(f"{source}:\n  {both['Bazel']}\n  {both['capture']}")
    else:
        print("the same:", source, len(both["Bazel"]))
