"""Buttons without an edge, as they stand in bars."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.ui.icons import icon
from app.ui.language import tr


def flat(text: str, tip: str, sign: str = "", name: str = "") -> QToolButton:
    """In the language in force; with an icon before the text, where there is a `sign`.

    `name` is what is read out, where the text is no word.
    """
    button = QToolButton()
    button.setAutoRaise(True)
    if sign:
        button.setIcon(icon(sign))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText(tr(text))
    button.setToolTip(tr(tip))
    button.setAccessibleName(tr(name or text))
    return button
