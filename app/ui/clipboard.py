"""Cut, copy, paste and duplicate: nodes as text on the system's clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.ui.canvas.changes import deleted
from app.ui.canvas.surroundings import with_content
from nodes.network import Network, clipboard
from nodes.network.edits import Edited
from nodes.network.edits.marks import Marks

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

    def paste(self) -> None:
        text, scope = QGuiApplication.clipboard().text(), self._editor.scope
        at = self._window.canvas.centre_of_view()
        self._create("Paste", lambda n: clipboard.paste(n, scope, text, at))

    def duplicate(self) -> None:
        (names, marks), scope = self._chosen(), self._editor.scope
        self._create("Duplicate", lambda n: clipboard.duplicate(n, scope, names, marks))

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
