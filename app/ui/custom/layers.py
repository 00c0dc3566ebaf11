"""Writing, changing and trusting the custom layers of the open network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui import settings
from app.ui.canvas.changes import appended, place_for
from app.ui.custom.bar import TrustBar
from app.ui.custom.dialog import TEMPLATE, LayerDialog
from app.ui.custom.examining import Examining
from app.ui.editor import Change
from nodes.custom import KNOWN, CustomLayer
from nodes.errors import SkipwireError
from nodes.network import Network, Node, edits
from nodes.network.edits.custom import add_custom, custom_problem, remove_custom, set_custom

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class CustomLayers(QObject):
    """One dialog at a time, the bar over the canvas, and the worker that runs the layers."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._editor = window.editor
        self.dialog: LayerDialog | None = None
        self._failures: dict[str, tuple[int, str]] = {}  # line and reason, by layer
        KNOWN.trust(settings.trusted())
        self.bar = TrustBar()
        self.bar.show_requested.connect(self.show_untrusted)
        self.bar.trust_requested.connect(self.trust_all)
        self._examining = Examining(window.editor, window.tabs.look_again, self)
        self._editor.changed.connect(self._changed)
        self._editor.code_requested.connect(self.edit)
        self._refresh()

    def close(self) -> None:
        self._examining.close()

    # --- code ------------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin a layer from a template; applying it puts a node of it on the canvas."""
        network = self._editor.network
        names = (f"MyLayer{number or ''}" for number in range(len(network.custom) + 2))
        sources = (TEMPLATE.format(name=name) for name in names)
        free = next(s for s in sources if not custom_problem(network, CustomLayer(s)))
        self._open(None, free)

    def edit(self, name: str) -> None:
        """Show the code of a layer."""
        layer = self._editor.network.custom_by_name.get(name)
        if layer is None:
            return
        if self.dialog is not None and self.dialog.name == name:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        self._open(name, layer.source)

    def _open(self, name: str | None, text: str) -> None:
        if self.dialog is not None:
            self.dialog.reject()
            if self.dialog is not None:  # it holds code that is not to be given up
                self.dialog.raise_()
                return
        self.dialog = LayerDialog(self._editor, name, text, self._window.ask, self._window)
        self.dialog.applied.connect(self._apply)
        self.dialog.remove_requested.connect(self._remove)
        self.dialog.finished.connect(self._forget)
        if name in self._failures:
            self.dialog.show_failure(*self._failures[name])
        self.dialog.show()
        self.dialog.code.setFocus()

    def _forget(self) -> None:
        self.dialog = None

    def _apply(self, text: str) -> None:
        """Make the code the layer's, as one edit; what is typed here is trusted."""
        assert self.dialog is not None
        name = self.dialog.name
        try:
            network = self._added(text) if name is None else self._changed_by(name, text)
        except SkipwireError as error:
            self.dialog.refuse(str(error))
            return
        layer = CustomLayer(text)
        self._trust([layer])
        new = [n for n in self._names(network) if n not in self._editor.graph.by_name]
        label = f"Write {layer.name}" if name is None else f"Change {name}"
        if network == self._editor.network:
            self._window.tabs.look_again()
        else:
            self._editor.apply(label, lambda _: network, select=new or None)
        self.dialog.take_name(layer.name)
        if new:
            self._window.canvas.show_node(new[0])

    def _names(self, network: Network) -> list[str]:
        return [n.name for n in network.scope(self._editor.scope).nodes]

    def _added(self, text: str) -> Network:
        """With the layer and a node of it, below the selected node."""
        e = self._editor
        network = add_custom(e.network, text)
        kind, after = CustomLayer(text).name, e.selected_node
        place = place_for(e.network, e.graph, after, self._window.canvas.centre_of_view())
        node = Node(edits.fresh_name(e.graph, kind), kind, position=place)
        return appended(e.scope, node, after.name if after is not None else None)(network)

    def _changed_by(self, name: str, text: str) -> Network:
        network = self._editor.network
        if name not in network.custom_by_name:  # undone or left meanwhile
            return add_custom(network, text)
        if network.custom_by_name[name].source == text:
            return network
        return set_custom(network, name, text)

    def _remove(self) -> None:
        assert self.dialog is not None
        name = self.dialog.name or ""
        try:
            network = remove_custom(self._editor.network, name)
        except SkipwireError as error:
            self.dialog.refuse(str(error))
            return
        self._editor.apply(f"Remove {name}", lambda _: network)

    def show_failure(self, name: str, line: int, reason: str) -> None:
        """A run failed at a line of a class that the code carries, perhaps of a custom layer."""
        layer = self._editor.network.custom_by_name.get(name)
        if layer is None:
            return
        line += layer.declaration.line - 1
        self._failures[name] = line, reason
        self._window.tell(f"{name}, line {line}: {reason}")
        if self.dialog is not None and self.dialog.name == name:
            self.dialog.show_failure(line, reason)

    # --- trust -----------------------------------------------------------------------------------

    @property
    def untrusted(self) -> list[CustomLayer]:
        return [c for c in self._editor.network.custom_by_name.values() if not c.trusted]

    def show_untrusted(self) -> None:
        if untrusted := self.untrusted:
            self.edit(untrusted[0].name)

    def trust_all(self) -> None:
        """Let the code of this network run, from now on and in later sessions."""
        self._trust(self.untrusted)
        self._window.tabs.look_again()

    def _trust(self, layers: list[CustomLayer]) -> None:
        hashes = [layer.fingerprint for layer in layers]
        settings.trust(hashes)
        KNOWN.trust(hashes)

    def _changed(self, change: Change) -> None:
        if change.old.network is not change.new.network:
            self._failures.clear()
        self._refresh()

    def _refresh(self) -> None:
        self.bar.show_layers([layer.name for layer in self.untrusted])
