"""The values of constant maps, written on them as far as there is room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

_ROOM = 4  # px around a figure


class MapFigures(QGraphicsItem):
    """Written in the size of the font, however the picture is zoomed."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.figures: Mapping[tuple[int, int], tuple[str, QColor]] = {}
        self._font = font
        self._all = QRectF()
        self._one = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_figures(
        self,
        figures: Mapping[tuple[int, int], tuple[str, QColor]],
        one: tuple[int, int],
        whole: tuple[int, int],
    ) -> None:
        """By left and top of the map: what is written, and the map's colour.

        `one` is the height and width of a map, `whole` those of the picture.
        """
        self.prepareGeometryChange()
        self.figures = figures
        self._one = QRectF(0, 0, one[1], one[0])
        self._all = QRectF(0, 0, whole[1], whole[0])
        self.update()

    def boundingRect(self) -> QRectF:
        return self._all

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        place = painter.worldTransform()
        painter.resetTransform()
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        for (left, top), (text, colour) in self.figures.items():
            room = place.mapRect(self._one.translated(left, top))
            if (
                metrics.horizontalAdvance(text) + _ROOM <= room.width()
                and metrics.height() <= room.height()
            ):
                light = colour.lightnessF() > 0.5
                painter.setPen(Qt.GlobalColor.black if light else Qt.GlobalColor.white)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
