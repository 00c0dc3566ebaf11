"""How often a block repeats, set on its card: by a click on its “×3”, the wheel over it, or R."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QToolTip

from app.ui.canvas.component import Component
from app.ui.canvas.gestures import MoveNodes
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.interior import area_of
from app.ui.canvas.metrics import MARGIN, TEXTS_FROM
from app.ui.inspector import values
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import Node, edits
from nodes.network.edits.arguments import REPEAT
from nodes.network.expression import Expression

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_AROUND = 4.0  # scene units around the number that are still its own
_LINE = 18.0  # scene units that it takes
_WIDTH, _HEIGHT = 84, 26  # pixels of the line to type in
_TIMES = 7  # of them before the sign “×”
_OVER = 34  # of them that lie on the card, whose name stays in sight
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class Repeating(Component):
    """The number on the card, and the line that takes its place while it is typed."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.line: RepeatLine | None = None

    def edit(self, name: str = "") -> None:
        """Let the number of copies of a block be typed, by default of the selected one."""
        editor = self.canvas.editor
        node = editor.graph.by_name.get(name) or editor.selected_node
        if node is None or not editor.is_block(node):
            return
        self.canvas.show_node(node.name)
        self.close()
        self.line = RepeatLine(self, node)
        self.line.show()
        self.line.setFocus()
        self._place_line()

    def close(self) -> None:
        """Forget what is being typed."""
        if (line := self.line) is not None:
            self.line, focused = None, line.hasFocus()
            line.hide()
            line.deleteLater()
            if focused:
                self.canvas.setFocus()

    def set(self, node: Node, text: str) -> str | None:
        """One undo step; the reason where the number is refused."""
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        names = values.surroundings(editor.network, editor.report, editor.trail)
        try:
            value = values.parse(REPEAT, text, names)
            assert isinstance(value, int | Expression)
            network = edits.set_repeat(editor.network, scope, node.name, value)
        except SkipwireError as error:
            return values.reason(error)
        editor.apply(tr("Repeat {name}", name=node.name), lambda _: network)
        return None

    # --- the canvas asks --------------------------------------------------------------------------

    def gesture_at(self, at: Pointer) -> Gesture | None:
        name = self._at(at.x, at.y)
        return _Number(self, at, name) if name is not None and not at.adds else None

    def double_click(self, at: Pointer) -> bool:
        return self._at(at.x, at.y) is not None

    def tip(self, at: Pointer) -> str:
        name = self._at(at.x, at.y)
        if name is None:
            return ""
        many = self.canvas.layer.card_of[name].times
        return tr("Repeats {many}: click to type, wheel while it is selected", many=many)

    def wheel(self, event: QWheelEvent) -> bool:
        """One copy more or less, over the number of a block that is selected."""
        editor = self.canvas.editor
        at = self.canvas.scene_point(event.position())
        name, turn = self._at(at.x(), at.y()), event.angleDelta().y()
        if name is None or name not in editor.selection or not turn or event.modifiers():
            return False
        old, scope = editor.graph.by_name[name].repeat, editor.scope
        new = old + (1 if turn > 0 else -1) if isinstance(old, int) else 0
        # Down to two: at one the number would be gone from under the pointer.
        if new >= 2:
            label, row = tr("Repeat {name}", name=name), f"repeat {scope} {name}"
            editor.apply(label, lambda n: edits.set_repeat(n, scope, name, new), grows=row)
        return True

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        """The line goes with its card when the view is scrolled."""
        if self.line is not None:
            self._place_line()

    def follow(self) -> None:
        if self.line is None:
            return
        if self.canvas.editor.graph.by_name.get(self.line.node.name) is not self.line.node:
            self.close()
        else:
            self._place_line()

    # --- where it is ------------------------------------------------------------------------------

    def area(self, name: str) -> QRectF | None:
        """What the number takes on a card, in scene coordinates; None where it has none."""
        layer = self.canvas.layer
        card = layer.card_of[name]
        if not card.times or self.canvas.navigator.zoom < TEXTS_FROM:
            return None
        whole = area_of(layer.geometry, name)
        width = layer.labels.width(card.times, "title") + 2 * _AROUND
        right = whole.right() - MARGIN + _AROUND
        return QRectF(right - width, whole.top() + 6 - _AROUND, width, _LINE + _AROUND)

    def _at(self, x: float, y: float) -> str | None:
        name = self.canvas.layer.geometry.node_at(x, y)
        area = self.area(name) if name is not None else None
        return name if area is not None and area.contains(x, y) else None

    def _place_line(self) -> None:
        assert self.line is not None
        whole = area_of(self.canvas.layer.geometry, self.line.node.name)
        corner = self.canvas.viewportTransform().map(whole.topRight()).toPoint()
        view = self.canvas.viewport()
        left = min(max(corner.x() - _OVER, 0), view.width() - _WIDTH)
        self.line.setGeometry(left, max(corner.y(), 0), _WIDTH, _HEIGHT)


class RepeatLine(QLineEdit):
    """Enter and leaving it apply, Esc forgets, arrows and the wheel step; what is refused stays."""

    def __init__(self, repeating: Repeating, node: Node) -> None:
        super().__init__(repeating.canvas.viewport())
        self.node = node
        self._repeating = repeating
        self._was = str(node.repeat)
        self.setText(self._was)
        self.selectAll()
        self.setAccessibleName(tr("Copies of {name}", name=node.name))
        self.setToolTip(tr("How many copies stand in a chain: a number, or “=” and an expression"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        times = self.fontMetrics().horizontalAdvance("×")
        self.setTextMargins(times + _TIMES, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the sign of the card before the number."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.rect().adjusted(_TIMES, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "×")

    @property
    def _typed(self) -> str:
        return self.text().strip().lstrip("×x")

    def _apply(self) -> None:
        text = self._typed
        if text == self._was:
            self._repeating.close()
            return
        reason = self._repeating.set(self.node, text)
        if reason is None:
            self._repeating.close()
        else:
            QToolTip.showText(self.mapToGlobal(QPoint(0, _HEIGHT)), tr(reason), self)

    def _step(self, by: int) -> None:
        text = self.text().strip()
        if text.isdecimal():
            self.setText(str(min(max(int(text) + by, 1), int(REPEAT.maximum or 1))))
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply()
        elif key == Qt.Key.Key_Escape:
            self._repeating.close()
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._step(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it applies what can be applied; what cannot is forgotten."""
        super().focusOutEvent(event)
        if self._repeating.line is self and event.reason() not in _PASSING:
            if (text := self._typed) != self._was:
                self._repeating.set(self.node, text)
            self._repeating.close()


class _Number(MoveNodes):
    """A press on the number: a click opens it, a drag moves the card as anywhere else."""

    def __init__(self, repeating: Repeating, start: Pointer, name: str) -> None:
        super().__init__(repeating.canvas, start, name)
        self._repeating = repeating

    def click(self) -> None:
        super().click()
        self._repeating.edit(self.name)
