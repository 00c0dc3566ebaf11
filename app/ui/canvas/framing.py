"""Frames as they are seen: a tinted area, and on its upper edge the title that it is moved by."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.canvas.metrics import OVERVIEW_BELOW
from app.ui.language import tr
from app.ui.theme import DARK, Theme, mixed
from nodes.network import Colour, Frame

_HUES = {  # in a light and in a dark theme; Okabe and Ito's (2008), as those of the cards
    Colour.GREY: ("#59636e", "#a3abb6"),
    Colour.BLUE: ("#0072b2", "#56b4e9"),
    Colour.GREEN: ("#00755a", "#2fc79a"),
    Colour.YELLOW: ("#b59f00", "#f0e442"),
    Colour.ORANGE: ("#c77700", "#e69f00"),
    Colour.RED: ("#c1440e", "#ff7a59"),
    Colour.PURPLE: ("#8a4fbb", "#c49df5"),
}
_FILL, _TAB, _EDGE = 0.10, 0.26, 0.55  # shares of the hue in the colour of the canvas
STRIP = 24.0  # how high the title is at 100 %
_TITLE = 14  # pixels of its letters
_LEAST = 13.0  # pixels on the screen, from however far
_SMALL = 10.0  # the same, where a card stands close above
_ASIDE = 4.0  # pixels between a frame and a title beside it
_ROUND = 6.0
_INSET = 8.0  # pixels beside the title, which is as large as the tab is high
_WIDE = 96.0  # pixels on the screen, which a title may take of a frame that is narrower
_NARROW = 24.0  # pixels on the screen, below which a frame has no tab


def hue(theme: Theme, colour: Colour) -> str:
    light, dark = _HUES[colour]
    return dark if theme is DARK else light


def colour_names() -> dict[Colour, str]:
    """What the colours of frames are called."""
    return {
        Colour.GREY: tr("Grey"),
        Colour.BLUE: tr("Blue"),
        Colour.GREEN: tr("Green"),
        Colour.YELLOW: tr("Yellow"),
        Colour.ORANGE: tr("Orange"),
        Colour.RED: tr("Red"),
        Colour.PURPLE: tr("Purple"),
    }


def by_size(frames: Sequence[Frame]) -> list[tuple[int, Frame]]:
    """With their numbers, the largest first: others may lie in it, and are painted over it."""
    return sorted(enumerate(frames), key=lambda each: -each[1].box[2] * each[1].box[3])


def _anywhere(place: QRectF) -> bool:
    return True


class Frames:
    """Paints frames in one theme and font; tells where the tab is."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = QFont(font)
        self._font.setPixelSize(_TITLE)
        self._font.setBold(True)
        self._metrics = QFontMetricsF(self._font)

    def tab(
        self,
        box: QRectF,
        title: str,
        zoom: float,
        free: Callable[[QRectF], bool] = _anywhere,
        kept: tuple[float, float] = (math.inf, -math.inf),
    ) -> QRectF:
        """On the upper edge of the frame, outside, so that it covers nothing in it.

        Empty where there is no room for one. It is as wide as the frame at most, or as wide as a
        few letters need. From afar it grows against the cards: where that place is not `free` it
        is smaller, as long as it can be read, or hangs beside the corner; to the left it goes
        beyond what is `kept` free from there to there.
        """
        if box.width() * zoom < _NARROW:
            return QRectF()
        tabs = self._tabs(box, title, zoom, kept)
        return next((tab for tab in tabs if free(tab)), None) or self._above(box, title, zoom, 1.0)

    def reach(self, title: str, zoom: float) -> tuple[float, float]:
        """How far a title may be beyond its frame, across and down."""
        scale = max(1.0, _LEAST / _TITLE / zoom)
        return max(self._wanted(title) * scale, _WIDE / zoom) + _ASIDE / zoom, STRIP * scale

    def _tabs(
        self, box: QRectF, title: str, zoom: float, kept: tuple[float, float]
    ) -> Iterator[QRectF]:
        """Where a title may be, the best place first."""
        scale = max(1.0, _LEAST / _TITLE / zoom)
        above = self._above(box, title, zoom, scale)
        yield above
        yield self._above(box, title, zoom, max(1.0, _SMALL / _TITLE / zoom))
        whole = QRectF(above)
        whole.setWidth(self._wanted(title) * scale)
        gap = _ASIDE / zoom
        after = whole.translated(QPointF(box.right() + gap, box.top()) - whole.topLeft())
        before = whole.translated(QPointF(box.left() - gap, box.top()) - whole.topRight())
        if before.left() < kept[1]:
            before.moveRight(min(before.right(), kept[0] - gap))
        # from afar the names of cards stand after them
        yield from (before, after) if zoom < OVERVIEW_BELOW else (after, before)

    def _above(self, box: QRectF, title: str, zoom: float, scale: float) -> QRectF:
        wide = min(self._wanted(title) * scale, max(box.width(), _WIDE / zoom))
        return QRectF(box.left(), box.top() - STRIP * scale, wide, STRIP * scale)

    def _wanted(self, title: str) -> float:
        return self._metrics.horizontalAdvance(title or " ") + 2 * _INSET + 1

    def paint(self, painter: QPainter, frame: Frame, box: QRectF, *, selected: bool) -> None:
        """The area, behind everything."""
        zoom = painter.worldTransform().m11()
        theme, own = self._theme, hue(self._theme, frame.colour)
        edge = QColor(theme.accent) if selected else mixed(theme.canvas, own, _EDGE)
        painter.setPen(QPen(edge, max(2.0, 2 / zoom) if selected else max(1.2, 1 / zoom)))
        painter.setBrush(mixed(theme.canvas, own, _FILL))
        if zoom < OVERVIEW_BELOW:
            painter.drawRect(box)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(box, _ROUND, _ROUND)

    def paint_tab(self, painter: QPainter, frame: Frame, tab: QRectF, *, selected: bool) -> None:
        """The title, above everything, so that it can be read from afar."""
        theme, own = self._theme, hue(self._theme, frame.colour)
        if tab.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent) if selected else mixed(theme.canvas, own, _TAB))
        painter.drawRoundedRect(tab, _ROUND / 2, _ROUND / 2)
        scale = tab.height() / STRIP
        painter.save()
        painter.translate(tab.topLeft())
        painter.scale(scale, scale)
        room = tab.width() / scale - 2 * _INSET
        text = self._metrics.elidedText(frame.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.on_accent if selected else theme.text))
        painter.drawText(QPointF(_INSET, 5 + self._metrics.ascent() - 1), text)
        painter.restore()
