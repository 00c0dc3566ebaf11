"""The layers of an edited network and what becomes of each, for Qt's tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.analysis.report import NodeReport, Report
from app.growth import Fate, Growth
from app.growth.telling import BECOMES
from app.ui.canvas.fates import colour, named
from app.ui.language import tr
from app.ui.theme import current
from nodes.shapes import text

Index = QModelIndex | QPersistentModelIndex
TITLES = ("", "Layer", "Weights before", "Weights now", "What becomes of it")


@dataclass(frozen=True)
class Row:
    """A layer with weights; of one that is gone there is no fate."""

    fate: Fate | None
    path: str
    before: str
    now: str
    words: str


def rows(growth: Growth, old: Report, new: Report) -> list[Row]:
    """All layers in their order, then those that are gone."""
    found = []
    for path, fate in growth.fates.items():
        source = growth.sources.get(path, "")
        words = tr(BECOMES[fate])
        if source and source != path:
            words = tr("was {name}; {words}", name=source, words=words)
        before = _weights(old.nodes[source]) if source else ""
        found.append(Row(fate, path, before, _weights(new.nodes[path]), words))
    for path in growth.gone:
        words = tr("is not there any more, or begins anew")
        found.append(Row(None, path, _weights(old.nodes[path]), "", words))
    return found


def _weights(node: NodeReport) -> str:
    """The shape of the largest tensor, which stands for all."""
    largest = max(node.tensors, key=lambda tensor: tensor.elements)
    return text(largest.shape)


class FatesModel(QAbstractTableModel):
    """One row a layer."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, the signature is Qt's
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (named(row.fate), row.path, row.before, row.now, row.words)[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == 0:
            return colour(current(), row.fate)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
