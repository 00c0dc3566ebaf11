"""What all gestures have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from nodes.network import Graph

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


@dataclass(frozen=True)
class Pointer:
    """Where the pointer is, in the scene and in the viewport, and the keys held with it."""

    scene: QPointF
    view: QPointF
    keys: Qt.KeyboardModifier

    @property
    def x(self) -> float:
        return self.scene.x()

    @property
    def y(self) -> float:
        return self.scene.y()

    @property
    def adds(self) -> bool:
        """Whether a selection is extended rather than replaced."""
        return bool(self.keys & (_SHIFT | _CONTROL))


_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Gesture:
    """Begins with a press; `move` and `finish` follow once the pointer has left its place.

    A press that is released in place ends in `click`. A gesture changes the document only in
    `finish` or `click`, by one edit; `cancel` leaves everything as it was before the press.
    """

    cursor: Qt.CursorShape | None = None
    waits = False  # for a frame: of all places before it only the last one counts

    def __init__(self, canvas: CanvasView, start: Pointer) -> None:
        self.canvas = canvas
        self.start = start

    def begin(self) -> None:
        """The pointer has left its place."""

    def move(self, at: Pointer) -> None:
        pass

    def finish(self, at: Pointer) -> None:
        pass

    def click(self) -> None:
        pass

    def cancel(self) -> None:
        pass

    def survives(self, graph: Graph) -> bool:
        """Whether it can go on after the graph changed under it; else it is cancelled."""
        return True

    def refresh(self) -> None:
        """Have all painted again that a move changed."""
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """What it shows above the graph, in scene coordinates."""
