"""The rows of the summary for Qt's tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from app.analysis.costs import COSTS
from app.analysis.summary import TITLES, Row
from app.ui.formats import exact, quantity
from app.ui.language import tr
from app.ui.rowsmodel import Index, RowsModel

VALUE = Qt.ItemDataRole.UserRole  # what a column is sorted by
SHARE = Qt.ItemDataRole.UserRole + 1  # of the column's greatest figure, 0 to 1
OUTPUT = TITLES.index("Output")
WORDS = len(TITLES) - len(COSTS)  # the leading columns that hold no figures


class SummaryModel(RowsModel[Row]):
    """One row a node; figures are shown short, and in full in the tooltip."""

    def __init__(self) -> None:
        super().__init__(TITLES)
        self._most: Sequence[int] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        if rows == self.rows:
            return
        self._most = [max((r.figures[k] or 0 for r in rows), default=0) for k in range(len(COSTS))]
        super().show_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        cell = row.cells[column]
        if role == VALUE:
            value = row.elements if column == OUTPUT else cell
            return index.row() if column == 0 else -1 if value is None else value
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column < WORDS else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if not isinstance(cell, int):
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return cell if shown else None
        cost = COSTS[column - WORDS]
        if role == Qt.ItemDataRole.DisplayRole:
            return quantity(cell, cost.unit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return exact(cell, cost.unit)
        if role == SHARE:
            most = self._most[column - WORDS]
            return cell / most if most else 0.0
        return None

    def heading(self, section: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        if role == Qt.ItemDataRole.ToolTipRole and section >= WORDS:
            return tr(COSTS[section - WORDS].help)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section < WORDS else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
