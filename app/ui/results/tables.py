"""How well each class is recognised, and which are confused most: two tables beside the matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.runs.results import Results
from app.ui import scale
from app.ui.formats import count, percent
from app.ui.language import tr
from app.ui.rowsmodel import Index, RowsModel

MOST = 500  # cells that are listed


@dataclass(frozen=True)
class Row:
    """A class, which is a cell of the diagonal, or another cell of the matrix."""

    actual: int
    predicted: int
    names: tuple[str, str]
    number: int
    share: float | None = None  # of the actual class
    precision: float | None = None
    f1: float | None = None


@dataclass(frozen=True)
class Column:
    title: str
    help: str
    text: Callable[[Row], str]
    value: Callable[[Row], float]
    right: bool = True


def _share(title: str, help: str, of: Callable[[Row], float | None]) -> Column:
    def text(row: Row) -> str:
        return "–" if (value := of(row)) is None else percent(value)

    def value(row: Row) -> float:
        return -1.0 if (value := of(row)) is None else value

    return Column(title, help, text, value)


CLASSES = (
    Column("Class", "In the order of the data", lambda r: r.names[0], lambda r: r.actual, False),
    _share("Precision", "Of the images taken for this class, how many are of it",
           lambda r: r.precision),
    _share("Recall", "Of the images of this class, how many were recognised", lambda r: r.share),
    _share("F1", "The harmonic mean of precision and recall", lambda r: r.f1),
    Column("Images", "How many images of this class were looked at",
           lambda r: count(r.number), lambda r: r.number),
)  # fmt: skip
CONFUSED = (
    Column("Actual", "The class that the images are of", lambda r: r.names[0],
           lambda r: r.actual, False),
    Column("Taken for", "The class that was predicted", lambda r: r.names[1],
           lambda r: r.predicted, False),
    Column("Images", "How many were taken for it", lambda r: count(r.number), lambda r: r.number),
    _share("Share", "Of the images of the actual class", lambda r: r.share),
)  # fmt: skip


def classes(results: Results) -> list[Row]:
    return [
        Row(at, at, (name, name), found.support, found.recall, found.precision, found.f1)
        for at, (name, found) in enumerate(zip(results.classes, results.figures(), strict=True))
    ]


def confused(results: Results) -> list[Row]:
    """The fullest cells beside the diagonal first."""
    names = results.classes
    return [
        Row(c.actual, c.predicted, (names[c.actual], names[c.predicted]), c.count, c.share)
        for c in results.confused(MOST)
    ]


class ListModel(RowsModel[Row]):
    """Sorts its rows itself: asked for each value by Qt, a thousand would hold a frame up."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__([column.title for column in columns])
        self._columns = columns
        self._by, self._down = 0, False

    def show_rows(self, rows: Sequence[Row]) -> None:
        super().show_rows(self._in_order(rows))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by, self._down = column, order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        former, self.rows = self.rows, self._in_order(self.rows)
        places = {(row.actual, row.predicted): at for at, row in enumerate(self.rows)}
        for index in self.persistentIndexList():
            row = former[index.row()]
            place = self.index(places[row.actual, row.predicted], index.column())
            self.changePersistentIndex(index, place)
        self.layoutChanged.emit()

    def _in_order(self, rows: Sequence[Row]) -> Sequence[Row]:
        return sorted(rows, key=self._columns[self._by].value, reverse=self._down)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return tr("Enter or a click shows these images")
        return None

    def heading(self, section: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(self._columns[section].title)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return tr(self._columns[section].help)
        return None


class Rows(QTableView):
    """Sortable. `chosen` carries the cell of the matrix that a row is of."""

    chosen = Signal(int, int)

    def __init__(self, columns: Sequence[Column], name: str) -> None:
        super().__init__()
        self.rows = ListModel(columns)
        self.setModel(self.rows)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(tr(name))
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 6
        scale.follow(self, lambda: self.verticalHeader().setDefaultSectionSize(scale.px(height)))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setResizeContentsPrecision(0)  # the rows in view
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The row that was the current one is so again."""
        former = self._row(self.currentIndex())
        self.rows.show_rows(rows)
        cell = None if former is None else (former.actual, former.predicted)
        for at, row in enumerate(self.rows.rows):
            if (row.actual, row.predicted) == cell:
                self.selectRow(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if (row := self._row(index)) is not None:
            self.chosen.emit(row.actual, row.predicted)

    def _row(self, index: Index) -> Row | None:
        return self.rows.rows[index.row()] if index.isValid() else None
