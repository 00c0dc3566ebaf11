"""The mouse on the canvas: one gesture from press to release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.canvas.gestures import Gesture, Pan, Pointer
from app.ui.canvas.nextframe import NextFrame
from app.ui.canvas.pointing import gesture_at, hover, stroke_at, unhover

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_RIGHT = Qt.MouseButton.RightButton


class Mouse:
    """Turns events into the calls of a gesture, which begins once the pointer has left its place.

    While `pans` is set, as it is with the space bar held, the left button moves the view.
    """

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        self.gesture: Gesture | None = None
        self._begun = False
        self._button = Qt.MouseButton.NoButton
        self._pans = False
        # Where the gesture is to move, in the next frame, and the keys held there.
        self._waiting: tuple[QPointF, Qt.KeyboardModifier] | None = None
        self._frame = NextFrame(canvas, self._settle)

    @property
    def pans(self) -> bool:
        return self._pans

    @pans.setter
    def pans(self, pans: bool) -> None:
        self._pans = pans
        self._set_cursor()

    def press(self, event: QMouseEvent) -> None:
        if self.gesture is not None:
            return
        at, button = self._pointer(event), event.button()
        if button == _MIDDLE or (button == _LEFT and self._pans):
            self.gesture = Pan(self._canvas, at)
        elif button == _LEFT:
            parts = self._canvas.components
            own = next((g for part in parts if (g := part.gesture_at(at)) is not None), None)
            self.gesture = own or gesture_at(self._canvas, at)
        elif button == _RIGHT:
            self.gesture = stroke_at(self._canvas, at)
        elif button == Qt.MouseButton.BackButton:
            self._canvas.places.go_back()
        elif button == Qt.MouseButton.ForwardButton:
            self._canvas.places.go_forward()
        self._begun, self._button = False, button

    def move(self, event: QMouseEvent) -> None:
        gesture = self.gesture
        if gesture is not None and self._begun:
            self._go(gesture, event)
            return
        at = self._pointer(event)
        if gesture is None:
            if any(part.hover(at) for part in self._canvas.components):
                unhover(self._canvas)
            else:
                hover(self._canvas, at)
            return
        gone = (at.view - gesture.start.view).manhattanLength()
        if gone < QApplication.startDragDistance():
            return
        self._begun = True
        gesture.begin()
        self._set_cursor()
        self._go(gesture, event)

    def _go(self, gesture: Gesture, event: QMouseEvent) -> None:
        self._waiting = event.position(), event.modifiers()
        if gesture.waits:  # a pointer tells of itself more often than a screen shows anything
            self._frame.ask()
        else:
            self._settle()

    def _settle(self) -> None:
        """Have the gesture where the pointer is."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or self.gesture is None:
            return
        self._frame.drop()
        here = Pointer(self._canvas.scene_point(waiting[0]), *waiting)
        gesture = self._goes_on(self.gesture, here)
        gesture.move(here)
        gesture.refresh()

    def release(self, event: QMouseEvent) -> None:
        if self.gesture is None or event.button() != self._button:
            return
        self._settle()
        at = self._pointer(event)
        gesture = self._goes_on(self.gesture, at) if self._begun else self.gesture
        self.gesture = None
        if self._begun:
            gesture.finish(at)
        else:
            gesture.click()
        self._begun = False
        self._set_cursor()
        self._canvas.viewport().update()

    def _goes_on(self, gesture: Gesture, at: Pointer) -> Gesture:
        """The gesture that it is from here on."""
        now = gesture
        for part in self._canvas.components:
            now = part.instead(now, at)
        if now is not gesture:
            self.gesture = now
            self._set_cursor()
        return now

    def double_click(self, event: QMouseEvent) -> None:
        """Opens a card; elsewhere it is another press."""
        at = self._pointer(event)
        name = self._canvas.layer.geometry.node_at(at.x, at.y)
        if event.button() == _LEFT and any(p.double_click(at) for p in self._canvas.components):
            return
        if name is not None and event.button() == _LEFT:
            self._canvas.editor.enter(name)
        else:
            self.press(event)

    def cancel(self) -> None:
        """Leave everything as before the press."""
        gesture, self.gesture = self.gesture, None
        self._waiting = None
        if gesture is None:
            return
        if self._begun:
            gesture.cancel()
        self._set_cursor()
        self._canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        if self.gesture is not None and self._begun:
            self.gesture.paint(painter)

    def _pointer(self, event: QMouseEvent) -> Pointer:
        at = event.position()
        return Pointer(self._canvas.scene_point(at), at, event.modifiers())

    def _set_cursor(self) -> None:
        shape = self.gesture.cursor if self.gesture is not None and self._begun else None
        if shape is None and self._pans:
            shape = Qt.CursorShape.OpenHandCursor
        if shape is None:
            self._canvas.viewport().unsetCursor()
        else:
            self._canvas.viewport().setCursor(shape)
