"""Downloads, from a server on this machine that does what servers do."""

from __future__ import annotations

import hashlib
import os
import random
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.download import CHUNK, Cancelled, Download, DownloadError

CONTENT = random.Random(0).randbytes(3 * CHUNK + 17)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


class Server(ThreadingHTTPServer):
    """Serves one content; tests say how it behaves, and read what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = CONTENT
        self.ranges = True  # whether it knows parts of files
        self.cut = 0  # after how many bytes it hangs up; 0: never
        self.status = 200
        self.asked: list[str] = []  # the Range of each request

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/a-{SHA256[:8]}.pth"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        server, asked = self.server, self.headers.get("Range", "")
        server.asked.append(asked)
        begin = int(asked.removeprefix("bytes=").rstrip("-")) if asked and server.ranges else 0
        total = len(server.content)
        if server.status != 200:
            self.send_error(server.status)
            return
        if begin >= total:
            self.send_error(416)
            return
        self.send_response(206 if begin else 200)
        self.send_header("Content-Length", str(total - begin))
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{total - 1}/{total}")
        self.end_headers()
        end = min(total, begin + server.cut) if server.cut else total
        self.wfile.write(server.content[begin:end])

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "a.pth"


def files(target: Path) -> list[str]:
    return sorted(os.listdir(target.parent)) if target.parent.exists() else []


@pytest.mark.parametrize("sha256", [SHA256, SHA256[:8], SHA256[:8].upper()])
def test_the_whole_file(server: Server, target: Path, sha256: str) -> None:
    told: list[tuple[int, int]] = []
    found = Download(server.url, target, sha256).fetch(lambda *all_: told.append(all_))
    assert found == target
    assert target.read_bytes() == CONTENT
    assert files(target) == ["a.pth"]
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert len(told) > 3
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_what_is_here_is_not_fetched_again(server: Server, target: Path) -> None:
    for _ in range(2):
        Download(server.url, target, SHA256).fetch()
    assert server.asked == [""]
    target.write_bytes(b"damaged")
    Download(server.url, target, SHA256).fetch()
    assert target.read_bytes() == CONTENT


def test_a_connection_that_is_cut_goes_on_where_it_was(server: Server, target: Path) -> None:
    server.cut = CHUNK + 5
    with pytest.raises(DownloadError, match=r"was cut: .* of .* bytes have come"):
        Download(server.url, target, SHA256).fetch()
    assert files(target) == ["a.pth.part"]
    server.cut = 0
    Download(server.url, target, SHA256).fetch()
    assert server.asked == ["", f"bytes={CHUNK + 5}-"]
    assert target.read_bytes() == CONTENT
    assert files(target) == ["a.pth"]


def test_a_server_that_knows_no_parts_sends_it_all(server: Server, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(CONTENT[:100])
    server.ranges = False
    Download(server.url, target, SHA256).fetch()
    assert server.asked == ["bytes=100-"]
    assert target.read_bytes() == CONTENT


def test_a_part_that_is_all_of_it_only_gets_its_name(server: Server, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(CONTENT)
    Download(server.url, target, SHA256).fetch()
    assert server.asked == []
    assert files(target) == ["a.pth"]


def test_a_part_longer_than_the_file_is_fetched_anew(server: Server, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(b"x" * (len(CONTENT) + 1))
    Download(server.url, target, SHA256).fetch()
    assert server.asked == [f"bytes={len(CONTENT) + 1}-", ""]
    assert target.read_bytes() == CONTENT


def test_another_file_is_removed(server: Server, target: Path) -> None:
    server.content = CONTENT[::-1]
    with pytest.raises(DownloadError, match=f"does not begin with {SHA256[:8]}. It was removed"):
        Download(server.url, target, SHA256[:8]).fetch()
    assert files(target) == []


def test_a_part_of_another_file_is_removed(server: Server, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(b"x" * 100)
    with pytest.raises(DownloadError, match="It was removed"):
        Download(server.url, target, SHA256).fetch()
    Download(server.url, target, SHA256).fetch()
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("status", "words"), [(404, "not there any more"), (503, "Try again later"), (403, "403")]
)
def test_a_server_that_refuses(server: Server, target: Path, status: int, words: str) -> None:
    server.status = status
    with pytest.raises(DownloadError, match=words):
        Download(server.url, target, SHA256).fetch()
    assert files(target) == []


def test_no_connection(target: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(DownloadError, match=r"cannot be reached .* Check the connection"):
        Download(f"http://127.0.0.1:{port}/a", target, SHA256).fetch()


def test_a_server_that_says_nothing(target: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/a"
        with pytest.raises(DownloadError, match=r"timed out.*Try again"):
            Download(url, target, SHA256, timeout=0.05).fetch()


def test_what_is_ended_goes_on_later(server: Server, target: Path) -> None:
    download = Download(server.url, target, SHA256)
    with pytest.raises(Cancelled):
        download.fetch(lambda done, total: download.cancel())
    assert files(target) == ["a.pth.part"]
    Download(server.url, target, SHA256).fetch()
    assert server.asked[1].startswith("bytes=")
    assert target.read_bytes() == CONTENT


def test_a_disk_without_room(server: Server, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    with pytest.raises(DownloadError, match="Free some space"):
        Download(server.url, target, SHA256).fetch()
    assert files(target) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is full")
def test_a_disk_that_fills_up(server: Server, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").symlink_to("/dev/full")
    with pytest.raises(DownloadError, match="disk is full"):
        Download(server.url, target, SHA256).fetch()


def test_a_folder_that_cannot_be_made(server: Server, target: Path) -> None:
    target.parent.write_text("a file")
    with pytest.raises(DownloadError, match="cannot be kept"):
        Download(server.url, target, SHA256).fetch()
    assert server.asked == []
