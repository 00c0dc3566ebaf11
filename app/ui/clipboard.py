"""Cut, copy, paste and duplicate: nodes as JSON text on the system's clipboard.

So they go from tab to tab, from window to window and through a chat or a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QGuiApplication

from app.ui.canvas.adding import Adding
from app.ui.canvas.changes import deleted
from app.ui.canvas.metrics import snapped
from app.ui.canvas.pasting import chosen, create, paste_in_view
from app.ui.receiving.offers import offer
from app.ui.results.dropped import offers_picture
from nodes.network import Position, clipboard

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Clipboard:
    """The clipboard's actions on the shown graph."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editor = window.editor

    def copy(self) -> None:
        e = self._editor
        names, marks = chosen(self._window.canvas)
        if names or marks:
            text = clipboard.copy(e.network, e.scope, names, marks)
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        e = self._editor
        (names, marks), scope = chosen(self._window.canvas), e.scope
        if names or marks:
            self.copy()
            e.apply("Cut", deleted(scope, names, (), marks))

    def paste(self, *, wired: bool = False) -> None:
        """Put what is on the clipboard at the pointer, or where there is room in the view.

        Where it is to be `wired`, it is fed by the nodes that have the names of what fed it. An
        image is shown to the network.
        """
        held = QGuiApplication.clipboard().mimeData() or QMimeData()  # there may be none
        text, scope = held.text(), self._editor.scope
        if clipboard.FORMAT not in text and offers_picture(held):
            self._receive(held)
            return
        label = "Paste with wires" if wired else "Paste"
        canvas = self._window.canvas
        pointed = canvas.component(Adding).pointed()
        if pointed is None:
            paste_in_view(canvas, label, text, wired=wired)
            return
        at = self._place(pointed)
        create(canvas, label, lambda n: clipboard.paste(n, scope, text, at, wired=wired))

    def _receive(self, held: QMimeData) -> None:
        """An image does what it would do if it were dropped."""
        found = offer(self._window, held)
        if found is None:
            return
        if found.act is None:
            self._window.tell(found.says)
        else:
            found.act((0.0, 0.0))

    def _place(self, place: QPointF) -> Position:
        """On the grid, and a step from what was pasted at the same place before."""
        x, y = snapped(place.x()), snapped(place.y())
        graph = self._editor.graph
        there = {n.position for n in graph.nodes}
        there |= {f.box[:2] for f in graph.frames} | {n.box[:2] for n in graph.notes}
        while (x, y) in there:
            x, y = x + clipboard.STEP, y + clipboard.STEP
        return x, y

    def duplicate(self, *, wired: bool = False) -> None:
        canvas, scope = self._window.canvas, self._editor.scope
        names, marks = chosen(canvas)
        label = "Duplicate with wires" if wired else "Duplicate"
        create(canvas, label, lambda n: clipboard.duplicate(n, scope, names, marks, wired=wired))
