"""Cut, copy, paste and duplicate: nodes as text on the system's clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from nodes.network import clipboard
from nodes.network.edits import remove

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Clipboard:
    """The clipboard's actions on the shown graph."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editor = window.editor

    def copy(self) -> None:
        e = self._editor
        if e.selection:
            text = clipboard.copy(e.network, e.scope, e.selection)
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        e = self._editor
        names, scope = e.selection, e.scope
        if names:
            self.copy()
            e.apply("Cut", lambda n: remove(n, scope, names))

    def paste(self) -> None:
        text, scope = QGuiApplication.clipboard().text(), self._editor.scope
        at = self._window.canvas.centre_of_view()
        self._editor.create("Paste", lambda n: clipboard.paste(n, scope, text, at))

    def duplicate(self) -> None:
        names, scope = self._editor.selection, self._editor.scope
        self._editor.create("Duplicate", lambda n: clipboard.duplicate(n, scope, names))
