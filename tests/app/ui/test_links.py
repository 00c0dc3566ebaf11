"""Links are readable in every theme."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.links import LinkLabel
from app.ui.theme import DARK, LIGHT


def test_a_link_takes_the_colour_of_the_theme_that_is_switched_to(qtbot: QtBot) -> None:
    label = LinkLabel('<a href="https://example.org">paper</a>')
    qtbot.addWidget(label)
    label.resize(120, 40)
    seen = []
    try:
        for each in (LIGHT, DARK):
            theme.apply(each)
            QApplication.sendPostedEvents()
            picture = label.grab().toImage()
            pixels = {
                picture.pixelColor(x, y).name()
                for x in range(picture.width())
                for y in range(picture.height())
            }
            seen.append(QColor(each.accent).name() in pixels)
    finally:
        theme.apply(LIGHT)
    assert seen == [True, True]
