"""Cut, copy, paste and duplicate: nodes as text on the system's clipboard."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app.ui.canvas import CanvasView
from app.ui.editor import Editor
from nodes.network import clipboard
from nodes.network.edits import remove


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
        self._editor.create("Paste", lambda n: clipboard.paste(n, scope, text, at))

    def duplicate(self) -> None:
        names, scope = self._editor.selection, self._editor.scope
        self._editor.create("Duplicate", lambda n: clipboard.duplicate(n, scope, names))
