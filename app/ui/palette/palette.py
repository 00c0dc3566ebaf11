"""The palette dock: a search field above the blocks and layers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.library import Kept
from app.ui.editor import Change, Editor
from app.ui.icons import icon
from app.ui.language import tr
from app.ui.palette import entries
from app.ui.palette.entries import Entry
from app.ui.palette.search import rank
from app.ui.palette.tree import PaletteTree

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QWidget):
    """Everything that can be placed. Arrows and Enter work from the search field too.

    It is empty until `fill` is called, which makes all the ready blocks: after the first frame.
    """

    add_requested = Signal(str)  # a kind, as it is dragged

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search layers and blocks"))
        self.search.setAccessibleName(tr("Search layers and blocks"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.tree = PaletteTree(self)
        self.tree.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.tree)
        self.setFocusProxy(self.search)

        self._network = editor.network
        self._filled = False
        self._kept: tuple[Kept, ...] = ()
        editor.changed.connect(self._on_changed)

    def fill(self) -> None:
        """List everything, once."""
        if self._filled:
            return
        self._filled = True
        self._list()

    def _list(self) -> None:
        self.tree.set_section(entries.BLOCKS, entries.ready())
        self.tree.set_section(entries.LAYERS, entries.layers())
        self._show_here()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._filled:
            self.show_library(self._kept)
            self._list()

    def show_library(self, files: Iterable[Kept]) -> None:
        """The blocks that the person has kept."""
        self._kept = tuple(files)
        self.tree.set_section(entries.LIBRARY, entries.kept(self._kept), entries.LIBRARY_HINT)
        self._filter(self.search.text())

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_changed(self, change: Change) -> None:
        old, new = change.old.network, change.new.network
        self._network = new
        if self._filled and (old.blocks is not new.blocks or old.custom is not new.custom):
            self._show_here()

    def _show_here(self) -> None:
        self.tree.set_section(entries.HERE, entries.here(self._network))
        self._filter(self.search.text())

    def _filter(self, query: str) -> None:
        if not query.strip():
            self.tree.show_only(None)
            return
        found = [(rank(query, entry), item) for item, entry in self.tree.entries()]
        ranked = [(r, item) for r, item in found if r is not None]
        self.tree.show_only([item for _, item in sorted(ranked, key=lambda pair: pair[0])])

    def _choose(self, entry: Entry) -> None:
        self.add_requested.emit(entry.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search field move and choose in the list below it."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (*_TO_LIST, *_CHOOSE)
        ):
            item = self.tree.currentItem()
            if event.key() in _TO_LIST:
                self.tree.setFocus()
                self.tree.keyPressEvent(event)
            elif item is not None and not item.isHidden():
                self.tree.itemActivated.emit(item, 0)
            return True
        return super().eventFilter(watched, event)
