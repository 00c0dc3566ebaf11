"""What of the selected nodes can be another in mid-run: whether they learn, what they drop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.analysis.report import Report
from app.training.controls import ChangeError, Standing, freezing, frozen_in, named
from app.training.messages import Change
from app.ui.inspector.form import Form, note_label, tell
from app.ui.inspector.training import TRAINING, WORDS
from app.ui.inspector.values import surroundings
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import ROOT, Argument
from nodes.network.resolve import arguments
from nodes.spec import Kind, Param

_SHARES = "p", "dropout"  # what layers call the share that they drop
DROPS = Param("drops", Kind.FLOAT, 0.0, "Share that is set to zero at random, in training", 0, 1)


class NodeKnobs(QWidget):
    """Of the nodes at some paths of the network that learns; `wanted` carries a change."""

    wanted = Signal(object)  # Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: tuple[str, ...] = ()
        self._standing: Standing | None = None
        self._drops: Mapping[str, float] = {}
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.form = Form()
        self.frozen = self.form.add(TRAINING, self._freeze, None, tr("weights"))
        self.drops = self.form.add(DROPS, self._drop, self._drop, tr("drops"))
        if self.drops.reset is not None:  # or its room would stay where nothing is dropped
            policy = self.drops.reset.sizePolicy()
            policy.setRetainSizeWhenHidden(False)
            self.drops.reset.setSizePolicy(policy)
        self.note = note_label()
        self.note.setObjectName("note_frozen")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.title, self.form, self.note):
            column.addWidget(widget)

    def show_nodes(self, paths: Sequence[str], report: Report, standing: Standing) -> None:
        """These are selected; `report` is of the network as it was drawn when it began to learn."""
        nodes = report.nodes
        weighty = [path for path in paths if path in nodes and nodes[path].parameters]
        self._drops = drops(report, paths)
        self._paths, self._standing = (*weighty,), standing
        chosen = dict.fromkeys((*weighty, *self._drops))
        self.title.setText(
            named([*chosen])
            if chosen
            else tr("Select nodes on the canvas to freeze them, or to change what they drop.")
        )
        for row, on in ((self.frozen, weighty), (self.drops, self._drops)):
            row.name.setVisible(bool(on))
            row.field.setVisible(bool(on))
        if weighty:
            self.frozen.show_values([WORDS[frozen_in(standing.learning, p)] for p in weighty], {})
        if self._drops:
            now = {**self._drops, **standing.dropouts}
            self.drops.show_values(
                [now[path] for path in self._drops],
                {},
                modified=any(now[path] != share for path, share in self._drops.items()),
            )
        elif self.drops.reset is not None:
            self.drops.reset.hide()
        asleep = standing.learning.frozen
        told = tr("Frozen now: {paths}", paths=named(asleep)) if asleep else ""
        tell(self.note, told, QPalette.ColorRole.PlaceholderText)

    def _freeze(self, value: Argument) -> str | None:
        if self._standing is None or not self._paths:
            return None
        frozen = next(f for f, words in WORDS.items() if words == value)
        try:
            change = freezing(self._standing.learning, self._paths, frozen)
        except ChangeError as error:
            return str(error)
        if change is not None:
            self.wanted.emit(change)
        return None

    def _drop(self, value: Argument) -> str | None:
        if self._standing is None or not isinstance(value, int | float):
            return None
        now = {**self._drops, **self._standing.dropouts}
        shares = tuple((path, float(value)) for path in self._drops if now[path] != value)
        if shares:
            nodes, old = named([path for path, _ in shares]), now[shares[0][0]]
            words = f"Dropout of {nodes} now {value:g}, was {old:g}"
            self.wanted.emit(Change(dropouts=shares, words=words))
        return None


def drops(report: Report, paths: Sequence[str]) -> dict[str, float]:
    """The shares that nodes drop as drawn, by path; those that drop nothing are left out."""
    found = {path: _share(report, path) for path in paths if path in report.nodes}
    return {path: share for path, share in found.items() if share is not None}


def _share(report: Report, path: str) -> float | None:
    network, node = report.nodes.network, report.nodes[path]
    try:
        declared = {p.name: p for p in network.params(node.kind)}
        name = next((n for n in _SHARES if n in declared and declared[n].kind is Kind.FLOAT), None)
        if name is None or node.kind in network.block_by_name:
            return None
        drawn = network.scope(node.scope).by_name[node.name]
        around = surroundings(network, report, _trail(report, path))
        share = arguments(network, drawn, around)[name]
    except SkipwireError:
        return None  # an expression has no value here
    return float(share) if isinstance(share, int | float) else None


def _trail(report: Report, path: str) -> list[str]:
    """The instances around a node by their names, which a copy of a repeated one is not."""
    network, scope, trail = report.nodes.network, ROOT, list[str]()
    for name in path.split(".")[:-1]:
        node = network.scope(scope).by_name.get(name)
        if node is not None:
            trail.append(name)
            scope = node.kind
    return trail
