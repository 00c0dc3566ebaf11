"""Actions on the drawing that are neither gestures nor the clipboard's: blocks, bypass, layout."""

from __future__ import annotations

from app.analysis.report import join
from app.ui.canvas import CanvasView
from app.ui.editor import Editor
from nodes.network import blocks, layout
from nodes.network.edits import move, set_enabled
from nodes.spec import Shape


class Drawing:
    """Acts on the shown graph and its selection."""

    def __init__(self, editor: Editor, canvas: CanvasView) -> None:
        self._editor = editor
        self._canvas = canvas

    def enter_block(self) -> None:
        node = self._editor.selected_node
        if node is not None:
            self._editor.enter(node.name)

    def make_block(self) -> None:
        e = self._editor
        names, scope = e.selection, e.scope
        taken = e.network.block_by_name
        number = next(k for k in range(1, len(taken) + 2) if f"Block{k}" not in taken)
        e.create("Make block", lambda n: blocks.make_block(n, scope, names, f"Block{number}"))

    def unpack_block(self) -> None:
        node, scope = self._editor.selected_node, self._editor.scope
        if node is not None:
            name = node.name
            inputs = self._entering(name)
            self._editor.create("Unpack block", lambda n: blocks.unpack(n, scope, name, inputs))

    def _entering(self, name: str) -> list[tuple[Shape, ...]]:
        """The shapes that enter each copy of a block, as far as they are known."""
        report, path = self._editor.report.nodes, join(self._editor.prefix, name)
        if path not in report:
            return []
        node = self._editor.graph.by_name[name]
        copies = (join(path, node.copy_name(k)) for k in range(report[path].repeat))
        return [report[copy].inputs for copy in copies if copy in report] or [report[path].inputs]

    def toggle_enabled(self) -> None:
        e = self._editor
        names, scope = e.selection, e.scope
        off = all(e.graph.by_name[n].enabled is False for n in names)
        e.apply("Switch on" if off else "Switch off", lambda n: set_enabled(n, scope, names, off))

    def arrange(self) -> None:
        scope = self._editor.scope
        places = layout.arrange(self._editor.graph)
        self._editor.apply("Arrange", lambda n: move(n, scope, places))
        self._canvas.fit()
