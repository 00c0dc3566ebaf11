"""The tensors of a network and a file side by side, for Qt's tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor

from app.ui import theme
from app.ui.language import tr
from app.ui.rowsmodel import Index, RowsModel
from app.weights.entry import Entry
from app.weights.match import Matching
from app.weights.telling import shape

TITLES = ("", "Tensor of the network", "Shape", "Tensor of the file", "Shape in the file")


class Fit(StrEnum):
    """What becomes of a tensor."""

    MATCHED = "matched"
    MISMATCHED = "mismatched"
    MISSING = "missing"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True)
class Row:
    """A tensor of the network, of the file, or both."""

    fit: Fit
    ours: Entry | None
    theirs: Entry | None
    place: int  # in the order of the network, and behind it of the file

    @property
    def cells(self) -> tuple[str, ...]:
        return (tr(str(self.fit)), *_cells(self.ours), *_cells(self.theirs))


def _cells(entry: Entry | None) -> tuple[str, str]:
    return ("", "") if entry is None else (entry.key, shape(entry))


def rows(found: Matching, order: Sequence[Entry]) -> tuple[Row, ...]:
    """All tensors, in the order of the network's, then what only the file has."""
    place = {entry.key: number for number, entry in enumerate(order)}

    def all_rows() -> Iterator[Row]:
        for pair in found.matched:
            yield Row(Fit.MATCHED, pair.ours, pair.theirs, place[pair.ours.key])
        for pair in found.mismatched:
            yield Row(Fit.MISMATCHED, pair.ours, pair.theirs, place[pair.ours.key])
        for entry in found.missing:
            yield Row(Fit.MISSING, entry, None, place[entry.key])
        for number, entry in enumerate(found.unexpected, len(place)):
            yield Row(Fit.UNEXPECTED, None, entry, number)

    return tuple(sorted(all_rows(), key=lambda row: row.place))


class MatchingModel(RowsModel[Row]):
    """One row a tensor."""

    def __init__(self) -> None:
        super().__init__(TITLES)
        self._cells: Sequence[tuple[str, ...]] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._cells = [row.cells for row in rows]
        super().show_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.row()][column]
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(self.rows[index.row()]) if column in (0, 2, 4) else None
        return None


def _colour(row: Row) -> QColor:
    colours = theme.current()
    if row.fit is Fit.MISSING and row.ours is not None and row.ours.counts:
        return QColor(colours.muted)  # it begins at 0, as it should
    words = {Fit.MATCHED: colours.muted, Fit.MISMATCHED: colours.error, Fit.MISSING: colours.error}
    return QColor(words.get(row.fit, colours.warning))


class Filter(QSortFilterProxyModel):
    """Shows the rows of one fit, or of all, that have every typed word in a name or shape."""

    def __init__(self, model: MatchingModel) -> None:
        super().__init__()
        self._model = model
        self._fit: Fit | None = None
        self._words: Sequence[str] = ()
        self.setSourceModel(model)

    def show_only(self, fit: Fit | None, text: str) -> None:
        self._fit, self._words = fit, text.lower().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        found = self._model.rows[row]
        if self._fit is not None and found.fit is not self._fit:
            return False
        text = " ".join(found.cells[1:]).lower()
        return all(word in text for word in self._words)
