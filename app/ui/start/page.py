"""What is seen first: the gallery of presets, the recent files, and ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.templates import TEMPLATES, Template
from app.ui import scale
from app.ui.gallery import Gallery
from app.ui.icons import icon
from app.ui.language import tr
from app.ui.start.recent import RecentFiles
from app.ui.start.row import Row
from app.ui.start.thumbnails import painted
from nodes import plugins

_SIDE = 228
_NAME = 90  # px of the name of a drawing on a button
_WIDEST = 130  # percent: there are two columns beside the cards


class StartPage(QWidget):
    """Shows what `recent` gives, newest first, whenever `refresh` is called.

    Escape goes back to the open drawing, as the button does.
    """

    preset_requested = Signal(str, object)  # its id and the parameters that were changed
    insert_requested = Signal(str, object)
    file_requested = Signal(Path)
    new_requested = Signal()
    template_requested = Signal(str)  # its id
    open_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        recent: Callable[[], Sequence[Path]],
        pinned: Callable[[], Sequence[Path]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._recent, self._pinned = recent, pinned
        self.recent = RecentFiles()
        self.recent.requested.connect(self.file_requested)
        self.gallery = Gallery()
        self.gallery.open_requested.connect(self.preset_requested)
        self.gallery.insert_requested.connect(self.insert_requested)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 20, 20, 16)
        columns.setSpacing(24)
        columns.addWidget(self._make_side())
        columns.addWidget(self.gallery, 1)
        self.refresh()

    def refresh(self, drawing: str = "") -> None:
        """Read the recent files again; offer the way back to the open drawing, where one is."""
        self.refresh_recent()
        self.back.setToolTip(drawing)
        self._name_drawing()
        self.back.setVisible(bool(drawing))
        self.gallery.set_drawing(bool(drawing))

    def _name_drawing(self) -> None:
        """On the way back, in as much room as there is in the type of now."""
        drawing, middle = self.back.toolTip(), Qt.TextElideMode.ElideMiddle
        room = scale.wide(_NAME, _WIDEST)
        short = self.back.fontMetrics().elidedText(drawing, middle, room)
        self.back.setText(tr("Back to {drawing}", drawing=short.replace("&", "&&")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "back"):
            self._name_drawing()

    def refresh_recent(self) -> None:
        """Read the recent files again."""
        self.recent.show_files(self._recent(), self._pinned())

    def showEvent(self, event: QShowEvent) -> None:
        """What is typed here is searched for."""
        super().showEvent(event)
        if not event.spontaneous():
            self.gallery.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self.back_requested.emit()
        elif event.text().isprintable() and event.text().strip():
            self.gallery.type(event.text())
        else:
            super().keyPressEvent(event)

    def _make_side(self) -> QWidget:
        side = _Side()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        column.addWidget(_heading("Skipwire", 2.2))
        tagline = QLabel(tr("Wire a network, watch it learn."))
        tagline.setWordWrap(True)
        tagline.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(tagline)
        column.addSpacing(12)
        self.new = QPushButton(icon("new"), tr("Empty canvas"))
        self.new.clicked.connect(self.new_requested)
        self.open = QPushButton(icon("open"), tr("Open…"))
        self.open.clicked.connect(self.open_requested)
        self.back = QPushButton(icon("up"), "")
        self.back.clicked.connect(self.back_requested)
        for button in (self.back, self.new, self.open):
            button.setMinimumHeight(32)
            column.addWidget(button)
        column.addSpacing(12)
        column.addWidget(_heading(tr("Start from"), 1.2))
        self.templates = {each.id: self._template(each) for each in TEMPLATES}
        rows = QVBoxLayout()
        rows.setSpacing(0)
        column.addLayout(rows)
        for template in self.templates.values():
            rows.addWidget(template)
        column.addSpacing(12)
        column.addWidget(_heading(tr("Recent"), 1.2))
        column.addWidget(self.recent)
        self.failures = QLabel("\n\n".join(tr(str(failed)) for failed in plugins.FAILED))
        self.failures.setWordWrap(True)
        self.failures.setForegroundRole(QPalette.ColorRole.BrightText)
        self.failures.setVisible(bool(plugins.FAILED))
        column.addWidget(self.failures)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scale.follow(area, lambda: area.setFixedWidth(scale.wide(_SIDE, _WIDEST)))
        area.setWidget(side)
        return area

    def _template(self, template: Template) -> Row:
        picture = QPixmap.fromImage(painted(template.network))
        row = Row(picture, tr(template.title), tr(template.summary))
        row.setToolTip(tr(template.summary))
        row.clicked.connect(lambda: self.template_requested.emit(template.id))
        return row


class _Side(QWidget):
    """Never less high than its wrapped lines are at its width, which a scroll area does not ask."""

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        wrapped = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        return least.expandedTo(QSize(0, wrapped))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def _heading(text: str, scale: float) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    return label
