#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An editor for the tests: what it does is said in lines, what it is shown is
printed.

    lsp.py SERVER ROOT SESSION [ARGUMENT...]

SERVER is started in ROOT with the arguments and edits the files there. SESSION is a
file in ROOT. Its lines; '#' begins a comment:

    open FILE                shows FILE as it is on disk
    close FILE
    replace FILE /OLD/NEW/   a change of the text: one place that reads OLD, which
                             must be there; any character may take the part of '/'
    type FILE /OLD/NEW/      the same, character by character, without waiting
    write FILE /OLD/NEW/     changes the file on disk (open or not) and says so,
                             as saving does
    fix FILE [N]             asks for the quick fixes of the N-th diagnostic of ours
                             (1), prints them, and makes the first one's changes
    show FILE                prints the text as the editor has it
    hover FILE LINE COL      prints what the server says there
    end                      ends the server as an editor does; implied at the end

After each step that changes something the client waits until the server has
nothing more to do, and prints what every open file then shows:

    == open a.cpp
    a.cpp:3:3-3:22: warning: request to ... [mde-user-agent]
      b.h:7:1: the request leaves here
    a.cpp: nothing

Lines and columns begin at 1. Exit code: 0, or 1 when the server ended early, does
not answer, or ends with an error. What it writes to standard error is shown then.
"""
import json
import os
import subprocess
import sys
import tempfile
import threading
import queue
from urllib.parse import quote, unquote

TIMEOUT = 120
# An index of the whole project has no say in what an open file shows; nor has a
# compilation database above the folder of the test, where ours is built.
OPTIONS = ["--background-index=false", "--log=error", "--compile-commands-dir=."]
SEVERITY = {1: "error", 2: "warning", 3: "information", 4: "hint"}


class Server:
    def __init__(self, command, root):
        self.log = tempfile.TemporaryFile()
        # Nobody's own configuration may have a say in a test.
        empty = os.path.join(root, ".nobody")
        environment = dict(os.environ, HOME=empty, XDG_CONFIG_HOME=empty, XDG_CACHE_HOME=empty)
        self.process = subprocess.Popen([os.path.abspath(command[0]), *command[1:]], cwd=root, env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.log)
        self.messages = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()
        self.number = 0
        self.on_notice = lambda method, parameters: None

    def read(self):
        out = self.process.stdout
        while True:
            length = None
            while True:
                line = out.readline()
                if not line:
                    self.messages.put(None)
                    return
                line = line.strip()
                if not line:
                    break
                name, value = line.split(b":", 1)
                if name.lower() == b"content-length":
                    length = int(value)
            self.messages.put(json.loads(out.read(length)))

    def fail(self, why):
        self.process.kill()
        self.log.seek(0)
        sys.stdout.flush()
        sys.stderr.write(self.log.read().decode(errors="replace"))
        sys.exit(f"lsp.py: {why}")

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.process.stdin.flush()
        except BrokenPipeError:
            self.fail("the server has ended")

    def notify(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def request(self, method, parameters):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": parameters})
        while True:
            message = self.wait(f"an answer to {method}")
            if "method" not in message and message.get("id") == self.number:
                if "error" in message:
                    return {"error": message["error"]["message"]}
                return message["result"]

    def wait(self, what="something"):
        """The next message; what asks for no answer of a person's is answered."""
        try:
            message = self.messages.get(timeout=TIMEOUT)
        except queue.Empty:
            self.fail(f"waited in vain for {what}")
        if message is None:
            self.fail(f"the server ended while it owed {what}")
        if "method" in message:
            if "id" in message:
                self.send({"id": message["id"], "result": None})
            else:
                self.on_notice(message["method"], message["params"])
        return message


