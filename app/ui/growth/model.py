"""The layers of an edited network and what becomes of each, for Qt's tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from app.analysis.report import NodeReport, Report
from app.growth import Fate, Growth
from app.growth.telling import BECOMES, FROZEN, READS, outcome, summary
from app.training.controls import frozen_in
from app.ui.canvas.fates import colour, named
from app.ui.language import tr
from app.ui.rowsmodel import Index, RowsModel
from app.ui.theme import current
from nodes.learning import Learning
from nodes.network import Frozen
from nodes.shapes import text

_FREELY = Learning()
TITLES = ("", "Layer", "Weights before", "Weights now", "What becomes of it")


@dataclass(frozen=True)
class Row:
    """A layer with weights; of one that is gone there is no fate."""

    fate: Fate | None
    path: str
    before: str
    now: str
    words: str


def told(growth: Growth) -> str:
    """How much stays, what changes, and whether the network computes what it did."""
    stays, then = " · ".join(map(tr, summary(growth))), tr(outcome(growth))
    return tr("{stays}. {then}", stays=stays, then=then)


def rows(growth: Growth, old: Report, new: Report, learning: Learning = _FREELY) -> list[Row]:
    """All layers in their order, then those that are gone; some may be frozen from then on."""
    found = []
    for path, fate in growth.fates.items():
        source = growth.sources.get(path, "")
        words = tr(BECOMES[fate])
        if fate is Fate.WIDENED and _only_reads_more(old.nodes[source], new.nodes[path]):
            words = tr(READS)
        elif fate is Fate.WIDENED and frozen_in(learning, path) is not Frozen.NO:
            words = tr(FROZEN)
        if source and source != path:
            words = tr("was {name}; {words}", name=source, words=words)
        before = _weights(old.nodes[source]) if source else ""
        found.append(Row(fate, path, before, _weights(new.nodes[path]), words))
    for path in growth.gone:
        words = tr("is not there any more, or begins anew")
        found.append(Row(None, path, _weights(old.nodes[path]), "", words))
    return found


def _only_reads_more(old: NodeReport, new: NodeReport) -> bool:
    return old.outputs == new.outputs and old.inputs != new.inputs


def _weights(node: NodeReport) -> str:
    """The shape of the largest tensor, which stands for all."""
    largest = max(node.tensors, key=lambda tensor: tensor.elements)
    return text(largest.shape)


class FatesModel(RowsModel[Row]):
    """One row a layer."""

    def __init__(self) -> None:
        super().__init__(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (named(row.fate), row.path, row.before, row.now, row.words)[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == 0:
            return colour(current(), row.fate)
        return None
