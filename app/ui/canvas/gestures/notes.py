"""A short text beside the pointer while something is dragged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from app.ui.theme import Theme

_WIDTH = 340.0  # at most, in pixels
_AWAY = 18.0  # from the pointer


@dataclass(frozen=True)
class Note:
    """What is said, and how it is meant; nothing where the text is empty."""

    text: str = ""
    tone: str = "fits"  # or "leads", "cuts", "warning", "refused"

    def colours(self, theme: Theme) -> tuple[str, str, str]:
        """Of the ground, the edge and the text."""
        if self.tone == "refused":
            return theme.error, theme.error, theme.on_error
        if self.tone == "warning":
            return theme.warning, theme.warning, theme.canvas
        edge = {"leads": theme.accent, "cuts": theme.error}.get(self.tone, theme.good)
        return theme.card, edge, theme.text


def paint_note(
    painter: QPainter, view: QAbstractScrollArea, at: QPointF, note: Note, theme: Theme
) -> None:
    """Beside a point of the viewport, in the size of the window's text whatever the zoom."""
    ground, edge, ink = note.colours(theme)
    painter.save()
    painter.resetTransform()
    painter.setFont(view.font())
    painter.setPen(QColor(ink))  # without one nothing is measured
    viewport = view.viewport().rect()
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    text = painter.boundingRect(QRectF(0, 0, _WIDTH, 400), flags, note.text)
    left = min(at.x() + _AWAY, viewport.width() - text.width() - 24)
    top = min(at.y() + _AWAY, viewport.height() - text.height() - 18)
    text.moveTo(max(left, 8.0), max(top, 8.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1.5))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(text.adjusted(-8, -5, 8, 5), 5, 5)
    painter.setPen(QColor(ink))
    painter.drawText(text, flags, note.text)
    painter.restore()
