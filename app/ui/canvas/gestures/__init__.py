"""One class a gesture, from press to release."""

from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.draw_wire import DrawWire
from app.ui.canvas.gestures.move_nodes import MoveNodes
from app.ui.canvas.gestures.pan import Pan
from app.ui.canvas.gestures.rubber_band import RubberBand

__all__ = ["DrawWire", "Gesture", "MoveNodes", "Pan", "Pointer", "RubberBand"]
