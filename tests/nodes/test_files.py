"""A file holds the old content or the new one; devices and pipes are written to as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nodes.files import FileError, write_file, write_text


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "one\n")
    path.chmod(0o640)
    write_text(path, "two\n")
    assert path.read_bytes() == b"two\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_writer_that_fails_leaves_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")

    def fail(file: Path) -> None:
        file.write_text("half")
        raise OSError("the picture cannot be encoded")

    with pytest.raises(FileError, match=r"a\.txt” cannot be written: the picture cannot be"):
        write_file(path, fail)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_the_writer_is_given_a_file_of_the_same_suffix(tmp_path: Path) -> None:
    seen: list[Path] = []
    write_file(tmp_path / "a.pdf", seen.append)
    assert seen[0].suffix == ".pdf"
    assert (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("name", ["missing/a.txt", "", "a\0b"])
def test_a_path_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        write_text(f"{tmp_path}/{name}", "text")
    assert not os.listdir(tmp_path)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no such device")
@pytest.mark.parametrize("piped", [True, False])
def test_a_device_is_written_to_as_it_is(tmp_path: Path, piped: bool) -> None:
    program = "from nodes.files import write_text; write_text('/dev/stdout', 'text')"
    path = tmp_path / "out"
    with path.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", program], stdout=subprocess.PIPE if piped else out, check=True
        )
    assert (done.stdout if piped else path.read_bytes()) == b"text"
    assert os.listdir(tmp_path) == ["out"]