class Editor:
    def __init__(self, root, command, flags=()):
        self.root = os.path.realpath(root)
        self.texts, self.versions, self.shown = {}, {}, {}
        self.server = Server(command, self.root)
        self.server.on_notice = self.notice
        self.server.request("initialize", {
            "processId": os.getpid(), "rootUri": self.uri(""),
            "initializationOptions": {"fallbackFlags": list(flags)},
            "capabilities": {
                "textDocument": {
                    "publishDiagnostics": {"relatedInformation": True, "codeActionsInline": False},
                    "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
                                   "isPreferredSupport": True}},
                "general": {"positionEncodings": ["utf-8"]}}})
        self.server.notify("initialized", {})

    def uri(self, name):
        return "file://" + quote(os.path.join(self.root, name) if name else self.root)

    def name(self, uri):
        path = unquote(uri[len("file://"):])
        return os.path.relpath(path, self.root) if path.startswith(self.root + os.sep) else os.path.basename(path)

    def notice(self, method, parameters):
        if method == "textDocument/publishDiagnostics":
            self.shown[self.name(parameters["uri"])] = parameters["diagnostics"]

    def rest(self):
        """Waits until the server has nothing more to do."""
        # It gives up after a minute, in which a busy machine may not do much.
        for _ in range(5):
            answer = self.server.request("sync", None)
            if not (isinstance(answer, dict) and "error" in answer):
                return
        self.server.fail("the server does not come to rest: " + answer["error"])

    def report(self):
        self.rest()
        for name in sorted(self.texts):
            self.print_shown(name)
        sys.stdout.flush()

    def print_shown(self, name):
        if not self.shown.get(name):
            print(f"{name}: nothing")
        for d in self.shown.get(name, []):
            r = d["range"]
            code = d.get("code", "")
            print(f"{name}:{place(r['start'])}-{place(r['end'])}: {SEVERITY[d['severity']]}: "
                  f"{d['message'].rstrip()} [{code}]")
            for related in d.get("relatedInformation", []):
                where = related["location"]
                print(f"  {self.name(where['uri'])}:{place(where['range']['start'])}: {related['message']}")

    def change(self, name, text, at_once=False):
        self.texts[name] = text
        self.versions[name] += 1
        self.server.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri(name), "version": self.versions[name]},
            # Not waiting whether more is typed is an extension of clangd.
            **({"wantDiagnostics": True} if at_once else {}),
            "contentChanges": [{"text": text}]})

    def substitute(self, text, rest, name):
        if rest.count(rest[0]) != 3:
            self.server.fail(f"'{rest}' is not of the form /OLD/NEW/")
        _, old, new, _ = rest.split(rest[0])
        old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
        if text.count(old) != 1:
            self.server.fail(f"'{old}' is {text.count(old)} times in {name}")
        return old, new

    # Steps.

    def show_one(self, name):
        """Opens a file for a moment; self.shown has what was shown."""
        self.send_open(name)
        self.rest()
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})
        shown = self.shown.get(name, [])
        self.rest()
        self.shown[name] = shown
        del self.texts[name]

    def open(self, name):
        self.send_open(name)
        self.report()

    def send_open(self, name):
        with open(os.path.join(self.root, name)) as file:
            self.texts[name] = file.read()
        self.versions[name] = 1
        self.server.notify("textDocument/didOpen", {"textDocument": {
            "uri": self.uri(name), "languageId": "c" if name.endswith(".c") else "cpp", "version": 1,
            "text": self.texts[name]}})

    def close(self, name):
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})
        del self.texts[name]
        self.report()

    def replace(self, name, rest):
        old, new = self.substitute(self.texts[name], rest, name)
        self.change(name, self.texts[name].replace(old, new))
        self.report()

    def type(self, name, rest):
        old, new = self.substitute(self.texts[name], rest, name)
        before, after = self.texts[name].split(old)
        for length in range(len(old), -1, -1):
            self.change(name, before + old[:length] + after)
        for length in range(1, len(new) + 1):
            self.change(name, before + new[:length] + after)
        self.report()

    def write(self, name, rest):
        path = os.path.join(self.root, name)
        with open(path) as file:
            text = file.read()
        old, new = self.substitute(text, rest, name)
        with open(path, "w") as file:
            file.write(text.replace(old, new))
        if name in self.texts:
            self.change(name, text.replace(old, new))
            self.server.notify("textDocument/didSave", {"textDocument": {"uri": self.uri(name)}})
        else:
            self.server.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": self.uri(name), "type": 2}]})
            for other in self.texts:
                self.server.notify("textDocument/didSave", {"textDocument": {"uri": self.uri(other)}})
        self.report()

    def fix(self, name, number="1"):
        ours = [d for d in self.shown.get(name, []) if d.get("code") == "mde-user-agent"]
        if len(ours) < int(number):
            print(f"{name}: there is no finding {number} to fix")
            return
        found = ours[int(number) - 1]
        actions = self.server.request("textDocument/codeAction", {
            "textDocument": {"uri": self.uri(name)}, "range": found["range"],
            "context": {"diagnostics": [found]}})
        changes = None
        for action in actions:
            print(f"action: {action['title']} ({action['kind']}{', preferred' if action.get('isPreferred') else ''})")
            if changes is None and action["kind"] == "quickfix":
                changes = action["edit"]["changes"]
        if not changes:
            print(f"{name}: no fix")
            return
        for uri, edits in changes.items():
            self.change(self.name(uri), apply(self.texts[self.name(uri)], edits))
        self.report()

    def show(self, name):
        print(self.texts[name], end="")

    def hover(self, name, line, column):
        answer = self.server.request("textDocument/hover", {
            "textDocument": {"uri": self.uri(name)},
            "position": {"line": int(line) - 1, "character": int(column) - 1}})
        print(answer["contents"]["value"] if answer else "nothing")

    def end(self):
        self.server.request("shutdown", None)
        self.server.notify("exit", {})
        try:
            code = self.server.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.server.fail("the server does not end")
        if code:
            self.server.fail(f"the server ended with code {code}")


def place(position):
    return f"{position['line'] + 1}:{position['character'] + 1}"


def offset(text, position):
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[:position["line"]]) + position["character"]


def apply(text, edits):
    for edit in sorted(edits, key=lambda e: offset(text, e["range"]["start"]), reverse=True):
        text = (text[:offset(text, edit["range"]["start"])] + edit["newText"] +
                text[offset(text, edit["range"]["end"]):])
    return text


def main():
    if len(sys.argv) < 4:
        sys.exit("usage: lsp.py SERVER ROOT SESSION [ARGUMENT...]")
    server, root, session = sys.argv[1:4]
    editor = Editor(root, [server, *OPTIONS, *sys.argv[4:]])
    with open(os.path.join(root, session)) as file:
        steps = file.read().splitlines()
    ended = False
    for line in steps:
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        print("==", line)
        step, *rest = line.split(None, 2) if line.split()[0] in ("replace", "type", "write") else line.split()
        if step not in ("open", "close", "replace", "type", "write", "fix", "show", "hover", "end"):
            editor.server.fail(f"'{step}' is no step")
        getattr(editor, step)(*rest)
        ended |= step == "end"
    if not ended:
        editor.end()


if __name__ == "__main__":
    main()
