"""One image, large, with what an explanation lays over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.ui import scale, theme
from app.ui.results import pixels
from app.ui.rgb import Pixels

_PAD = 4  # px


class Picture(QWidget):
    """`weight` is how much of the overlay is seen, 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QPixmap | None = None
        self._heat: Pixels | None = None
        self._overlay: QPixmap | None = None
        self._colours = "viridis"
        self.weight = 0.5
        self.setMinimumSize(60, 60)

    @property
    def shows_image(self) -> bool:
        return self._image is not None

    @property
    def shows_overlay(self) -> bool:
        return self._overlay is not None

    def show_image(self, image: QPixmap | None) -> None:
        """Without an overlay, until that comes."""
        self._image = image
        self.show_overlay(None)

    def show_overlay(self, heat: Pixels | None) -> None:
        self._heat = heat
        self._paint_overlay()

    def set_colours(self, name: str) -> None:
        self._colours = name
        self._paint_overlay()

    def set_weight(self, weight: float) -> None:
        self.weight = weight
        self.update()

    def _paint_overlay(self) -> None:
        heat = self._heat
        self._overlay = None if heat is None else pixels.coloured(heat, self._colours)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scale.px(220), scale.px(220))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        if self._image is None:
            side = min(area.width(), area.height())
            square = QRect(0, 0, side, side)
            square.moveCenter(area.center())
            painter.fillRect(square, QColor(theme.current().grid))
            return
        pixels.draw(painter, self._image, area)
        if self._overlay is not None:
            painter.setOpacity(self.weight)
            pixels.draw(painter, self._overlay, area, smooth=True)
