"""What is seen first: the presets as cards, the recent files, and ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import icon
from app.ui.start.card import PresetCard
from app.ui.start.recent import RecentFiles
from nodes import plugins
from presets import PRESETS

_CARD = 260  # the least width that a column of cards is given
_SIDE = 250


class StartPage(QWidget):
    """Shows what `recent` gives, newest first, whenever `refresh` is called.

    Escape goes back to the open drawing, as the button does.
    """

    preset_requested = Signal(str)
    file_requested = Signal(Path)
    new_requested = Signal()
    open_requested = Signal()
    back_requested = Signal()

    def __init__(self, recent: Callable[[], Sequence[Path]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self.recent = RecentFiles()
        self.recent.requested.connect(self.file_requested)
        self.cards = [PresetCard(preset) for preset in PRESETS.values()]
        for card in self.cards:
            card.clicked.connect(partial(self.preset_requested.emit, card.preset.id))

        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(32, 28, 32, 28)
        columns.setSpacing(32)
        columns.addWidget(self._make_side())
        columns.addWidget(self._make_presets(), 1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._arrange(2)
        self.refresh()

    def refresh(self, drawing: str = "") -> None:
        """Read the recent files again; offer the way back to the open drawing, where one is."""
        self.recent.show_files(self._recent())
        self.back.setText(f"Back to {drawing}".replace("&", "&&"))
        self.back.setVisible(bool(drawing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_heading("Skipwire", 2.2))
        tagline = QLabel("Wire a network, watch it learn.")
        tagline.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(tagline)
        column.addSpacing(12)
        self.new = QPushButton(icon("new"), "Empty canvas")
        self.new.clicked.connect(self.new_requested)
        self.open = QPushButton(icon("open"), "Open…")
        self.open.clicked.connect(self.open_requested)
        self.back = QPushButton(icon("up"), "")
        self.back.clicked.connect(self.back_requested)
        for button in (self.back, self.new, self.open):
            button.setMinimumHeight(32)
            column.addWidget(button)
        column.addSpacing(12)
        column.addWidget(_heading("Recent", 1.2))
        column.addWidget(self.recent)
        self.failures = QLabel("\n\n".join(map(str, plugins.FAILED)))
        self.failures.setWordWrap(True)
        self.failures.setForegroundRole(QPalette.ColorRole.BrightText)
        self.failures.setVisible(bool(plugins.FAILED))
        column.addWidget(self.failures)
        column.addStretch(1)
        return side

    def _make_presets(self) -> QWidget:
        presets = QWidget()
        column = QVBoxLayout(presets)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(_heading("Published architectures", 1.2))
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid)
        column.addStretch(1)
        return presets

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - _SIDE - 3 * 32
        self._arrange(min(max(room // (_CARD + 12), 1), 3))

    def _arrange(self, columns: int) -> None:
        """Lay the cards out in as many columns as fit."""
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))


def _heading(text: str, scale: float) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    return label
