"""Removing all wires of a port by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.wire_commands import disconnect_port

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class BreakPort(Gesture):
    def __init__(self, canvas: CanvasView, start: Pointer, port: Socket) -> None:
        super().__init__(canvas, start)
        self._port = port

    def click(self) -> None:
        disconnect_port(self.canvas, self._port)
