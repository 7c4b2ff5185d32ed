#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Opens files in an editor with mde-clangd and compares what it shows with what
mde-tidy says of the same files.

    editor_and_ci.py MDE-CLANGD MDE-TIDY [--subset] FILE... [-- FLAG...]

An editor shows nothing in a header, so mde-tidy is told not to either. Prints how
many findings there are, and each that only one of the two has; with
--subset only those that the editor alone has. Exit code: 0 when there is none.
"""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import lsp

LINE = re.compile(r"(?P<file>[^:\n]+):(?P<line>\d+):(?P<col>\d+): (?P<kind>warning|error|note): (?P<text>.*)")
NAME = " [mde-user-agent]"


def plain(text):
    """clangd begins with a capital and says that there is a fix."""
    text = text.rstrip().removesuffix(" (fix available)")
    return text[:1].lower() + text[1:]


def in_ci(mde_tidy, file, flags):
    out = subprocess.run([mde_tidy, "--quiet", "--header-filter=^$", file, "--", *flags], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, text=True).stdout
    findings, last = [], None
    for line in out.splitlines():
        m = LINE.fullmatch(line)
        if not m:
            continue
        here = f"{m['line']}:{m['col']}: "
        if m["kind"] == "note":
            if last is not None:
                last.append(os.path.basename(m["file"]) + ":" + here + plain(m["text"]))
        elif m["text"].endswith(NAME) and os.path.realpath(m["file"]) == os.path.realpath(file):
            last = [here + plain(m["text"].removesuffix(NAME))]
            findings.append(last)
        else:
            last = None
    return {tuple(f) for f in findings}


def in_editor(editor, file):
    name = os.path.relpath(os.path.realpath(file), editor.root)
    editor.show_one(name)
    findings = set()
    for d in editor.shown.get(name, []):
        if d.get("code") != "mde-user-agent":
            continue
        found = [lsp.place(d["range"]["start"]) + ": " + plain(d["message"])]
        for r in d.get("relatedInformation", []):
            found.append(os.path.basename(r["location"]["uri"]) + ":" +
                         lsp.place(r["location"]["range"]["start"]) + ": " + plain(r["message"]))
        findings.add(tuple(found))
    return findings


def main():
    mde_clangd, mde_tidy, *rest = sys.argv[1:]
    split = rest.index("--") if "--" in rest else len(rest)
    files, flags = rest[:split], rest[split + 1:]
    subset = "--subset" in files
    if subset:
        files.remove("--subset")
    root = os.path.commonpath([os.path.dirname(os.path.realpath(f)) for f in files])
    editor = lsp.Editor(root, [mde_clangd, *lsp.OPTIONS], flags)
    both = different = 0
    for file in files:
        ci, shown = in_ci(mde_tidy, file, flags), in_editor(editor, file)
        both += len(ci & shown)
        for who, only in ("the editor", shown - ci), ("CI", ci - shown):
            if subset and who == "CI":
                continue
            for finding in sorted(only):
                different += 1
                print(f"{os.path.relpath(file, root)}: only {who}: " + "\n    ".join(finding))
    editor.end()
    print(f"{both} findings in both, {different} in one only")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
