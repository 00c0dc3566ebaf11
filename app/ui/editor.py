"""A look at an open document, and the way to change it: every gesture ends in `apply`.

No view holds a truth of its own; several editors may look at one sheet, as a canvas and the docks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.analysis.report import Report, join
from app.codegen.source import Source
from app.history import History, Snapshot
from app.training.recipe import Recipe
from app.ui.pauses import set_aside
from app.ui.sheet import Sheet
from nodes.errors import SkipwireError
from nodes.network import Block, Graph, Network, Node
from nodes.network.bookmarks import Bookmark, followed, leads, scopes
from nodes.network.document import Document, Origin, Weights
from nodes.network.edits import Edited
from nodes.network.edits.folding import with_room


@dataclass(frozen=True)
class Change:
    """What `changed` carries. `fresh` marks another document, not an edit of the former."""

    old: Snapshot
    new: Snapshot
    fresh: bool


Edit = Callable[[Network], Network]


class Editor(QObject):
    """Shows one sheet at a time and edits it; all that look at the sheet are told.

    `changed` follows every new state, when the report is already up to date; `place_changed` when
    another graph is shown (a block entered or left); `selection_changed` when other nodes of the
    shown graph are selected; `refused` carries the reason when an edit cannot be made.
    """

    changed = Signal(object)  # Change
    place_changed = Signal()
    selection_changed = Signal()
    code_requested = Signal(str)  # the custom layer that is to be shown
    edit_requested = Signal()  # of the selected node, which cannot be entered
    refused = Signal(str)
    path_changed = Signal()
    in_hand_changed = Signal()  # what is frozen in a run of it

    def __init__(self, parent: QObject | None = None, sheet: Sheet | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet if sheet is not None else Sheet()
        self.grows = ""  # edits in a row while this has a name are one step
        self._sheet.editors.insert(0, self)  # a canvas is told before the docks, which ask it

    # --- state -----------------------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def snapshot(self) -> Snapshot:
        return self._sheet.history.present

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
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The places that were given a number, by it."""
        return self.snapshot.bookmarks

    @property
    def report(self) -> Report:
        return self._sheet.report

    @property
    def source(self) -> Source | None:
        """The generated code, made when first asked for; None while the network has problems."""
        return self._sheet.source

    @property
    def path(self) -> Path | None:
        return self._sheet.path

    @property
    def modified(self) -> bool:
        return self._sheet.history.modified

    @property
    def document(self) -> Document:
        return self.snapshot.document

    # --- documents -------------------------------------------------------------------------------

    def show(self, sheet: Sheet) -> None:
        """Look at another sheet; the former stays as it is."""
        if sheet is self._sheet:
            return
        old = self.snapshot
        self._sheet.editors.remove(self)
        self._sheet = sheet
        sheet.editors.append(self)
        self.changed.emit(Change(old, self.snapshot, fresh=True))
        self.place_changed.emit()
        self.selection_changed.emit()
        self.path_changed.emit()

    def close(self) -> None:
        """Look no more: nothing that happens to the sheet is told."""
        self._sheet.editors.remove(self)

    def open(self, document: Document, path: Path | None = None, *, blank: bool = False) -> None:
        """Another document in the sheet. Without a path it is new, and unsaved only once edited.

        A `blank` one gives way to the next that is opened, as long as nobody works on it.

        Raises:
            DocumentError: the recipe beside the network is not valid; nothing changes.
        """
        sheet, old = self._sheet, self.snapshot
        sheet.history = History("Open", Snapshot.of(document))
        sheet.path, sheet.blank = path, blank
        sheet.trail, sheet.selection = (), frozenset()
        self._refresh(old, fresh=True)
        for editor in self._looking():
            editor.path_changed.emit()
        if not self.report.small:
            QTimer.singleShot(0, set_aside)

    def mark_saved(self, path: Path) -> None:
        self._sheet.path = path
        self._sheet.history.mark_saved()
        for editor in self._looking():
            editor.path_changed.emit()

    def take(self, label: str, document: Document) -> None:
        """All that another document holds, as one step of this one's history.

        Raises:
            DocumentError: the recipe beside the network is not valid; nothing changes.
        """
        snapshot = Snapshot.of(document)
        if snapshot != self.snapshot:
            self._push(label, snapshot, None)

    # --- edits and undo --------------------------------------------------------------------------

    def apply(
        self, label: str, edit: Edit, select: Iterable[str] | None = None, *, grows: str = ""
    ) -> bool:
        """Make one undoable edit; tells through `refused` why it cannot be made.

        `select` names what is selected afterwards in the shown graph; by default the selection
        stays, less what is gone. Edits in a row that `grows` gives the same name are one step.
        """
        try:
            network = with_room(self.network, edit(self.network))
        except SkipwireError as error:
            self.refuse(str(error))
            return False
        if network is self.network or network == self.network:
            return True
        marks = followed(self.bookmarks, self.network, network)
        self._push(label, replace(self.snapshot, network=network, bookmarks=marks), select, grows)
        return True

    def create(self, label: str, make: Callable[[Network], Edited]) -> bool:
        """Make an edit that names the nodes it creates, and select those."""
        try:
            made = make(self.network)
        except SkipwireError as error:
            self.refuse(str(error))
            return False
        return self.apply(label, lambda _: made.network, select=made.names)

    def refuse(self, reason: str) -> None:
        """Say why an edit cannot be made."""
        for editor in self._looking():
            editor.refused.emit(reason)

    def set_recipe(self, recipe: Recipe) -> None:
        if recipe != self.recipe:
            self._push("Training recipe", replace(self.snapshot, recipe=recipe))

    def set_weights(self, weights: Weights | None) -> None:
        if weights != self.weights:
            label = "Detach weights" if weights is None else "Load weights"
            self._push(label, replace(self.snapshot, weights=weights))

    def set_bookmarks(self, label: str, marks: Iterable[Bookmark]) -> None:
        """Other places have numbers; each number is that of one of them."""
        found = tuple(sorted(marks, key=lambda m: m.number))
        if found != self.bookmarks:
            self._push(label, replace(self.snapshot, bookmarks=found))

    def complete_weights(self, known: Weights, found: Weights) -> None:
        """More is known of the same file now, wherever in the history it stands: no edit."""
        old = self.snapshot
        self._sheet.history.amend(lambda s: replace(s, weights=found) if s.weights == known else s)
        self._refresh(old)

    def _push(
        self,
        label: str,
        snapshot: Snapshot,
        select: Iterable[str] | None = None,
        grows: str = "",
    ) -> None:
        old = self.snapshot
        self._sheet.history.push(label, snapshot, grows or self.grows)
        self._refresh(old, select=select)

    def end_row(self, *, back: bool) -> None:
        """No more edits that are one step while `grows` has a name; `back` takes them back."""
        grows, self.grows = self.grows, ""
        old = self.snapshot
        if back and self._sheet.history.take_back(grows):
            self._refresh(old)

    @property
    def undo_label(self) -> str | None:
        history = self._sheet.history
        return history.steps[history.at].label if history.at else None

    @property
    def redo_label(self) -> str | None:
        history = self._sheet.history
        at = history.at + 1
        return history.steps[at].label if at < len(history.steps) else None

    def look_again(self) -> None:
        """Check the same network anew, because more is known of its custom layers."""
        self._sheet.forget_report()
        for editor in self._looking():
            editor.changed.emit(Change(self.snapshot, self.snapshot, fresh=False))

    def undo(self) -> None:
        self.go_to(self._sheet.history.at - 1)

    def redo(self) -> None:
        self.go_to(self._sheet.history.at + 1)

    def go_to(self, at: int) -> None:
        """Go to a step of the history, by its place; not where there is none."""
        history = self._sheet.history
        if 0 <= at < len(history.steps) and at != history.at:
            old = self.snapshot
            history.go(at)
            self._refresh(old)

    def _refresh(
        self, old: Snapshot, *, fresh: bool = False, select: Iterable[str] | None = None
    ) -> None:
        sheet = self._sheet
        if old.network is not self.network:
            sheet.forget_report()
        trail, before = sheet.trail, sheet.selection
        sheet.trail = self._valid(trail)
        names = before if select is None else frozenset(select)
        if sheet.trail != trail:
            names = frozenset()
        sheet.selection = names & self.graph.by_name.keys()
        change, moved = Change(old, self.snapshot, fresh), fresh or sheet.trail != trail
        selected = sheet.selection != before
        for editor in self._looking():
            editor.changed.emit(change)
            if moved:
                editor.place_changed.emit()
            if selected:
                editor.selection_changed.emit()

    def _looking(self) -> Iterable[Editor]:
        """All editors of the sheet, this one too, as long as they look at it."""
        sheet = self._sheet
        return (editor for editor in tuple(sheet.editors) if editor.sheet is sheet)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def trail(self) -> tuple[str, ...]:
        """The instances entered, from the outside in, by their node names."""
        return self._sheet.trail

    @property
    def scope(self) -> str:
        """The block whose definition is shown, or ROOT."""
        return scopes(self.network, self.trail)[-1]

    @property
    def prefix(self) -> str:
        """The path of the shown instance; of a repeated one, its first copy."""
        prefix = ""
        for scope, name in zip(scopes(self.network, self.trail), self.trail, strict=False):
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
        """Show the definition of a block, the code of a custom layer, or what a node is set to."""
        node = self.graph.by_name.get(name)
        if node is not None and self.is_block(node):
            self.show_place((*self.trail, name))
        elif node is not None and node.kind in self.network.custom_by_name:
            for editor in self._looking():
                editor.code_requested.emit(node.kind)
        elif node is not None:
            self.select([name])
            for editor in self._looking():
                editor.edit_requested.emit()

    def leave(self) -> None:
        if self.trail:
            inner = self.trail[-1]
            self.show_place(self.trail[:-1])
            self.select([inner])

    def show_place(self, trail: tuple[str, ...]) -> None:
        trail = self._valid(trail)
        if trail != self.trail:
            self._sheet.trail, self._sheet.selection = trail, frozenset()
            for editor in self._looking():
                editor.place_changed.emit()
                editor.selection_changed.emit()

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

    def leads(self, trail: tuple[str, ...]) -> bool:
        """Whether there is such a place."""
        return leads(self.network, trail)

    def _valid(self, trail: tuple[str, ...]) -> tuple[str, ...]:
        return trail[: len(scopes(self.network, trail)) - 1]

    # --- selection -------------------------------------------------------------------------------

    @property
    def selection(self) -> frozenset[str]:
        """Names of the selected nodes of the shown graph."""
        return self._sheet.selection

    @property
    def selected_node(self) -> Node | None:
        """The one selected node, where exactly one is."""
        return self.graph.by_name[next(iter(self.selection))] if len(self.selection) == 1 else None

    def select(self, names: Iterable[str]) -> None:
        chosen = frozenset(names) & self.graph.by_name.keys()
        if chosen != self.selection:
            self._sheet.selection = chosen
            for editor in self._looking():
                editor.selection_changed.emit()
