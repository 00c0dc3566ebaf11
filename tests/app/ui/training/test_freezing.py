"""What is frozen in the run in hand alone is seen on the cards and in the inspector meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.analysis import analyse
from app.training.controls import InHand, freezing
from app.training.messages import Changed
from app.ui.canvas import CanvasView
from app.ui.canvas.cards import Card
from app.ui.inspector import Inspector
from app.ui.training.freezing import in_force, show_frozen
from nodes.learning import Learning
from nodes.network import Frozen
from nodes.network.edits import set_frozen
from nodes.network.model import ROOT
from presets import PRESETS
from tests.app.ui.queue.room import FINISHED, STARTED, Room


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    return Room(tmp_path, monkeypatch)


def turn(room: Room, step: int, frozen: Frozen, *paths: str) -> None:
    """The worker has made such a change."""
    run, history = room.runs.shown, room.runs.history
    assert run is not None
    assert history is not None
    change = freezing(in_force(run, history).learning, paths, frozen)
    assert change is not None
    room.tell(Changed(step, change))


def test_cards_and_inspector_tell_of_the_run_and_of_the_drawing(room: Room, qtbot: QtBot) -> None:
    show_frozen(room.runs)
    canvas, inspector = CanvasView(room.editor), Inspector(room.editor)
    for widget in (canvas, inspector):
        qtbot.addWidget(widget)
    room.editor.apply("Freeze", lambda n: set_frozen(n, ROOT, ["fc1"], Frozen.WEIGHTS))
    room.runs.train()
    room.tell(STARTED)

    def card(name: str) -> Card:
        return canvas.layer.card_of[name]

    def told() -> str:
        note = inspector.findChild(QLabel, "note frozen around")
        assert note is not None
        return note.text()

    assert (card("conv1").flake, card("fc1").flake) == (False, True)
    assert card("fc1").state == "120 · frozen"

    turn(room, 3, Frozen.WEIGHTS, "conv1")
    assert card("conv1").flake
    assert card("conv1").state == "6×28×28 · frozen now"
    assert "In the run that is under way it is frozen." in card("conv1").tip
    assert not card("act1").flake, "it has no weights"
    room.editor.select(["conv1"])
    assert "frozen now" in told()

    turn(room, 5, Frozen.NO, "fc1")
    assert card("fc1").state == "120 · learns now"
    room.editor.select(["fc1"])
    assert "learns now" in told()

    room.editor.apply("Freeze", lambda n: set_frozen(n, ROOT, ["conv1"], Frozen.WEIGHTS))
    assert card("conv1").state == "6×28×28 · frozen", "as drawn, and in the run"
    room.editor.undo()
    room.tell(FINISHED)
    assert not card("conv1").flake
    assert card("fc1").state == "120 · frozen"
    assert told() == ""


def test_a_block_tells_of_what_is_in_it() -> None:
    report = analyse(PRESETS["resnet20"].network())
    drawn, inside = report.learning, next(p for p in report.nodes if p.endswith(".conv1"))
    block = inside.rpartition(".")[0]
    run = InHand(Learning(frozen=(inside,)), report)
    assert run.apart(block, drawn) is Frozen.WEIGHTS
    assert run.apart(inside, drawn) is Frozen.WEIGHTS
    assert run.apart(inside, Learning(frozen=(inside,))) is None
    assert run.apart(inside, Learning(frozen=(block,))) is None, "by the block around"
    assert InHand(drawn, report).apart(block, Learning(frozen=(block,))) is Frozen.NO
    assert run.apart("gone", Learning(frozen=("gone",))) is None, "it is not in the run"
