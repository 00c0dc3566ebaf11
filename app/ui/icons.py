"""Icons from resources/icons, drawn in the theme's text colour at the size and density asked for.

An icon looks the theme up whenever it is painted, so that it follows light and dark by itself.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from app.ui import theme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"


def icon(name: str) -> QIcon:
    """The icon resources/icons/NAME.svg; an empty one where there is no such file."""
    return QIcon(_Engine(name)) if (FOLDER / f"{name}.svg").is_file() else QIcon()


def family_icon(family: str) -> str:
    """The name of the icon of a family of layers, or of blocks."""
    name = f"family-{family.lower().replace(' ', '-')}"
    return name if (FOLDER / f"{name}.svg").is_file() else "family-block"


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """As lines, at every size, on paper too."""
    _renderer(name, colour.name()).render(painter, area)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name, colour)))


def _svg(name: str, colour: str) -> bytes:
    return (FOLDER / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())


class _Engine(QIconEngine):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _Engine(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return _rendered(self._name, size, scale, _colour(mode))


def _colour(mode: QIcon.Mode) -> str:
    colours = theme.current()
    if mode == QIcon.Mode.Selected:
        return colours.on_accent
    return colours.disabled if mode == QIcon.Mode.Disabled else colours.text


def _rendered(name: str, size: QSize, scale: float, colour: str) -> QPixmap:
    """The picture, `scale` pixels to a unit of `size`; cached by everything it depends on."""
    key = f"skipwire {name} {size.width()}x{size.height()}@{scale} {colour}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, pixmap)
    return pixmap
