"""Wiring by keyboard: a list of the ports that take a wire, searched by name, nearest first."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.advice.trial import tried
from app.ui.announcing import announce
from app.ui.canvas.changes import Edit
from app.ui.canvas.component import Component
from app.ui.canvas.geometry import Socket
from app.ui.formats import counted
from app.ui.language import tr
from nodes import shapes
from nodes.errors import SkipwireError
from nodes.network import Endpoint, Wire, edits

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_SHOWN = 200  # ports at most; nobody reads on, everybody types
_SIZE = 320, 300
_TRIED = 4  # nodes that are looked at for what they make of their wires
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Connecting(Component):
    """C asks what the selected nodes are to feed, Shift+C what is to feed them."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._list: PortList | None = None
        self._fixed: tuple[Socket, ...] = ()

    @property
    def ports(self) -> PortList | None:
        """The list, while it is open."""
        return self._list if self._fixed else None

    def open(self, *, output: bool) -> None:
        """For each selected node its first output, or its first input that is free.

        A node that feeds another of them is passed over: of a chain the last one is meant.
        """
        editor, geometry = self.canvas.editor, self.canvas.layer.geometry
        names = sorted(editor.selection, key=lambda name: geometry.index[name])
        if output and len(names) > 1:
            ends = [n for n in names if not self._feeds_one_of(n, editor.selection)]
            names = ends or names
        fixed = [own for name in names for own in self._own(name, output)[:1]]
        if not names:
            editor.refuse(tr("Select what is to be connected."))
        elif not fixed:
            told = "{node} has no output." if output else "{node} has no input."
            editor.refuse(tr(told, node=", ".join(names)))
        else:
            fixed.sort(key=geometry.socket_place)
            self.open_at(*fixed)

    def _feeds_one_of(self, name: str, names: Collection[str]) -> bool:
        return any(w.target.node in names for w in self.canvas.editor.graph.out_of(name))

    def _own(self, name: str, output: bool) -> list[Socket]:
        """The ports of a side, the free ones first."""
        editor = self.canvas.editor
        own = [s for s in self.canvas.layer.geometry.sockets_of(name) if s.output == output]
        taken = [edits.replaced(editor.network, editor.scope, s.end) is not None for s in own]
        return [s for _, s in sorted(zip(taken, own, strict=True), key=lambda each: each[0])]

    def open_at(self, *fixed: Socket) -> None:
        """For these ports, all of one side."""
        canvas, editor = self.canvas, self.canvas.editor
        geometry, first = canvas.layer.geometry, fixed[0]
        refused = edits.refusing(
            editor.network,
            editor.scope,
            [s.end for s in fixed],
            backwards=not first.output,
            replacing=True,
        ) - self._in_part(fixed)
        x, y = np.mean([geometry.socket_place(s) for s in fixed], axis=0).tolist()
        away = geometry.socket_distances(x, y)
        taking = [
            (float(away[k]), s)
            for k, s in enumerate(geometry.sockets)
            if s.output != first.output and s.end not in refused
        ]
        taking.sort(key=lambda found: found[0])
        if self._list is None:
            self._list = PortList(canvas, self)
        self._fixed = fixed
        if len(fixed) == 1:
            text = "Connect {port} to…" if first.output else "Connect to {port} from…"
            said = tr(text, port=first.end)
        else:
            text = "Connect {what} to…" if first.output else "Connect {what} from…"
            said = tr(text, what=counted(len(fixed), "node"))
        self._list.offer(said, [s for _, s in taking], canvas.mapFromScene(x, y))

    def _in_part(self, fixed: Sequence[Socket]) -> frozenset[Endpoint]:
        """The inputs that have some of the wires already, and take the others."""
        editor = self.canvas.editor
        if len(fixed) == 1 or not fixed[0].output:
            return frozenset()
        graph, scope = editor.graph, editor.scope
        there = {w for s in fixed for w in graph.out_of(s.end.node) if w.source == s.end}
        found = set()
        for target in {w.target for w in there}:
            new = [w for s in fixed if (w := Wire(s.end, target)) not in there]
            if new and not any(edits.refusal(editor.network, scope, w) for w in new):
                found.add(target)
        return frozenset(found)

    def told(self, to: Socket) -> str:
        """What would come of the wires to this port, or why it does not take them."""
        wires, editor = self._wires(to), self.canvas.editor
        if isinstance(wires, str):
            return wires
        try:
            network = self._edit(wires)(editor.network)
        except SkipwireError as error:
            return tr(str(error))
        names = list(dict.fromkeys(w.target.node for w in wires))
        trials = [
            tried(network, editor.report, editor.prefix, editor.scope, n) for n in names[:_TRIED]
        ]
        for trial in trials:
            if trial.problem is not None:
                return tr("⚠ Will not fit: {problem}", problem=tr(trial.problem.message))
        if len(wires) > 1 and len(names) == 1:
            parts = [counted(len(wires), "wire"), names[0]]
        else:
            flowing = editor.report.wire_shape(editor.prefix, wires[0])
            parts = [shapes.text(flowing) if flowing else wires[0].source.node]
            parts.append(names[0] if len(names) == 1 else counted(len(names), "node"))
        if len(names) == 1 and trials[0].leaving:
            parts.append(shapes.text(trials[0].leaving))
        gone = [edits.replaced(editor.network, editor.scope, w.target) for w in wires]
        notes = [
            tr("Replaces the wire from {node}", node=w.source.node) for w in gone if w is not None
        ]
        return "\n".join([f"✓ {' → '.join(parts)}", *notes[:_TRIED]])

    def connect(self, to: Socket) -> None:
        """Draw the wires; where the port does not take them, say why and wait for another."""
        editor, wires = self.canvas.editor, self._wires(to)
        if isinstance(wires, str):
            editor.refuse(wires)
            return
        self.close()
        if len(wires) == 1:
            label = tr("Connect {wire}", wire=wires[0])
        elif to.output:
            label = tr(
                "Connect {node} to {what}", node=to.end.node, what=counted(len(wires), "node")
            )
        else:
            label = tr("Connect {count} wires to {node}", count=len(wires), node=to.end.node)
        editor.apply(label, self._edit(wires))

    def close(self) -> None:
        if self._fixed and self._list is not None:
            self._fixed = ()
            self._list.hide()
            self.canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def follow(self) -> None:
        self.close()  # its ports may be gone

    def _edit(self, wires: Sequence[Wire]) -> Edit:
        scope = self.canvas.editor.scope
        return lambda n: edits.connect_all(n, scope, wires, replacing=True)

    def _wires(self, to: Socket) -> Sequence[Wire] | str:
        """The wires to a port, and to the free inputs of its card after it; or why not."""
        fixed, geometry = self._fixed, self.canvas.layer.geometry
        if to.output:
            return [Wire(to.end, s.end) for s in fixed]
        if geometry.socket_half[geometry.socket_index[to]]:  # it takes any number
            there = self.canvas.editor.graph.into(to.end.node)
            new = (Wire(s.end, to.end) for s in fixed)
            return [w for w in new if w not in there]
        own = geometry.sockets_of(to.end.node)
        editor = self.canvas.editor
        free = [
            s.end
            for s in own[own.index(to) + 1 :]
            if not s.output and edits.replaced(editor.network, editor.scope, s.end) is None
        ]
        ends = [to.end, *free]
        if len(ends) < len(fixed):
            return tr(
                "{node} has room for {room} of {count} wires.",
                node=to.end.node,
                room=len(ends),
                count=len(fixed),
            )
        return [Wire(s.end, end) for s, end in zip(fixed, ends, strict=False)]


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
