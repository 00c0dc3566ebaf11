"""Wiring by keyboard: a list of the ports that take a wire, searched by name, nearest first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.advice.trial import tried
from app.ui.announcing import announce
from app.ui.canvas.changes import rewired
from app.ui.canvas.component import Component
from app.ui.canvas.geometry import Socket
from app.ui.language import tr
from nodes import shapes
from nodes.errors import SkipwireError
from nodes.network import Wire, edits

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_SHOWN = 200  # ports at most; nobody reads on, everybody types
_SIZE = 320, 300
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Connecting(Component):
    """C asks what the selected node is to feed, Shift+C what is to feed it."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._list: PortList | None = None
        self._fixed: Socket | None = None

    @property
    def ports(self) -> PortList | None:
        """The list, while it is open."""
        return self._list if self._fixed is not None else None

    def open(self, *, output: bool) -> None:
        """For the selected node: its first output, or its first input that is free."""
        editor = self.canvas.editor
        node = editor.selected_node
        if node is None:
            editor.refuse(tr("Select the one node that is to be connected."))
            return
        own = [s for s in self.canvas.layer.geometry.sockets_of(node.name) if s.output == output]
        free = [s for s in own if edits.replaced(editor.network, editor.scope, s.end) is None]
        if not own:
            told = "{node} has no output." if output else "{node} has no input."
            editor.refuse(tr(told, node=node.name))
            return
        self.open_at(own[0] if output else (free or own)[0])

    def open_at(self, fixed: Socket) -> None:
        """For one port."""
        canvas, editor = self.canvas, self.canvas.editor
        geometry = canvas.layer.geometry
        refused = edits.refusing(
            editor.network, editor.scope, [fixed.end], backwards=not fixed.output, replacing=True
        )
        x, y = geometry.socket_place(fixed)
        away = geometry.socket_distances(x, y)
        taking = [
            (float(away[k]), s)
            for k, s in enumerate(geometry.sockets)
            if s.output != fixed.output and s.end not in refused
        ]
        taking.sort(key=lambda found: found[0])
        if self._list is None:
            self._list = PortList(canvas, self)
        self._fixed = fixed
        text = "Connect {port} to…" if fixed.output else "Connect to {port} from…"
        at = canvas.mapFromScene(x, y)
        self._list.offer(tr(text, port=fixed.end), [s for _, s in taking], at)

    def told(self, to: Socket) -> str:
        """What would come of a wire to this port."""
        wire, editor = self._wire(to), self.canvas.editor
        try:
            network = rewired(editor.scope, None, wire, None)(editor.network)
        except SkipwireError as error:
            return tr(str(error))
        name = wire.target.node
        trial = tried(network, editor.report, editor.prefix, editor.scope, name)
        if trial.problem is not None:
            return tr("⚠ Will not fit: {problem}", problem=tr(trial.problem.message))
        flowing = editor.report.wire_shape(editor.prefix, wire)
        parts = [shapes.text(flowing) if flowing else wire.source.node, name]
        if trial.leaving:
            parts.append(shapes.text(trial.leaving))
        gone = edits.replaced(editor.network, editor.scope, wire.target)
        note = tr("Replaces the wire from {node}", node=gone.source.node) if gone else ""
        return "\n".join(filter(None, [f"✓ {' → '.join(parts)}", note]))

    def connect(self, to: Socket) -> None:
        editor, wire = self.canvas.editor, self._wire(to)
        self.close()
        editor.apply(tr("Connect {wire}", wire=wire), rewired(editor.scope, None, wire, None))

    def close(self) -> None:
        if self._fixed is not None and self._list is not None:
            self._fixed = None
            self._list.hide()
            self.canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def follow(self) -> None:
        self.close()  # its ports may be gone

    def _wire(self, to: Socket) -> Wire:
        fixed = self._fixed
        assert fixed is not None
        return Wire(fixed.end, to.end) if fixed.output else Wire(to.end, fixed.end)


class PortList(QFrame):
    """A field and a list over the canvas: typing narrows it, Enter connects, Esc leaves."""

    def __init__(self, over: QWidget, connecting: Connecting) -> None:
        super().__init__(over)
        self._over = over
        self._connecting = connecting
        self._offered: Sequence[Socket] = ()
        self._shown: list[Socket] = []
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.resize(*_SIZE)
        self.query = QLineEdit()
        self.query.setClearButtonEnabled(True)
        self.found = QListWidget()
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        for part in (self.query, self.found, self._note):
            column.addWidget(part)
        self.query.textChanged.connect(self._narrow)
        self.query.installEventFilter(self)
        self.found.currentRowChanged.connect(self._tell)
        self.found.itemClicked.connect(lambda _: self._choose())
        self.hide()

    @property
    def note(self) -> str:
        """What would come of the port that is marked."""
        return self._note.text()

    def offer(self, text: str, ports: Sequence[Socket], at: QPoint) -> None:
        """Show these, the first marked, beside a point of the canvas."""
        self._offered = ports
        self.query.setPlaceholderText(text)
        self.query.setAccessibleName(text)
        self.found.setAccessibleName(tr("Ports that take the wire"))
        self.query.clear()
        self._narrow("")
        room = self._over.rect()
        left = min(max(at.x() + 16, 8), max(room.width() - self.width() - 8, 8))
        top = min(max(at.y() + 16, 8), max(room.height() - self.height() - 8, 8))
        self.move(left, top)
        self.show()
        self.raise_()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, query: str) -> None:
        ranked = [(_rank(query, s), k) for k, s in enumerate(self._offered)]
        order = sorted(found for found in ranked if found[0] < math.inf)
        self._shown = [self._offered[k] for _, k in order[:_SHOWN]]
        self.found.clear()
        self.found.addItems([str(s.end) for s in self._shown])
        self.found.setCurrentRow(0)
        if not self._shown:
            self._note.setText(tr("No port that takes the wire has such a name."))

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self._note.setText(tr(self._connecting.told(self._shown[row])))
            announce(self.query, f"{self._shown[row].end}. {self.note}")  # the focus stays there

    def _choose(self) -> None:
        if 0 <= self.found.currentRow() < len(self._shown):
            self._connecting.connect(self._shown[self.found.currentRow()])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._connecting.close()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self._connecting.close()
        elif event.key() in _ARROWS:
            self.found.keyPressEvent(event)
        else:
            return False
        return True


def _rank(query: str, port: Socket) -> float:
    """How well a port answers, 0 the best; infinite where it does not."""
    name = str(port.end).lower()
    return sum(_word_rank(word, name) for word in query.lower().split())


def _word_rank(word: str, name: str) -> float:
    """As the name's start, within it, or as letters in their order in it."""
    if word in name:
        return float(not name.startswith(word))
    letters = iter(name)
    return 2.0 if all(letter in letters for letter in word) else math.inf
