"""Saving: old versions are kept, nothing of others is written over, a full disk harms nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.recovery.fingerprint import fingerprint, looks_changed
from app.recovery.saving import ChangedError, changed, save_document
from app.recovery.versions import KEPT, Versions
from nodes.errors import DocumentError
from nodes.network import Graph, Network, Node
from nodes.network.document import Document, read


def document(number: int) -> Document:
    return Document(Network(f"Net{number}", Graph((Node("input", "Input"),))))


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "versions")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder / "net.skipwire"


# --- versions ------------------------------------------------------------------------------------


def test_the_last_ten_are_kept_newest_first(path: Path, versions: Versions) -> None:
    for number in range(KEPT + 3):
        save_document(path, document(number), None, versions)
    kept = versions.of(path)
    names = [read(version.file).network.name for version in kept]
    assert names == [f"Net{number}" for number in range(KEPT + 2, 2, -1)]
    assert [v.time for v in kept] == sorted((v.time for v in kept), reverse=True)
    assert all(version.size == version.file.stat().st_size for version in kept)
    assert os.listdir(path.parent) == [path.name]


def test_the_same_again_is_no_version(path: Path, versions: Versions) -> None:
    for number in (1, 1, 2, 2, 1):
        save_document(path, document(number), None, versions)
    assert [read(v.file).network.name for v in versions.of(path)] == ["Net1", "Net2", "Net1"]


def test_what_a_file_from_elsewhere_held_is_a_version_too(path: Path, versions: Versions) -> None:
    path.write_text("something else entirely")
    save_document(path, document(1), None, versions)
    assert versions.of(path)[-1].file.read_text() == "something else entirely"


def test_two_files_and_a_link_to_one(path: Path, versions: Versions) -> None:
    link, other = path.with_name("link.skipwire"), path.with_name("other.skipwire")
    link.symlink_to(path)
    save_document(path, document(1), None, versions)
    save_document(link, document(2), None, versions)
    save_document(other, document(3), None, versions)
    assert link.is_symlink()
    assert len(versions.of(path)) == len(versions.of(link)) == 2
    assert len(versions.of(other)) == 1


def test_a_save_succeeds_where_no_version_can_be_kept(path: Path, tmp_path: Path) -> None:
    (tmp_path / "versions").write_text("a file in the way")
    saved = save_document(path, document(1), None, Versions(tmp_path / "versions"))
    assert saved.trouble
    assert read(path) == document(1)


# --- what others wrote ---------------------------------------------------------------------------


def test_what_another_program_wrote_is_not_written_over(path: Path, versions: Versions) -> None:
    saved = save_document(path, document(1), None, versions)
    assert changed(path, saved.fingerprint) is None
    path.write_text("another program")
    with pytest.raises(ChangedError, match=r"net\.skipwire” was changed by another program"):
        save_document(path, document(2), saved.fingerprint, versions)
    assert path.read_text() == "another program"
    save_document(path, document(2), None, versions)
    assert read(path) == document(2)
    assert "another program" in {v.file.read_text() for v in versions.of(path)}


def test_a_change_of_the_same_size_and_time_is_seen(path: Path, versions: Versions) -> None:
    saved = save_document(path, document(1), None, versions)
    moment = path.stat()
    path.write_text(path.read_text().replace("Net1", "Net7"))
    os.utime(path, ns=(moment.st_atime_ns, moment.st_mtime_ns))
    with pytest.raises(ChangedError):
        save_document(path, document(2), saved.fingerprint, versions)


@pytest.mark.parametrize("case", ["touched", "gone", "equal"])
def test_what_does_no_harm_is_not_asked(path: Path, versions: Versions, case: str) -> None:
    saved = save_document(path, document(1), None, versions)
    if case == "touched":
        os.utime(path, ns=(1, 1))
        assert looks_changed(path, saved.fingerprint)
    elif case == "gone":
        path.unlink()
    else:  # somebody has just written what is to be written
        save_document(path, document(2), None, versions)
    again = save_document(path, document(2), saved.fingerprint, versions)
    assert read(path) == document(2)
    assert again.fingerprint == fingerprint(path)


# --- disks that fail -----------------------------------------------------------------------------


FAILURES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "the permissions there do not allow it",
    errno.EIO: "the disk does not answer",
    errno.ENAMETOOLONG: "the name is too long",
}


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(("number", "message"), FAILURES.items())
def test_a_disk_that_fails_leaves_the_old_file(
    path: Path,
    versions: Versions,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    message: str,
) -> None:
    save_document(path, document(1), None, versions)
    folder = str(path.parent)

    def fail(*args: object) -> None:
        where = os.readlink(f"/proc/self/fd/{args[0]}") if call == "fsync" else str(args[1])
        if where.startswith(folder):
            raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(DocumentError, match=rf"net\.skipwire” cannot be saved: {message}"):
            save_document(path, document(2), None, versions)
    assert read(path) == document(1)
    assert os.listdir(folder) == [path.name]


def test_a_stick_that_was_pulled_out(path: Path, versions: Versions) -> None:
    saved = save_document(path, document(1), None, versions)
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(DocumentError, match="there is no such file or folder"):
        save_document(path, document(2), saved.fingerprint, versions)


def test_a_name_that_is_too_long(path: Path, versions: Versions) -> None:
    with pytest.raises(DocumentError, match="the name is too long"):
        save_document(path.with_name("n" * 300), document(2), None, versions)
    assert not os.listdir(path.parent)


# A process that may write no file larger than its first argument says: a disk that is really full.
SMALL = """
import resource, sys
from pathlib import Path
from app.recovery.saving import save_document
from app.recovery.versions import Versions
from nodes.errors import DocumentError
from nodes.network import Graph, Network, Node
from nodes.network.document import Document

path = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
many = Graph(tuple(Node(f"input{i}", "Input") for i in range(1000)))
try:
    save_document(path, Document(Network("Large", many)), None, Versions(path.parent / "versions"))
except DocumentError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_a_limit_on_the_size_of_files(path: Path, versions: Versions) -> None:
    save_document(path, document(1), None, versions)
    done = subprocess.run(
        [sys.executable, "-c", SMALL, str(path)], capture_output=True, text=True, check=True
    )
    assert "larger than this disk or account allows" in done.stdout
    assert read(path) == document(1)
    assert [name for name in os.listdir(path.parent) if name.startswith(".")] == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A disk of 64 KiB, where the system lets us make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    return folder


def test_a_full_disk(small_disk: Path, versions: Versions) -> None:
    try:
        path = small_disk / "net.skipwire"
        save_document(path, document(1), None, versions)
        many = Graph(tuple(Node(f"input{i}", "Input") for i in range(2000)))
        with pytest.raises(DocumentError, match=r"the disk is full\. Free some space, or save it"):
            save_document(path, Document(Network("Large", many)), None, versions)
        assert read(path) == document(1)
        assert os.listdir(small_disk) == [path.name]
        read_only = ["mount", "-o", "remount,ro", str(small_disk)]
        subprocess.run(read_only, check=True, capture_output=True)
        with pytest.raises(DocumentError, match="the disk is read-only"):
            save_document(path, document(2), None, versions)
    finally:
        subprocess.run(["umount", str(small_disk)], check=True)
