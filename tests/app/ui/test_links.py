"""Links are readable in every theme, and opened by mouse and keyboard alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
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


def test_a_link_is_reached_and_opened_by_the_keyboard(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    holder, field, label = QWidget(), QLineEdit(), LinkLabel()
    label.show_link("A paper & more", "https://example.org/?a=1&b=2")
    column = QVBoxLayout(holder)
    column.addWidget(field)
    column.addWidget(label)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert label.hasFocus()
    assert (label.accessibleName(), label.toolTip()) == (
        "A paper & more",
        "https://example.org/?a=1&b=2",
    )
    assert opened == []
    qtbot.keyClick(label, Qt.Key.Key_Return)
    assert opened == [QUrl("https://example.org/?a=1&b=2")]
