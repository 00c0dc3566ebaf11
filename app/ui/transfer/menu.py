"""What a person does for transfer learning: prepare the network, freeze nodes, unfreeze them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.transfer.dialog import TransferDialog
from nodes.network import Frozen
from nodes.network.edits import set_frozen

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class TransferMenu(QObject):
    """The actions on what learns."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._editor = window.editor
        self.dialog: TransferDialog | None = None

    def prepare(self) -> None:
        """Ask what the network is to be used for, and what of it learns."""
        self.dialog = TransferDialog(self._editor, self._window)
        self.dialog.open()

    def can_set(self, frozen: Frozen) -> bool:
        """Whether it would change one of the selected nodes."""
        return bool(self._changing(self._editor.selection, frozen))

    def set(self, frozen: Frozen) -> None:
        """Freeze the selected nodes, weights and statistics, or let them learn."""
        self._set(self._editor.selection, frozen)

    def _changing(self, names: Collection[str], frozen: Frozen) -> frozenset[str]:
        """Those of the nodes that it changes; what holds no weights has nothing to freeze."""
        nodes, report = self._editor.graph.by_name, self._editor.report
        prefix = self._editor.prefix
        there = [name for name in names if name in nodes]  # a menu may outlive its node
        others = [name for name in there if nodes[name].frozen is not frozen]
        if frozen is Frozen.NO:
            return frozenset(others)
        known = [(name, report.at(prefix, name)) for name in others]
        return frozenset(n for n, r in known if r is not None and (r.parameters or r.buffers))

    def _set(self, names: Collection[str], frozen: Frozen) -> None:
        scope, changing = self._editor.scope, self._changing(names, frozen)
        label = "Unfreeze" if frozen is Frozen.NO else "Freeze"
        self._editor.apply(label, lambda n: set_frozen(n, scope, changing, frozen))
