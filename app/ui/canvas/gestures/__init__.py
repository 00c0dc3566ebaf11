"""One class a gesture, from press to release."""

from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.break_port import BreakPort
from app.ui.canvas.gestures.draw_wire import DrawWire
from app.ui.canvas.gestures.draw_wires import DrawWires
from app.ui.canvas.gestures.lead_wires import LeadWires
from app.ui.canvas.gestures.move_nodes import MoveNodes
from app.ui.canvas.gestures.pan import Pan
from app.ui.canvas.gestures.rubber_band import RubberBand
from app.ui.canvas.gestures.stroke import CutWires, RouteWires

__all__ = [
    "BreakPort",
    "CutWires",
    "DrawWire",
    "DrawWires",
    "Gesture",
    "LeadWires",
    "MoveNodes",
    "Pan",
    "Pointer",
    "RouteWires",
    "RubberBand",
]
