"""What is known of the chosen preset, and its parameters to open it with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.gallery import Choice
from app.ui.formats import count, counted, si
from app.ui.gallery.figure import FigureView
from app.ui.icons import icon
from app.ui.inspector.facts import FactTable
from app.ui.inspector.form import Form, note_label, tell
from app.ui.language import tr
from app.ui.links import LinkLabel
from nodes.errors import SkipwireError
from nodes.network import Argument, Expression
from nodes.shapes import text as shape
from presets import Preset


class Details(QWidget):
    """One preset with the parameters chosen for it; they are kept while others are looked at.

    The figures follow the parameters. While one of them is refused, or they do not fit together,
    nothing can be done with the preset, and a note tells why.
    """

    open_requested = Signal()
    insert_requested = Signal()
    compare_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self._kept: dict[str, Choice] = {}  # by the preset's id
        self._refused: dict[str, str] = {}  # why, by the parameter
        self._unfit = ""  # why the parameters do not fit together
        self._drawing = False
        self.figure = FigureView()
        self.figure.setFixedHeight(130)
        self.title = _text(1.25, bold=True)
        self.by = _text(muted=True)
        self.summary = _text()
        self.table = FactTable()
        self.paper = LinkLabel()
        self.form = Form()
        self.note = note_label()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        for widget in (self.figure, self.title, self.by, self.summary, self.table, self.paper):
            self._column.addWidget(widget)
        heading = _text(bold=True)
        heading.setText(tr("Open it with"))
        self._column.addWidget(heading)
        self._column.addWidget(self.form)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        self.open = QPushButton(icon("open"), tr("Open"))
        self.open.setToolTip(tr("Open it as a drawing of its own (Enter)"))
        self.open.clicked.connect(self.open_requested)
        self.compare = QPushButton(tr("Compare…"))
        self.compare.setToolTip(tr("Costs and structure beside those of another preset"))
        self.compare.clicked.connect(self.compare_requested)
        self.insert = QPushButton(icon("block"), tr("Insert as Block"))
        self.insert.setToolTip(tr("Add it to the open drawing, as one block"))
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
        layout.addWidget(self.note)
        layout.addLayout(buttons)

    @property
    def sound(self) -> bool:
        """Whether the preset can be opened with what stands in the form."""
        return self.choice is not None and not (self._refused or self._unfit)

    def set_drawing(self, drawn: bool) -> None:
        """Whether there is a drawing that a preset can be inserted into."""
        self._drawing = drawn
        self._allow()

    def show_preset(self, preset: Preset) -> None:
        """Show a preset with the parameters that were chosen for it before."""
        self.show_choice(self._kept.get(preset.id, Choice(preset)))

    def show_choice(self, choice: Choice) -> None:
        preset = choice.preset
        self._refused = {}
        self.title.setText(tr(preset.title))
        self.by.setText(f"{preset.authors}, {preset.year}")
        self.summary.setText(tr(preset.summary))
        self.paper.show_link(preset.paper, preset.link)
        self._show_form(choice)
        self._choose(choice)
        self._area.verticalScrollBar().setValue(0)

    def _show_form(self, choice: Choice) -> None:
        old, self.form = self.form, Form()
        self._column.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        last: QWidget = self.paper
        for param in choice.preset.parameters:
            change = partial(self._set, param.name)
            row = self.form.add(param, change, change)
            row.show_values([choice.values.get(param.name, param.default)], {})
            row.field.refused.connect(partial(self._refuse, param.name))
            last = _behind(last, row.field, row.reset)
        _behind(last, self.open, self.compare, self.insert)

    def _set(self, name: str, value: Argument) -> None:
        """Take a value, which the form has checked."""
        assert self.choice is not None
        assert not isinstance(value, Expression)  # there are no names to refer to
        row = next(row for row in self.form.rows if row.param.name == name)
        row.show_values([value], {})
        self._refused.pop(name, None)
        self._choose(self.choice.with_value(name, value))

    def _refuse(self, name: str, reason: str) -> None:
        """What is typed stands in red, or is being typed anew."""
        self._refused.pop(name, None)
        if reason:
            self._refused[name] = reason
        self._allow()

    def _choose(self, choice: Choice) -> None:
        """Show what comes of a choice; where nothing does, the figures before it stay."""
        self.choice, self._unfit = choice, ""
        try:
            found = choice.facts
        except SkipwireError as error:
            self._unfit = str(error)
        else:
            self._kept[choice.preset.id] = choice
            self.figure.show_figure(found.figure, choice.title)
            self.table.show_facts(_facts(choice))
        self._allow()

    def _allow(self) -> None:
        """Nothing is done with parameters that are refused or do not fit together."""
        reasons = [f"{name}: {reason}" for name, reason in self._refused.items()]
        tell(self.note, "\n".join(reasons) or self._unfit, QPalette.ColorRole.BrightText)
        for button in (self.open, self.compare, self.insert):
            button.setEnabled(self.sound)
        self.insert.setEnabled(self.sound and self._drawing)


def _behind(last: QWidget, *others: QWidget | None) -> QWidget:
    """Let Tab go from one widget to those others; returns the last of them."""
    for widget in others:
        if widget is not None:
            QWidget.setTabOrder(last, widget)
            last = widget
    return last


def _facts(choice: Choice) -> list[tuple[str, str]]:
    found, accuracy = choice.facts, choice.accuracy
    rows = [("Input", shape(found.input)), ("Parameters", count(found.parameters))]
    if found.auxiliary:
        rows.append(("", f"{count(found.auxiliary)} for training only"))
    rows += [("MACs", si(found.macs, "MACs")), ("Depth", counted(found.depth, "layer"))]
    if accuracy is not None:
        rows += [("Top-1", f"{accuracy.top1:g} % on {accuracy.data}"), ("", accuracy.how)]
    elif choice.values and choice.preset.accuracy is not None:
        rows.append(("Top-1", "none is published for these parameters"))
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
