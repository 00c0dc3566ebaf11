"""A server of files on this machine that does what servers do: parts, cuts, refusals, moves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FileServer(ThreadingHTTPServer):
    """Tests say how it behaves, and read what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}  # by their names
        self.moved: dict[str, str] = {}  # from a name to another
        self.ranges = True  # whether it knows parts of files
        self.sizes = True  # whether it says how long they are
        self.cut = 0  # after how many bytes it hangs up; 0: never
        self.status = 200
        self.asked: list[str] = []  # the Range of each request

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{name}"


class _Handler(BaseHTTPRequestHandler):
    server: FileServer

    def do_GET(self) -> None:
        server, name = self.server, self.path.removeprefix("/")
        asked = self.headers.get("Range", "")
        server.asked.append(asked)
        if name in server.moved:
            self.send_response(301)
            self.send_header("Location", server.url(server.moved[name]))
            self.end_headers()
            return
        status = server.status if name in server.files else 404
        if status != 200:
            self.send_error(status)
            return
        content = server.files[name]
        begin = int(asked.removeprefix("bytes=").rstrip("-")) if asked and server.ranges else 0
        total = len(content)
        if begin >= total:
            self.send_error(416)
            return
        self.send_response(206 if begin else 200)
        if server.sizes:
            self.send_header("Content-Length", str(total - begin))
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{total - 1}/{total}")
        self.end_headers()
        end = min(total, begin + server.cut) if server.cut else total
        self.wfile.write(content[begin:end])

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[FileServer]:
    """One that listens meanwhile."""
    server = FileServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
