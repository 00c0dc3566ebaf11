"""What a session leaves when it is killed, and who takes it over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.recovery.fingerprint import Fingerprint
from app.recovery.journal import CRASH, Session
from app.recovery.tab import Tab, read_tab, write_tab

TAB = Tab(
    "Net",
    b"{}",
    "/somewhere/net.skipwire",
    modified=True,
    fingerprint=Fingerprint(2, 3, "ab"),
    place=1,
    active=True,
    history=b"steps",
)

# A process that opens a session with tabs named by its arguments, and waits to be killed.
OTHER = """
import sys
from pathlib import Path
from app.recovery.journal import Session
from app.recovery.tab import Tab, write_tab

session = Session(Path(sys.argv[1]))
for place, title in enumerate(sys.argv[2:]):
    write_tab(session.new_file(), Tab(title, title.encode(), place=len(sys.argv) - place))
print(session.folder, flush=True)
sys.stdin.read()
"""


class Other:
    """Another process with a session of its own."""

    def __init__(self, root: Path, *titles: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(root), *titles],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.folder = Path(self.process.stdout.readline().strip())

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session(tmp_path / "recovery")
    yield made
    made.close()


def test_a_tab_is_read_as_it_was_kept(tmp_path: Path) -> None:
    write_tab(tmp_path / "a.tab", TAB)
    assert read_tab(tmp_path / "a.tab") == TAB


@pytest.mark.parametrize("damage", [b"", b"half", b"ab\n\x80", None])
def test_a_damaged_tab_is_refused(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "a.tab"
    write_tab(file, TAB)
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    with pytest.raises(ValueError, match="damaged"):
        read_tab(file)


def test_a_tab_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    write_tab(tmp_path / "a.tab", Tab("Net", b"", version=2))
    with pytest.raises(ValueError, match="newer version"):
        read_tab(tmp_path / "a.tab")


def test_a_session_that_ends_by_itself_leaves_nothing(tmp_path: Path) -> None:
    made = Session(tmp_path)
    write_tab(made.new_file(), TAB)
    made.close()
    assert not os.listdir(tmp_path)


def test_a_live_session_is_left_alone_and_a_killed_one_taken_over(tmp_path: Path) -> None:
    live, dead = Other(tmp_path, "live"), Other(tmp_path, "second", "first")
    other = None
    try:
        dead.kill()
        session = Session(tmp_path)
        left = session.adopt()
        assert [tab.title for _, tab in left.tabs] == ["first", "second"]
        assert all(file.parent == session.folder for file, _ in left.tabs)
        assert not dead.folder.exists()
        assert len(list(live.folder.glob("*.tab"))) == 1
        other = Session(tmp_path)  # which starts while this one lives
        assert not other.adopt().tabs
        session.close()
    finally:
        if other is not None:
            other.close()
        live.kill()


def test_what_cannot_be_read_is_kept_aside_and_the_others_come(session: Session) -> None:
    dead = Other(session.folder.parent, "one", "two", "three")
    dead.kill()
    (damaged, *_) = dead.folder.glob("*.tab")
    damaged.write_bytes(b"\0" * 40)
    left = session.adopt()
    assert len(left.tabs) == 2
    (unreadable,) = left.unreadable
    assert unreadable.reason == "it is damaged"
    assert unreadable.file.read_bytes() == b"\0" * 40
    assert session.folder not in unreadable.file.parents


def test_tries_are_counted_until_what_came_back_stands(tmp_path: Path) -> None:
    for tries in (1, 2, 3):
        dead = Other(tmp_path, *(["net"] if tries == 1 else []))
        dead.kill()
        session = Session(tmp_path)
        assert session.adopt().tries == tries
        # killed in its turn: nothing of it is closed, only the lock is gone
        session._lock.release()  # type: ignore[union-attr]
    session = Session(tmp_path)
    session.adopt()
    session.settled()
    session._lock.release()  # type: ignore[union-attr]
    last = Session(tmp_path)
    left = last.adopt()
    assert left.tries == 1
    assert len(left.tabs) == 1
    last.close()


def test_half_written_files_of_the_killed_process_go(session: Session, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    dead = Other(session.folder.parent, "net")
    (file,) = dead.folder.glob("*.tab")
    write_tab(file, Tab("net", b"", str(documents / "net.skipwire")))
    dead.kill()
    half = documents / f".skipwire-{dead.process.pid}-0123.skipwire"
    another = documents / f".skipwire-{dead.process.pid}1-0123.skipwire"
    for each in (half, another):
        each.write_text("{")
    session.adopt()
    assert os.listdir(documents) == [another.name]


def test_the_report_of_a_native_crash_is_handed_on_once(session: Session) -> None:
    dead = Other(session.folder.parent, "net")
    (dead.folder / CRASH).write_text("Fatal Python error: Segmentation fault")
    dead.kill()
    assert session.adopt().crashes == ["Fatal Python error: Segmentation fault"]
    assert not session.adopt().crashes
