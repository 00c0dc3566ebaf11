"""The page of the selected node follows selection and run."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.training.messages import Buffers, Histograms, Nodes, NodeStats
from app.ui.editor import Editor
from app.ui.live.following import SelectedNode
from app.ui.live.nodepage import NodePage
from app.ui.live.stories import Stories
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import NOTHING
from tests.app.runs.played import folder, told


def test_the_page_tells_of_the_selected_node_while_it_is_in_view(qtbot: QtBot) -> None:
    editor = Editor()
    editor.open(folder("healthy").document())
    holder, page = QWidget(), NodePage()
    qtbot.addWidget(holder)
    qtbot.addWidget(page)
    runs = Runs(editor, lambda sheet: None, holder)
    SelectedNode(page, runs, editor, Stories(runs))
    assert page.empty == "Select a node to see how it learns"
    page.show()
    editor.select(["conv1"])
    assert page.empty == "Train to see how this node learns"
    run = Run(editor.sheet, editor.sheet.history)
    run.report, run.source = editor.report, editor.source
    runs._runs[editor.sheet] = runs._live = run
    runs.looked.emit()
    wish = runs._wishes["node"]
    assert wish.selected == "conv1"
    assert wish.shown == {"flow", "dead", "histograms", "buffers"}

    for event, payload in told("healthy"):
        if isinstance(event, Nodes | NodeStats):
            runs._arrived(event, payload)
    qtbot.waitUntil(lambda: page.readout.text().startswith("gradient / weight"))
    drawn = page.curves[0].listDataItems()[1]
    assert len(drawn.getOriginalDataset()[0]) > 10
    assert not page.ridges["weights"].isVisible()
    for step in (1, 2, 3):
        counts = np.arange(64, dtype=np.uint32)
        runs._arrived(
            Histograms("conv1", step, ("weights",), (-1.0,), (1.0,), 64), counts.tobytes()
        )
    qtbot.waitUntil(page.ridges["weights"].isVisible)
    assert not page.ridges["gradients"].isVisible()
    assert not page.curves[2].isVisible()
    runs._arrived(Buffers("conv1", 3, 2), np.ones(4, np.float32).tobytes())
    qtbot.waitUntil(page.curves[2].isVisible)
    assert not page.grab().isNull()

    editor.select(["act1"])
    assert "% dead" in page.readout.text()
    editor.select(["output"])
    runs.begun.emit(True)
    qtbot.waitUntil(lambda: page.empty == "Train to see how this node learns")
    page.hide()
    assert runs._wishes["node"] == NOTHING


def test_a_page_that_is_opened_late_tells_what_was_told_before(qtbot: QtBot) -> None:
    editor = Editor()
    editor.open(folder("healthy").document())
    holder, page = QWidget(), NodePage()
    qtbot.addWidget(holder)
    qtbot.addWidget(page)
    runs = Runs(editor, lambda sheet: None, holder)
    stories = Stories(runs)
    run = Run(editor.sheet, editor.sheet.history)
    run.report, run.source = editor.report, editor.source
    runs._runs[editor.sheet] = runs._live = run
    for event, payload in told("healthy"):
        if isinstance(event, Nodes | NodeStats):
            runs._arrived(event, payload)
    SelectedNode(page, runs, editor, stories)
    editor.select(["conv1"])
    page.show()
    assert page.readout.text().startswith("gradient / weight")
    page.hide()
