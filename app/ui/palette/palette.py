"""The palette dock: a search field above the layers, blocks and presets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.editor import Change, Editor
from app.ui.icons import icon
from app.ui.palette import entries
from app.ui.palette.entries import Entry
from app.ui.palette.search import rank
from app.ui.palette.tree import PaletteTree
from nodes.network import Network

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QWidget):
    """Everything that can be placed. Arrows and Enter work from the search field too.

    `add_requested` carries the kind of a layer or block, `preset_requested` the id of a preset.
    """

    add_requested = Signal(str)
    preset_requested = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search layers, blocks, presets")
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

        families: dict[str, list[Entry]] = {}
        for entry in entries.layers():  # those of other packages join the families that there are
            families.setdefault(entry.group, []).append(entry)
        for family, group in families.items():
            self.tree.set_group(family, group)
        self.tree.set_group(entries.READY_GROUP, entries.ready())
        self._show_definitions(editor.network)
        self.tree.set_group(entries.PRESETS_GROUP, entries.presets())
        editor.changed.connect(self._on_changed)

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_changed(self, change: Change) -> None:
        old, new = change.old.network, change.new.network
        if old.blocks is not new.blocks or old.custom is not new.custom:
            self._show_definitions(new)
            self._filter(self.search.text())

    def _show_definitions(self, network: Network) -> None:
        specs = [layer.spec for layer in network.custom_by_name.values()]
        self.tree.set_group(entries.CUSTOM, entries.custom(specs))
        self.tree.set_group(entries.BLOCKS, entries.blocks(network.blocks))

    def _filter(self, query: str) -> None:
        if not query.strip():
            self.tree.show_only(None)
            return
        found = [(rank(query, entry), item) for item, entry in self.tree.entries()]
        ranked = [(r, item) for r, item in found if r is not None]
        self.tree.show_only([item for _, item in sorted(ranked, key=lambda pair: pair[0])])

    def _choose(self, entry: Entry) -> None:
        (self.preset_requested if entry.preset else self.add_requested).emit(entry.id)

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
