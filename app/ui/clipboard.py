"""Cut, copy, paste and duplicate: nodes as text on the system's clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from app.ui.canvas import CanvasView
from app.ui.editor import Editor
from nodes.errors import SkipwireError
from nodes.network import Network, clipboard
from nodes.network.edits import Edited, remove


class Clipboard:
    """The clipboard's actions on the shown graph."""

    def __init__(self, editor: Editor, canvas: CanvasView) -> None:
        self._editor = editor
        self._canvas = canvas

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
        at = self._canvas.centre_of_view()
        self._insert("Paste", lambda n: clipboard.paste(n, scope, text, at))

    def duplicate(self) -> None:
        names, scope = self._editor.selection, self._editor.scope
        self._insert("Duplicate", lambda n: clipboard.duplicate(n, scope, names))

    def _insert(self, label: str, make: Callable[[Network], Edited]) -> None:
        try:
            made = make(self._editor.network)
        except SkipwireError as error:
            self._editor.refused.emit(str(error))
            return
        self._editor.apply(label, lambda _: made.network, select=made.names)
