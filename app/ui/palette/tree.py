"""The palette's rows: families that open and close, with entries that can be dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QDrag, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.ui import theme
from app.ui.drag import kind_data
from app.ui.palette.entries import Entry

_ENTRY = Qt.ItemDataRole.UserRole
_CHIP = 12
_SUMMARY = 80  # the least width that is of use


class PaletteTree(QTreeWidget):
    """Entries by group. `chosen` follows Enter or a double click on one."""

    chosen = Signal(object)  # Entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.setIndentation(10)
        self.setIconSize(QSize(_CHIP, _CHIP))
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Roomy(self))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)  # or every new group would have all rows measured again
        self.setAccessibleName("Layers, blocks and presets")
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._items: dict[str, list[QTreeWidgetItem]] = {}
        self.itemActivated.connect(self._activate)
        self.itemClicked.connect(self._toggle)

    # --- content ---------------------------------------------------------------------------------

    def set_group(self, title: str, entries: Iterable[Entry]) -> None:
        """Show these entries under a title, in place of those that were there."""
        group = self._groups.get(title)
        if group is None:
            group = self._groups[title] = QTreeWidgetItem(self, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            group.setExpanded(True)
        group.takeChildren()
        self._items[title] = [self._item(entry) for entry in entries]
        self._colour(self._items[title])
        group.addChildren(self._items[title])
        group.setHidden(not self._items[title])

    def entries(self) -> Iterator[tuple[QTreeWidgetItem, Entry]]:
        for items in self._items.values():
            for item in items:
                yield item, item.data(0, _ENTRY)

    def show_only(self, best: Sequence[QTreeWidgetItem] | None) -> None:
        """Hide every entry but these and make the first current; None shows them all."""
        wanted = None if best is None else {id(item) for item in best}
        for title, group in self._groups.items():
            for item in self._items[title]:
                item.setHidden(wanted is not None and id(item) not in wanted)
            group.setHidden(all(item.isHidden() for item in self._items[title]))
            if wanted:
                group.setExpanded(True)
        if best:
            self.setCurrentItem(best[0])

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem([entry.title, entry.summary])
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if entry.preset else flags | Qt.ItemFlag.ItemIsDragEnabled)
        item.setData(0, _ENTRY, entry)
        for column in (0, 1):
            item.setToolTip(column, entry.tooltip)
        return item

    def _colour(self, items: Iterable[QTreeWidgetItem]) -> None:
        """In the colours of the theme; entries of one family share one picture."""
        muted = QBrush(QColor(theme.current().muted))
        icons: dict[str, QIcon] = {}
        for item in items:
            family = item.data(0, _ENTRY).group
            if family not in icons:
                picture = chip(family, self.devicePixelRatioF())
                icons[family] = QIcon(picture)
                icons[family].addPixmap(picture, QIcon.Mode.Selected)  # or Qt would tint it
            item.setIcon(0, icons[family])
            item.setForeground(1, muted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour(item for item, _ in self.entries())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Summaries are left to the tooltips where they would show a syllable each."""
        super().resizeEvent(event)
        room = self.viewport().width() - self.sizeHintForColumn(0)
        self.setColumnHidden(1, room < _SUMMARY)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if all(group.isHidden() for group in self._groups.values()):
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(
                self.viewport().rect().adjusted(8, 12, -8, 0),
                Qt.AlignmentFlag.AlignTop
                | Qt.AlignmentFlag.AlignHCenter
                | Qt.TextFlag.TextWordWrap,
                "Nothing here has that name.",
            )
            painter.end()

    # --- gestures --------------------------------------------------------------------------------

    def _activate(self, item: QTreeWidgetItem) -> None:
        entry = item.data(0, _ENTRY)
        if entry is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(entry)

    def _toggle(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _ENTRY) is None:
            item.setExpanded(not item.isExpanded())

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        return kind_data(items[0].data(0, _ENTRY).id)

    def startDrag(self, actions: Qt.DropAction) -> None:
        items = self.selectedItems()
        drag = QDrag(self)
        drag.setMimeData(self.mimeData(items))
        drag.setPixmap(self._drag_picture(items[0].data(0, _ENTRY)))
        drag.exec(Qt.DropAction.CopyAction)

    def _drag_picture(self, entry: Entry) -> QPixmap:
        colours, scale = theme.current(), self.devicePixelRatioF()
        width = self.fontMetrics().horizontalAdvance(entry.title) + _CHIP + 26
        height = self.fontMetrics().height() + 10
        pixmap = _blank(QSize(width, height), scale)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.accent))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 5, 5)
        painter.drawPixmap(8, (height - _CHIP) // 2, chip(entry.group, scale))
        painter.setPen(QColor(colours.text))
        painter.setFont(self.font())
        painter.drawText(
            QRectF(_CHIP + 16, 0, width, height), Qt.AlignmentFlag.AlignVCenter, entry.title
        )
        painter.end()
        return pixmap


class _Roomy(QStyledItemDelegate):
    """Rows with some air, as targets for a pointer."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 3)


def chip(family: str, scale: float) -> QPixmap:
    """A small square in the colour of a family."""
    pixmap = _blank(QSize(_CHIP, _CHIP), scale)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.current().base))  # told apart on a selected row
    painter.setBrush(theme.family_colour(theme.current(), family))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _CHIP - 1, _CHIP - 1), 2.5, 2.5)
    painter.end()
    return pixmap


def _blank(size: QSize, scale: float) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
