"""The newest feature maps of every node, put together to one strip a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from app.ui.canvas.metrics import STRIP_HEIGHT, STRIP_WIDTH

_GAP = 5.0
_BAR = 14.0  # height of a vector, which is one map of height 1


class Thumbnails:
    """Pictures by the path of their node."""

    def __init__(self) -> None:
        self._images: dict[str, list[QImage]] = {}
        self._strips: dict[str, QPixmap] = {}
        self._scale = (0.0, 0.0)

    def __contains__(self, path: str) -> bool:
        return path in self._images

    def __len__(self) -> int:
        return len(self._images)

    def set(self, path: str, images: list[QImage]) -> None:
        self._strips.pop(path, None)
        if images:
            self._images[path] = images
        else:
            self._images.pop(path, None)

    def keep(self, fits: Callable[[str], bool]) -> None:
        for path in [path for path in self._images if not fits(path)]:
            self.set(path, [])

    def clear(self) -> None:
        self._images.clear()
        self._strips.clear()

    def strip(self, path: str, zoom: float, ratio: float) -> QPixmap:
        """STRIP_WIDTH × STRIP_HEIGHT at this zoom and pixel ratio."""
        if self._scale != (zoom, ratio):
            self._scale = (zoom, ratio)
            self._strips.clear()
        if (found := self._strips.get(path)) is None:
            found = self._strips[path] = _strip(self._images[path], zoom, ratio)
        return found


def _strip(images: list[QImage], zoom: float, ratio: float) -> QPixmap:
    scale = zoom * ratio
    strip = QPixmap(max(int(STRIP_WIDTH * scale), 1), max(int(STRIP_HEIGHT * scale), 1))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.scale(zoom, zoom)
    # Small maps keep their pixels apart; large ones are smoothed on their way down.
    hint = QPainter.RenderHint.SmoothPixmapTransform
    if images[0].height() == 1:
        top = (STRIP_HEIGHT - _BAR) / 2
        painter.setRenderHint(hint, images[0].width() > STRIP_WIDTH * scale)
        painter.drawImage(QRectF(0, top, STRIP_WIDTH, _BAR), images[0])
    else:
        painter.setRenderHint(hint, images[0].height() > STRIP_HEIGHT * scale)
        fitting = int((STRIP_WIDTH + _GAP) / (STRIP_HEIGHT + _GAP))
        for k, image in enumerate(images[:fitting]):
            width = STRIP_HEIGHT * min(image.width() / image.height(), 1.0)
            height = STRIP_HEIGHT * min(image.height() / image.width(), 1.0)
            left = k * (STRIP_HEIGHT + _GAP) + (STRIP_HEIGHT - width) / 2
            painter.drawImage(QRectF(left, (STRIP_HEIGHT - height) / 2, width, height), image)
    painter.end()
    return strip
