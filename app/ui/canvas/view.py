"""The canvas: the shown graph, with events turned into gestures and handed to its components."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.ui.canvas import commands
from app.ui.canvas.adding import Adding
from app.ui.canvas.backdrop import paint_focus, paint_hint
from app.ui.canvas.component import Component
from app.ui.canvas.components import COMPONENTS
from app.ui.canvas.dropping import Dropping
from app.ui.canvas.geometry import Size, Socket
from app.ui.canvas.gestures import Gesture
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.graphview import GraphView
from app.ui.canvas.keyboard import Keyboard
from app.ui.canvas.legend import paint_legend
from app.ui.canvas.mouse import Mouse
from app.ui.canvas.pointing import tip_at, unhover
from app.ui.editor import Editor
from app.ui.language import tr
from nodes.network.edits.marks import every_mark

_Part = TypeVar("_Part", bound=Component)
_KEYBOARD = QContextMenuEvent.Reason.Keyboard
_PLAIN = Qt.KeyboardModifier.NoModifier
_STROKES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CanvasView(GraphView):
    """Shows `editor.graph` and edits it; every gesture is one undo step."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._dropping = Dropping(self)
        self.keyboard: Keyboard = Keyboard(self)
        self._mouse = Mouse(self)
        self.components: list[Component] = [make(self) for make in COMPONENTS]
        self._below = [p for p in self.components if p.paints_below()]
        self._above = [p for p in self.components if p.paints_above()]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Canvas"))
        self.show_place()

    def component(self, kind: type[_Part]) -> _Part:
        """The one component of a class; raises StopIteration where there is none."""
        return next(part for part in self.components if isinstance(part, kind))

    def follow(self) -> None:
        if self.gesture is not None and not self.gesture.survives(self.editor.graph):
            self._mouse.cancel()
        super().follow()
        for part in self.components:
            part.follow()

    def card_sizes(self) -> Mapping[str, Size]:
        return {name: s for part in self.components for name, s in part.sizes().items()}

    def visible_paths(self) -> tuple[str, ...]:
        inside = (path for part in self.components for path in part.visible_paths())
        return (*super().visible_paths(), *inside)

    def show_place(self) -> None:
        self._mouse.cancel()
        super().show_place()

    # --- commands --------------------------------------------------------------------------------

    def select_all(self) -> None:
        self.editor.select(self.layer.geometry.names)
        self.select_wires(self.selected_wires, every_mark(self.editor.graph))

    def delete_selection(self) -> None:
        commands.delete_selection(self)

    def add_node(self, kind: str) -> None:
        commands.add_node(self, kind)

    def search(self, at: QPointF | None = None, fixed: Socket | None = None) -> None:
        """Ask what to add: at a point of the scene and wired to a port, or by keyboard."""
        adding = self.component(Adding)
        adding.open_here() if at is None else adding.open(at, fixed)

    # --- gestures --------------------------------------------------------------------------------

    @property
    def gesture(self) -> Gesture | None:
        """What is under way with the mouse."""
        return self._mouse.gesture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if any(part.wheel(event) for part in self.components):
            event.accept()
        else:
            self.navigator.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.gesture is not None:
            self._mouse.cancel()
        elif any(part.key(event) for part in self.components):
            pass
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._mouse.pans = True
        elif not self.keyboard.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        taken = any(part.key_released(event) for part in self.components)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._mouse.pans = False
        elif not taken:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab is a key like any other here; Shift+Tab leads on to the docks."""
        return False if next else super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        for part in self.components:
            part.focus_lost()
        self._mouse.pans = False
        self._mouse.cancel()
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.move(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos().toPointF()), self)
            return True
        if isinstance(event, QContextMenuEvent) and self._open_menu(event):
            return True
        if isinstance(event, QNativeGestureEvent) and self.navigator.pinch(event):
            return True
        if event.type() == QEvent.Type.Leave and self.gesture is None:
            unhover(self)
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """The key for menus opens the one of what is selected, where that stands."""
        key = isinstance(event, QContextMenuEvent) and event.reason() == _KEYBOARD
        if key and (place := self._selected_place()) is not None:
            at = self.mapFromScene(place)
            reason, there = QContextMenuEvent.Reason.Other, self.viewport().mapToGlobal(at)
            QApplication.sendEvent(self.viewport(), QContextMenuEvent(reason, at, there))
            return True
        return super().event(event)

    def _selected_place(self) -> QPointF | None:
        """The middle of the first selected card, or of a selected wire."""
        geometry, names = self.layer.geometry, self.editor.selection
        first = min(names, key=geometry.index.__getitem__, default=None)
        if first is not None and (box := geometry.bounds([first])) is not None:
            left, top, right, bottom = box
            return QPointF((left + right) / 2, (top + bottom) / 2)
        return next((QPointF(*geometry.middle(w)) for w in self.selected_wires), None)

    def _open_menu(self, event: QContextMenuEvent) -> bool:
        """Whether there is one of a part here, or a stroke with the button that opens it."""
        if event.modifiers() & _STROKES:
            return True
        pointer = Pointer(self.scene_point(event.pos().toPointF()), event.pos().toPointF(), _PLAIN)
        menu = next((m for p in self.components if (m := p.menu(pointer)) is not None), None)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())
        return menu is not None

    def _tip(self, at: QPointF) -> str:
        scene = self.scene_point(at)
        pointer = Pointer(scene, at, Qt.KeyboardModifier.NoModifier)
        return next((t for p in self.components if (t := p.tip(pointer))), tip_at(self, scene))

    # --- painting --------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter, rect: QRectF) -> None:
        layer = self.layer
        super().paint_behind(painter, rect)
        left, top, right, bottom = self.navigator.seen()
        seen = QRectF(left, top, right - left, bottom - top)
        layer.stages.paint(painter, layer.labels, layer.theme, seen)
        for part in self._below:
            painter.save()
            part.paint_below(painter, rect)
            painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        for part in self._above:
            painter.save()
            part.paint_above(painter, rect)
            painter.restore()
        self._mouse.paint(painter)
        self._dropping.paint(painter)
        if not self.layer.cards:
            paint_hint(painter, self)
        look, bottom = self.layer.look, float(self.viewport().height())
        paint_legend(painter, look.heat, look.live, self.layer.theme, self.font(), bottom)
        if self.hasFocus():
            paint_focus(painter, self)
