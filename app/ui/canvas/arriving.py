"""What is dragged here from another canvas: shown where it would stand, and put there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.canvas.clearing import clear_place
from app.ui.canvas.component import Component
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.carry import Carry, Load
from app.ui.canvas.gestures.move import Move
from app.ui.canvas.gestures.notes import Note, paint_note
from app.ui.canvas.metrics import snapped
from app.ui.canvas.pasting import chosen, create, paste_in_view
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import Position, clipboard

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class Arriving(Component):
    """Shows outlines while something is dragged over the canvas from another one.

    That of the canvas that it is dragged from hands the gesture over, and takes it back.
    """

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._boxes: Sequence[QRectF] = ()
        self._at, self._pointer, self._said = QPointF(), QPointF(), ""

    def instead(self, gesture: Gesture, at: Pointer) -> Gesture:
        if isinstance(gesture, Carry):
            return gesture if _under(self.canvas, at) is gesture.target else gesture.back()
        if not isinstance(gesture, Move) or (target := _under(self.canvas, at)) is None:
            return gesture
        if not (gesture.names or gesture.marks.frames or gesture.marks.notes):
            return gesture  # a point of a wire is nothing by itself
        gesture.cancel()
        load = Load(self.canvas, gesture.names, gesture.marks)
        return Carry(gesture, target, target.component(Arriving), load)

    def show(self, load: Load, at: Position, pointer: QPointF, said: str) -> None:
        """With the top left at a point of the scene; `said` stands beside the pointer."""
        self._boxes, self._said, self._pointer = load.boxes, said, pointer
        self._at = QPointF(snapped(at[0]), snapped(at[1]))
        self.canvas.viewport().update()

    def clear(self) -> None:
        self._boxes = ()
        self.canvas.viewport().update()

    def put(self, load: Load, at: Position | None, *, moved: bool) -> bool:
        """Have it here, at a point of the scene or where there is room; whether that was done."""
        canvas, name = self.canvas, load.source.editor.sheet.title
        label, scope = tr("Copy from {name}", name=name), canvas.editor.scope
        try:
            text = load.copied()
        except SkipwireError as error:
            canvas.editor.refuse(str(error))
            return False
        if at is None:
            done = paste_in_view(canvas, label, text)
        else:
            there = self._free(load, at)
            done = create(canvas, label, lambda n: clipboard.paste(n, scope, text, there))
        if done and moved:
            load.remove(canvas.editor.sheet.title)
        return done

    def _free(self, load: Load, at: Position) -> Position:
        """The nearest place where it covers nothing."""
        around = reduce(QRectF.united, load.boxes)
        box = snapped(at[0]), snapped(at[1]), around.width(), around.height()
        editor = self.canvas.editor
        return clear_place(editor.network, editor.graph, box, frozenset())

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        if not self._boxes:
            return
        theme = self.canvas.layer.theme
        colour = QColor(theme.accent)
        painter.save()
        painter.translate(self._at)
        pen = QPen(colour, 1.5, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        colour.setAlphaF(0.12)
        painter.setBrush(colour)
        for box in self._boxes:
            painter.drawRoundedRect(box, 7, 7)
        painter.restore()
        paint_note(painter, self.canvas, self._pointer, Note(self._said, "leads"), theme)


def send(source: CanvasView, target: CanvasView, *, moved: bool) -> bool:
    """Have what is selected in one canvas in the other, where there is room."""
    names, marks = chosen(source)
    load = Load(source, names, marks)
    return bool(load.boxes) and target.component(Arriving).put(load, None, moved=moved)


def _under(canvas: CanvasView, at: Pointer) -> CanvasView | None:
    """The other canvas that the pointer is over, if it is."""
    viewport = canvas.viewport()
    if viewport.rect().contains(at.view.toPoint()):
        return None
    window = canvas.window()
    under = window.childAt(viewport.mapTo(window, at.view.toPoint()))
    while under is not None and not isinstance(under, type(canvas)):
        under = under.parentWidget()
    return under
