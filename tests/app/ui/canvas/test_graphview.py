"""A view that only shows a graph, such as that of an older version."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.canvas.graphview import GraphView
from tests.app.ui.panels import editor_with


def test_it_has_the_ground_of_the_canvas(qtbot: QtBot) -> None:
    view = GraphView(editor_with())
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    corner = view.grab().toImage().pixelColor(3, 3)
    assert corner == QColor(theme.current().canvas)
