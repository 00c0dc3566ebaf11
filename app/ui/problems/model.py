"""The problems of the present report as a list for a view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.analysis.report import Problem

PROBLEM = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ProblemsModel(QAbstractListModel):
    """Root causes in the report's order, then what merely follows from them."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[Problem] = []

    def show_problems(self, problems: Iterable[Problem]) -> None:
        ordered = sorted(problems, key=lambda p: p.consequence)
        if ordered != self._problems:
            self.beginResetModel()
            self._problems = ordered
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self._problems[index.row()]
        if role == PROBLEM:
            return problem
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (problem.message, problem.cure) if part)
        return None
