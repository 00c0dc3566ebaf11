"""Pages about the selected node in another language, chosen while they are open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.training.messages import Nodes, NodeStats
from app.ui.language import texts
from app.ui.language.retelling import retell
from app.ui.live.nodepage import NodePage
from app.ui.live.story import Story
from tests.app.runs.played import told


def test_axes_and_figures_are_said_in_another_language(
    qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    table = {
        "{figure} · step": "{figure} · 步",
        "dead share (%)": "失活比例（%）",
        "step": "步",
        "{share} dead": "{share} 失活",
    }
    request.addfinalizer(lambda: texts.use_table({}))
    page = NodePage()
    qtbot.addWidget(page)
    events = told("healthy")
    story = Story(next(event for event, _ in events if isinstance(event, Nodes)))
    for event, payload in events:
        if isinstance(event, NodeStats):
            story.figures(event, payload)
    page.show_node(story, "act1")
    shown = page.readout.text()
    assert "dead" in shown
    for language in (table, {}):
        texts.use_table(language)
        retell(qapp)
        names = {plot.getAxis("bottom").labelText for plot in page.curves.values()}
        sides = {ridge.plot.getAxis("left").labelText for ridge in page.ridges.values()}
        if language:
            assert "失活比例（%） · 步" in names
            assert sides == {"步"}
            assert "失活" in page.readout.text()
    assert "dead share (%) · step" in names
    assert sides == {"step"}
    assert page.readout.text() == shown
