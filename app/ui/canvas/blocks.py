"""What is done with blocks on the canvas: made of the selection, unpacked, copied for one use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.analysis.report import join
from app.ui.canvas.component import Component
from app.ui.canvas.offer import Offer
from app.ui.language import tr
from app.ui.menus import Item
from nodes.network import Node, blocks
from nodes.network.edits.guessing import Like
from nodes.network.edits.training import ENDS
from nodes.spec import Shape

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class Blocks(Component):
    """Every command is one undo step; `offer` stands over the canvas where more could be done."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.offer = Offer(canvas)
        self._state: object = None  # what the offer is about

    # --- commands --------------------------------------------------------------------------------

    def make(self) -> None:
        """Make a block of the selection, named and with parameters as guessed."""
        editor = self.canvas.editor
        scope, names = editor.scope, editor.selection
        if self._offer_to_mend(names):
            return
        guessed = blocks.guess(editor.network, scope, names)
        label = tr("Make block {name}", name=guessed.name)
        done = editor.create(
            label, lambda n: blocks.make_block(n, scope, names, guessed.name, guessed)
        )
        if done and guessed.likes:
            (made,) = editor.selection
            self._offer_places(made, guessed.likes)

    def unpack(self) -> None:
        """Put the nodes of the selected block in its place."""
        editor = self.canvas.editor
        node, scope = editor.selected_node, editor.scope
        if node is not None:
            name, inputs = node.name, self._entering(node)
            label = tr("Unpack {name}", name=name)
            editor.create(label, lambda n: blocks.unpack(n, scope, name, inputs))

    def make_own(self) -> None:
        """Give the selected instance a definition of its own."""
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        node = editor.selected_node
        if node is not None:
            label, own = tr("Make {name} its own", name=node.name), node.name
            editor.create(label, lambda n: blocks.make_own(n, scope, own))

    def select_instances(self, kind: str = "") -> None:
        """Select every use of a block, by default of the selected one, in the shown graph."""
        editor = self.canvas.editor
        if not kind and editor.selected_node is not None:
            kind = editor.selected_node.kind
        editor.select(self._instances(kind))
        self.canvas.fit_selection()

    def _instances(self, kind: str) -> frozenset[str]:
        return frozenset(n.name for n in self.canvas.editor.graph.of_kind(kind))

    # --- offers ----------------------------------------------------------------------------------

    def _offer_to_mend(self, names: frozenset[str]) -> bool:
        """Whether these cannot be a block, and others that can are offered."""
        editor = self.canvas.editor
        graph = editor.graph
        ends = [n for n in sorted(names) if graph.by_name[n].kind in ENDS]
        if ends and len(ends) < len(names):
            text = tr("{ends} cannot go into a block: a block has its own.", ends=_listed(ends))
            others = names - frozenset(ends)
            self._show(text, [(tr("Select the others"), lambda: editor.select(others))])
            return True
        if ends or not (missing := blocks.between(graph, names)):
            return False
        text = tr(
            "A path leaves the selection and comes back to it through {nodes}.",
            nodes=_listed(missing),
        )
        self._show(text, [(tr("Select those too"), lambda: editor.select(names | {*missing}))])
        return True

    def _offer_places(self, made: str, likes: tuple[Like, ...]) -> None:
        editor = self.canvas.editor
        scope, kind = editor.scope, editor.graph.by_name[made].kind
        there = [name for like in likes for name in like.place.values()]

        def put() -> None:
            label = tr("Put {name} in other places", name=kind)
            editor.create(label, lambda n: blocks.put_block(n, scope, made, likes))
            editor.select(self._instances(kind))

        def look() -> None:
            editor.select(there)
            self.canvas.fit_selection()
            offer_again()

        def offer_again() -> None:
            many = tr("{count} more places look the same.", count=len(likes))
            text = many if len(likes) > 1 else tr("One more place looks the same.")
            replace = tr("Replace them") if len(likes) > 1 else tr("Replace it")
            self._show(text, [(tr("Show"), look), (replace, put)])

        offer_again()

    def _show(self, text: str, choices: list[Item]) -> None:
        self._state = self._now()
        self.offer.make(text, choices)

    def _now(self) -> object:
        editor = self.canvas.editor
        return id(editor.network), editor.trail

    # --- the canvas asks --------------------------------------------------------------------------

    def follow(self) -> None:
        """An offer is about one state of one graph."""
        if self.offer.isVisible() and self._now() != self._state:
            self.offer.withdraw()

    def key(self, event: QKeyEvent) -> bool:
        editor, key = self.canvas.editor, event.key()
        if key == Qt.Key.Key_Escape and self.offer.isVisible():
            self.offer.withdraw()
        elif key == Qt.Key.Key_Backspace and editor.trail and not event.modifiers():
            editor.leave()
        else:
            return False
        return True

    def _entering(self, node: Node) -> list[tuple[Shape, ...]]:
        """The shapes that enter each copy of a block, as far as they are known."""
        editor = self.canvas.editor
        report, path = editor.report.nodes, join(editor.prefix, node.name)
        if path not in report:
            return []
        copies = (join(path, node.copy_name(k)) for k in range(report[path].repeat))
        return [report[copy].inputs for copy in copies if copy in report] or [report[path].inputs]


_LISTED = 3


def _listed(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    shown = ", ".join(names[:_LISTED])
    more = len(names) - _LISTED
    return tr("{names} and {count} more", names=shown, count=more) if more > 0 else shown
