"""The bookmarks of the drawing in a list, where they are renamed, removed and gone to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from app.ui.going import go_to_bookmark
from app.ui.language import tr
from nodes.network.bookmarks import MAX_NAME, Bookmark

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_NUMBER, _NAME, _WHERE = range(3)
_DATA = Qt.ItemDataRole.UserRole


class BookmarksDialog(QDialog):
    """Every change is one step of the document's history; the list follows undo as well."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bookmarks"))
        self.resize(560, 360)
        self._window = window
        self.rows = _Rows()
        empty = QLabel(tr("No place has a number yet. Ctrl+1 to Ctrl+9 give one to what is seen."))
        empty.setWordWrap(True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.rows)
        self._pages.addWidget(empty)
        role, buttons = QDialogButtonBox.ButtonRole, QDialogButtonBox()
        self.go, self.name = QPushButton(tr("Go There")), QPushButton(tr("Rename"))
        self.remove = QPushButton(tr("Remove"))
        self.name.setToolTip(tr("F2, or a double click on the name"))
        self.remove.setToolTip(tr("Delete"))
        for button in (self.go, self.name, self.remove):
            buttons.addButton(button, role.ActionRole)
        buttons.addButton(tr("Close"), role.RejectRole)
        self.go.setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(self._pages, 1)
        column.addWidget(buttons)
        self.go.clicked.connect(self._go)
        self.name.clicked.connect(self.rows.rename)
        self.remove.clicked.connect(self._remove)
        buttons.rejected.connect(self.reject)
        self.rows.itemChanged.connect(self._named)
        self.rows.currentItemChanged.connect(self._allow)
        window.editor.changed.connect(self._fill)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        """The list as it is now; the same row stays chosen, or the one that took its place."""
        at = max(self.rows.currentIndex().row(), 0)
        marks = self._window.editor.bookmarks
        with QSignalBlocker(self.rows):
            self.rows.show_marks(marks)
            self.rows.choose(min(at, len(marks) - 1))
        self._pages.setCurrentIndex(0 if marks else 1)
        self._allow()

    def _allow(self) -> None:
        mark = self.rows.chosen()
        for button in (self.name, self.remove):
            button.setEnabled(mark is not None)
        self.go.setEnabled(mark is not None and self._window.editor.leads(mark.trail))

    def _go(self) -> None:
        if (mark := self.rows.chosen()) is not None:
            go_to_bookmark(self._window, mark.number)
            self.accept()

    def _named(self, item: QTreeWidgetItem) -> None:
        """What was typed, unless that is nothing."""
        mark, name = item.data(_NUMBER, _DATA), item.text(_NAME).strip()[:MAX_NAME]
        if isinstance(mark, Bookmark) and name and name != mark.name:
            self._change(tr("Rename bookmark {number}", number=mark.number), mark, name)
        else:
            self._fill()

    def _remove(self) -> None:
        if (mark := self.rows.chosen()) is not None:
            self._change(tr("Remove bookmark {number}", number=mark.number), mark, None)

    def _change(self, label: str, mark: Bookmark, name: str | None) -> None:
        """Another name for one of them, or none of it any more."""
        editor = self._window.editor
        changed = [replace(mark, name=name)] if name is not None else []
        others = [m for m in editor.bookmarks if m.number != mark.number]
        editor.set_bookmarks(label, [*others, *changed])


def show_bookmarks(window: MainWindow) -> None:
    """Open the list."""
    BookmarksDialog(window).open()


class _Rows(QTreeWidget):
    """Number, name and the blocks that the place is in; only the name can be edited."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels([tr("Key"), tr("Name"), tr("Inside")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Bookmarks"))
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(lambda: self.rename())

    def show_marks(self, marks: tuple[Bookmark, ...]) -> None:
        self.clear()
        for mark in marks:
            item = QTreeWidgetItem([str(mark.number), mark.name, " › ".join(mark.trail)])
            item.setData(_NUMBER, _DATA, mark)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addTopLevelItem(item)

    def chosen(self) -> Bookmark | None:
        item = self.currentItem()
        mark = item.data(_NUMBER, _DATA) if item is not None else None
        return mark if isinstance(mark, Bookmark) else None

    def choose(self, row: int) -> None:
        if (item := self.topLevelItem(row)) is not None:
            self.setCurrentItem(item)

    def rename(self) -> None:
        """Have the name of the chosen one typed anew."""
        if (item := self.currentItem()) is not None:
            self.setFocus()
            self.editItem(item, _NAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename()
        else:
            super().keyPressEvent(event)
