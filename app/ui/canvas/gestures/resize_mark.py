"""Dragging the edges of a frame or a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from app.ui import settings
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.move import ALT, CONTROL
from app.ui.canvas.guides import paint_guides
from app.ui.canvas.snapping import REACH, Line, Snapping
from app.ui.canvas.surroundings import box_of, edges, still
from app.ui.language import tr
from nodes.network import Graph
from nodes.network.edits.marks import Marks, change_frames, change_notes

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_LEAST = (60.0, 40.0)  # width and height that are left
_SHAPES = {
    frozenset({0}): Qt.CursorShape.SizeHorCursor,
    frozenset({2}): Qt.CursorShape.SizeHorCursor,
    frozenset({1}): Qt.CursorShape.SizeVerCursor,
    frozenset({3}): Qt.CursorShape.SizeVerCursor,
    frozenset({0, 1}): Qt.CursorShape.SizeFDiagCursor,
    frozenset({2, 3}): Qt.CursorShape.SizeFDiagCursor,
    frozenset({1, 2}): Qt.CursorShape.SizeBDiagCursor,
    frozenset({0, 3}): Qt.CursorShape.SizeBDiagCursor,
}


def cursor_of(sides: frozenset[int]) -> Qt.CursorShape:
    """The pointer over these edges: left 0, top 1, right 2, bottom 3."""
    return _SHAPES.get(sides, Qt.CursorShape.SizeAllCursor)


class ResizeMark(Gesture):
    """`sides` of one frame or note follow the pointer."""

    waits = True

    def __init__(
        self, canvas: CanvasView, start: Pointer, mark: Marks, sides: frozenset[int]
    ) -> None:
        super().__init__(canvas, start)
        self.mark, self.sides = mark, sides
        self.cursor = cursor_of(sides)
        self._lines: tuple[Line, ...] = ()

    def begin(self) -> None:
        canvas, graph = self.canvas, self.canvas.editor.graph
        self._box = edges(box_of(graph, self.mark))
        self._snapping: Snapping | None = None
        if settings.flag("snap"):
            seen = canvas.navigator.seen()
            others = still(canvas.layer.geometry, graph, seen, (), self.mark)
            self._snapping = Snapping(others, REACH / canvas.navigator.zoom)
        canvas.editor.select(())
        canvas.select_wires((), self.mark)

    def move(self, at: Pointer) -> None:
        by = (float(round(at.x - self.start.x)), float(round(at.y - self.start.y)))
        wanted = [v + by[k % 2] if k in self.sides else v for k, v in enumerate(self._box)]
        left, top, right, bottom = wanted
        self._lines = ()
        if self._snapping is not None and not at.keys & (ALT | CONTROL):
            (left, top, right, bottom), self._lines = self._snapping.resized(
                (left, top, right, bottom), self.sides
            )
        width, height = max(right - left, _LEAST[0]), max(bottom - top, _LEAST[1])
        left = right - width if 0 in self.sides else left
        top = bottom - height if 1 in self.sides else top
        self.canvas.layer.look.resized = self.mark, (left, top, width, height)
        self.canvas.layer.update()

    def finish(self, at: Pointer) -> None:
        self.move(at)
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        resized, self.canvas.layer.look.resized = self.canvas.layer.look.resized, None
        assert resized is not None
        box = resized[1]
        graph = editor.graph
        frames = {k: replace(graph.frames[k], box=box) for k in self.mark.frames}
        notes = {k: replace(graph.notes[k], box=box) for k in self.mark.notes}
        if frames:
            editor.apply(tr("Resize frame"), lambda n: change_frames(n, scope, frames))
        else:
            editor.apply(tr("Resize note"), lambda n: change_notes(n, scope, notes))
        self.canvas.layer.update()

    def click(self) -> None:
        look = self.canvas.layer.look
        if self.start.adds:
            self.canvas.select_wires(look.wires, look.marks ^ self.mark)
        else:
            self.canvas.editor.select(())
            self.canvas.select_wires((), self.mark)

    def cancel(self) -> None:
        self.canvas.layer.look.resized = None
        self.canvas.layer.update()

    def survives(self, graph: Graph) -> bool:
        return False  # it may have another size, or be gone

    def paint(self, painter: QPainter) -> None:
        paint_guides(painter, self.canvas.layer.theme, self._lines)
