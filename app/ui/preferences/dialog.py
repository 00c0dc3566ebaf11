"""The preferences: searched, and in force as soon as they are chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui import scale
from app.ui.language import tr
from app.ui.preferences.rows import SECTIONS, Choice, Row, Switch

_SIZE = 620, 640
_LARGER = 1.15  # a heading, to its text


class PreferencesDialog(QDialog):
    """A line for every row of the tables; `changed` follows each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scale.size(*_SIZE))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search preferences"))
        self.search.setAccessibleName(tr("Search preferences"))
        self.search.textChanged.connect(self._filter)
        self.lines: dict[str, Line] = {}  # by the title of the row
        self._sections: list[tuple[QLabel, list[Line]]] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        for title, rows in SECTIONS.items():
            heading = _heading(tr(title))
            column.addWidget(heading)
            lines = [Line(row, self.changed.emit) for row in rows]
            for row, line in zip(rows, lines, strict=True):
                column.addWidget(line)
                self.lines[row.title] = line
            self._sections.append((heading, lines))
        self._nothing = QLabel(tr("Nothing has such a name."))
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.reset = buttons.addButton(tr("Reset All"), role.ResetRole)
        close = buttons.addButton(tr("Close"), role.RejectRole)
        for button in (self.reset, close):
            button.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for part in (self.search, area, buttons):
            box.addWidget(part)

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for heading, lines in self._sections:
            for line in lines:
                told = f"{heading.text()} {line.text}".lower()
                line.setVisible(all(word in told for word in words))
            heading.setVisible(any(not line.isHidden() for line in lines))
        self._nothing.setVisible(all(h.isHidden() for h, _ in self._sections))

    def _reset(self) -> None:
        for line in self.lines.values():
            line.reset()


class Line(QWidget):
    """A row: what is chosen at the right, what it is about at the left."""

    def __init__(self, row: Row, changed: Callable[[], None]) -> None:
        super().__init__()
        self._row = row
        self._changed = changed
        self._told = QLabel(tr(row.told))
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._title = QLabel(tr(row.title))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._told)
        box = QHBoxLayout(self)
        box.addLayout(column, 1)
        self.field = self._switch(row) if isinstance(row, Switch) else self._choice(row)
        self.field.setAccessibleName(self._title.text())
        self.field.setAccessibleDescription(self._told.text())
        self._title.setBuddy(self.field)
        box.addWidget(self.field)

    @property
    def text(self) -> str:
        return f"{self._title.text()} {self._told.text()}"

    def _switch(self, row: Switch) -> QCheckBox:
        field = QCheckBox()
        field.setChecked(row.get())
        field.toggled.connect(row.set)
        field.toggled.connect(lambda _: self._changed())
        return field

    def _choice(self, row: Choice) -> QComboBox:
        field = QComboBox()
        for value, name in row.options:
            field.addItem(tr(name), value)
        field.setCurrentIndex(max(field.findData(row.get()), 0))
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        field.currentIndexChanged.connect(lambda k: row.set(field.itemData(k)))
        field.currentIndexChanged.connect(lambda _: self._changed())
        return field

    def reset(self) -> None:
        """The usual choice again."""
        if isinstance(self.field, QCheckBox):
            assert isinstance(self._row, Switch)
            self.field.setChecked(self._row.usual)
        else:
            self.field.setCurrentIndex(0)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = QFont(label.font())
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * _LARGER)
    label.setFont(font)
    return label
