"""Edges of fields and check boxes can be seen in light and dark (WCAG 2.2, 1.4.11: 3:1)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QSlider,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.inspector import Inspector
from app.ui.style import Style
from nodes.network import Node
from tests.app.ui.code.test_code import contrast
from tests.app.ui.panels import editor_with, type_into


@pytest.fixture(autouse=True)
def style(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().name()
    qapp.setStyle(Style())
    yield
    theme.apply(theme.LIGHT)
    qapp.setStyle(before)


def strongest(image: QImage, background: str) -> float:
    """The highest contrast that any pixel has against the background."""
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(18)}
    return max(contrast(colour, background) for colour in seen)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("kind", [QCheckBox, QLineEdit, QSlider])
def test_edges_are_seen(qtbot: QtBot, colours: theme.Theme, kind: type[QWidget]) -> None:
    theme.apply(colours)
    holder = QWidget()
    box = QVBoxLayout(holder)
    widget = kind()
    other = QLineEdit()  # has the focus, so that the widget is drawn without it
    box.addWidget(other)
    box.addWidget(widget)
    qtbot.addWidget(holder)
    holder.show()
    other.setFocus()
    qtbot.waitUntil(lambda: strongest(widget.grab().toImage(), colours.window) >= 3)
    assert contrast(colours.field_border, colours.window) >= 3
    assert contrast(colours.field_border, colours.base) >= 3


@pytest.mark.parametrize(
    "button",
    [
        QStyle.StandardPixmap.SP_TitleBarCloseButton,
        QStyle.StandardPixmap.SP_TitleBarNormalButton,
    ],
)
def test_the_buttons_of_docks_follow_the_theme(
    qapp: QApplication, button: QStyle.StandardPixmap
) -> None:
    theme.apply(theme.DARK)
    image = qapp.style().standardIcon(button).pixmap(16, 16).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(16)
        for y in range(16)
        if image.pixelColor(x, y).alphaF() > 0.9
    }
    assert QColor(theme.DARK.text).name() in inks


@pytest.mark.parametrize("colours", theme.THEMES.values(), ids=lambda t: t.name)
@pytest.mark.parametrize("focused", [False, True])
def test_a_field_that_is_invalid_has_an_edge_of_its_own(
    qtbot: QtBot, colours: theme.Theme, focused: bool
) -> None:
    theme.apply(colours)
    editor = editor_with(Node("conv", "Conv2d"), Node("relu", "ReLU"))
    inspector = Inspector(editor)
    qtbot.addWidget(inspector)
    inspector.resize(280, 600)
    with qtbot.waitActive(inspector):
        inspector.show()
        inspector.activateWindow()
    editor.select(["conv"])
    line = inspector.page.findChild(QLineEdit, "out_channels")
    other = inspector.page.findChild(QLineEdit, "name")
    assert line is not None
    assert other is not None

    def red() -> bool:
        """Whether an edge in the colour of errors is seen, all about the field."""
        (line if focused else other).setFocus()
        image = line.grab().toImage()
        far = 2 if focused else 0
        across = [image.pixelColor(image.width() // 2, y) for y in range(far, far + 3)]
        down = [image.pixelColor(x, image.height() // 2) for x in range(far, far + 3)]
        error = QColor(colours.error).name()
        return error in [c.name() for c in across] and error in [c.name() for c in down]

    assert not red()
    about = line.accessibleDescription()
    type_into(qtbot, line, "-3")
    assert editor.undo_label is None
    assert red()
    reason = line.accessibleDescription().removesuffix(about)
    assert "1" in reason
    type_into(qtbot, line, "32")
    assert not red()
    assert line.accessibleDescription() == about
    assert contrast(colours.error, colours.base) >= 4.5
    assert contrast(colours.error, colours.window) >= 3
