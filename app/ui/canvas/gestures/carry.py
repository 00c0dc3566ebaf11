"""Dragging what is moved on over the canvas beside this one, where it is copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from app.ui.canvas.changes import deleted
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.surroundings import around
from app.ui.language import tr
from nodes.network import Graph, Position, clipboard
from nodes.network.edits.marks import Marks

if TYPE_CHECKING:
    from app.ui.canvas.arriving import Arriving
    from app.ui.canvas.view import CanvasView

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_DRAWN = 300  # boxes at most; of more only what is around them


class Load:
    """Nodes, frames and notes of a canvas that are on their way to another."""

    def __init__(self, source: CanvasView, names: frozenset[str], marks: Marks) -> None:
        self.source = source
        self.names, self.marks = names, replace(marks, points=frozenset())
        editor, geometry = source.editor, source.layer.geometry
        left, top, right, bottom = around(geometry, editor.graph, names, self.marks) or (0, 0, 0, 0)
        self.corner: Position = left, top
        boxes = [
            (*geometry.places[k], *geometry.sizes[k])
            for k in map(geometry.index.__getitem__, names)
        ]
        boxes += [editor.graph.frames[k].box for k in self.marks.frames]
        boxes += [editor.graph.notes[k].box for k in self.marks.notes]
        if len(boxes) > _DRAWN:
            boxes = [(left, top, right - left, bottom - top)]
        self.boxes = [QRectF(x - left, y - top, wide, high) for x, y, wide, high in boxes]

    def copied(self) -> str:
        """As text, with the wires among them; raises EditError."""
        editor = self.source.editor
        return clipboard.copy(editor.network, editor.scope, self.names, self.marks)

    def remove(self, to: str) -> None:
        """They are elsewhere now: have them here no more."""
        editor = self.source.editor
        edit = deleted(editor.scope, self.names, (), self.marks)
        editor.apply(tr("Move to {name}", name=to), edit)


class Carry(Gesture):
    """Goes on for `before`, a gesture that moves things, as long as the pointer is over `target`.

    What is let go there is copied, with Shift held it is moved: a step of the history of either
    document.
    """

    cursor = Qt.CursorShape.DragCopyCursor

    def __init__(self, before: Gesture, target: CanvasView, arriving: Arriving, load: Load) -> None:
        super().__init__(before.canvas, before.start)
        self._before = before
        self.target = target
        self._arriving = arriving
        self._load = load
        self._grip = before.start.x - load.corner[0], before.start.y - load.corner[1]

    def back(self) -> Gesture:
        """The pointer is there no more: the gesture before goes on."""
        self.cancel()
        self._before.begin()
        return self._before

    def move(self, at: Pointer) -> None:
        load = self._load
        alone = len(load.names) == 1 and not load.marks
        what = next(iter(load.names)) if alone else tr("the selection")
        title = self.target.editor.sheet.title
        if at.keys & _SHIFT:
            said = tr("Move {what} to {title}", what=what, title=title)
        else:
            said = tr("Copy {what} to {title}. Shift moves.", what=what, title=title)
        self._arriving.show(load, self._place(at), self._there(at), said)

    def finish(self, at: Pointer) -> None:
        self._arriving.clear()
        self.target.setFocus(Qt.FocusReason.MouseFocusReason)  # so that it tells why, if it refuses
        self._arriving.put(self._load, self._place(at), moved=bool(at.keys & _SHIFT))

    def cancel(self) -> None:
        self._arriving.clear()

    def survives(self, graph: Graph) -> bool:
        return False

    def _there(self, at: Pointer) -> QPointF:
        """The pointer, in the other viewport."""
        there = self.target.viewport().mapFromGlobal(self.canvas.viewport().mapToGlobal(at.view))
        return QPointF(there)

    def _place(self, at: Pointer) -> Position:
        """Where the top left comes to stand: the pointer keeps its hold."""
        there = self.target.scene_point(self._there(at))
        return there.x() - self._grip[0], there.y() - self._grip[1]
