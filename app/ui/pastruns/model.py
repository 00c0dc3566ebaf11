"""The runs of before as rows of Qt's tables, and which of them are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import (
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from app.runs.overview import Overview, overview
from app.runs.record import Notes
from app.ui import theme
from app.ui.language import tr
from app.ui.pastruns.columns import COLUMNS, NAME, NOTES, STAR
from app.ui.rowsmodel import Index, RowsModel
from nodes.files import FileError

VALUE = Qt.ItemDataRole.UserRole  # what a column is sorted by
_EDITED = (NAME, NOTES)


class RunsModel(RowsModel[Overview]):
    """One row a run. Star, name and notes are written into its folder as they are changed.

    `refused` tells why they were not.
    """

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__([column.title for column in COLUMNS])

    def show_rows(self, rows: Sequence[Overview]) -> None:
        """The same runs as before keep their rows, so that what is selected stays."""
        if [run.id for run in self.rows] != [run.id for run in rows]:
            super().show_rows(rows)
            return
        changed = [k for k, (a, b) in enumerate(zip(self.rows, rows, strict=True)) if a != b]
        self.rows = rows
        for row in changed:
            self._tell(row)

    def star(self, row: int, on: bool) -> None:
        self._note(row, replace(self.rows[row].notes, star=on))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in _EDITED else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, column = self.rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(run)
            case Qt.ItemDataRole.EditRole:
                return run.name if index.column() == NAME else run.notes.text
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(run) if column.tip is not None else column.text(run)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == STAR:
                return tr("starred") if run.notes.star else tr("not starred")
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(run, index.column())
            case _ if role == VALUE:
                return column.value(run)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run, text = self.rows[index.row()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or index.column() not in _EDITED:
            return False
        if index.column() == NOTES:
            return self._note(index.row(), replace(run.notes, text=text))
        drawn = run.record is not None and text == run.record.network
        return self._note(index.row(), replace(run.notes, title="" if drawn else text))

    def heading(self, section: int, role: int) -> Any:
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(column.title)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return tr(column.help)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _note(self, row: int, notes: Notes) -> bool:
        run = self.rows[row]
        if notes == run.notes:
            return True
        try:
            run.folder.keep_notes(notes)
        except FileError as error:
            self.refused.emit(str(error))
            return False
        self.rows = [*self.rows[:row], overview(run.folder), *self.rows[row + 1 :]]
        self._tell(row)
        return True

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))


def _colour(run: Overview, column: int) -> QColor | None:
    colours = theme.current()
    if column == STAR:
        return QColor(colours.warning if run.notes.star else colours.muted)
    if COLUMNS[column].title != "State":
        return None
    if run.record is None or run.state == "failed":
        return QColor(colours.error)
    known = {"finished": colours.good, "running": colours.accent, "interrupted": colours.warning}
    return QColor(known.get(run.state, colours.muted))


class Filter(QSortFilterProxyModel):
    """Shows the runs that have every typed word in some column, of all or of the starred ones."""

    def __init__(self, model: RunsModel) -> None:
        super().__init__()
        self._model = model
        self._words: Sequence[str] = ()
        self._starred = False
        self.setSourceModel(model)
        self.setSortRole(VALUE)

    def show_only(self, text: str, *, starred: bool) -> None:
        self._words, self._starred = text.lower().split(), starred
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        run = self._model.rows[row]
        if self._starred and not run.notes.star:
            return False
        text = " ".join((*(column.text(run) for column in COLUMNS), run.notes.text, run.id)).lower()
        return all(word in text for word in self._words)

    def runs(self) -> list[Overview]:
        """In the order shown."""
        places = (self.mapToSource(self.index(k, 0)).row() for k in range(self.rowCount()))
        return [self._model.rows[place] for place in places]
