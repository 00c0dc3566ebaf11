"""The parts that tell what becomes of an edited network: tags, bar and table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from app.analysis import analyse
from app.growth import Fate, plan
from app.training.messages import Rehearsed
from app.ui.canvas import CanvasView
from app.ui.canvas.fates import Fates, named
from app.ui.canvas.gestures.base import Pointer
from app.ui.growth.bar import GrowthBar
from app.ui.growth.dialog import GrowthDialog
from app.ui.growth.model import FatesModel, rows
from nodes.learning import Learning
from nodes.network import edits
from nodes.network.model import ROOT
from presets import preset
from tests.app.growth.changes import lenet, repeated, set_all
from tests.app.ui.panels import editor_on


def dialog(qtbot: QtBot) -> GrowthDialog:
    old, new = lenet(), set_all(lenet(), "conv1", out_channels=9)
    reports = analyse(old), analyse(new)
    made = GrowthDialog(plan(*reports), *reports, Learning(frozen=("conv1",)))
    qtbot.addWidget(made)
    return made


def test_tags_lie_on_cards_and_blocks(qtbot: QtBot) -> None:
    canvas = CanvasView(editor_on(preset("resnet20").network()))
    qtbot.addWidget(canvas)
    canvas.resize(600, 900)
    canvas.show()
    qtbot.waitExposed(canvas)
    fates = canvas.component(Fates)
    before = canvas.grab().toImage()
    grown = repeated(canvas.editor.network, "layer1", 4)
    fates.show(plan(canvas.editor.report, analyse(grown)).fates)
    assert fates.of("layer1") is Fate.INSERTED
    assert fates.of("layer2") is Fate.KEPT
    assert fates.of("relu") is None
    assert canvas.grab().toImage() != before

    canvas.navigator.zoom_to(1.0)
    canvas.show_node("layer1")
    qtbot.waitUntil(lambda: not canvas.navigator.gliding)
    x, y = canvas.layer.geometry.places[canvas.layer.geometry.index["layer1"]].tolist()
    at = Pointer(QPointF(x + 20, y - 4), QPointF(), Qt.KeyboardModifier.NoModifier)
    assert fates.tip(at) == "Is new, and begins so that it changes nothing"
    aside = Pointer(QPointF(x + 20, y + 40), QPointF(), Qt.KeyboardModifier.NoModifier)
    assert fates.tip(aside) == ""
    fates.show({})
    assert fates.tip(at) == ""


def test_a_bar_is_as_wide_as_there_is_room(qtbot: QtBot) -> None:
    bar = GrowthBar()
    qtbot.addWidget(bar)
    bar.show_text("Something else", possible=True, drawn=True)
    bar.resize(1400, 60)
    bar.show()
    qtbot.waitExposed(bar)

    def below() -> int:
        """How far the buttons are under the text."""
        return bar.go_on.geometry().center().y() - bar.says.geometry().center().y()

    qtbot.waitUntil(lambda: abs(below()) < bar.go_on.height() // 2)
    bar.resize(500, 120)
    qtbot.waitUntil(lambda: below() > bar.go_on.height() // 2)
    bar.show_text("", possible=False, drawn=False)
    assert bar.isHidden()


def test_a_table_of_all_layers(qtbot: QtBot) -> None:
    old = analyse(lenet())
    new = analyse(edits.rename(set_all(lenet(), "fc1", out_features=150), ROOT, "conv1", "first"))
    model = FatesModel()
    model.show_rows(rows(plan(old, new), old, new))
    cells = [[model.index(r, c).data() for c in range(5)] for r in range(model.rowCount())]
    assert cells[0][:4] == ["kept", "first", "6×1×5×5", "6×1×5×5"]
    assert cells[0][4] == "was conv1; goes on with what it has learned"
    assert cells[2][:4] == ["wider", "fc1", "120×400", "150×400"]


def test_what_reads_a_wider_layer_has_no_new_units() -> None:
    old, new = analyse(lenet()), analyse(set_all(lenet(), "conv2", out_channels=20))
    told = {row.path: row.words for row in rows(plan(old, new), old, new)}
    assert told["conv2"] == "is wider: its new units begin as copies of the old ones"
    assert told["fc1"].startswith("reads the copies")


def test_only_what_changes_is_listed_at_first(qtbot: QtBot) -> None:
    shown = dialog(qtbot)
    assert shown.says.text().startswith("All weights stay · 2 layers are widened. ")
    table = shown._model
    assert table.rowCount() == 2
    words = [table.index(row, 4).data() for row in range(2)]
    assert words[0].startswith("is wider and frozen: its new units stay copies")
    assert words[1].startswith("reads the copies")
    shown.everything.setChecked(True)
    assert table.rowCount() == 5


@pytest.mark.parametrize(
    ("found", "says", "possible"),
    [
        (Rehearsed(2e-6, 14.0, 1.0, 64), "at most 2e-06, where they reach 14. That is", True),
        (Rehearsed(3.0, 14.0, 0.5, 64), "by up to 3, where they reach 14. Of 50 %", True),
        (Rehearsed(reason="It cannot be built."), "It cannot be built.", False),
    ],
    ids=["rounding", "something else", "impossible"],
)
def test_what_was_measured(found: Rehearsed, says: str, possible: bool, qtbot: QtBot) -> None:
    shown = dialog(qtbot)
    assert not shown.go_on.isEnabled()
    shown.show_measured(found)
    assert says in shown.measured.text()
    assert shown.go_on.isEnabled() is possible


def test_every_fate_has_a_name() -> None:
    assert len({named(fate) for fate in (*Fate, None)}) == len(Fate) + 1
