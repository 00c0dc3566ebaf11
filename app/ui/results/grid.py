"""A grid of validation images; of those that are not scrolled to no pixels are asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.runs.results import Results, Rows
from app.ui import scale, theme
from app.ui.formats import number, percent
from app.ui.language import tr
from app.ui.plots.style import small
from app.ui.results.pictures import Pictures
from app.ui.results.pixels import draw

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole  # of the results
SIDES = 40, 160  # px of an image at 100 %, the least and the greatest
_SIDE, _PAD = 64, 5
_BATCH = 500  # images that are laid out in one turn of the event loop
_NONE: Rows = np.zeros(0, np.int64)


class Thumbs(QAbstractListModel):
    """Rows of results in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self.results: Results | None = None
        self.rows: Rows = _NONE

    def show_rows(self, results: Results, rows: Rows) -> None:
        """Others in the place of as many are no news to who lays them out."""
        if len(rows) == len(self.rows):
            self.results, self.rows = results, rows
            return
        self.beginResetModel()
        self.results, self.rows = results, rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, the signature is Qt's
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = int(self.rows[index.row()])
        match role:
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(row)
        return row if role == ROW else None

    def _told(self, row: int) -> str:
        assert self.results is not None
        results, names = self.results, self.results.classes
        right = results.labels[row] == results.predicted[row]
        values = {
            "number": str(results.indices[row]),
            "actual": names[results.labels[row]],
            "predicted": names[results.predicted[row]],
            "score": sureness(results, row),
            "loss": number(float(results.losses[row])),
        }
        if right:
            return tr("Image {number}: “{actual}”, recognised ({score}, loss {loss})", **values)
        told = "Image {number}: “{actual}”, taken for “{predicted}” ({score}, loss {loss})"
        return tr(told, **values)


def sureness(results: Results, row: int) -> str:
    """The score of what was predicted: a share, where it is one."""
    score = float(results.confidence[row])
    return percent(score) if results.certain else number(score)


class Grid(QListView):
    """`chosen` carries the row of results that is the current one: walked to, or clicked on."""

    chosen = Signal(int)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.thumbs = Thumbs()
        self.side = _SIDE
        self.of_one_class = False  # so that it need not be said below each
        self._nothing = ""
        self.setModel(self.thumbs)
        self.setItemDelegate(_Drawn(self, pictures))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setMinimumSize(90, 60)
        self.setAccessibleName(tr("Images"))
        scale.follow(self, self.scheduleDelayedItemsLayout)
        pictures.came.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._chose)

    def set_side(self, side: int) -> None:
        """How large the images are, in px at 100 %."""
        self.side = side
        self.scheduleDelayedItemsLayout()

    def show_rows(self, results: Results, rows: Rows, nothing: str = "") -> None:
        """An image that was the current one stays so, if it is among them; nothing is chosen.

        `nothing` is said where there are none.
        """
        self._nothing = "" if len(rows) else nothing
        self.setAccessibleDescription(self._nothing)
        at = self.currentIndex().row()
        before = self.thumbs.results
        former = -1 if before is None or at < 0 else int(before.indices[self.thumbs.rows[at]])
        with QSignalBlocker(self.selectionModel()):
            self.thumbs.show_rows(results, rows)
            row = results.row_of(former)
            (found,) = np.nonzero(rows == (-1 if row is None else row))
            self.setCurrentIndex(self.thumbs.index(int(found[0])) if len(found) else QModelIndex())
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._nothing:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().muted))
            how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(12, 6, -12, -6), how, self._nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go on from row to row, as one reads."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = self.currentIndex().row() + step
        if step and 0 <= at < len(self.thumbs.rows):
            self.setCurrentIndex(self.thumbs.index(at))
        else:
            super().keyPressEvent(event)

    def _chose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(int(self.thumbs.rows[index.row()]))


class _Drawn(QStyledItemDelegate):
    """The image, and below what it was taken for, with how sure: red where that is wrong."""

    def __init__(self, grid: Grid, pictures: Pictures) -> None:
        super().__init__(grid)
        self._grid = grid
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        side, pad = scale.px(self._grid.side), scale.px(_PAD)
        line = QFontMetrics(small(self._grid)).height()
        return QSize(side + 2 * pad, side + 2 * line + 2 * pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        results, row = self._grid.thumbs.results, int(index.data(ROW))
        if results is None:
            return
        colours, area = theme.current(), QRect(option.rect)
        pad, side = scale.px(_PAD), scale.px(self._grid.side)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(area, QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.window))
        frame = QRect(area.left() + (area.width() - side) // 2, area.top() + pad, side, side)
        found = self._pictures.get(int(results.indices[row]))
        if found is None:
            painter.fillRect(frame, QColor(colours.grid))
        else:
            draw(painter, found, frame)
        right = results.labels[row] == results.predicted[row]
        if not right:
            painter.setPen(QPen(QColor(colours.error), 2))
            painter.drawRect(frame)
        font = small(self._grid)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        below = QRect(area.left() + 2, frame.bottom() + 2, area.width() - 4, metrics.height())
        plain = colours.on_accent if chosen else colours.text
        ink = plain if right or chosen else colours.error
        actual, name = (results.classes[k[row]] for k in (results.labels, results.predicted))
        if not right:
            name = f"→ {name}" if self._grid.of_one_class else f"{actual} → {name}"
        for text, colour in ((name, ink), (sureness(results, row), plain)):
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)
            below.translate(0, metrics.height())
        painter.restore()
