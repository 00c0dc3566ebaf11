"""Two presets beside one another: figures, costs, stages, what blocks hold, layers by kind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.gallery import BATCHES, Choice
from app.gallery.order import ORDERS, authors_short, grouped
from app.ui.gallery import tables
from app.ui.gallery.figure import FigureView
from app.ui.icons import icon
from app.ui.language import tr
from presets import PRESETS

_BATCH = 32


class Comparison(QWidget):
    """`back_requested` leads to the cards again, `open_requested` carries a choice to open.

    What is taken from a list has its default parameters.
    """

    back_requested = Signal()
    open_requested = Signal(object)  # Choice

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = (Choice(next(iter(PRESETS.values()))),) * 2
        self.back = QPushButton(icon("gallery"), tr("All Presets"))
        self.back.clicked.connect(self.back_requested)
        self.batch = QComboBox()
        self.batch.setAccessibleName(tr("Batch of the training step"))
        for size in BATCHES:
            self.batch.addItem(tr(f"batch of {size}"), size)
        self.batch.setCurrentIndex(BATCHES.index(_BATCH))
        self.batch.setToolTip(tr("How many samples the training step is weighed with"))
        self.choices = (_choice("Left preset"), _choice("Right preset"))
        self.swap = QToolButton()
        self.swap.setText("⇄")
        self.swap.setToolTip(tr("Exchange left and right"))
        self.swap.setAccessibleName(tr("Exchange left and right"))
        self.swap.clicked.connect(self._swap)
        self.figures = (FigureView(), FigureView())
        self.heads = (QLabel(), QLabel())
        self.opens = (QPushButton(tr("Open")), QPushButton(tr("Open")))
        self.costs, self.kinds, self.stages, self.insides = (_table() for _ in range(4))
        self._insides_heading = _heading("Inside the blocks that differ")

        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(10)
        column.addLayout(self._sides())
        for heading, table in (
            (_heading("Costs"), self.costs),
            (_heading("Stages"), self.stages),
            (self._insides_heading, self.insides),
            (_heading("Layers by kind"), self.kinds),
        ):
            column.addWidget(heading)
            column.addWidget(table)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        bar = QHBoxLayout()
        bar.addWidget(self.back)
        bar.addStretch(1)
        bar.addWidget(QLabel(tr("Training step with a")))
        bar.addWidget(self.batch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(area)
        self.batch.activated.connect(self._refresh)
        for choice in self.choices:
            choice.activated.connect(self._take)

    def _sides(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for side, (choice, figure, head, button) in enumerate(
            zip(self.choices, self.figures, self.heads, self.opens, strict=True)
        ):
            figure.setFixedHeight(150)
            head.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            head.setWordWrap(True)
            button.clicked.connect(lambda _=False, s=side: self.open_requested.emit(self.pair[s]))
            grid.addWidget(choice, 0, 2 * side)
            grid.addWidget(figure, 1, 2 * side)
            below = QHBoxLayout()
            below.addWidget(head, 1)
            below.addWidget(button)
            grid.addLayout(below, 2, 2 * side)
            grid.setColumnStretch(2 * side, 1)
        grid.addWidget(self.swap, 0, 1)
        return grid

    def show_pair(self, left: Choice, right: Choice) -> None:
        self.pair = (left, right)
        for box, choice in zip(self.choices, self.pair, strict=True):
            box.setCurrentIndex(box.findData(choice.preset.id))
        self._refresh()

    def _take(self) -> None:
        """Follow the lists, and keep the parameters of a side whose preset stays."""
        left, right = (
            choice if box.currentData() == choice.preset.id else Choice(PRESETS[box.currentData()])
            for box, choice in zip(self.choices, self.pair, strict=True)
        )
        self.show_pair(left, right)

    def _swap(self) -> None:
        left, right = self.pair
        self.show_pair(right, left)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._refresh()

    def _refresh(self) -> None:
        for choice, figure, head in zip(self.pair, self.figures, self.heads, strict=True):
            preset = choice.preset
            figure.show_figure(choice.facts.figure, choice.title)
            told = [
                f"{authors_short(preset)}, {preset.year}.",
                tr("{told}.", told=tr(preset.summary)),
            ]
            if choice.values:
                told.append(tr("With {settings}.", settings=choice.settings))
            head.setText(" ".join(told))
        self.costs.setText(tables.costs(*self.pair, self.batch.currentData()))
        self.stages.setText(tables.stages(*self.pair))
        self.insides.setText(tables.insides(*self.pair))
        for part in (self._insides_heading, self.insides):
            part.setVisible(bool(self.insides.text()))
        self.kinds.setText(tables.kinds(*self.pair))


def _table() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _choice(name: str) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(tr(name))
    for group in grouped(tuple(PRESETS.values()), ORDERS[0]):
        for preset in group.presets:
            choice.addItem(tr(preset.title), preset.id)
    return choice


def _heading(text: str) -> QLabel:
    label = QLabel(tr(text))
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
