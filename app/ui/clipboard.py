"""Cut, copy, paste and duplicate: nodes as JSON text on the system's clipboard.

So they go from tab to tab, from window to window and through a chat or a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from app.ui.canvas.adding import Adding
from app.ui.canvas.changes import deleted
from app.ui.canvas.clearing import clear_place
from app.ui.canvas.metrics import snapped
from app.ui.canvas.surroundings import around, with_content
from nodes.network import Network, Position, clipboard
from nodes.network.edits import Edited
from nodes.network.edits.marks import Marks, points_between, shift
from nodes.network.interior import size

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Clipboard:
    """The clipboard's actions on the shown graph."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editor = window.editor

    def copy(self) -> None:
        e = self._editor
        names, marks = self._chosen()
        if names or marks:
            text = clipboard.copy(e.network, e.scope, names, marks)
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        e = self._editor
        (names, marks), scope = self._chosen(), e.scope
        if names or marks:
            self.copy()
            e.apply("Cut", deleted(scope, names, (), marks))

    def paste(self, *, wired: bool = False) -> None:
        """Put what is on the clipboard at the pointer, or where there is room in the view.

        Where it is to be `wired`, it is fed by the nodes that have the names of what fed it.
        """
        text, scope = QGuiApplication.clipboard().text(), self._editor.scope
        label = "Paste with wires" if wired else "Paste"
        canvas = self._window.canvas
        pointed = canvas.component(Adding).pointed()
        if pointed is not None:
            at = self._place(pointed)
            self._create(label, lambda n: clipboard.paste(n, scope, text, at, wired=wired))
            return
        centre = canvas.centre_of_view()

        def make(network: Network) -> Edited:
            made = clipboard.paste(network, scope, text, wired=wired)
            return _centred(network, made, scope, centre)

        self._create(label, make)
        layer = canvas.layer
        box = around(layer.geometry, self._editor.graph, self._editor.selection, layer.look.marks)
        if box is not None and not canvas.navigator.sees(box):
            canvas.places.jump_on()
            canvas.navigator.reveal(box)

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
        (names, marks), scope = self._chosen(), self._editor.scope
        label = "Duplicate with wires" if wired else "Duplicate"
        self._create(label, lambda n: clipboard.duplicate(n, scope, names, marks, wired=wired))

    def _chosen(self) -> tuple[frozenset[str], Marks]:
        """The selected nodes, frames and notes; a frame with all that lies in it."""
        layer, e = self._window.canvas.layer, self._editor
        names, marks = with_content(layer.geometry, e.graph, e.selection, layer.look.marks)
        return names, replace(marks, points=frozenset())

    def _create(self, label: str, make: Callable[[Network], Edited]) -> None:
        """Make an edit that adds nodes, frames and notes, and select those."""
        before, canvas = self._editor.graph, self._window.canvas
        if self._editor.create(label, make):
            after = self._editor.graph
            frames = range(len(before.frames), len(after.frames))
            notes = range(len(before.notes), len(after.notes))
            canvas.select_wires((), Marks(frozenset(frames), frozenset(notes)))


def _centred(before: Network, made: Edited, scope: str, centre: Position) -> Edited:
    """What was added, about a point, or near it where it lies on nothing else."""
    old, new = before.scope(scope), made.network.scope(scope)
    marks = Marks(
        frozenset(range(len(old.frames), len(new.frames))),
        frozenset(range(len(old.notes), len(new.notes))),
        points_between(new, made.names),
    )
    nodes = [new.by_name[name] for name in made.names]
    boxes = [(*n.position, *size(made.network, n)) for n in nodes]
    boxes += [new.frames[k].box for k in marks.frames] + [new.notes[k].box for k in marks.notes]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    width = max(b[0] + b[2] for b in boxes) - left
    height = max(b[1] + b[3] for b in boxes) - top
    wanted = snapped(centre[0] - width / 2), snapped(centre[1] - height / 2)
    x, y = clear_place(before, old, (*wanted, width, height), frozenset())
    names = frozenset(made.names)
    return made._replace(network=shift(made.network, scope, (x - left, y - top), names, marks))
