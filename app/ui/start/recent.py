"""The recent files, by name and folder; one that is gone is greyed and says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


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


class _FileButton(QPushButton):
    def __init__(self, path: Path) -> None:
        super().__init__()
        there = path.is_file()
        self._name = path.name
        self._folder = str(path.parent) if there else "no longer there"
        self.setFlat(True)
        self.setEnabled(there)
        self.setToolTip(str(path))
        self.setAccessibleName(f"{path.name}, {self._folder}")
        self.setStyleSheet("text-align: left; padding: 4px 6px;")
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        """Name and folder on two lines; the folder loses its middle where there is no room."""
        room = self.width() - 16
        metrics, middle = self.fontMetrics(), Qt.TextElideMode.ElideMiddle
        self.setText(
            "\n".join(metrics.elidedText(t, middle, room) for t in (self._name, self._folder))
        )


def _empty() -> QLabel:
    label = QLabel("Files that you save or open appear here.")
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
