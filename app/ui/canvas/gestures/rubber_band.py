"""Selecting the cards that a rectangle touches."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.surroundings import marks_in


class RubberBand(Gesture):
    waits = True

    def begin(self) -> None:
        self._before = self.canvas.editor.selection
        self._band = QRectF(self.start.scene, self.start.scene)
        self._kept = self._before if self.start.adds else frozenset[str]()
        self.canvas.select_wires(())

    def move(self, at: Pointer) -> None:
        self._band = QRectF(self.start.scene, at.scene).normalized()
        geometry = self.canvas.layer.geometry
        band = self._band
        touched = geometry.cards_in((band.left(), band.top(), band.right(), band.bottom()))
        self.canvas.editor.select(self._kept | {geometry.names[i] for i in touched})
        area = (band.left(), band.top(), band.right(), band.bottom())
        self.canvas.select_wires((), marks_in(self.canvas.editor.graph, area))

    def finish(self, at: Pointer) -> None:
        self.move(at)

    def click(self) -> None:
        if not self.start.adds:
            self.canvas.editor.select(())
            self.canvas.select_wires(())

    def cancel(self) -> None:
        self.canvas.editor.select(self._before)
        self.canvas.select_wires(())

    def paint(self, painter: QPainter) -> None:
        colour = QColor(self.canvas.layer.theme.accent)
        painter.setPen(QPen(colour, 0))
        colour.setAlphaF(0.12)
        painter.setBrush(colour)
        painter.drawRect(self._band)
