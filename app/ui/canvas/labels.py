"""Texts of cards, cut to their width and laid out once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

from app.ui.canvas.summary import fitted

_SIZES = {"title": 14, "text": 12, "large": 28, "far": 38, "caption": 12}  # pixels at 100 %
_MOST_KEPT = 5_000  # texts, after which all are forgotten


class Labels:
    """Static texts in the fonts of the canvas, by what they say."""

    def __init__(self, font: QFont) -> None:
        self._fonts: dict[str, QFont] = {}
        for style, size in _SIZES.items():
            own = QFont(font)
            own.setPixelSize(size)
            own.setBold(style != "text")
            own.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # as in pictures
            # Texts are laid out at 100 % and scaled: hinted widths would not fit at other zooms.
            own.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[style] = own
        self._metrics = {style: QFontMetricsF(own) for style, own in self._fonts.items()}
        self._texts: dict[object, QStaticText] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def width(self, text: str, style: str) -> float:
        if (found := self._widths.get((text, style))) is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            found = self._widths[text, style] = self._metrics[style].horizontalAdvance(text)
        return found

    def draw(
        self, painter: QPainter, x: float, y: float, text: str, style: str, width: float
    ) -> None:
        """With the top left corner at a point, in the painter's pen."""
        key = (text, style, width)
        if (found := self._texts.get(key)) is None:
            found = self._keep(key, self._cut(text, style, width))
        painter.setFont(self._fonts[style])
        painter.drawStaticText(QPointF(x, y), found)

    def draw_right(self, painter: QPainter, right: float, y: float, text: str, style: str) -> None:
        """A short text, with its top right corner at a point."""
        if text:
            wide = self.width(text, style)
            self.draw(painter, right - wide, y, text, style, wide + 1)

    def draw_items(
        self, painter: QPainter, x: float, y: float, kind: str, items: Sequence[str], width: float
    ) -> None:
        """A kind with as many of its items as there is room for, none of them cut."""
        key = (kind, items, width)
        if (found := self._texts.get(key)) is None:
            text = fitted(kind, items, lambda t: self.width(t, "text") <= width)
            found = self._keep(key, self._cut(text, "text", width))
        painter.setFont(self._fonts["text"])
        painter.drawStaticText(QPointF(x, y), found)

    def _cut(self, text: str, style: str, width: float) -> str:
        return self._metrics[style].elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _keep(self, key: object, text: str) -> QStaticText:
        if len(self._texts) > _MOST_KEPT:
            self._texts.clear()
        found = self._texts[key] = QStaticText(text)
        found.setTextFormat(Qt.TextFormat.PlainText)
        found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        return found
