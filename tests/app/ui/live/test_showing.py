"""The canvas of a run shows what was chosen, and wishes for no more than that."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.training.messages import Event, Maps, Nodes, NodeStats
from app.ui import theme
from app.ui.canvas import CanvasView
from app.ui.canvas.wirecolours import shade
from app.ui.editor import Editor
from app.ui.live.menu import LiveMenu
from app.ui.live.modes import MODES
from app.ui.live.replay import Replay
from app.ui.live.showing import LiveCanvas
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import Wish
from nodes.network import ROOT
from nodes.network.edits import remove
from tests.app.runs.played import folder, told


class Room:
    """A canvas and a menu, with a recorded run of what is drawn."""

    def __init__(self, qtbot: QtBot, name: str) -> None:
        self.editor = Editor()
        self.editor.open(folder(name).document())
        self.canvas = CanvasView(self.editor)
        qtbot.addWidget(self.canvas)
        self.canvas.resize(600, 1200)
        self.canvas.show()
        qtbot.waitExposed(self.canvas)
        self.holder = QWidget()
        qtbot.addWidget(self.holder)
        self.runs = Runs(self.editor, lambda sheet: self.canvas, self.holder)
        self.replay = Replay(self.runs, self.editor)
        self.live = LiveCanvas(self.runs, lambda sheet: self.canvas, self.replay)
        self.menu = LiveMenu(self.live, self.holder)
        self.told: list[str] = []
        self.menu.told.connect(self.told.append)
        self.run = Run(self.editor.sheet, self.editor.sheet.history)
        self.run.report, self.run.source = self.editor.report, self.editor.source
        self.runs._runs[self.editor.sheet] = self.runs._live = self.run
        self.name = name

    def play(self, *kinds: type[Event]) -> None:
        for event, payload in told(self.name):
            if isinstance(event, kinds):
                self.runs._arrived(event, payload)

    @property
    def wish(self) -> Wish:
        return self.runs._wishes["canvas"]

    def levels(self) -> Mapping[str, int]:
        live = self.canvas.layer.look.live
        return live.wires if live is not None else {}

    def shows(self) -> str:
        live = self.canvas.layer.look.live
        return live.title if live is not None else ""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot, "vanishing")


def test_one_key_goes_through_everything_and_back(room: Room, qtbot: QtBot) -> None:
    room.play(Nodes, NodeStats)
    for mode in (*MODES[1:], MODES[0]):
        room.menu.next()
        assert room.shows() == (mode.title if mode.figures else "")
        assert room.wish.shown == (frozenset({mode.shown}) if mode.shown else frozenset())
        assert bool(room.wish.paths) is (mode.id == "maps")
        assert room.told[-1] == mode.title.replace("&", "")


def test_before_it_learns_it_is_said_that_there_is_nothing_yet(room: Room) -> None:
    room.menu.next()
    assert room.told == ["Activations on wires: shown once it learns"]
    assert room.shows() == ""


def test_feature_maps_are_on_the_cards_only_where_they_were_chosen(room: Room) -> None:
    room.play(Maps)
    assert len(room.canvas.layer.thumbnails)
    room.menu.next()
    assert not len(room.canvas.layer.thumbnails)
    room.play(Maps)
    assert not len(room.canvas.layer.thumbnails)


def test_new_figures_are_painted(qtbot: QtBot) -> None:
    room = Room(qtbot, "healthy")
    room.menu.next()
    room.menu.next()
    room.play(Nodes, NodeStats)
    qtbot.waitUntil(lambda: room.shows() == "Gradients on wires")
    room.canvas.fit()
    picture = room.canvas.viewport().grab().toImage()
    seen = {
        QColor(picture.pixel(x, y)).name()
        for y in range(picture.height())
        for x in range(picture.width() // 2 - 20, picture.width() // 2 + 20)
    }
    for path in ("conv1", "fc3"):
        assert shade(theme.current(), room.levels()[path]).name() in seen


def test_a_node_that_was_edited_away_shows_no_figures(room: Room, qtbot: QtBot) -> None:
    room.play(Nodes, NodeStats)
    room.menu.next()
    room.editor.apply("Remove", lambda network: remove(network, ROOT, ["act4"]))
    qtbot.waitUntil(lambda: "act4" not in room.levels())
    assert "act3" in room.levels()


def test_a_new_run_begins_without_the_figures_of_the_one_before(room: Room) -> None:
    room.play(Nodes, NodeStats)
    room.menu.next()
    assert room.shows()
    room.runs.begun.emit(True)
    assert room.shows() == ""


def test_the_menu_says_what_each_entry_shows(room: Room) -> None:
    assert isinstance(room.menu, QMenu)
    assert all(entry.statusTip() for entry in room.menu.actions())
    assert [entry.isChecked() for entry in room.menu.actions()] == [True] + [False] * 6
