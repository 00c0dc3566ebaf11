"""The recent files, by name and folder; one that is gone is greyed and says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget


class RecentFiles(QWidget):
    """One button for every file. `requested` carries the path of the one that is chosen."""

    requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._rows: list[QWidget] = []

    def show_files(self, files: Sequence[Path]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(path) for path in files] or [_empty()]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, path: Path) -> QWidget:
        row = _FileButton(path)
        row.clicked.connect(lambda: self.requested.emit(path))
        return row


class _FileButton(QAbstractButton):
    """Name above folder; the folder loses its middle where there is no room."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        there = path.is_file()
        self._lines = (path.name, str(path.parent) if there else "no longer there")
        self.setText(path.name)
        self.setEnabled(there)
        self.setToolTip(str(path))
        self.setAccessibleName(", ".join(self._lines))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, 2 * self.fontMetrics().lineSpacing() + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            painter.setPen(self.palette().color(role.Highlight if self.hasFocus() else role.Mid))
            painter.setBrush(self.palette().color(role.Base))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        metrics, room = self.fontMetrics(), self.width() - 16
        colours = (role.WindowText if self.isEnabled() else role.PlaceholderText,
                   role.PlaceholderText)  # fmt: skip
        for at, (line, colour) in enumerate(zip(self._lines, colours, strict=True)):
            painter.setPen(self.palette().color(colour))
            says = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(8, 5 + metrics.ascent() + at * metrics.lineSpacing(), says)
        painter.end()


def _empty() -> QLabel:
    label = QLabel("Files that you save or open appear here.")
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
