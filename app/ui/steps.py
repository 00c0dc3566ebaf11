"""The steps of the open document's history: where one is, what was saved; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from app.ui import theme
from app.ui.editor import Editor
from app.ui.icons import icon
from app.ui.language import retold, tr
from app.ui.later import Later
from app.ui.sheet import Sheet

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class _Steps(QAbstractTableModel):
    """What was done, and when; the oldest step first."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._count = len(sheet.history.steps)

    def show_sheet(self, sheet: Sheet) -> None:
        self.beginResetModel()
        self._sheet, self._count = sheet, len(sheet.history.steps)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: _Index | None = None) -> int:
        return 2

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        history, row = self._sheet.history, index.row()
        if row >= len(history.steps):
            return None
        step = history.steps[row]
        saved = self._sheet.path is not None and step.snapshot is history.saved
        match role:
            case _ROLE.DisplayRole:
                return retold(step.label) if index.column() == 0 else _clock(step.time, short=True)
            case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
                told = [retold(step.label), _clock(step.time, short=False)]
                told += [tr("As it is in the file")] * saved
                told += [tr("Undone: a click does it again")] * (row > history.at)
                return "\n".join(told)
            case _ROLE.DecorationRole if index.column() == 1 and saved:
                return icon("save")
            case _ROLE.FontRole if row == history.at:
                font = QFont()
                font.setBold(True)
                return font
            case _ROLE.ForegroundRole if row > history.at or index.column() == 1:
                return QBrush(QColor(theme.current().muted))
            case _ROLE.TextAlignmentRole if index.column() == 1:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _clock(time: float, *, short: bool) -> str:
    at = QDateTime.fromSecsSinceEpoch(int(time))
    form = QLocale.FormatType.ShortFormat
    return QLocale().toString(at.time(), form) if short else QLocale().toString(at, form)


class StepsView(QTreeView):
    """Follows the editor while it is seen."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._steps = _Steps(editor.sheet)
        self.setModel(self._steps)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAccessibleName(tr("History"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(lambda index: editor.go_to(index.row()))
        self._later = Later(self, self._refresh)
        for signal in (editor.changed, editor.path_changed):
            signal.connect(lambda *_: self._later.ask(editor.report))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._editor.go_to(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        sheet = self._editor.sheet
        self._steps.show_sheet(sheet)
        here = self._steps.index(sheet.history.at, 0)
        self.setCurrentIndex(here)
        self.scrollTo(here)
