"""The filters of the selected convolution and their change, while the page is in view."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.training.messages import Filters
from app.ui.editor import Editor
from app.ui.live.filterspage import FiltersPage, SelectedFilters
from app.ui.live.replay import Replay
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import NOTHING
from nodes.network import ROOT
from nodes.network.edits import set_enabled
from tests.app.runs.played import folder


def test_filters_follow_the_selection_and_are_wished_for_only_in_view(qtbot: QtBot) -> None:
    editor = Editor()
    editor.open(folder("healthy").document())
    holder, page = QWidget(), FiltersPage()
    qtbot.addWidget(holder)
    qtbot.addWidget(page)
    runs = Runs(editor, lambda sheet: None, holder)
    SelectedFilters(page, runs, editor, Replay(runs, editor))
    assert page.empty == "Select a convolution to see its filters"
    editor.select(["conv1"])
    assert page.empty == "Train to see these filters change"
    run = Run(editor.sheet, editor.sheet.history)
    run.report, run.source = editor.report, editor.source
    runs._runs[editor.sheet] = runs._live = run
    runs.looked.emit()
    assert runs._wishes["filters"] == NOTHING
    page.show()
    assert runs._wishes["filters"].shown == {"filters"}
    assert page.empty == "Waiting for the first filters"

    pixels = np.arange(6 * 25, dtype=np.uint8).tobytes()
    for change in (False, True):
        lows, highs = (-0.5,) * 6, (0.5 - 0.25 * change,) * 6
        runs._arrived(Filters("conv1", 40, 6, 5, 5, 6, lows, highs, change), pixels)
    assert page.empty == ""
    assert "−0.5 … 0.5" in page.titles[False].text()
    assert "−0.5 … 0.25" in page.titles[True].text()
    assert "−0.5 … 0.25" in page.titles[True].toolTip(), "where there is no room for it"
    assert page.canvases[True].grid.count == 6
    runs._arrived(Filters("conv2", 40, 6, 5, 5, 6, (0.0,) * 6, (1.0,) * 6, False), pixels)
    assert page.path == "conv1"

    editor.select(["act1"])
    assert page.empty == "Select a convolution to see its filters"
    editor.select(["conv1"])
    editor.apply("Switch off", lambda network: set_enabled(network, ROOT, ["conv1"], False))
    assert page.empty == "Select a convolution to see its filters"
    page.hide()
    assert runs._wishes["filters"] == NOTHING
