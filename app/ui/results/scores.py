"""What a network gives each class for one image, as bars: the greatest first."""

from __future__ import annotations

from collections.abc import Sequence
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
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui import scale, theme
from app.ui.formats import number, percent
from app.ui.language import tr
from app.ui.plots.style import small

Index = QModelIndex | QPersistentModelIndex
LABEL = Qt.ItemDataRole.UserRole  # the place of a class
_PAD = 6  # px
_NAMES = 0.42  # of the width, at most


class Scores(QAbstractListModel):
    """`shares` tells that scores are probabilities; -1 is the label of what is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.classes: Sequence[str] = ()
        self.scores: Sequence[float] = ()
        self.shares = True
        self.actual = -1
        self.order: Sequence[int] = ()
        self.most = 1.0

    def show_scores(
        self, scores: Sequence[float], classes: Sequence[str], *, shares: bool, actual: int = -1
    ) -> None:
        self.beginResetModel()
        self.classes, self.scores, self.shares, self.actual = classes, scores, shares, actual
        self.order = [int(k) for k in np.argsort(-np.asarray(scores), kind="stable")]
        self.most = 1.0 if shares else max((abs(s) for s in scores), default=1.0) or 1.0
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, the signature is Qt's
        return 0 if parent.isValid() else len(self.order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        label = self.order[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name(label)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                told = f"{self.name(label)}: {self.shown(label)}"
                return tr("{score} (the actual class)", score=told) if self._is(label) else told
        return label if role == LABEL else None

    def name(self, label: int) -> str:
        return self.classes[label] if label < len(self.classes) else str(label)

    def shown(self, label: int) -> str:
        score = self.scores[label]
        return percent(score) if self.shares else number(score)

    def _is(self, label: int) -> bool:
        return label == self.actual


class Bars(QListView):
    """`chosen` carries the class that was walked to, or clicked on."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.scores = Scores()
        self.widest = 0  # px of the names
        self.setModel(self.scores)
        self.setItemDelegate(_Bar(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setMinimumSize(110, 40)
        self.setAccessibleName(tr("Scores of the classes"))
        scale.follow(self, self._measure)
        self.selectionModel().currentChanged.connect(self._chose)

    @property
    def label(self) -> int:
        """The class that is the current one; -1 where there is none."""
        index = self.currentIndex()
        return int(index.data(LABEL)) if index.isValid() else -1

    def show_scores(
        self,
        scores: Sequence[float],
        classes: Sequence[str],
        *,
        shares: bool = True,
        actual: int = -1,
        current: int = -1,
    ) -> None:
        """Without telling that another class was chosen; the greatest, where none is `current`."""
        with QSignalBlocker(self.selectionModel()):
            self.scores.show_scores(scores, classes, shares=shares, actual=actual)
            order = self.scores.order
            if order:
                row = order.index(current) if current in order else 0
                self.setCurrentIndex(self.scores.index(row))
        self._measure()

    def _measure(self) -> None:
        font = small(self)
        font.setBold(True)
        advance = QFontMetrics(font).horizontalAdvance
        self.widest = max((advance(f"{name} ✓") for name in self.scores.classes), default=0)
        self.scheduleDelayedItemsLayout()

    def _chose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(int(index.data(LABEL)))


class _Bar(QStyledItemDelegate):
    def __init__(self, view: Bars) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, QFontMetrics(small(self._view)).height() + scale.px(5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, colours, label = self._view.scores, theme.current(), int(index.data(LABEL))
        area = QRect(option.rect)
        painter.save()
        font = small(self._view)
        actual = label == model.actual
        font.setBold(actual)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        figure, name = model.shown(label), f"{model.name(label)} ✓" if actual else model.name(label)
        left = min(self._view.widest, round(area.width() * _NAMES)) + 2 * _PAD
        right = max(metrics.horizontalAdvance(t) for t in ("100.0 %", figure)) + 2 * _PAD
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.mixed(colours.base, colours.accent, 0.25 * chosen + 0.08))
        room = area.adjusted(left, 3, -right, -3)
        share = max(-1.0, min(1.0, model.scores[label] / model.most))
        bar = QRect(room.left(), room.top(), round(abs(share) * room.width()), room.height())
        painter.fillRect(room, QColor(colours.grid))
        first = label == model.order[0]
        wrong = first and model.actual >= 0 and not actual
        ink = colours.error if wrong else colours.muted if share < 0 else colours.accent
        painter.fillRect(bar, QColor(ink))
        painter.setPen(QColor(colours.text))
        side = Qt.AlignmentFlag.AlignVCenter
        names = QRect(area.left() + _PAD, area.top(), left - 2 * _PAD, area.height())
        told = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names.width())
        painter.drawText(names, side | Qt.AlignmentFlag.AlignRight, told)
        painter.drawText(area.adjusted(0, 0, -_PAD, 0), side | Qt.AlignmentFlag.AlignRight, figure)
        painter.restore()
