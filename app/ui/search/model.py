"""The rows of a search: what was found, filled in as far as it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

FOUND = Qt.ItemDataRole.UserRole
_SOME = 16  # rows that are worked out at a time: about those in sight
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Row = TypeVar("Row")


class FoundModel(QAbstractListModel, Generic[Row]):
    """Takes rows from an iterable when they come into sight: each may take a while to judge.

    `told` gives the title of a row, and what a screen reader says of it.
    """

    def __init__(self, told: Callable[[Row], tuple[str, str]]) -> None:
        super().__init__()
        self._told = told
        self._rows: list[Row] = []
        self._more: Iterator[Row] = iter(())
        self._next: Row | None = None

    def show_found(self, found: Iterable[Row]) -> None:
        self.beginResetModel()
        self._more = iter(found)
        self._rows = list(islice(self._more, _SOME))
        self._next = next(self._more, None)
        self.endResetModel()

    def found_at(self, row: int) -> Row | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: _Index) -> None:
        if self._next is None:
            return
        more = [self._next, *islice(self._more, _SOME)]
        self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(more) - 1)
        self._rows += more
        self._next = next(self._more, None)
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.found_at(index.row())
        if found is None:
            return None
        if role == FOUND:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return self._told(found)[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(found)[1]
        return None
