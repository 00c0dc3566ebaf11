"""Dragging a frame with all that lies in it, a note, or a point of a wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.ui.canvas.bending import place_in
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.gestures.move import ALT, CONTROL, Move
from app.ui.canvas.metrics import WIRE_REACH
from app.ui.canvas.routing import Array
from app.ui.canvas.surroundings import box_of, with_content
from app.ui.language import tr
from nodes.network import Position, Wire
from nodes.network.edits.marks import NO_MARKS, Marks, Point, lead

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class MoveMarks(Move):
    """`mark` is the frame or note under the pointer; all that is selected goes with it.

    A frame that is dragged with Ctrl held goes alone.
    """

    def __init__(self, canvas: CanvasView, start: Pointer, mark: Marks) -> None:
        super().__init__(canvas, start)
        self.mark = mark
        look = canvas.layer.look
        self._was_selected = look.marks | mark == look.marks
        self._alone = bool(start.keys & CONTROL)
        if not self._was_selected and not start.adds:
            canvas.editor.select(())
            canvas.select_wires((), mark)

    def begin(self) -> None:
        editor, layer = self.canvas.editor, self.canvas.layer
        graph = editor.graph
        if self._alone:
            self.free = ALT
            self.names, self.marks = frozenset(), self.mark
        else:
            self.names, self.marks = with_content(
                layer.geometry, graph, editor.selection, layer.look.marks | self.mark
            )
        self.anchor = box_of(graph, self.mark)[:2]
        self.ready()

    def finish(self, at: Pointer) -> None:
        self.move(at)
        self.done(tr("Move frame") if self.mark.frames else tr("Move note"))

    def click(self) -> None:
        canvas, look = self.canvas, self.canvas.layer.look
        if self.start.adds:
            canvas.select_wires(look.wires, look.marks ^ self.mark)
        else:
            canvas.editor.select(())
            canvas.select_wires((), self.mark)


class MovePoint(Move):
    """A point of a wire; where it is let go on the straight way between its neighbours it goes.

    A `new` one is put on the wire where the press was, dragged or not.
    """

    def __init__(
        self, canvas: CanvasView, start: Pointer, point: Point, *, new: Position | None = None
    ) -> None:
        super().__init__(canvas, start)
        self._wire, self._at = point
        self._new = new
        look = canvas.layer.look
        chosen = Marks(points=frozenset({point}))
        self._others = look.marks | chosen == look.marks and len(look.marks) > 1
        if new is None and not start.adds and not self._others:
            canvas.editor.select(())
            canvas.select_wires((), chosen)

    def begin(self) -> None:
        editor, layer = self.canvas.editor, self.canvas.layer
        points = [*editor.graph.points.get(self._wire, ())]
        if self._new is not None:
            points.insert(self._at, self._new)
        self._points = points
        self.anchor = points[self._at]
        if self._others:
            self.names, self.marks = with_content(
                layer.geometry, editor.graph, editor.selection, layer.look.marks
            )
        self.ready()

    def also(self) -> Array:
        """The points before and after on the wire, or its ports: so that it can run straight."""
        near = np.array(self._neighbours())
        return np.hstack([near, near])

    def _neighbours(self) -> list[Position]:
        geometry = self.canvas.layer.geometry
        course = geometry.courses[geometry.wire_index[self._wire]]
        stops = [tuple(course[0].tolist()), *self._points, tuple(course[-1].tolist())]
        return [stops[self._at], stops[self._at + 2]]

    def show(self) -> None:
        if self._others:
            super().show()
            return
        self.canvas.layer.geometry.lead(self._wire, self._led())
        self.canvas.layer.update()

    def _led(self) -> list[Position]:
        x, y = self.anchor
        there = (x + self.snap.dx, y + self.snap.dy)
        return [*self._points[: self._at], there, *self._points[self._at + 1 :]]

    def _straight(self) -> bool:
        """Whether it would lie on the line between its neighbours, where it is of no use."""
        (ax, ay), (bx, by) = self._neighbours()
        x, y = self._led()[self._at]
        length = float(np.hypot(bx - ax, by - ay))
        reach = WIRE_REACH / max(self.canvas.navigator.zoom, 0.3)
        if not length or not 0 <= ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) <= length**2:
            return False
        return abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length < reach

    def finish(self, at: Pointer) -> None:
        self.move(at)
        if self._others:
            self.done(tr("Move"))
            return
        if self._new is None and self.by == (0.0, 0.0):
            self.cancel()
            return
        led = self._led()
        gone = self._new is None and self._straight()
        if gone:
            del led[self._at]
        label = tr("Remove reroute point") if gone else tr("Move reroute point")
        if self._new is not None:
            label = tr("Add reroute point")
        self._lead(label, led, NO_MARKS if gone else self._chosen())

    def click(self) -> None:
        look = self.canvas.layer.look
        if self._new is not None:
            self.begin()
            self._lead(tr("Add reroute point"), self._points, self._chosen())
        elif self.start.adds:
            self.canvas.select_wires(look.wires, look.marks ^ self._chosen())
        else:
            self.canvas.editor.select(())
            self.canvas.select_wires((), self._chosen())

    def _chosen(self) -> Marks:
        return Marks(points=frozenset({(self._wire, self._at)}))

    def _lead(self, label: str, points: list[Position], chosen: Marks) -> None:
        editor, wire = self.canvas.editor, self._wire
        scope = editor.scope
        self.canvas.select_wires(())
        if editor.apply(label, lambda network: lead(network, scope, wire, points)):
            editor.select(())
            self.canvas.select_wires((), chosen)
        else:
            self.cancel()


def bend_at(canvas: CanvasView, start: Pointer, wire: Wire) -> MovePoint:
    """The gesture that puts a new point on a wire, where it is pressed."""
    geometry = canvas.layer.geometry
    course = geometry.courses[geometry.wire_index[wire]]
    points = canvas.editor.graph.points.get(wire, ())
    here = (start.x, start.y)
    first, last = tuple(course[0].tolist()), tuple(course[-1].tolist())
    return MovePoint(canvas, start, (wire, place_in(first, last, points, here)), new=here)
