"""The palette's rows: sections and groups that fold, with entries that can be dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QDrag,
    QHelpEvent,
    QIcon,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.ui import settings, theme
from app.ui.drag import kind_data
from app.ui.icons import icon
from app.ui.language import tr
from app.ui.palette.entries import SECTIONS, Entry
from app.ui.palette.picture import CHIP, chip, dragged
from app.ui.palette.tips import tip

_ENTRY = Qt.ItemDataRole.UserRole
_TITLE = Qt.ItemDataRole.UserRole + 1  # of a heading, in no language but that of the source
_SUMMARY = 80  # the least width that is of use
NOTHING = "Nothing here has that name. Published networks are in the gallery (Insert menu)."


class PaletteTree(QTreeWidget):
    """Entries by section and group; which of those are open is remembered.

    `chosen` follows Enter or a double click on an entry, `menu_requested` the other button of the
    mouse or the menu key, with the section, the entry or None, and the place on the screen.
    """

    chosen = Signal(object)  # Entry
    menu_requested = Signal(str, object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(True)
        self.setIndentation(10)
        self.setIconSize(QSize(CHIP, CHIP))
        self.setUniformRowHeights(True)  # or every new group would have all rows measured again
        self.setItemDelegate(_Roomy(self))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(tr("Layers and blocks"))
        self._open = set(settings.palette_open())
        self._searching = False
        self._sections = {title: self._heading(self, title) for title in SECTIONS}
        self._groups: dict[str, list[QTreeWidgetItem]] = {title: [] for title in SECTIONS}
        self._items: dict[str, list[QTreeWidgetItem]] = {title: [] for title in SECTIONS}
        self._hints: dict[str, QTreeWidgetItem] = {}
        self.itemActivated.connect(self._activate)
        self.itemClicked.connect(self._toggle)
        self.itemExpanded.connect(self._remember)
        self.itemCollapsed.connect(self._remember)

    # --- content ---------------------------------------------------------------------------------

    def set_section(self, title: str, entries: Iterable[Entry], hint: str = "") -> None:
        """Show these entries in a section, in place of those that were there.

        A section without entries is hidden, or says the hint.
        """
        section = self._sections[title]
        while (row := section.child(0)) is not None:  # taken, it would never be let go of
            section.removeChild(row)
        self._hints.pop(title, None)
        groups: dict[str, QTreeWidgetItem] = {}
        items = []
        for entry in entries:
            if entry.group and entry.group not in groups:
                groups[entry.group] = self._heading(section, entry.group)
            items.append(self._item(entry))
            groups.get(entry.group, section).addChild(items[-1])
        self._groups[title], self._items[title] = list(groups.values()), items
        if not items and hint:
            self._hints[title] = self._hint(section, hint)
        self._colour(items)
        section.setHidden(not section.childCount())
        self._unfold()
        self._share()

    def entries(self) -> Iterator[tuple[QTreeWidgetItem, Entry]]:
        for items in self._items.values():
            for item in items:
                yield item, item.data(0, _ENTRY)

    def show_only(self, best: Sequence[QTreeWidgetItem] | None) -> None:
        """Hide every entry but these and make the first current; None shows them all."""
        self._searching = best is not None
        wanted = None if best is None else {id(item) for item in best}
        for item, _ in self.entries():
            item.setHidden(wanted is not None and id(item) not in wanted)
        for hint in self._hints.values():
            hint.setHidden(self._searching)
        for heading in self._headings():
            heading.setHidden(all(child.isHidden() for child in _children(heading)))
        self._unfold()
        if best:
            self.setCurrentItem(best[0])

    def _headings(self) -> Iterator[QTreeWidgetItem]:
        """Every group before the section that it stands in."""
        for title, section in self._sections.items():
            yield from self._groups[title]
            yield section

    def _heading(self, parent: QTreeWidget | QTreeWidgetItem, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([tr(title)])
        item.setData(0, _TITLE, title)
        if isinstance(parent, QTreeWidget):
            parent.addTopLevelItem(item)
            font = self.font()
            font.setBold(True)
            item.setFont(0, font)
        else:
            parent.addChild(item)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        return item

    def _hint(self, section: QTreeWidgetItem, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(section, [tr(text)])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren)
        item.setFirstColumnSpanned(True)
        item.setToolTip(0, tr(text))
        return item

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem([entry.title, tr(entry.summary)])
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if entry.problem else flags | Qt.ItemFlag.ItemIsDragEnabled)
        item.setData(0, _ENTRY, entry)
        for column in (0, 1):
            item.setToolTip(column, entry.tooltip)
        return item

    def _colour(self, items: Iterable[QTreeWidgetItem]) -> None:
        """In the colours of the theme; entries of one family share one picture."""
        muted, error = QBrush(QColor(theme.current().muted)), QBrush(QColor(theme.current().error))
        for hint in self._hints.values():
            hint.setForeground(0, muted)
        icons: dict[str, QIcon] = {}
        for item in items:
            entry = item.data(0, _ENTRY)
            if entry.problem:
                item.setIcon(0, icon("problem"))
                item.setForeground(1, error)
                continue
            if entry.family not in icons:
                picture = chip(entry.family, self.devicePixelRatioF())
                icons[entry.family] = QIcon(picture)
                icons[entry.family].addPixmap(picture, QIcon.Mode.Selected)  # or Qt would tint it
            item.setIcon(0, icons[entry.family])
            item.setForeground(1, muted)

    # --- folding ---------------------------------------------------------------------------------

    def _unfold(self) -> None:
        """What was left open, or all that a search has found."""
        for heading in self._headings():
            heading.setExpanded(self._searching or _path(heading) in self._open)

    def _remember(self, heading: QTreeWidgetItem) -> None:
        path = _path(heading)
        if self._searching or heading.isExpanded() == (path in self._open):
            return
        self._open ^= {path}
        settings.set_palette_open(self._open)

    # --- look ------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour(item for item, _ in self.entries())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Summaries are left to the tooltips where they would show a syllable each."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        modes = QHeaderView.ResizeMode
        narrow = self.viewport().width() - self.sizeHintForColumn(0) < _SUMMARY
        self.setColumnHidden(1, narrow)
        mode = modes.Stretch if narrow else modes.ResizeToContents
        self.header().setSectionResizeMode(0, mode)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if all(section.isHidden() for section in self._sections.values()):
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(
                self.viewport().rect().adjusted(8, 12, -8, 0),
                Qt.AlignmentFlag.AlignTop
                | Qt.AlignmentFlag.AlignHCenter
                | Qt.TextFlag.TextWordWrap,
                NOTHING if self._searching else "",
            )
            painter.end()

    # --- gestures --------------------------------------------------------------------------------

    def _activate(self, item: QTreeWidgetItem) -> None:
        entry = item.data(0, _ENTRY)
        if entry is None:
            item.setExpanded(not item.isExpanded())
        elif not entry.problem:
            self.chosen.emit(entry)

    def _toggle(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _ENTRY) is None:
            item.setExpanded(not item.isExpanded())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        asked = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if asked else self.itemAt(event.pos())
        if item is None:
            return
        at = self.visualItemRect(item).center() if asked else event.pos()
        section = _path(item).partition("/")[0]
        self.menu_requested.emit(section, item.data(0, _ENTRY), self.viewport().mapToGlobal(at))

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        return kind_data(items[0].data(0, _ENTRY).id)

    def startDrag(self, actions: Qt.DropAction) -> None:
        items = self.selectedItems()
        drag = QDrag(self)
        drag.setMimeData(self.mimeData(items))
        entry = items[0].data(0, _ENTRY)
        drag.setPixmap(dragged(entry, self.font(), self.devicePixelRatioF()))
        drag.exec(Qt.DropAction.CopyAction)


class _Roomy(QStyledItemDelegate):
    """Rows with some air, as targets for a pointer."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 3)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The tip of a layer has its picture."""
        entry = index.sibling(index.row(), 0).data(_ENTRY) if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or entry is None:
            return super().helpEvent(event, view, option, index)
        said = tip(entry, view.font(), view.devicePixelRatioF())
        QToolTip.showText(event.globalPos(), said, view.viewport(), view.visualRect(index))
        return True


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    children = (item.child(k) for k in range(item.childCount()))
    return (child for child in children if child is not None)


def _path(item: QTreeWidgetItem) -> str:
    """The titles from the section down."""
    above = item.parent()
    title: str = item.data(0, _TITLE)
    return title if above is None else f"{_path(above)}/{title}"
