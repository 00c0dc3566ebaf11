"""Colours of the cells of a confusion matrix, and the names above them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui import scale
from app.ui.theme import current

Shares = NDArray[np.float64]  # 0 to 1, what cells are shaded by
_LONGEST = 90  # px at 100 % of a name that stands upright
_PAD = 3
_HALF = 0.55  # of a shade, from which text on it is of the other colour


def colours_of(shares: Shares, right: NDArray[np.bool_]) -> QImage:
    """A pixel for every cell, in the theme's colours; `right` says which are on the diagonal.

    The square root of a share shades a mistake, so that few of many are seen.
    """
    theme = current()
    base, accent, error = (_rgb(name) for name in (theme.base, theme.accent, theme.error))
    strong = np.where(right[..., None], accent, error)
    drawn = base + (strong - base) * _depths(shares, right)[..., None]
    pixels = np.ascontiguousarray(drawn.round().astype(np.uint8))
    height, width = shares.shape
    # a copy, for Qt does not keep the array
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def text_colours(shares: Shares, right: NDArray[np.bool_]) -> NDArray[np.str_]:
    """What can be read on every cell."""
    theme = current()
    strong = np.where(right, theme.on_accent, theme.on_error)
    return np.where(_depths(shares, right) > _HALF, strong, theme.text)


def _rgb(name: str) -> NDArray[np.int_]:
    colour = QColor(name)
    return np.array([colour.red(), colour.green(), colour.blue()])


def _depths(shares: Shares, right: NDArray[np.bool_]) -> Shares:
    return np.where(right, shares, np.sqrt(shares))


class NamesAbove(QHeaderView):
    """Names of columns, upright where the columns are too narrow for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._longest = 0

    @property
    def upright(self) -> bool:
        return self._longest + 2 * _PAD > self.defaultSectionSize()

    def measure(self) -> None:
        """The names or their font are others."""
        model, metrics = self.model(), self.fontMetrics()
        names = (model.headerData(k, self.orientation()) for k in range(self.count()))
        self._longest = max((metrics.horizontalAdvance(str(name)) for name in names), default=0)

    def sizeHint(self) -> QSize:
        high = self.fontMetrics().height() + 2 * _PAD
        if self.upright:
            high = max(high, min(self._longest, scale.px(_LONGEST)) + 2 * _PAD)
        return QSize(super().sizeHint().width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        colours = current()
        painter.save()
        painter.fillRect(rect, QColor(colours.window))
        name = str(self.model().headerData(at, self.orientation()))
        here = self.selectionModel().currentIndex().column() == at
        painter.setPen(QColor(colours.text if here else colours.muted))
        painter.setFont(self.font())
        room = rect.height() if self.upright else rect.width()
        told = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room - 2 * _PAD)
        if self.upright:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(_PAD, 0, rect.height() - _PAD, rect.width()), side, told)
        else:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, told)
        painter.restore()
