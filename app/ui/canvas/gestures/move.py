"""Dragging cards, frames, notes and points of wires together, into line with what stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from app.ui import settings
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.guides import guides_region, paint_guides
from app.ui.canvas.routing import Array
from app.ui.canvas.snapping import REACH, Snap, Snapping
from app.ui.canvas.surroundings import around, still
from nodes.network import Graph, Position
from nodes.network.edits.marks import NO_MARKS, Marks, points_between, shift

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Move(Gesture):
    """Moves `names` and `marks`, which a subclass sets in `begin` before it calls `ready`.

    `anchor` is the corner that comes to stand on the grid where nothing else is in line; the keys
    `free`, held, let everything stand anywhere.
    """

    free = ALT | CONTROL
    waits = True
    names: frozenset[str] = frozenset()
    marks: Marks = NO_MARKS
    anchor: Position = (0.0, 0.0)

    def __init__(self, canvas: CanvasView, start: Pointer) -> None:
        super().__init__(canvas, start)
        self.snap = Snap(0.0, 0.0)
        self._guides = (self.snap.lines, self.snap.gaps)

    def ready(self) -> None:
        """Look for what stands still, once it is known what moves."""
        canvas, graph = self.canvas, self.canvas.editor.graph
        geometry = canvas.layer.geometry
        self.marks |= Marks(points=points_between(graph, self.names))
        self._box = around(geometry, graph, self.names, self.marks) or (*self.anchor, *self.anchor)
        self._snapping: Snapping | None = None
        if settings.flag("snap"):
            others = still(geometry, graph, canvas.navigator.seen(), self.names, self.marks)
            self._snapping = Snapping(
                np.concatenate([others, self.also()]), REACH / canvas.navigator.zoom
            )

    def also(self) -> Array:
        """The edges, (n, 4), of more that it snaps to."""
        return np.empty((0, 4))

    @property
    def by(self) -> Position:
        return self.snap.dx, self.snap.dy

    def move(self, at: Pointer) -> None:
        dx, dy = at.x - self.start.x, at.y - self.start.y
        if self._snapping is None or at.keys & self.free:
            self.snap = Snap(float(round(dx)), float(round(dy)))
        else:
            self.snap = self._snapping.moved(self._box, dx, dy, self.anchor)
        self.show()

    def show(self) -> None:
        canvas = self.canvas
        canvas.layer.look.shift = (self.marks, self.by)
        canvas.layer.shift(self.names, *self.by, points=self.marks.points)

    def refresh(self) -> None:
        """The whole view only where marks are dragged, else guides: the layer tells of the rest."""
        guides = (self.snap.lines, self.snap.gaps)
        if self.marks != NO_MARKS:
            super().refresh()
        elif guides != self._guides:
            old, viewport = self._guides, self.canvas.viewport()
            for lines, gaps in (old, guides):
                viewport.update(guides_region(self.canvas.viewportTransform(), lines, gaps))
        self._guides = guides

    def done(self, label: str) -> None:
        """Make the edit, or leave everything where it was if it cannot be made."""
        editor, by = self.canvas.editor, self.by
        names, marks, scope = self.names, self.marks, editor.scope
        self.canvas.layer.look.shift = None
        if by == (0.0, 0.0) or not editor.apply(
            label, lambda network: shift(network, scope, by, names, marks)
        ):
            self.cancel()

    def cancel(self) -> None:
        self.canvas.layer.look.shift = None
        self.canvas.layer.geometry.restore()
        self.canvas.layer.update()

    def survives(self, graph: Graph) -> bool:
        return False  # what is under the pointer may stand elsewhere now

    def paint(self, painter: QPainter) -> None:
        paint_guides(painter, self.canvas.layer.theme, self.snap.lines, self.snap.gaps)
