"""The recent files, by picture, name and folder; one that is gone is greyed and says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from app.ui.language import tr
from app.ui.menus import Item, fill
from app.ui.start.row import Row
from app.ui.start.thumbnails import picture_of


class RecentFiles(QWidget):
    """One button for every file, the pinned ones first; more can be done from its menu.

    `requested` carries the path of the one that is chosen.
    """

    requested = Signal(Path)
    pin_requested = Signal(Path, bool)
    forget_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._rows: list[QWidget] = []
        self._paths: dict[QWidget, Path] = {}
        self._pinned: Sequence[Path] = ()

    def show_files(self, files: Sequence[Path], pinned: Sequence[Path] = ()) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()  # at once: it is gone only when the event loop gets to it
            row.deleteLater()
        ordered = [*pinned, *(path for path in files if path not in pinned)]
        self._paths = {self._row(p, p in pinned): p for p in ordered}
        self._pinned = pinned
        self._rows = [*self._paths] or [_empty()]
        for row in self._rows:
            self._column.addWidget(row)

    def items(self, path: Path) -> Sequence[Item]:
        """What can be done with a row; one that is greyed can be removed, too."""
        pinned = path in self._pinned
        pin = tr("Unpin") if pinned else tr("Pin to the Top")
        return (
            (pin, lambda: self.pin_requested.emit(path, not pinned)),
            (tr("Remove from List"), lambda: self.forget_requested.emit(path)),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.childAt(event.pos())
        if row in self._paths:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill(menu, self.items(self._paths[row]))
            menu.popup(event.globalPos())

    def _row(self, path: Path, pinned: bool) -> QWidget:
        row = _button(path, pinned)
        row.clicked.connect(lambda: self.requested.emit(path))
        return row


def _button(path: Path, pinned: bool) -> Row:
    there = path.is_file()
    made = Row(picture_of(path), path.name, str(path.parent) if there else tr("no longer there"))
    made.mark_pinned(pinned)
    made.setEnabled(there)
    made.setToolTip(str(path))
    return made


def _empty() -> QLabel:
    label = QLabel(tr("Files that you save or open appear here."))
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
