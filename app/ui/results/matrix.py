"""The confusion matrix as a table: rows are the actual classes, columns what was predicted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui import scale
from app.ui.formats import count, counted, percent
from app.ui.language import tr
from app.ui.plots.style import small
from app.ui.results.shades import NamesAbove, Shares, colours_of, text_colours
from app.ui.theme import current

Index = QModelIndex | QPersistentModelIndex
Counts = NDArray[np.int64]
WAYS = ("Counts", "Percent of the actual class", "Percent of the predicted class")
_LEAST, _MOST = 13, 46  # px of a cell at 100 %
_PROPORTION = 2  # of width to height, at most
_WIDEST = 130  # px of the names at the left


class MatrixModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.counts: Counts = np.zeros((0, 0), np.int64)
        self.classes: Sequence[str] = ()
        self._way = 0
        self.shares: Shares = np.zeros((0, 0))  # what cells are shaded by

    def show_counts(self, counts: Counts, classes: Sequence[str]) -> None:
        """Square, by actual and predicted class."""
        if tuple(classes) == tuple(self.classes) and counts.shape == self.counts.shape:
            self.counts = counts
            self._changed()
            return
        self.beginResetModel()
        self.counts, self.classes = counts, tuple(classes)
        self._weigh()
        self.endResetModel()

    def show_way(self, way: int) -> None:
        """One of WAYS, by its place."""
        self._way = way
        self._changed()

    def _weigh(self) -> None:
        totals = self.counts.sum(axis=0 if self._way == 2 else 1, keepdims=True)
        self.shares = self.counts / np.maximum(totals, 1)

    def _changed(self) -> None:
        self._weigh()
        if last := len(self.classes):
            self.dataChanged.emit(self.index(0, 0), self.index(last - 1, last - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, the signature is Qt's
        return 0 if parent.isValid() else len(self.classes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.classes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        actual, predicted = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(actual, predicted)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.told(actual, predicted)
        return None

    def text(self, actual: int, predicted: int) -> str:
        """In a cell: empty where there is nothing."""
        if not (number := int(self.counts[actual, predicted])):
            return ""
        share = self.shares[actual, predicted]
        return count(number) if not self._way else f"{100 * share:.0f}"

    def told(self, actual: int, predicted: int) -> str:
        """A cell in a sentence."""
        total = int(self.counts[actual].sum())
        many = int(self.counts[actual, predicted])
        values = {
            "many": count(many),
            "images": counted(total, "image"),
            "actual": self.classes[actual],
            "share": percent(many / total if total else 0.0),
        }
        if actual == predicted:
            return tr("{many} of {images} of “{actual}” were recognised ({share})", **values)
        return tr(
            "{many} of {images} of “{actual}” were taken for “{predicted}” ({share})",
            predicted=self.classes[predicted],
            **values,
        )

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.classes[section]
            case Qt.ItemDataRole.AccessibleTextRole:
                name = self.classes[section]
                if orientation is Qt.Orientation.Horizontal:
                    return tr("Predicted: {name}", name=name)
                return tr("Actual: {name}", name=name)
            case Qt.ItemDataRole.ToolTipRole:
                name = self.classes[section]
                if orientation is Qt.Orientation.Horizontal:
                    return tr("A click shows what was taken for “{name}”", name=name)
                return tr("A click shows the images of “{name}”", name=name)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                down = orientation is Qt.Orientation.Vertical
                return side if down else Qt.AlignmentFlag.AlignCenter
        return None


class MatrixView(QTableView):
    """Cells are as large as there is room for. Keys walk; Enter or a click choose a cell.

    `chosen` carries its actual and its predicted class.
    """

    chosen = Signal(int, int)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._model = model
        self._above = NamesAbove(self)
        self.setHorizontalHeader(self._above)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Confusion matrix: rows are actual classes, columns predicted"))
        self.setMinimumSize(80, 60)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setMinimumSectionSize(4)
            head.setSectionsClickable(True)
            head.setHighlightSections(True)
        self.verticalHeader().setMaximumWidth(_WIDEST)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._choose)
        model.modelReset.connect(self._fit)
        scale.follow(self, self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All cells at once: of a hundred classes there are thousands."""
        area = event.rect()
        rows = _reach(self.verticalHeader(), area.top(), area.bottom())
        columns = _reach(self._above, area.left(), area.right())
        if not len(rows) or not len(columns):
            return
        painter = QPainter(self.viewport())
        self._paint_cells(painter, rows, columns)
        self._frame(painter, self.currentIndex(), 2)
        if self.viewport().underMouse():
            at = self.viewport().mapFromGlobal(QCursor.pos())
            self._frame(painter, self.indexAt(at), 1)
        painter.end()

    def _paint_cells(self, painter: QPainter, rows: range, columns: range) -> None:
        part = np.ix_(rows, columns)
        shares, counts = self._model.shares[part], self._model.counts[part]
        right = np.equal.outer(rows, columns)
        wide, high = self.columnWidth(0), self.rowHeight(0)
        left, top = self.columnViewportPosition(columns[0]), self.rowViewportPosition(rows[0])
        whole = QRect(left, top, wide * len(columns), high * len(rows))
        painter.drawImage(whole, colours_of(shares, right))
        painter.setPen(QColor(current().grid))
        for x in range(left + wide - 1, whole.right() + 1, wide):
            painter.drawLine(x, top, x, whole.bottom())
        for y in range(top + high - 1, whole.bottom() + 1, high):
            painter.drawLine(left, y, whole.right(), y)
        font = small(self)
        painter.setFont(font)
        width = cache(QFontMetrics(font).horizontalAdvance)
        inks = text_colours(shares, right)
        for row, column in np.argwhere(counts).tolist():
            text = self._model.text(rows[row], columns[column])
            if width(text) <= wide - 2:
                painter.setPen(QColor(inks[row, column]))
                cell = QRect(left + wide * column, top + high * row, wide, high)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)

    def _frame(self, painter: QPainter, index: Index, width: int) -> None:
        if index.isValid():
            painter.setPen(QPen(QColor(current().text), width))
            painter.drawRect(self.visualRect(index).adjusted(1, 1, -2, -2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        side = scale.px(22) * max(self._model.rowCount(), 4)
        return QSize(side + scale.px(40), side + scale.px(24))

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(index.row(), index.column())

    def _fit(self) -> None:
        """All cells are seen, where they are not too small for it."""
        above, left = self._above, self.verticalHeader()
        for head in (above, left):
            head.setFont(small(self))
        above.measure()
        number = self._model.rowCount()
        if not number:
            return
        border, least, most = 2 * self.frameWidth(), scale.px(_LEAST), scale.px(_MOST)
        room = self.width() - border - min(left.sizeHint().width(), _WIDEST)
        wide = min(max(room // number, least), most)
        above.setDefaultSectionSize(wide)  # how high it is hangs on that
        room = self.height() - border - above.sizeHint().height()
        high = min(max(room // number, least), wide)
        left.setDefaultSectionSize(high)
        above.setDefaultSectionSize(min(wide, _PROPORTION * high))
        self.updateGeometries()


def _reach(head: QHeaderView, begin: int, end: int) -> range:
    """The sections between two places of the viewport."""
    first, last = head.visualIndexAt(begin), head.visualIndexAt(end)
    if first < 0:
        return range(0)
    return range(first, 1 + (last if last >= 0 else head.count() - 1))
