"""What is known of the chosen preset, and its parameters to open it with."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.gallery import Facts, facts
from app.ui.formats import count, si
from app.ui.gallery.figure import FigureView
from app.ui.icons import icon
from app.ui.inspector.facts import FactTable
from app.ui.inspector.form import Form
from nodes.network import Argument, Expression
from nodes.shapes import text as shape
from nodes.spec import Value
from presets import Preset

CHANGED = "The figures above are for the defaults."


class Details(QWidget):
    """One preset. `values` holds the parameters that were changed from their defaults."""

    open_requested = Signal()
    insert_requested = Signal()
    compare_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset: Preset | None = None
        self.values: dict[str, Value] = {}
        self.figure = FigureView()
        self.figure.setFixedHeight(130)
        self.title = _text(1.25, bold=True)
        self.by = _text(muted=True)
        self.summary = _text()
        self.table = FactTable()
        self.paper = _text()
        self.paper.setTextFormat(Qt.TextFormat.RichText)
        self.paper.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.paper.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        self.form = Form()
        self.note = _text(muted=True)
        self.note.setText(CHANGED)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        for widget in (self.figure, self.title, self.by, self.summary, self.table, self.paper):
            self._column.addWidget(widget)
        heading = _text(bold=True)
        heading.setText("Open it with")
        self._column.addWidget(heading)
        self._column.addWidget(self.form)
        self._column.addWidget(self.note)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        self.open = QPushButton(icon("open"), "Open")
        self.open.setToolTip("Open it as a drawing of its own (Enter)")
        self.open.clicked.connect(self.open_requested)
        self.compare = QPushButton("Compare…")
        self.compare.setToolTip("Costs and structure beside those of another preset")
        self.compare.clicked.connect(self.compare_requested)
        self.insert = QPushButton(icon("block"), "Insert as Block")
        self.insert.setToolTip("Add it to the open drawing, as one block")
        self.insert.clicked.connect(self.insert_requested)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open, 0, 0, 1, 2)
        buttons.addWidget(self.compare, 1, 0)
        buttons.addWidget(self.insert, 1, 1)
        for button in (self.open, self.compare, self.insert):
            button.setMinimumHeight(30)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)

    def show_preset(self, preset: Preset) -> None:
        """Show a preset, with its own parameters at their defaults."""
        self.preset, self.values = preset, {}
        found = facts(preset)
        self.figure.show_figure(found.figure, preset.title)
        self.title.setText(preset.title)
        self.by.setText(f"{preset.authors}, {preset.year}")
        self.summary.setText(preset.summary)
        self.table.show_facts(_facts(preset, found))
        self.paper.setText(f'<a href="{escape(preset.link)}">{escape(preset.paper)}</a>')
        self.paper.setToolTip(preset.link)
        self._show_form(preset)
        self._area.verticalScrollBar().setValue(0)

    def _show_form(self, preset: Preset) -> None:
        old, self.form = self.form, Form()
        self._column.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        for param in preset.parameters:
            change = partial(self._set, param.name)
            self.form.add(param, change, change).show_values([param.default], {})
        self.note.hide()

    def _set(self, name: str, value: Argument) -> None:
        """Take a value, which the form has checked."""
        assert not isinstance(value, Expression)  # there are no names to refer to
        row = next(row for row in self.form.rows if row.param.name == name)
        self.values.pop(name, None)
        if value != row.param.default:
            self.values[name] = value
        row.show_values([value], {})
        self.note.setVisible(bool(self.values))


def _facts(preset: Preset, found: Facts) -> list[tuple[str, str]]:
    accuracy = preset.accuracy
    rows = [
        ("Input", shape(found.input)),
        ("Parameters", count(found.parameters)),
        ("MACs", si(found.macs, "MACs")),
        ("Depth", f"{found.depth} layers"),
    ]
    if accuracy is not None:
        rows += [("Top-1", f"{accuracy.top1:g} % on {accuracy.data}"), ("", accuracy.how)]
    return rows


def _text(scale: float = 1.0, *, bold: bool = False, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(bold)
    label.setFont(font)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
