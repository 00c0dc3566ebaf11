"""The recent files, by picture, name and folder; one that is gone is greyed and says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.language import tr
from app.ui.menus import Item, fill
from app.ui.start.thumbnails import picture_of

_SIDE = 44  # px of the picture
_PIN = 14


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

    def show_files(self, files: Sequence[Path], pinned: Sequence[Path] = ()) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        ordered = [*pinned, *(path for path in files if path not in pinned)]
        self._rows = [self._row(path, path in pinned) for path in ordered] or [_empty()]
        for row in self._rows:
            self._column.addWidget(row)

    def items(self, path: Path) -> Sequence[Item]:
        """What can be done with a row; one that is greyed can be removed, too."""
        pinned = any(r.pinned for r in self._rows if isinstance(r, _FileButton) and r.path == path)
        pin = tr("Unpin") if pinned else tr("Pin to the Top")
        return (
            (pin, lambda: self.pin_requested.emit(path, not pinned)),
            (tr("Remove from List"), lambda: self.forget_requested.emit(path)),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.childAt(event.pos())
        if isinstance(row, _FileButton):
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill(menu, self.items(row.path))
            menu.popup(event.globalPos())

    def _row(self, path: Path, pinned: bool) -> QWidget:
        row = _FileButton(path, pinned)
        row.clicked.connect(lambda: self.requested.emit(path))
        return row


class _FileButton(QAbstractButton):
    """Name above folder beside the picture; a text loses its middle where there is no room."""

    def __init__(self, path: Path, pinned: bool) -> None:
        super().__init__()
        there = path.is_file()
        self.path, self.pinned = path, pinned
        self._picture = picture_of(path)
        self._lines = (path.name, str(path.parent) if there else tr("no longer there"))
        self.setText(path.name)
        self.setEnabled(there)
        self.setToolTip(str(path))
        self.setAccessibleName(", ".join([*self._lines, *[tr("pinned")] * pinned]))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, max(2 * self.fontMetrics().lineSpacing(), _SIDE) + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            painter.setPen(self.palette().color(role.Highlight if self.hasFocus() else role.Mid))
            painter.setBrush(self.palette().color(role.Base))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        painter.drawPixmap(QRectF(6, (self.height() - _SIDE) / 2, _SIDE, _SIDE).toRect(),
                           self._picture)  # fmt: skip
        painter.setOpacity(1)
        if self.pinned:
            icon("pin").paint(painter, self.width() - _PIN - 6, 6, _PIN, _PIN)
        metrics, left = self.fontMetrics(), _SIDE + 14
        room = self.width() - left - 8 - (_PIN if self.pinned else 0)
        above = (self.height() - 2 * metrics.lineSpacing()) // 2
        colours = (role.WindowText if self.isEnabled() else role.PlaceholderText,
                   role.PlaceholderText)  # fmt: skip
        for at, (line, colour) in enumerate(zip(self._lines, colours, strict=True)):
            painter.setPen(self.palette().color(colour))
            says = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(left, above + metrics.ascent() + at * metrics.lineSpacing(), says)
        painter.end()


def _empty() -> QLabel:
    label = QLabel(tr("Files that you save or open appear here."))
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
