"""Feeds broken units to `mde-ir print`: it must print a unit or an error."""
import random
import subprocess
import sys

program, seed = sys.argv[1:]
text = open(seed, "rb").read()
header = b'mdeir 1\nunit "a"\n'
chance = random.Random(1)

inputs = [text[:n] for n in range(0, len(text), 211)]
inputs += [
    header + b"declare \"f\" returns " + b"ptr " * 100000 + b"int",
    header + b"declare \"f\" " + b"params (" * 100000,
    header + b"\"" + b"\\" * 100000,
    header + b"function \"f\"\nblock 0:\n  ret " + b"-" * 100000,
    header + b"function \"f\"\nblock 0:\n  %1 = call " + b"(" * 100000,
    b"\0" * 1000,
    b"\xff\xfe" + text.decode().encode("utf-16-le"),
    bytes(range(256)) * 10,
]
for _ in range(40):
    broken = bytearray(text)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(broken))
        kind = chance.randrange(3)
        if kind == 0:
            broken[at] = chance.randrange(256)
        elif kind == 1:
            del broken[at : at + chance.randrange(1, 9)]
        else:
            start = chance.randrange(len(broken))
            broken[at:at] = broken[start : start + 20]
    inputs.append(bytes(broken))

for number, data in enumerate(inputs):
    run = subprocess.run([program, "print", "-"], input=data, capture_output=True, timeout=60)
    if run.returncode not in (0, 1) or (run.returncode == 1) != bool(run.stderr):
        sys.exit(f"input {number}: exit code {run.returncode}\n{data[:2000]!r}\n{run.stderr[-4000:]!r}")
