# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs programs in a private network where every host is the recording server.

`Executor` is the runner's side. This file is also the program that it starts
inside new network and mount namespaces; they talk in lines of JSON.

A program for Windows (*.exe) is run by Wine, in a prefix that is made for the first.

A program is run for every sequence of answers to the questions that it asks
(support/choice.c): first with none given, then each question that was seen is
answered otherwise, depth first.
"""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_MOST_RUNS = 600
_SECONDS = 20


class NoNamespace(Exception):
    """Namespaces can't be had here; the text says why."""


def _unshare() -> list[str]:
    command = ["unshare", "-n", "-m"]
    return command if os.geteuid() == 0 else command + ["--map-root-user"]


class Executor:
    def __init__(self) -> None:
        if not shutil.which("unshare") or not shutil.which("ip") or not shutil.which("openssl"):
            raise NoNamespace("unshare, ip or openssl is not installed")
        self._process = subprocess.Popen(
            _unshare() + [sys.executable, str(_HERE / "executor.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        assert self._process.stdin and self._process.stdout and self._process.stderr
        if self._process.stdout.readline() != "ready\n":
            self._process.stdin.close()
            said = self._process.stderr.read().strip().splitlines()
            raise NoNamespace(said[-1] if said else "unshare fails")

    @property
    def has_wine(self) -> bool:
        return bool(shutil.which("wine") and shutil.which("x86_64-w64-mingw32-g++"))

    def explore(self, program: Path, outcomes: str) -> dict[str, Any]:
        """{'runs': number, 'requests': [[host, path, [agent, ...]], ...]}, or
        {'error': sentence}, with 'too-many' if it has too many ways to run; a request
        that was seen in many runs is there once."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps({"program": str(program), "outcomes": outcomes}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def _prepare(scratch: Path) -> tuple[str, str]:
    """Inside the namespaces: the network, names and certificates. Returns the
    files of the server's certificate and key."""
    hosts = [line for line in (_HERE / "hosts.txt").read_text().split("\n") if line and line[0] != "#"]

    def run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)

    run("ip", "link", "set", "lo", "up")
    # Libraries that ask for addresses of configured families only don't count the loopback's.
    run("ip", "address", "add", "192.0.2.1/32", "dev", "lo")
    run("mount", "--make-rprivate", "/")
    names = scratch / "hosts"
    names.write_text("127.0.0.1 localhost\n" + "".join(f"127.0.0.1 {host}\n" for host in hosts))
    run("mount", "--bind", str(names), "/etc/hosts")
    resolver = scratch / "resolv.conf"
    resolver.write_text("")
    run("mount", "--bind", str(resolver), "/etc/resolv.conf")
    certificate, key = scratch / "certificate.pem", scratch / "key.pem"
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "3650", "-subj", "/CN=truth", "-addext",
        "subjectAltName=" + ",".join(f"DNS:{host}" for host in hosts),
        "-keyout", str(key), "-out", str(certificate))
    # Programs verify certificates as ever: ours is the only one they trust.
    run("mount", "-t", "tmpfs", "none", "/etc/ssl/certs")
    shutil.copy(certificate, "/etc/ssl/certs/ca-certificates.crt")
    return str(certificate), str(key)


class _Wine:
    """Wine's environment; `with` ends its server."""

    def __init__(self, scratch: Path) -> None:
        # Without the parts that would be asked for or downloaded.
        self.environment = {"WINEPREFIX": str(scratch / "wine"), "WINEDEBUG": "-all",
                            "WINEDLLOVERRIDES": "mscoree,mshtml=", "HOME": str(scratch)}
        self._made = False

    def command(self, program: str) -> list[str]:
        if not self._made:
            self._call("wine", "wineboot", "--init")
            self._made = True
        return ["wine", program]

    def _call(self, *command: str) -> None:
        subprocess.run(command, env=dict(os.environ, **self.environment), stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self) -> _Wine:
        return self

    def __exit__(self, *_: object) -> None:
        if self._made:
            self._call("wine", "wineboot", "--shutdown", "--force")


def _explore(program: str, outcomes: str, recorder: Any, scratch: Path, wine: _Wine) -> dict[str, Any]:
    log = scratch / "log"
    windows = program.endswith(".exe")
    command = wine.command(program) if windows else [program]
    seen: dict[tuple[str, str, tuple[str, ...]], None] = {}
    pending: list[list[int]] = [[]]
    runs = 0
    while pending:
        answers = pending.pop()
        if runs == _MOST_RUNS:
            return {"error": f"it has more than {_MOST_RUNS} ways to run; give it fewer choices", "too-many": True}
        runs += 1
        log.write_text("")
        environment = dict(
            os.environ, TRUTH_ANSWERS=",".join(map(str, answers)), TRUTH_LOG=str(log), TRUTH_OUTCOMES=outcomes,
            SSL_CERT_FILE="/etc/ssl/certs/ca-certificates.crt",  # where OpenSSL has no default
            **(wine.environment if windows else {}),
        )
        try:
            done = subprocess.run(command, env=environment, cwd=scratch, timeout=_SECONDS,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        except subprocess.TimeoutExpired:
            return {"error": f"it ran for more than {_SECONDS} seconds with the answers {answers}"}
        if done.returncode < 0:
            return {"error": f"it was ended by signal {-done.returncode} with the answers {answers}: "
                             + done.stderr.decode(errors="replace")[-300:]}
        for request in recorder.take():
            seen[(request.host, request.path, request.agents)] = None
        asked = [tuple(map(int, line.split()[:2])) for line in log.read_text().splitlines()]
        for index in range(len(answers), len(asked)):
            taken = [answer for answer, _ in asked[:index]]
            pending += [taken + [other] for other in range(1, asked[index][1])]
    return {"runs": runs, "requests": [[host, path, list(agents)] for host, path, agents in seen]}


def _main() -> None:
    sys.path.insert(0, str(_HERE.parent))
    from oracle.server import Recorder, serve

    recorder = Recorder()
    with tempfile.TemporaryDirectory(prefix="truth-") as name, _Wine(Path(name)) as wine:
        scratch = Path(name)
        serve(recorder, *_prepare(scratch))
        print("ready", flush=True)
        for line in sys.stdin:
            job = json.loads(line)
            print(json.dumps(_explore(job["program"], job["outcomes"], recorder, scratch, wine)), flush=True)


if __name__ == "__main__":
    _main()
