"""Feeds broken models to `mde-ir models --check`: it must load one or say what is wrong."""
import random
import subprocess
import sys

program, seed = sys.argv[1:]
text = open(seed, "rb").read()
chance = random.Random(1)
call = b"library: x\ncalls:\n  - {name: f, returns: "

inputs = [text[:n] for n in range(0, len(text), 997)]
inputs += [
    b"",
    b"library: " + b"[" * 100000,
    b"library: " + b"{a: " * 100000,
    b"- " * 100000,
    b"? " * 100000,
    b"library: x\n" + b"".join(b" " * n + b"a:\n" for n in range(3000)),
    call + b"'" + b"not(" * 100000 + b"'}",
    call + b"arg0" + b".a" * 100000 + b"}",
    call + b'"' + b"\\" * 99999 + b'"}',
    b"library: x\ncalls:\n  - {name: '" + b"{a,b}" * 30 + b"'}",
    b"\0" * 1000,
    b"\xff\xfe" + text.decode().encode("utf-16-le"),
    bytes(range(1, 256)) * 10,
]
for _ in range(60):
    broken = bytearray(text[:6000])
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
    run = subprocess.run([program, "models", "--check=-"], input=data, capture_output=True, timeout=60)
    if run.returncode not in (0, 1) or (run.returncode == 1) != bool(run.stderr):
        sys.exit(f"input {number}: exit code {run.returncode}\n{data[:2000]!r}\n{run.stderr[-4000:]!r}")
