"""Downloads, from a server on this machine that does what servers do."""

from __future__ import annotations

import hashlib
import os
import random
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.download import CHUNK, Cancelled, Download, DownloadError
from tests.app.serving import FileServer, serving

CONTENT = random.Random(0).randbytes(3 * CHUNK + 17)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


NAME = f"a-{SHA256[:8]}.pth"


@pytest.fixture
def server() -> Iterator[FileServer]:
    with serving() as server:
        server.files[NAME] = CONTENT
        yield server


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "a.pth"


def files(target: Path) -> list[str]:
    return sorted(os.listdir(target.parent)) if target.parent.exists() else []


@pytest.mark.parametrize("sha256", [SHA256, SHA256[:8], SHA256[:8].upper()])
def test_the_whole_file(server: FileServer, target: Path, sha256: str) -> None:
    told: list[tuple[int, int]] = []
    found = Download(server.url(NAME), target, sha256).fetch(lambda *all_: told.append(all_))
    assert found == target
    assert target.read_bytes() == CONTENT
    assert files(target) == ["a.pth"]
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert len(told) > 3
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_what_is_here_is_not_fetched_again(server: FileServer, target: Path) -> None:
    for _ in range(2):
        Download(server.url(NAME), target, SHA256).fetch()
    assert server.asked == [""]
    target.write_bytes(b"damaged")
    Download(server.url(NAME), target, SHA256).fetch()
    assert target.read_bytes() == CONTENT


def test_a_connection_that_is_cut_goes_on_where_it_was(server: FileServer, target: Path) -> None:
    server.cut = CHUNK + 5
    with pytest.raises(DownloadError, match=r"was cut: .* of .* bytes have come"):
        Download(server.url(NAME), target, SHA256).fetch()
    assert files(target) == ["a.pth.part"]
    server.cut = 0
    Download(server.url(NAME), target, SHA256).fetch()
    assert server.asked == ["", f"bytes={CHUNK + 5}-"]
    assert target.read_bytes() == CONTENT
    assert files(target) == ["a.pth"]


def test_a_server_that_knows_no_parts_sends_it_all(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(CONTENT[:100])
    server.ranges = False
    Download(server.url(NAME), target, SHA256).fetch()
    assert server.asked == ["bytes=100-"]
    assert target.read_bytes() == CONTENT


def test_a_part_that_is_all_of_it_only_gets_its_name(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(CONTENT)
    Download(server.url(NAME), target, SHA256).fetch()
    assert server.asked == []
    assert files(target) == ["a.pth"]


def test_a_part_longer_than_the_file_is_fetched_anew(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(b"x" * (len(CONTENT) + 1))
    Download(server.url(NAME), target, SHA256).fetch()
    assert server.asked == [f"bytes={len(CONTENT) + 1}-", ""]
    assert target.read_bytes() == CONTENT


def test_another_file_is_removed(server: FileServer, target: Path) -> None:
    server.files[NAME] = CONTENT[::-1]
    with pytest.raises(DownloadError, match=f"does not begin with {SHA256[:8]}. It was removed"):
        Download(server.url(NAME), target, SHA256[:8]).fetch()
    assert files(target) == []


def test_a_part_of_another_file_is_removed(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").write_bytes(b"x" * 100)
    with pytest.raises(DownloadError, match="It was removed"):
        Download(server.url(NAME), target, SHA256).fetch()
    Download(server.url(NAME), target, SHA256).fetch()
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("status", "words"), [(404, "not there any more"), (503, "Try again later"), (403, "403")]
)
def test_a_server_that_refuses(server: FileServer, target: Path, status: int, words: str) -> None:
    server.status = status
    with pytest.raises(DownloadError, match=words):
        Download(server.url(NAME), target, SHA256).fetch()
    assert files(target) == []


def test_what_has_moved_is_followed_and_gone_on_with(server: FileServer, target: Path) -> None:
    server.moved["old"] = NAME
    server.cut = CHUNK + 5
    with pytest.raises(DownloadError, match="was cut"):
        Download(server.url("old"), target, SHA256).fetch()
    server.cut = 0
    Download(server.url("old"), target, SHA256).fetch()
    part = f"bytes={CHUNK + 5}-"
    assert server.asked == ["", "", part, part]
    assert target.read_bytes() == CONTENT


def test_what_goes_round_in_a_circle_is_refused(server: FileServer, target: Path) -> None:
    server.moved |= {"one": "other", "other": "one"}
    with pytest.raises(DownloadError, match=r"one: 301 Moved Permanently\. .*elsewhere"):
        Download(server.url("one"), target, SHA256).fetch()


def test_what_is_gone_can_be_put_there_by_hand(server: FileServer, target: Path) -> None:
    words = rf"404 .*elsewhere and put it there as “{re.escape(str(target))}”"
    with pytest.raises(DownloadError, match=words):
        Download(server.url("gone"), target, SHA256).fetch()
    target.write_bytes(CONTENT)
    assert Download(server.url("gone"), target, SHA256).fetch() == target


def test_a_cut_that_the_server_has_said_nothing_of_is_seen(
    server: FileServer, target: Path
) -> None:
    server.sizes = False
    server.cut = CHUNK + 5
    with pytest.raises(DownloadError, match=r"is not the published file: .* Try again"):
        Download(server.url(NAME), target, SHA256).fetch()
    server.cut = 0
    Download(server.url(NAME), target, SHA256).fetch()
    assert target.read_bytes() == CONTENT


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


def test_what_is_ended_goes_on_later(server: FileServer, target: Path) -> None:
    download = Download(server.url(NAME), target, SHA256)
    with pytest.raises(Cancelled):
        download.fetch(lambda done, total: download.cancel())
    assert files(target) == ["a.pth.part"]
    Download(server.url(NAME), target, SHA256).fetch()
    assert server.asked[1].startswith("bytes=")
    assert target.read_bytes() == CONTENT


def test_a_disk_without_room(
    server: FileServer, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    with pytest.raises(DownloadError, match="Free some space"):
        Download(server.url(NAME), target, SHA256).fetch()
    assert files(target) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is full")
def test_a_disk_that_fills_up(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    Path(f"{target}.part").symlink_to("/dev/full")
    with pytest.raises(DownloadError, match="disk is full"):
        Download(server.url(NAME), target, SHA256).fetch()


def test_a_folder_that_cannot_be_made(server: FileServer, target: Path) -> None:
    target.parent.write_text("a file")
    with pytest.raises(DownloadError, match="cannot be kept"):
        Download(server.url(NAME), target, SHA256).fetch()
    assert server.asked == []
