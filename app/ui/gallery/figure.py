"""Paints the figure of a network in an area, and a widget that shows nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gallery import Bar, Figure
from app.gallery.figure import LANE, MORE
from app.ui import theme
from app.ui.language import tr

_UNIT = 1.5  # the most pixels that a tenth of a unit takes
_ARCS = 0.26  # of the height, for the arcs above the bars
_NOTES = 12  # px below the bars, for how many copies are left out


def paint_figure(painter: QPainter, area: QRectF, figure: Figure) -> None:
    """The figure in the middle of the area, as large as it may be."""
    _Drawing(area, figure).paint(painter)


class _Drawing:
    """Where the parts of a figure stand in an area."""

    def __init__(self, area: QRectF, figure: Figure) -> None:
        self._figure = figure
        self._scale = min(area.width() / max(figure.length, 1), _UNIT)
        self._left = area.center().x() - figure.length * self._scale / 2
        above = area.height() * _ARCS if figure.arcs else 0.0
        self._head = above
        self._area = area
        self._bars = area.adjusted(0, above, 0, -_NOTES if figure.more else 0)

    def paint(self, painter: QPainter) -> None:
        colours = theme.current()
        self._notes(painter, QColor(colours.muted))
        wire = QColor(colours.wire)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(wire, 1.0))
        bars = self._figure.bars
        for source, target in self._figure.wires:
            painter.drawLine(self._right(bars[source]), self._left_of(bars[target]))
        for bar in bars:
            if bar.family == LANE:
                painter.drawLine(self._left_of(bar), self._right(bar))
        painter.drawPath(self._arcs())
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in bars:
            if bar.family == MORE:
                self._dots(painter, bar, wire)
            elif bar.family != LANE:
                painter.setBrush(theme.family_colour(colours, bar.family))
                box = self._box(bar)
                round_ = min(1.5, box.width() / 4)
                painter.drawRoundedRect(box, round_, round_)

    def _notes(self, painter: QPainter, colour: QColor) -> None:
        """Under the marks for copies left out, how many they are."""
        font = QFont(painter.font())
        font.setPointSizeF(0.8 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(colour)
        for at, left_out in self._figure.more:
            middle = self._box(self._figure.bars[at]).center().x()
            room = QRectF(middle - 40, self._area.bottom() - _NOTES, 80, _NOTES)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, f"+{left_out}")

    def _arcs(self) -> QPainterPath:
        path = QPainterPath()
        longest = max((self._span(a, b) for a, b in self._figure.arcs), default=1.0)
        for source, target in self._figure.arcs:
            a, b = self._box(self._figure.bars[source]), self._box(self._figure.bars[target])
            start, end = QPointF(a.center().x(), a.top()), QPointF(b.center().x(), b.top())
            top = min(self._box(bar).top() for bar in self._figure.bars[source : target + 1])
            rise = self._head * (0.35 + 0.65 * self._span(source, target) / longest)
            peak = max(min(top, a.top(), b.top()) - rise, self._bars.top() - self._head)
            path.moveTo(start)
            lift = (peak - start.y()) * 4 / 3, (peak - end.y()) * 4 / 3
            path.cubicTo(start + QPointF(0, lift[0]), end + QPointF(0, lift[1]), end)
        return path

    def _span(self, source: int, target: int) -> float:
        return float(self._figure.bars[target].x - self._figure.bars[source].x)

    def _dots(self, painter: QPainter, bar: Bar, colour: QColor) -> None:
        painter.setBrush(colour)
        box, radius = self._box(bar), max(0.12 * bar.width * self._scale, 0.7)
        for k in (0.15, 0.5, 0.85):
            at = QPointF(box.left() + k * box.width(), box.center().y())
            painter.drawEllipse(at, radius, radius)

    def _box(self, bar: Bar) -> QRectF:
        height = self._bars.height() * bar.height / 100
        middle = self._bars.top() + self._bars.height() * bar.y / 100
        left = self._left + bar.x * self._scale
        width = max(bar.width * self._scale, 1.0) if bar.family != LANE else 0.0
        return QRectF(left, middle - height / 2, width, height)

    def _left_of(self, bar: Bar) -> QPointF:
        box = self._box(bar)
        return QPointF(box.left(), box.center().y())

    def _right(self, bar: Bar) -> QPointF:
        box = self._box(bar)
        return QPointF(box.right(), box.center().y())


class FigureView(QWidget):
    """One figure, on the colour of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def show_figure(self, figure: Figure, name: str) -> None:
        self._figure = figure
        self.setAccessibleName(tr("Figure of {name}", name=name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.card_border), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self._figure is not None:
            paint_figure(painter, QRectF(self.rect()).adjusted(12, 10, -12, -10), self._figure)
        painter.end()
