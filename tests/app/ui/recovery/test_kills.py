"""A process that is killed at any moment, two hundred times: nothing is lost, nothing is half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.recovery.tab import read_tab
from app.ui.recovery.restoring import sheet_of
from nodes.network.document import read
from tests.app.ui.recovery.victims import FILE, LEFT, number

KILLS = 200
LANES = 2
ROOT = Path(__file__).parents[4]
MOST_LOST = 5.0  # seconds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


class Server:
    """Starts processes, each in a lane of its own."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.app.ui.recovery.victims", str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, lane: str) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(lane, file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


@dataclass
class Told:
    """What a process told before it was killed."""

    began: bool = False
    edited: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    back: dict[str, int] = field(default_factory=dict)
    saving: int = 0
    saved: int = 0


def heard(lane: Path, before: Told) -> Told:
    """What is known of a lane, with what its last process told."""
    told = Told(saved=before.saved, saving=before.saved)
    for line in (lane / "told").read_text().split("\n")[:-1]:  # the last may be torn
        what, title, *more = line.split("\t")
        last = int(more[0]) if what != "began" else 0
        if what == "began":
            told.began = True
        elif what == "edited":
            told.edited.setdefault(title, []).append((last, float(more[1])))
        elif what == "kept":
            told.kept[title] = last
        elif what == "back":
            told.back[title] = last
            assert more[1] == "0", "a tab could not be read"
        elif what == "saving":
            told.saving = last
        else:
            told.saved = last
    return told


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path)
    yield made
    made.close()


def wait_until_it_began(lane: Path) -> None:
    """It has opened all its documents, and they are kept."""
    deadline = time.monotonic() + 60
    told = lane / "told"
    while not (told.exists() and "\nbegan" in f"\n{told.read_text()}"):
        assert time.monotonic() < deadline, "the process does not begin"
        time.sleep(0.001)


def number_in(path: Path) -> int:
    return int(read(path).network.graph.nodes[0].position[0])


def check_file(lane: Path, told: Told, process: int) -> None:
    """It loads, and holds what was saved last or was being saved; nothing older lies beside it."""
    path = lane / FILE
    if path.exists():
        assert number_in(path) in (told.saved, told.saving)
        told.saved = number_in(path)  # also where it was killed before it told
    else:
        assert not told.saved
    assert all(f.name.startswith(f".skipwire-{process}-") for f in lane.glob(".skipwire-*"))


def check_journal(lane: Path, told: Told, moment: float) -> None:
    """All tabs are there, none older than what was kept, saved, or edited five seconds before."""
    (folder,) = (f for f in (lane / "recovery").iterdir() if f.is_dir())
    tabs = [read_tab(file) for file in folder.glob("[!.]*.tab")]
    assert {tab.title for tab in tabs} == {FILE, "never saved", LEFT}
    assert len(tabs) == 3
    for tab in tabs:
        sheet = sheet_of(tab)
        assert len(sheet.history.steps) == number(sheet) + 1, "every edit can be undone"
        found, edits = number(sheet), told.edited.get(tab.title, [])
        old = [last for last, time in edits if time < moment - MOST_LOST]
        least = max([told.back.get(tab.title, 0), told.kept.get(tab.title, 0), *old])
        if tab.title == FILE:
            least = max(least, told.saved)
            in_file = (lane / FILE).exists() and number_in(lane / FILE) == found
            assert sheet.history.modified is not in_file
        most = max([told.back.get(tab.title, 0), *(last for last, _ in edits)])
        assert least <= found <= most + 1  # it may be killed before it tells of an edit


def kill(process: int) -> float:
    """The moment of its end."""
    moment = time.monotonic()
    os.kill(process, signal.SIGKILL)
    while True:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return moment


def test_two_hundred_kills(server: Server, tmp_path: Path) -> None:
    chance = random.Random(5)
    told = [Told() for _ in range(LANES)]
    processes = [server.start(str(lane)) for lane in range(LANES)]
    amid_save = amid_keeping = 0
    for count in range(KILLS):
        at = count % LANES
        lane = tmp_path / str(at)
        wait_until_it_began(lane)
        time.sleep(chance.uniform(0, 0.03))
        moment = kill(processes[at])
        told[at] = now = heard(lane, told[at])
        amid_save += now.saving != now.saved
        amid_keeping += bool(list(lane.glob("recovery/*/.skipwire-*")))
        check_file(lane, now, processes[at])
        check_journal(lane, now, moment)
        (lane / "told").unlink()
        processes[at] = server.start(str(at))
    assert amid_save > 10, "the kills were to hit saves, too"
    assert amid_keeping > 5, "and the journal while it is written"
