"""The names of runs beside a plot of them, each with its line as it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui import scale
from app.ui.language import tr
from app.ui.plots.style import small

_SAMPLE = QSize(26, 10)  # pixels at 100 %, which show a dash and the next


class RunNames(QListWidget):
    """Covers no curve. A name that is too long loses its middle, and is told in its tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Names of the chosen runs"))
        self.setFrameShape(self.Shape.NoFrame)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())  # more are scrolled to

    def show_runs(self, runs: Sequence[tuple[str, QPen]]) -> None:
        """In the order drawn."""
        self.clear()
        size = QSize(scale.px(_SAMPLE.width()), scale.px(_SAMPLE.height()))
        self.setFont(small(self.parentWidget() or self))
        self.setIconSize(size)
        for name, pen in runs:
            item = QListWidgetItem(QIcon(self._sample(pen, size)), name)
            item.setToolTip(name)
            self.addItem(item)

    def _sample(self, pen: QPen, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        area = QRectF(0, 0, size.width(), size.height())
        painter.drawLine(area.center() - area.topRight() / 2, area.center() + area.topRight() / 2)
        painter.end()
        return pixmap
