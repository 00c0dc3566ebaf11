"""What the pictures of layers are drawn with: cells, numbers, arrows, and the theme's colours.

Every picture is drawn on a paper of the same size and scaled as a whole, so that what fits once
fits at any width.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from app.ui import theme
from app.ui.theme import Theme

WIDE, TALL = 240.0, 132.0  # the paper, in px at scale 1
EDGE = 6.0  # left free on every side
_LEAST = 6  # px of the smallest letters
_SOURCES = (  # families whose colours tell apart where a cell comes from
    "Convolution", "Normalisation", "Pooling", "Linear", "Activation", "Merge", "Resampling",
    "Reshape",
)  # fmt: skip

Numbers = NDArray[np.float64]
Filled = Callable[[int, int], QColor | None]
Written = Callable[[int, int], str]
Align = Qt.AlignmentFlag
CENTRE = Align.AlignCenter
LEFT = Align.AlignLeft | Align.AlignVCenter
RIGHT = Align.AlignRight | Align.AlignVCenter


class Sketch:
    """A painter on the paper, with the colours of a theme and of the layer's family."""

    def __init__(self, painter: QPainter, colours: Theme, family: str, font: QFont) -> None:
        self.painter = painter
        self.colours = colours
        self.family = theme.family_colour(colours, family)
        self._font = QFont(font)
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)

    # --- colours ---------------------------------------------------------------------------------

    @property
    def paper(self) -> QColor:
        return QColor(self.colours.card)

    @property
    def ink(self) -> QColor:
        return QColor(self.colours.text)

    @property
    def muted(self) -> QColor:
        return QColor(self.colours.muted)

    @property
    def accent(self) -> QColor:
        return QColor(self.colours.accent)

    @property
    def line(self) -> QColor:
        return QColor(self.colours.card_border)

    @property
    def looked_at(self) -> QColor:
        """The fill of what takes part in the step that is shown."""
        return self.over(self.accent, 0.3)

    def tint(self, share: float) -> QColor:
        """The family's colour over the paper: 0 is none of it, 1 is all that text bears on it."""
        return self.over(self.family, 0.62 * min(max(share, 0.0), 1.0))

    def source(self, index: int) -> QColor:
        """The fill of cells that come from one place, told apart from the others."""
        colour = theme.family_colour(self.colours, _SOURCES[index % len(_SOURCES)])
        return self.over(colour, 0.42)

    def over(self, colour: QColor, share: float) -> QColor:
        return theme.mixed(self.colours.card, colour.name(), share)

    # --- strokes ---------------------------------------------------------------------------------

    def text(
        self,
        area: QRectF,
        said: str,
        size: int = 9,
        colour: QColor | None = None,
        align: Align = CENTRE,
        *,
        bold: bool = False,
    ) -> None:
        """One line, in smaller letters where it is too long for its area."""
        font = QFont(self._font)
        font.setBold(bold)
        for pixels in range(size, _LEAST - 1, -1):
            font.setPixelSize(pixels)
            metrics = QFontMetricsF(font)
            if metrics.horizontalAdvance(said) <= area.width():
                break
        else:
            said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, area.width())
        self.painter.setFont(font)
        self.painter.setPen(colour or self.muted)
        self.painter.drawText(area, align, said)

    def caption(self, said: str, y: float = TALL - 20, colour: QColor | None = None) -> None:
        """A line over the whole width, by default at the foot."""
        self.text(QRectF(EDGE, y, WIDE - 2 * EDGE, 14), said, 9, colour)

    def arrow(self, start: QPointF, end: QPointF, colour: QColor | None = None) -> None:
        colour = colour or self.muted
        self.painter.setPen(QPen(colour, 1.2))
        self.painter.drawLine(start, end)
        way = end - start
        length = float(np.hypot(way.x(), way.y())) or 1.0
        along = QPointF(way.x() / length, way.y() / length)
        across = QPointF(-along.y(), along.x())
        back = end - along * 4.5
        self.painter.setBrush(colour)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.drawPolygon(QPolygonF([end, back + across * 2.6, back - across * 2.6]))

    def stroke(self, start: QPointF, end: QPointF, colour: QColor, width: float = 1.0) -> None:
        self.painter.setPen(QPen(colour, width))
        self.painter.drawLine(start, end)

    def box(self, area: QRectF, fill: QColor | None, edge: QColor, width: float = 1.0) -> None:
        self.painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(edge, width))
        self.painter.drawRect(area)

    def rounded(self, area: QRectF, fill: QColor, edge: QColor, width: float = 1.2) -> None:
        self.painter.setBrush(fill)
        self.painter.setPen(QPen(edge, width))
        self.painter.drawRoundedRect(area, 5, 5)

    def disc(self, at: QPointF, radius: float, fill: QColor, edge: QColor) -> None:
        self.painter.setBrush(fill)
        self.painter.setPen(QPen(edge, 1.0))
        self.painter.drawEllipse(at, radius, radius)

    # --- cells -----------------------------------------------------------------------------------

    def cells(
        self,
        at: QPointF,
        size: tuple[int, int],
        cell: float,
        fill: Filled,
        written: Written,
        faint: Callable[[int, int], bool] = lambda r, c: False,
    ) -> QRectF:
        """A grid of rows and columns from its upper left corner; gives the area that it takes."""
        rows, columns = size
        for r in range(rows):
            for c in range(columns):
                area = QRectF(at.x() + c * cell, at.y() + r * cell, cell, cell)
                pale = faint(r, c)
                edge = QPen(self.line, 0.8)
                if pale:
                    edge.setStyle(Qt.PenStyle.DotLine)
                self.painter.setPen(edge)
                colour = fill(r, c)
                self.painter.setBrush(colour if colour is not None else Qt.BrushStyle.NoBrush)
                self.painter.drawRect(area)
                said = written(r, c)
                if said:
                    ink = self.muted if pale else self.ink
                    letters = max(_LEAST, min(10, round(cell * 0.62)))
                    self.text(area.adjusted(0.3, 0, -0.3, 0), said, letters, ink)
        return QRectF(at.x(), at.y(), columns * cell, rows * cell)

    def numbers(
        self, at: QPointF, values: Numbers, cell: float, lit: Sequence[tuple[int, int]] = ()
    ) -> QRectF:
        """A grid of numbers, the larger the deeper; those that are lit in the accent's colour."""
        chosen = set(lit)
        most = float(np.abs(values).max()) or 1.0

        def fill(r: int, c: int) -> QColor:
            return self.looked_at if (r, c) in chosen else self.tint(abs(values[r, c]) / most)

        rows, columns = values.shape
        return self.cells(at, (rows, columns), cell, fill, lambda r, c: number(values[r, c]))


def number(value: float) -> str:
    """A number as it fits into a cell: two digits of a fraction at most, with a true minus."""
    return f"{round(float(value), 1 if abs(value) >= 10 else 2):g}".replace("-", "−")


def seen(value: float) -> str:
    """A number in a sentence."""
    return f"{round(float(value), 2):g}".replace("-", "−")
