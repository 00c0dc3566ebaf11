"""The canvas: the shown graph as cards and wires, and the gestures that edit it."""

from app.ui.canvas.breadcrumb import Breadcrumb
from app.ui.canvas.view import CanvasView

__all__ = ["Breadcrumb", "CanvasView"]
