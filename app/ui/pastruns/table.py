"""The table of runs: keys and clicks for what can be done with the chosen ones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui import scale
from app.ui.language import tr
from app.ui.pastruns.columns import COLUMNS, NOTES, STAR
from app.ui.pastruns.model import Filter

KEYS: Mapping[Qt.Key, str] = {
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Space: "star",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}


class RunsTable(QTableView):
    """`asked` carries what is to be done with the chosen runs, `starred` the row of a star."""

    asked = Signal(str)
    starred = Signal(QModelIndex)
    chosen = Signal()

    def __init__(self, rows: Filter) -> None:
        super().__init__()
        self.setModel(rows)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(tr("Past runs"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        scale.follow(self, self._resize)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(NOTES, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(scale.px(24))
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def rows(self) -> list[int]:
        """The chosen ones, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def event(self, event: QEvent) -> bool:
        """Its own keys come before those of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._deed(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed(event)
        if deed is not None:
            self.asked.emit(deed)
        else:
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> str | None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        return KEYS.get(Qt.Key(event.key())) if plain else None

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == STAR:
            self.starred.emit(index)

    def _double_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable and index.column() != STAR:
            self.asked.emit("open")

    def _resize(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scale.px(22))
        for at, column in enumerate(COLUMNS):
            self.setColumnWidth(at, scale.px(column.width))
