"""Texts of cards, cut to their width and laid out once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

_SIZES = {"title": 14, "text": 12, "large": 28, "far": 38}  # pixels at 100 %


class Labels:
    """Static texts in the fonts of the canvas, by what they say."""

    def __init__(self, font: QFont) -> None:
        self._fonts: dict[str, QFont] = {}
        for style, size in _SIZES.items():
            own = QFont(font)
            own.setPixelSize(size)
            own.setBold(style != "text")
            # Texts are laid out at 100 % and scaled: hinted widths would not fit at other zooms.
            own.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[style] = own
        self._metrics = {style: QFontMetricsF(own) for style, own in self._fonts.items()}
        self._texts: dict[tuple[str, str, float], QStaticText] = {}

    def width(self, text: str, style: str) -> float:
        return self._metrics[style].horizontalAdvance(text)

    def draw(
        self, painter: QPainter, x: float, y: float, text: str, style: str, width: float
    ) -> None:
        """With the top left corner at a point, in the painter's pen."""
        key = (text, style, width)
        if (found := self._texts.get(key)) is None:
            if len(self._texts) > 5000:
                self._texts.clear()
            cut = self._metrics[style].elidedText(text, Qt.TextElideMode.ElideRight, width)
            found = self._texts[key] = QStaticText(cut)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        painter.setFont(self._fonts[style])
        painter.drawStaticText(QPointF(x, y), found)
