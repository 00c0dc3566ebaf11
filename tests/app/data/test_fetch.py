"""Sets from a server on this machine: fetched by their sums, gone on with, and unpacked."""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data.fetch import fetch
from app.data.opening import open_source
from app.data.sets import SETS, DataSet, Published
from app.data.source import DataError, Wanted
from app.download import Cancelled, DownloadError
from tests.app.data.made import write_cifar_binary, write_mnist
from tests.app.serving import FileServer, serving


@pytest.fixture
def server() -> Iterator[FileServer]:
    with serving() as server:
        yield server


def publish(
    server: FileServer, name: str, content: bytes, *members: str, md5: str = ""
) -> Published:
    server.files[name] = content
    return Published(
        server.url(name), md5 or hashlib.md5(content).hexdigest(), len(content), members
    )


def packed(folder: Path, *names: str) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for name in names:
            archive.add(folder / Path(name).name, name)
    return content.getvalue()


def nothing(words: str, done: int, total: int) -> None:
    pass


def a_set(*files: Published) -> dict[str, DataSet]:
    return {"tiny": DataSet("Tiny", "", "", files)}


def test_files_come_one_after_the_other_and_can_be_learned_from(
    server: FileServer, tmp_path: Path
) -> None:
    write_mnist(tmp_path / "made")
    files = sorted((tmp_path / "made").iterdir())
    sets = a_set(*(publish(server, file.name, file.read_bytes()) for file in files))
    told: list[tuple[str, int, int]] = []
    place = fetch("tiny", tmp_path, lambda *a: told.append(a), threading.Event(), sets)
    assert len(open_source(str(place), Wanted((1, 8, 8), 10), lambda: None)) == 30
    total = sets["tiny"].size
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1] == (files[-1].name, total, total)
    fetch("tiny", tmp_path, nothing, threading.Event(), sets)
    assert len(server.asked) == 4  # what is here is not fetched again


def test_an_archive_is_unpacked_and_nothing_beyond_the_known_files(
    server: FileServer, tmp_path: Path
) -> None:
    made = tmp_path / "made"
    write_cifar_binary(made, 100)
    (made / "evil").write_text("")
    content = packed(made, "cifar-100-binary/train.bin", "../../test.bin", "../evil")
    sets = a_set(publish(server, "c.tar.gz", content, "train.bin", "test.bin"))
    place = fetch("tiny", tmp_path / "sets", nothing, threading.Event(), sets)
    assert sorted(path.name for path in place.iterdir()) == ["test.bin", "train.bin"]
    assert not [*tmp_path.glob("evil"), *(tmp_path / "sets").glob("*.bin")]
    assert len(open_source(str(place), Wanted((3, 8, 8), 100), lambda: None)) == 12
    fetch("tiny", tmp_path / "sets", nothing, threading.Event(), sets)
    assert len(server.asked) == 1


def test_a_download_that_was_cut_or_ended_goes_on(server: FileServer, tmp_path: Path) -> None:
    content = bytes(range(256)) * 4096
    sets = a_set(publish(server, "a.bin", content))
    server.cut = 300_000
    with pytest.raises(DownloadError, match="was cut"):
        fetch("tiny", tmp_path, nothing, threading.Event(), sets)
    server.cut = 0
    ended = threading.Event()
    with pytest.raises(Cancelled):
        fetch("tiny", tmp_path, lambda *_: ended.set(), ended, sets)
    fetch("tiny", tmp_path, nothing, threading.Event(), sets)
    assert (tmp_path / "tiny" / "a.bin").read_bytes() == content
    first, second, third = server.asked
    assert (first, second) == ("", "bytes=300000-")
    assert int(third.partition("=")[2].rstrip("-")) > 300_000


def test_another_file_than_the_published_one_is_not_kept(
    server: FileServer, tmp_path: Path
) -> None:
    sets = a_set(publish(server, "a.bin", b"forged", md5="0" * 32))
    with pytest.raises(DownloadError, match="its MD5 does not begin with 000"):
        fetch("tiny", tmp_path, nothing, threading.Event(), sets)
    assert not [*(tmp_path / "tiny").iterdir()]


@pytest.mark.parametrize(
    ("content", "words"), [(b"no archive", "cannot be unpacked"), (b"", "does not hold test.bin")]
)
def test_a_damaged_archive_is_told(
    server: FileServer, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "train.bin").write_bytes(b"")
    content = content or packed(tmp_path, "train.bin")
    sets = a_set(publish(server, "c.tar.gz", content, "train.bin", "test.bin"))
    with pytest.raises(DataError, match=words):
        fetch("tiny", tmp_path / "sets", nothing, threading.Event(), sets)


def test_what_is_offered_is_whole() -> None:
    for each in SETS.values():
        assert all(re.fullmatch("[0-9a-f]{32}", file.md5) for file in each.files)
        assert len({file.md5 for file in each.files}) == len(each.files)
        assert each.title
        assert each.words
        assert each.source
