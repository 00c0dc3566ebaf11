"""What waits for the run under way: how it gets there, begins by itself, and is found lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.history import Snapshot
from app.runs.folder import RunFolder
from app.runs.listing import listing
from app.training.history import State
from app.training.messages import (
    Dequeue,
    Enqueue,
    Hasten,
    Queue,
    Start,
    Steps,
)
from app.ui.queue.waiting import lost
from nodes.network import ROOT
from nodes.network.document import Document
from nodes.network.edits import set_argument
from presets import PRESETS
from tests.app.ui.queue.room import FINISHED, STARTED, Room


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Room:
    return Room(tmp_path, monkeypatch)


def test_what_is_drawn_waits_with_its_own_network_and_recipe(room: Room) -> None:
    room.runs.train()
    (start,) = room.asked(Start)
    assert isinstance(start, Start)
    room.tell(Queue((), start.folder), STARTED)
    room.queue.add()
    room.editor.apply("Widen", lambda n: set_argument(n, ROOT, ["conv2"], "out_channels", 20))
    room.queue.add()
    first, second = (c.start for c in room.asked(Enqueue) if isinstance(c, Enqueue))
    assert first.source != second.source
    assert start.folder not in (first.folder, second.folder)
    assert [RunFolder(Path(s.folder)).state() for s in (first, second)] == ["queued", "queued"]
    room.tell(Queue((first.folder, second.folder), start.folder))
    assert room.queue.folders == (first.folder, second.folder)
    assert room.runs.latest is not None
    assert room.runs.latest.folder == start.folder
    assert not room.runs.can_train


def test_the_next_one_is_followed_when_the_worker_begins_it(room: Room) -> None:
    room.runs.train()
    (start,) = room.asked(Start)
    assert isinstance(start, Start)
    room.queue.add()
    (folder,) = room.folders()
    begun: list[bool] = []
    room.runs.begun.connect(begun.append)
    room.tell(Queue((folder,), start.folder), STARTED, FINISHED)
    assert not room.runs.can_train, "it is not its turn"
    room.tell(Queue((), folder))
    run = room.runs.live
    assert run is not None
    assert run.folder == folder
    assert run is room.runs.shown, "its document is the one that is open"
    assert run.history is not None
    assert run.history.state is State.STARTING
    room.tell(STARTED, Steps(0, (0.5, 0.4), 1, 0.1, 10.0, 1.0, 0.0))
    assert room.runs.history is run.history
    assert len(run.history.losses) == 2
    assert begun == [True]
    room.tell(FINISHED)
    assert room.runs.can_train


def test_one_whose_document_is_closed_has_that_of_its_folder(room: Room) -> None:
    room.queue.add()
    (folder,) = room.folders()
    room.editor.open(Document(PRESETS["resnet20"].network()))
    room.tell(Queue((), folder), STARTED)
    run = room.runs.live
    assert run is not None
    assert run is room.runs.elsewhere
    assert run.sheet is not room.editor.sheet
    assert run.sheet.title == "LeNet-5"
    assert not run.differs


def test_the_order_is_the_persons_and_told_by_the_worker(room: Room) -> None:
    room.queue.arrange(["c", "a"])
    room.queue.remove("b")
    assert room.sent[-3:] == [Hasten("a"), Hasten("c"), Dequeue("b")]
    assert not room.queue.folders
    changes: list[None] = []
    room.queue.changed.connect(lambda: changes.append(None))
    room.tell(Queue(("c", "a", "d", "e")), Queue(("c", "a", "d", "e")))
    assert room.queue.folders == ("c", "a", "d", "e")
    assert len(changes) == 1
    room.sent.clear()
    room.queue.arrange(["d", "c", "a", "e"])
    assert room.sent == [Hasten("d")], "the others are in order then"


def test_when_the_worker_dies_they_are_lost_and_can_be_sent_to_another(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(2):
        room.queue.add()
    folders = room.folders()
    room.tell(Queue((folders[1],), folders[0]), STARTED)
    with qtbot.waitSignal(room.queue.stranded):
        room.runs.trainer.died.emit("It is gone.")
    assert room.queue.folders == ()
    runs = [*listing(tmp_path)]
    assert [str(run.path) for run in lost(runs)] == folders, "nothing was told of either"
    held = RunFolder(Path(folders[0])).reserve()
    assert held is not None
    (left,) = lost(runs)
    held.release()
    room.sent.clear()
    room.queue.add_kept([left])
    (asked,) = room.asked(Enqueue)
    assert isinstance(asked, Enqueue)
    assert (asked.start.folder, asked.start.resume) == (folders[1], False)


def test_a_refusal_is_told_and_nothing_waits(room: Room) -> None:
    told: list[str] = []
    room.runs.failed.connect(told.append)
    document = Snapshot.of(Document(PRESETS["line_filters"].network())).document
    room.editor.open(document)
    assert room.queue.add() is None
    assert told
    assert room.asked(Enqueue) == []
