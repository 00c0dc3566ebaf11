"""The open document: a list of immutable states, the report of the present one, the selection.

Every view reads from here and every gesture ends in `apply`; no view holds a truth of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.analysis import analyse
from app.analysis.report import Report, join
from app.codegen import generate
from app.codegen.source import Source
from app.training.recipe import Recipe
from nodes.errors import SkipwireError
from nodes.network import ROOT, Block, Graph, Network, Node
from nodes.network.document import Document, Origin, Weights
from nodes.network.edits import Edited


@dataclass(frozen=True)
class Snapshot:
    """Everything that undo restores and a document holds."""

    network: Network
    recipe: Recipe
    weights: Weights | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class Change:
    """What `changed` carries. `fresh` marks another document, not an edit of the former."""

    old: Snapshot
    new: Snapshot
    fresh: bool


@dataclass(frozen=True)
class _Step:
    label: str
    snapshot: Snapshot


Edit = Callable[[Network], Network]


class Editor(QObject):
    """The open document, its undo history, what is shown of it and what is selected.

    `changed` follows every new state, when the report is already up to date; `place_changed` when
    another graph is shown (a block entered or left); `selection_changed` when other nodes of the
    shown graph are selected; `refused` carries the reason when an edit cannot be made.
    """

    changed = Signal(object)  # Change
    place_changed = Signal()
    selection_changed = Signal()
    code_requested = Signal(str)  # the custom layer that is to be shown
    refused = Signal(str)
    path_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        snapshot = Snapshot(Network(), Recipe())
        self._steps = [_Step("New", snapshot)]
        self._at = 0
        self._saved = snapshot
        self._path: Path | None = None
        self._trail: tuple[str, ...] = ()
        self._selection: frozenset[str] = frozenset()
        self._report = analyse(snapshot.network)
        self._source: Source | None = None

    # --- state -----------------------------------------------------------------------------------

    @property
    def snapshot(self) -> Snapshot:
        return self._steps[self._at].snapshot

    @property
    def network(self) -> Network:
        return self.snapshot.network

    @property
    def recipe(self) -> Recipe:
        return self.snapshot.recipe

    @property
    def weights(self) -> Weights | None:
        """The file that the network has its weights from."""
        return self.snapshot.weights

    @property
    def origin(self) -> Origin | None:
        """The preset that the network was made from."""
        return self.snapshot.origin

    @property
    def report(self) -> Report:
        return self._report

    @property
    def source(self) -> Source | None:
        """The generated code, made when first asked for; None while the network has problems."""
        if self._source is None and self._report.ok:
            self._source = generate(self.network, self._report)
        return self._source

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def modified(self) -> bool:
        return self.snapshot is not self._saved

    @property
    def document(self) -> Document:
        return Document(self.network, self.recipe.write(), self.weights, self.origin)

    # --- documents -------------------------------------------------------------------------------

    def open(self, document: Document, path: Path | None = None) -> None:
        """Show another document. Without a path it is new, and unsaved only once edited.

        Raises:
            DocumentError: the recipe beside the network is not valid; nothing changes.
        """
        recipe = Recipe.read(document.recipe)
        snapshot = Snapshot(document.network, recipe, document.weights, document.origin)
        old = self.snapshot
        self._steps, self._at = [_Step("Open", snapshot)], 0
        self._saved = snapshot
        self._path = path
        self._trail, self._selection = (), frozenset()
        self._refresh(old, fresh=True)
        self.path_changed.emit()

    def mark_saved(self, path: Path) -> None:
        self._path, self._saved = path, self.snapshot
        self.path_changed.emit()

    # --- edits and undo --------------------------------------------------------------------------

    def apply(self, label: str, edit: Edit, select: Iterable[str] | None = None) -> bool:
        """Make one undoable edit; tells through `refused` why it cannot be made.

        `select` names what is selected afterwards in the shown graph; by default the selection
        stays, less what is gone.
        """
        try:
            network = edit(self.network)
        except SkipwireError as error:
            self.refused.emit(str(error))
            return False
        if network is self.network or network == self.network:
            return True
        self._push(label, replace(self.snapshot, network=network), select)
        return True

    def create(self, label: str, make: Callable[[Network], Edited]) -> bool:
        """Make an edit that names the nodes it creates, and select those."""
        try:
            made = make(self.network)
        except SkipwireError as error:
            self.refused.emit(str(error))
            return False
        return self.apply(label, lambda _: made.network, select=made.names)

    def set_recipe(self, recipe: Recipe) -> None:
        if recipe != self.recipe:
            self._push("Training recipe", replace(self.snapshot, recipe=recipe), None)

    def set_weights(self, weights: Weights | None) -> None:
        if weights != self.weights:
            label = "Detach weights" if weights is None else "Load weights"
            self._push(label, replace(self.snapshot, weights=weights), None)

    def complete_weights(self, known: Weights, found: Weights) -> None:
        """More is known of the same file now, wherever in the history it stands: no edit."""

        def completed(snapshot: Snapshot) -> Snapshot:
            return replace(snapshot, weights=found) if snapshot.weights == known else snapshot

        old, made = self.snapshot, {id(s.snapshot): completed(s.snapshot) for s in self._steps}
        self._saved = made.get(id(self._saved), self._saved)
        self._steps = [replace(step, snapshot=made[id(step.snapshot)]) for step in self._steps]
        self._refresh(old)

    def _push(self, label: str, snapshot: Snapshot, select: Iterable[str] | None) -> None:
        old = self.snapshot
        del self._steps[self._at + 1 :]
        self._steps.append(_Step(label, snapshot))
        self._at += 1
        self._refresh(old, select=select)

    @property
    def undo_label(self) -> str | None:
        return self._steps[self._at].label if self._at else None

    @property
    def redo_label(self) -> str | None:
        later = self._steps[self._at + 1 :]
        return later[0].label if later else None

    def look_again(self) -> None:
        """Check the same network anew, because more is known of its custom layers."""
        self._report = analyse(self.network)
        self._source = None
        self.changed.emit(Change(self.snapshot, self.snapshot, fresh=False))

    def undo(self) -> None:
        self._go(self._at - 1)

    def redo(self) -> None:
        self._go(self._at + 1)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._steps):
            old, self._at = self.snapshot, at
            self._refresh(old)

    def _refresh(
        self, old: Snapshot, *, fresh: bool = False, select: Iterable[str] | None = None
    ) -> None:
        if old.network is not self.network:
            self._report = analyse(self.network)
            self._source = None
        trail = self._trail
        self._trail = self._valid(trail)
        names = self._selection if select is None else frozenset(select)
        if self._trail != trail:
            names = frozenset()
        before = self._selection
        self._selection = names & self.graph.by_name.keys()
        self.changed.emit(Change(old, self.snapshot, fresh))
        if fresh or self._trail != trail:
            self.place_changed.emit()
        if self._selection != before:
            self.selection_changed.emit()

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def trail(self) -> tuple[str, ...]:
        """The instances entered, from the outside in, by their node names."""
        return self._trail

    @property
    def scope(self) -> str:
        """The block whose definition is shown, or ROOT."""
        return self._scopes(self._trail)[-1]

    @property
    def prefix(self) -> str:
        """The path of the shown instance; of a repeated one, its first copy."""
        prefix = ""
        for scope, name in zip(self._scopes(self._trail), self._trail, strict=False):
            prefix = join(prefix, name)
            node = self.network.scope(scope).by_name[name]
            if node.numbered:
                prefix = join(prefix, node.copy_name(0))
        return prefix

    @property
    def graph(self) -> Graph:
        return self.network.scope(self.scope)

    def is_block(self, node: Node) -> bool:
        return isinstance(self.network.block_by_name.get(node.kind), Block)

    def enter(self, name: str) -> None:
        """Show the definition of the block, or the code of the custom layer, behind a node."""
        node = self.graph.by_name.get(name)
        if node is not None and self.is_block(node):
            self.show_place((*self._trail, name))
        elif node is not None and node.kind in self.network.custom_by_name:
            self.code_requested.emit(node.kind)

    def leave(self) -> None:
        if self._trail:
            inner = self._trail[-1]
            self.show_place(self._trail[:-1])
            self.select([inner])

    def show_place(self, trail: tuple[str, ...]) -> None:
        trail = self._valid(trail)
        if trail != self._trail:
            self._trail, self._selection = trail, frozenset()
            self.place_changed.emit()
            self.selection_changed.emit()

    def reveal(self, path: str) -> None:
        """Show and select the node at a path of the report, entering blocks as needed."""
        trail: tuple[str, ...] = ()
        graph, parts = self.network.graph, path.split(".")
        while parts:
            name = parts.pop(0)
            node = graph.by_name.get(name)
            if node is None:
                return
            if parts and node.numbered:
                parts.pop(0)
            block = self.network.block_by_name.get(node.kind)
            if not parts or block is None:
                self.show_place(trail)
                self.select([name])
                return
            trail, graph = (*trail, name), block.graph

    def _valid(self, trail: tuple[str, ...]) -> tuple[str, ...]:
        return trail[: len(self._scopes(trail)) - 1]

    def _scopes(self, trail: tuple[str, ...]) -> list[str]:
        """ROOT and the block behind every step of the trail, as far as it can be followed."""
        scopes = [ROOT]
        for name in trail:
            node = self.network.scope(scopes[-1]).by_name.get(name)
            if node is None or node.kind not in self.network.block_by_name:
                break
            scopes.append(node.kind)
        return scopes

    # --- selection -------------------------------------------------------------------------------

    @property
    def selection(self) -> frozenset[str]:
        """Names of the selected nodes of the shown graph."""
        return self._selection

    @property
    def selected_node(self) -> Node | None:
        """The one selected node, where exactly one is."""
        return (
            self.graph.by_name[next(iter(self._selection))] if len(self._selection) == 1 else None
        )

    def select(self, names: Iterable[str]) -> None:
        chosen = frozenset(names) & self.graph.by_name.keys()
        if chosen != self._selection:
            self._selection = chosen
            self.selection_changed.emit()
