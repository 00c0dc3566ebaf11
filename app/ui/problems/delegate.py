"""How a row is painted: a mark, the nodes' names, the message, and below it the cure."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.advice import Advice
from app.analysis.report import Problem
from app.ui import theme
from app.ui.language import tr
from app.ui.problems.model import ITEM, Row

_PAD = 6
_MARK = 14
_NAMED = 4  # nodes that are named in one row
_INDENT = 18  # of a consequence
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

Line = tuple[QRect, str, QFont, str]  # where, what, in which font, in which colour of the theme


class ProblemDelegate(QStyledItemDelegate):
    """Text wraps to the width of the view, so that nothing is cut off in a narrow dock."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        *_, (last, _, _, _) = _lines(index.data(ITEM), option.font, QRect(0, 0, width, 0))
        return QSize(0, last.bottom() + 1 + _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ITEM)
        colours = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(option.rect, QColor(colours.accent))
        elif isinstance(row, str) or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.window))
        corner = option.rect.topLeft() + QPointF(_PAD, _PAD + 1).toPoint()
        place = QRect(corner, QSize(_MARK, _MARK))
        if isinstance(row, Advice):
            _mark(painter, place, "i", QColor(colours.on_accent if chosen else colours.accent))
        elif isinstance(row, Problem) and not row.consequence:
            _mark(painter, place, "!", QColor(colours.on_error), QColor(colours.error))
        for rect, text, font, role in _lines(row, option.font, option.rect):
            painter.setFont(font)
            painter.setPen(QColor(colours.on_accent if chosen else getattr(colours, role)))
            painter.drawText(rect, _WRAP, text)
        painter.restore()


def _lines(row: Row, font: QFont, area: QRect) -> Iterator[Line]:
    """The parts of a row, each below the one before."""
    follows = isinstance(row, Problem) and row.consequence
    bold = QFont(font)
    bold.setBold(not follows)
    text = "muted" if follows else "text"
    match row:
        case Problem():
            parts = ((_names(row), bold, text), (tr(row.message), font, text),
                     (tr(row.cure), font, "muted"))  # fmt: skip
        case Advice():
            parts = (
                (tr(row.rule.title), bold, text),
                (tr(row.message), font, text),
                ("", font, text),
            )
        case _:
            parts = ((tr(row), bold, "muted"), ("", font, text), ("", font, text))
    left = area.left() + _PAD
    if not isinstance(row, str):
        left += _PAD + _MARK + (_INDENT if follows else 0)
    top = area.top() + _PAD
    for says, in_font, role in parts:
        if says:
            room = QRect(left, top, max(area.right() - _PAD - left, 40), 10_000)
            used = QFontMetrics(in_font).boundingRect(room, _WRAP, says)
            yield QRect(left, top, room.width(), used.height()), says, in_font, role
            top += used.height() + 1


def _names(problem: Problem) -> str:
    """The nodes concerned, where the message does not name them itself."""
    if any(path in problem.message for path in problem.nodes):
        return ""
    more = len(problem.nodes) - _NAMED
    return ", ".join(problem.nodes[:_NAMED]) + (
        tr(" and {more} more", more=more) if more > 0 else ""
    )


def _mark(
    painter: QPainter, rect: QRect, sign: str, ink: QColor, disc: QColor | None = None
) -> None:
    """A filled disc for a problem, a ring for advice: shape and sign say it, not colour alone."""
    if disc is None:
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(disc)
    painter.drawEllipse(rect)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(rect.height() - 3)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)
