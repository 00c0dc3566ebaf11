"""The runs that wait, as rows that can be dragged into another order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from app.runs.folder import RunFolder
from app.runs.overview import Overview, overview
from app.ui import scale
from app.ui.formats import si
from app.ui.language import tr
from app.ui.pastruns.columns import data, epochs, recipe_in_short

_HEADS = ("", "Run", "Epochs", "Data", "Recipe", "Parameters")
_WIDTHS = 28, 180, 80, 130, 260, 90
_NAME, _RECIPE = 1, 4
_HIGH = 22  # px
_FOLDER = Qt.ItemDataRole.UserRole
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
_KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_Delete, _NONE): "remove",
}


class QueueRows(QTreeWidget):
    """`arranged` carries the folders in the order they were dragged into, `asked` what to do."""

    arranged = Signal(object)  # Sequence[str]
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Overview] = {}
        self.setHeaderLabels([tr(head) for head in _HEADS])
        self.setRootIsDecorated(False)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_RECIPE, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(tr("Runs that wait"))
        scale.follow(self, self._resize)

    @property
    def folders(self) -> list[str]:
        """In the order shown."""
        return [_folder(self.topLevelItem(row)) for row in range(self.topLevelItemCount())]

    @property
    def chosen(self) -> list[str]:
        """The selected ones, from the top."""
        return [*map(_folder, sorted(self.selectedItems(), key=self.indexOfTopLevelItem))]

    def moved(self, by: int) -> list[str]:
        """All of them, with the chosen ones a place earlier or later."""
        chosen, order = set(self.chosen), self.folders
        walk = order if by < 0 else order[::-1]
        for at in range(1, len(walk)):
            if walk[at] in chosen and walk[at - 1] not in chosen:
                walk[at - 1], walk[at] = walk[at], walk[at - 1]
        return walk if by < 0 else walk[::-1]

    def show_folders(self, folders: Sequence[str]) -> None:
        """What is selected stays so."""
        if [*folders] == self.folders:
            return
        chosen, current = set(self.chosen), self.currentItem()
        at = current.data(0, _FOLDER) if current is not None else ""
        self._known = {f: self._known.get(f) or overview(RunFolder(Path(f))) for f in folders}
        self.clear()
        for number, folder in enumerate(folders, 1):
            item = _item(number, folder, self._known[folder])
            self.addTopLevelItem(item)
            if folder == at:
                self.setCurrentItem(item)
            item.setSelected(folder in chosen)

    def dropEvent(self, event: QDropEvent) -> None:
        """The chosen ones go between the rows where they are let go."""
        order = self._with_chosen_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # or Qt would take the rows away
        event.accept()
        if order != self.folders:
            self.show_folders(order)  # as the worker is about to tell
            self.arranged.emit(order)

    def _with_chosen_at(self, point: QPoint) -> list[str]:
        order, chosen = self.folders, self.chosen
        item = self.itemAt(point)
        place = len(order)
        if item is not None:
            below = point.y() > self.visualItemRect(item).center().y()
            place = self.indexOfTopLevelItem(item) + below
        before = [folder for folder in order[:place] if folder not in chosen]
        behind = [folder for folder in order[place:] if folder not in chosen]
        return [*before, *chosen, *behind]

    def event(self, event: QEvent) -> bool:
        """Its own keys come before those of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _deed(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = _deed(event)
        if deed is not None:
            self.asked.emit(deed)
        else:
            super().keyPressEvent(event)

    def _resize(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, scale.px(width))
        for row in range(self.topLevelItemCount()):
            _heighten(self.topLevelItem(row))


def _folder(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, _FOLDER)) if item is not None else ""


def _item(number: int, folder: str, run: Overview) -> QTreeWidgetItem:
    record = run.record
    recipe = recipe_in_short(record.recipe) if record is not None else ""
    parameters = si(record.parameters) if record is not None else ""
    texts = [str(number), run.name, epochs(run), data(run), recipe, parameters]
    item = QTreeWidgetItem(texts)
    item.setData(0, _FOLDER, folder)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)  # none goes into another
    _heighten(item)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    item.setTextAlignment(len(texts) - 1, right)
    for column, text in enumerate(texts):
        item.setToolTip(column, run.id if column == _NAME else text)
    return item


def _heighten(item: QTreeWidgetItem | None) -> None:
    if item is not None:
        item.setSizeHint(0, QSize(0, scale.px(_HIGH)))


def _deed(event: QKeyEvent) -> str | None:
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get((Qt.Key(event.key()), pressed))
