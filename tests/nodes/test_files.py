"""A file holds the old content or the new one; devices and pipes are written to as they are."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from nodes.files import FileError, remove_strays, write_file, write_folder, write_text


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "one\n")
    path.chmod(0o640)
    write_text(path, "two\n")
    assert path.read_bytes() == b"two\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="only Linux has a disk in memory")
def test_a_disk_in_memory_is_a_disk() -> None:
    def fail(path: Path) -> None:
        path.write_text("half")
        raise OSError("the power is cut")

    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        path = Path(folder) / "a.txt"
        write_text(path, "whole")
        with pytest.raises(FileError):
            write_file(path, fail)
        assert path.read_text() == "whole"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("one")
    link = tmp_path / "link.txt"
    link.symlink_to(Path("folder") / "a.txt")
    write_text(link, "two")
    assert link.is_symlink()
    assert (tmp_path / "folder" / "a.txt").read_text() == "two"
    assert os.listdir(tmp_path / "folder") == ["a.txt"]


def test_the_content_is_on_the_disk_before_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, rename = os.fsync, os.replace

    def fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "content")
        sync(handle)

    def replace(source: Path, target: Path) -> None:
        done.append("name")
        rename(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write_text(tmp_path / "a.txt", "text")
    assert done == ["content", "name", "folder"]


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    for name in (".skipwire-12-ab.txt", ".skipwire-123-ab.txt", "a.txt"):
        (tmp_path / name).touch()
    (tmp_path / ".skipwire-12-folder").mkdir()
    (tmp_path / ".skipwire-12-folder" / "a.txt").touch()
    remove_strays(tmp_path, 12)
    remove_strays(tmp_path / "missing", 12)
    assert sorted(os.listdir(tmp_path)) == [".skipwire-123-ab.txt", "a.txt"]


def test_a_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    seen = []

    def fill(folder: Path) -> None:
        (folder / "a.txt").write_text("one")
        seen.extend(os.listdir(tmp_path))

    def fail(folder: Path) -> None:
        fill(folder)
        raise PermissionError(13, "no")

    write_folder(tmp_path / "made", fill)
    assert "made" not in seen
    assert (tmp_path / "made" / "a.txt").read_text() == "one"
    with pytest.raises(FileError, match="there is one already"):
        write_folder(tmp_path / "made", fill)
    with pytest.raises(FileError, match="permissions"):
        write_folder(tmp_path / "other", fail)
    assert os.listdir(tmp_path) == ["made"]


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
