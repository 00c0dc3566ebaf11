"""A quiet bar over the canvas, with a line below it in the colour of what it is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.ui import theme

MARGINS = 10, 6, 10, 6  # px around what is on it
_LINE = 2  # px


class Banner(QFrame):
    """Hidden until there is something that it `says`; where that stands is for the subclass."""

    def __init__(self, colour: Callable[[theme.Theme], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.says = QLabel()
        self.says.setWordWrap(True)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, line = theme.current(), QRect(self.rect())
        line.setTop(line.bottom() - _LINE + 1)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.card))
        painter.fillRect(line, QColor(self._colour(colours)))
        painter.end()
