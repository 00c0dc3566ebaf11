"""Random mouse, wheel and keys on a canvas, as real events."""

from __future__ import annotations

import random

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.canvas import CanvasView

_B, _K, _M = Qt.MouseButton, Qt.Key, Qt.KeyboardModifier
BUTTONS = (*[_B.LeftButton] * 8, _B.RightButton, _B.MiddleButton)
MODIFIERS = (
    *[_M.NoModifier] * 6,
    *(_M.ShiftModifier, _M.ControlModifier, _M.AltModifier),
    _M.ShiftModifier | _M.ControlModifier,
    _M.ShiftModifier | _M.AltModifier,
)
KEYS = (
    *(_K.Key_Up, _K.Key_Down, _K.Key_Left, _K.Key_Right, _K.Key_Return, _K.Key_Escape),
    *(_K.Key_Tab, _K.Key_Space, _K.Key_Home, _K.Key_Backspace, _K.Key_Delete, _K.Key_Menu),
    *(_K.Key_F2, _K.Key_C, _K.Key_J, _K.Key_L, _K.Key_R, _K.Key_U, _K.Key_1, _K.Key_2, _K.Key_A),
    *(_K.Key_M, _K.Key_D, _K.Key_Plus, _K.Key_Minus, _K.Key_PageDown, _K.Key_End),
)


class Paw:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def place(self, canvas: CanvasView) -> QPoint:
        """Often at something: a card, a port or the middle of a wire, else anywhere in view."""
        chance, geometry = self.chance, canvas.layer.geometry
        inside = canvas.viewport().rect().adjusted(1, 1, -2, -2)
        sort = chance.random()
        at = None
        if sort < 0.35 and geometry.names:
            left, top, right, bottom = geometry.bounds([chance.choice(geometry.names)]) or [0.0] * 4
            at = QPointF(chance.uniform(left, right), chance.uniform(top, bottom))
        elif sort < 0.65 and len(geometry.socket_places):
            x, y = geometry.socket_places[chance.randrange(len(geometry.socket_places))]
            at = QPointF(float(x) + chance.randint(-3, 3), float(y) + chance.randint(-3, 3))
        elif sort < 0.75 and geometry.wires:
            at = QPointF(*geometry.middle(chance.choice(geometry.wires)))
        if at is not None and inside.contains(found := canvas.mapFromScene(at)):
            return found
        x, y = chance.randint(1, inside.width()), chance.randint(1, inside.height())
        return QPoint(x, y)

    def act(self, canvas: CanvasView) -> str:
        """One of all that can be done with it; says which."""
        act = self.chance.choice(
            [self.click, self.drag, self.drag, self.wheel, self.keys, self.menu, self.choose]
        )
        return f"{act.__name__} {act(canvas)}"

    def click(self, canvas: CanvasView) -> str:
        button, keys, at = self._with(), self._held(), self.place(canvas)
        press = self.chance.choice([QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick])
        press(canvas.viewport(), button, keys, at)
        return f"{press.__name__} {button} {keys} {at}"

    def drag(self, canvas: CanvasView) -> str:
        button, keys, view = self._with(), self._held(), canvas.viewport()
        start, end = self.place(canvas), self.place(canvas)
        QTest.mousePress(view, button, keys, start)
        for share in (0.1, 0.5, 0.9, 1.0):
            along = start + (end - start) * share
            QTest.mouseMove(view, along)
            _move(canvas, along, button, keys)
        left = self.chance.random()
        if left < 0.1:
            QTest.keyClick(canvas, _K.Key_Escape)
        elif left < 0.15:
            canvas.delete_selection()  # of what is being dragged, perhaps
        elif left < 0.2:
            canvas.editor.undo()
        QTest.mouseRelease(view, button, keys, end)
        return f"{button} {keys} {start} {end}, {left:.2f}"

    def wheel(self, canvas: CanvasView) -> str:
        at, keys = QPointF(self.place(canvas)), self._held()
        turn = QPoint(0, self.chance.choice([-120, 120, 360, -360]))
        phase = Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(
            canvas.viewport(),
            QWheelEvent(at, canvas.viewport().mapToGlobal(at), QPoint(), turn, _B.NoButton, keys,
                        phase, False),
        )  # fmt: skip
        return f"{turn} {keys}"

    def keys(self, canvas: CanvasView) -> str:
        target = QApplication.focusWidget() or canvas
        key, keys = self.chance.choice(KEYS), self._held()
        if self.chance.random() < 0.5:
            target = canvas
            canvas.setFocus()
        QTest.keyClick(target, key, keys)
        return f"{key} {keys} in {type(target).__name__}"

    def menu(self, canvas: CanvasView) -> str:
        at = self.place(canvas)
        reason = QContextMenuEvent.Reason.Mouse
        view = canvas.viewport()
        QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
        return f"{at}"

    def choose(self, canvas: CanvasView) -> str:
        """Some nodes, and now and then wires, frames and notes with them."""
        names = canvas.layer.geometry.names
        count = min(len(names), self.chance.choice([0, 1, 1, 1, 2, 3, 5, 200]))
        chosen = self.chance.sample(list(names), count)
        canvas.editor.select(chosen)
        wires = canvas.layer.geometry.wires
        if wires and self.chance.random() < 0.3:
            canvas.select_wires([self.chance.choice(list(wires))])
        return f"{sorted(chosen)[:4]}"

    def drop(self, canvas: CanvasView, data: QMimeData) -> None:
        at, left, none = self.place(canvas), _B.LeftButton, _M.NoModifier
        copy = Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(at, copy, data, left, none),
            QDragMoveEvent(at, copy, data, left, none),
            QDropEvent(QPointF(at), copy, data, left, none),
        ):
            QApplication.sendEvent(canvas.viewport(), event)

    def _with(self) -> Qt.MouseButton:
        return self.chance.choice(BUTTONS)

    def _held(self) -> Qt.KeyboardModifier:
        return self.chance.choice(MODIFIERS)


def _move(
    canvas: CanvasView, at: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier
) -> None:
    """QTest moves the pointer without the keys that are held."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    view, there = canvas.viewport(), QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, there, QPointF(view.mapToGlobal(at)), _B.NoButton, button, keys
    )
    QApplication.sendEvent(view, event)
