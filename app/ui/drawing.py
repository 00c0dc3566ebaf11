"""Actions on the drawing that are neither gestures nor the clipboard's: bypass, layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nodes.network import layout
from nodes.network.edits import move, set_enabled

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Drawing:
    """Acts on the shown graph and its selection."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editor = window.editor

    def enter_block(self) -> None:
        node = self._editor.selected_node
        if node is not None:
            self._editor.enter(node.name)

    def toggle_enabled(self) -> None:
        e = self._editor
        names, scope = e.selection, e.scope
        off = all(e.graph.by_name[n].enabled is False for n in names)
        e.apply("Switch on" if off else "Switch off", lambda n: set_enabled(n, scope, names, off))

    def arrange(self) -> None:
        scope = self._editor.scope
        places = layout.arrange(self._editor.graph)
        self._editor.apply("Arrange", lambda n: move(n, scope, places))
        self._window.canvas.fit()
