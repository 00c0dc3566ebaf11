"""Problems, and below them the advice, as a list for a view."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.advice import Advice
from app.analysis.report import Problem
from app.ui.language import tr

ITEM = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Item = Problem | Advice
Row = Item | str  # a heading


class ProblemsModel(QAbstractListModel):
    """Root causes in the report's order, what merely follows from them, then advice."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_rows(self, problems: Iterable[Problem], advice: Iterable[Advice]) -> bool:
        """Takes over what there is to show; returns whether it is something else than before."""
        rows: list[Row] = [*sorted(problems, key=lambda p: p.consequence)]
        if given := list(advice):
            rows += [tr("Advice ({number})", number=len(given)), *given]
        if rows == self._rows:
            self._rows = rows  # alike, but of the present network
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def item(self, row: int) -> Item | None:
        """What stands in a row; None for a heading, and where there is no such row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else ""
        return None if isinstance(found, str) else found

    @property
    def problems(self) -> frozenset[object]:
        """What tells each of the problems from others."""
        return frozenset(_key(row) for row in self._rows if isinstance(row, Problem))

    def arisen(self, before: Collection[object]) -> int | None:
        """The first problem that is none of those."""
        rows = enumerate(self._rows)
        return next((k for k, r in rows if isinstance(r, Problem) and _key(r) not in before), None)

    def row_like(self, item: Item | None) -> int:
        """The row that says the same of the same node, or the first."""
        for row, other in enumerate(self._rows):
            if item is not None and not isinstance(other, str) and _key(other) == _key(item):
                return row
        return next((r for r, x in enumerate(self._rows) if not isinstance(x, str)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.item(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ITEM:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            match row:
                case Problem():
                    return " ".join(tr(part) for part in (row.message, row.cure) if part)
                case Advice():
                    return f"{tr(row.rule.title)}: {tr(row.message)}"
                case _:
                    return row
        return None


def _key(item: Item) -> tuple[str, tuple[str, ...]]:
    rule = item.rule if isinstance(item, Problem) else item.rule.id
    return rule, item.nodes[:1]
