#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Types files into an editor with mde-clangd, as far as each token, and with parts
taken out.

    mangle.py MDE-CLANGD [--every=N] [--deletions=N] [--seed=N] FILE... [-- FLAG...]

A file is shown up to its first token, its second one, ..., of which every N-th is tried
(1); then with some tokens missing, N times (0). The server must live, come to rest, and
show no finding before the place of the change that it does not show for the whole
file. Exit code: 0 if so.
"""
import argparse
import os
import random
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import lsp

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|\w+|[^\w\s]', re.S)


def findings(editor, name):
    """Place (line, column) and message of each finding."""
    return {((d["range"]["start"]["line"], d["range"]["start"]["character"]),
             d["message"].rstrip().removesuffix(" (fix available)"))
            for d in editor.shown.get(name, []) if d.get("code") == "mde-user-agent"}


def position(text, offset):
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)


class Typist:
    def __init__(self, editor, name):
        self.editor, self.name = editor, name
        editor.send_open(name)
        editor.rest()
        self.whole = editor.texts[name]
        self.known = findings(editor, name)
        self.tried = self.wrong = 0

    def check(self, what, text, offset):
        try:
            self.editor.change(self.name, text, at_once=True)
            self.editor.rest()
        except SystemExit:
            print(f"{self.name}: {what}: this is what the server was at", flush=True)
            raise
        self.tried += 1
        place = position(self.whole, offset)
        for finding in sorted(findings(self.editor, self.name) - self.known):
            if finding[0] < place:
                self.wrong += 1
                (line, column), message = finding
                print(f"{self.name}: {what}: {line + 1}:{column + 1}: {message}", flush=True)

    def close(self):
        self.editor.server.notify("textDocument/didClose", {"textDocument": {"uri": self.editor.uri(self.name)}})


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser()
    parser.add_argument("server")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--deletions", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args(arguments[:split])
    root = os.path.commonpath([os.path.dirname(os.path.realpath(f)) for f in options.files])
    editor = lsp.Editor(root, [options.server, *lsp.OPTIONS], arguments[split + 1:])
    tried = wrong = 0
    for file in options.files:
        typist = Typist(editor, os.path.relpath(os.path.realpath(file), editor.root))
        whole = typist.whole
        ends = [m.end() for m in TOKEN.finditer(whole)]
        for end in ends[::options.every]:
            typist.check(f"up to {'%d:%d' % tuple(n + 1 for n in position(whole, end))}", whole[:end], end)
        choice = random.Random(f"{options.seed} {typist.name}")
        for _ in range(options.deletions):
            first = choice.randrange(len(ends) - 1)
            last = min(first + choice.choice((1, 1, 1, 2, 3, 5, 20)), len(ends) - 1)
            typist.check("without {}:{} to {}:{}".format(*(n + 1 for e in (first, last) for n in position(whole, ends[e]))),
                         whole[:ends[first]] + whole[ends[last]:], ends[first])
        typist.close()
        tried, wrong = tried + typist.tried, wrong + typist.wrong
    editor.end()
    print(f"{tried} texts, {wrong} findings that should not be")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
