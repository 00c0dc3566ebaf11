"""What the parts of the canvas have in common that bring a behaviour of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QMenu

from app.ui.canvas.geometry import Size
from app.ui.canvas.gestures.base import Gesture, Pointer

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class Component:
    """One behaviour of the canvas in a file of its own; `components.COMPONENTS` lists them.

    The view asks its components in that order, before it does anything by default. Each method
    that returns whether something was done ends the asking where it was.
    """

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas

    def follow(self) -> None:
        """The shown graph, its report or the place in it is another, or a node was moved."""

    def sizes(self) -> Mapping[str, Size]:
        """The cards, by name, that this part makes larger than usual."""
        return {}

    @classmethod
    def paints_below(cls) -> bool:
        """Whether it ever paints under cards and wires."""
        return cls.paint_below is not Component.paint_below

    @classmethod
    def paints_above(cls) -> bool:
        return cls.paint_above is not Component.paint_above

    def visible_paths(self) -> Iterable[str]:
        """The paths of nodes that this part has in view, beside those of the shown graph."""
        return ()

    def paint_below(self, painter: QPainter, seen: QRectF) -> None:
        """Under cards and wires, in scene coordinates; `seen` is the part to be painted."""

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        """Over cards and wires, in scene coordinates."""

    def gesture_at(self, at: Pointer) -> Gesture | None:
        """The gesture that a press of the left button begins here, if it is one of this part."""
        return None

    def instead(self, gesture: Gesture, at: Pointer) -> Gesture:
        """What goes on from here: the gesture under way, or another that takes over."""
        return gesture

    def double_click(self, at: Pointer) -> bool:
        """Whether a double click of the left button has a meaning for this part here."""
        return False

    def hover(self, at: Pointer) -> bool:
        """Whether the pointer is over something of this part, while no button is held."""
        return False

    def menu(self, at: Pointer) -> QMenu | None:
        """What can be done with what is here, if it is of this part; asked by the other button."""
        return None

    def tip(self, at: Pointer) -> str:
        """The tooltip here, or nothing."""
        return ""

    def wheel(self, event: QWheelEvent) -> bool:
        """Whether a turn of the wheel has a meaning for this part where the pointer is."""
        return False

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key that was pressed has a meaning for this part."""
        return False

    def key_released(self, event: QKeyEvent) -> bool:
        return False

    def focus_lost(self) -> None:
        """The keys go elsewhere: what is held is not held any more."""
