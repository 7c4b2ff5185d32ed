# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A web server for every host there is: it records what it is sent and answers
with a small document.

A request is recorded before it is answered, so nothing that a program waited
for is missing when it ends. `next=L_name` in a query makes the answer a page
whose `@odata.nextLink` leads to the path with that label.
"""
from __future__ import annotations

import json
import re
import ssl
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_LABEL = re.compile(r"L_([a-z0-9_]+)")


@dataclass(frozen=True)
class Request:
    host: str
    path: str
    agents: tuple[str, ...]

    @property
    def label(self) -> str | None:
        found = _LABEL.search(self.path)
        return found.group(1) if found else None


class Recorder:
    """The requests since the last `take`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[Request] = []

    def add(self, request: Request) -> None:
        with self._lock:
            self._requests.append(request)

    def take(self) -> list[Request]:
        with self._lock:
            taken, self._requests = self._requests, []
        return taken


def _answer(request: Request, path: str) -> bytes:
    page = {"value": [], "id": "1", "access_token": "secret"}
    follow = re.search(r"[?&]next=(L_[a-z0-9_]+)", path)
    if follow:
        link = _LABEL.sub(follow.group(1), path.split("?")[0], count=1)
        page["@odata.nextLink"] = f"https://{request.host}{link}"
    return json.dumps(page).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    recorder: Recorder

    def _serve(self) -> None:
        request = Request(
            self.headers.get("Host", ""), self.path, tuple(self.headers.get_all("User-Agent", []))
        )
        self.recorder.add(request)
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            while size := int(self.rfile.readline().split(b";")[0], 16):
                self.rfile.read(size + 2)
            self.rfile.readline()
        else:
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
        body = _answer(request, self.path)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _serve

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # Programs may end in the middle of a connection.


def serve(recorder: Recorder, certificate: str, key: str) -> None:
    """Listens on 80 and, with TLS, on 443 of the loopback, in threads of its own."""
    handler = type("Handler", (_Handler,), {"recorder": recorder})
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    for port in (80, 443):
        server = _Server(("127.0.0.1", port), handler)
        if port == 443:
            # The handshake is left to the connection's thread.
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        threading.Thread(target=server.serve_forever, daemon=True).start()
