"""Two presets beside one another: figures, costs with their ratio, layers by kind, stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

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

from app.gallery import BATCHES, Facts, Stage, compare, facts
from app.gallery.compare import Line
from app.gallery.order import ORDERS, grouped
from app.ui import theme
from app.ui.formats import quantity
from app.ui.gallery.card import authors_short
from app.ui.gallery.figure import FigureView
from app.ui.icons import icon
from nodes.catalogue import CATALOGUE
from presets import PRESETS, Preset

NONE = "–"
_BATCH = 32
Cells = Sequence[str]


class Comparison(QWidget):
    """`back_requested` leads to the cards again, `open_requested` carries a preset to open."""

    back_requested = Signal()
    open_requested = Signal(object)  # Preset

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(icon("gallery"), "All Presets")
        self.back.clicked.connect(self.back_requested)
        self.batch = QComboBox()
        self.batch.setAccessibleName("Batch of the training step")
        for size in BATCHES:
            self.batch.addItem(f"batch of {size}", size)
        self.batch.setCurrentIndex(BATCHES.index(_BATCH))
        self.batch.setToolTip("How many samples the training step is weighed with")
        self.choices = (_choice("Left preset"), _choice("Right preset"))
        self.swap = QToolButton()
        self.swap.setText("⇄")
        self.swap.setToolTip("Exchange left and right")
        self.swap.setAccessibleName("Exchange left and right")
        self.swap.clicked.connect(self._swap)
        self.figures = (FigureView(), FigureView())
        self.heads = (QLabel(), QLabel())
        self.opens = (QPushButton("Open"), QPushButton("Open"))
        self.costs, self.kinds, self.stages = _table(), _table(), _table()

        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(10)
        column.addLayout(self._sides())
        for title, table in (
            ("Costs", self.costs),
            ("Stages", self.stages),
            ("Layers by kind", self.kinds),
        ):
            column.addWidget(_heading(title))
            column.addWidget(table)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        bar = QHBoxLayout()
        bar.addWidget(self.back)
        bar.addStretch(1)
        bar.addWidget(QLabel("Training step with a"))
        bar.addWidget(self.batch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(area)
        for choice in (*self.choices, self.batch):
            choice.activated.connect(self._refresh)

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

    @property
    def pair(self) -> tuple[Preset, Preset]:
        left, right = (PRESETS[choice.currentData()] for choice in self.choices)
        return left, right

    def show_pair(self, left: Preset, right: Preset) -> None:
        for choice, preset in zip(self.choices, (left, right), strict=True):
            choice.setCurrentIndex(choice.findData(preset.id))
        self._refresh()

    def _swap(self) -> None:
        left, right = self.pair
        self.show_pair(right, left)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh()

    def _refresh(self) -> None:
        left, right = self.pair
        for preset, figure, head in zip(self.pair, self.figures, self.heads, strict=True):
            figure.show_figure(facts(preset).figure, preset.title)
            head.setText(f"{authors_short(preset)}, {preset.year}. {preset.summary}")
        titles = (left.title, right.title)
        lines = compare.costs(left, right, self.batch.currentData())
        self.costs.setText(_html(("", *titles, "Ratio"), map(_cost, lines), "lrrr"))
        a, b = facts(left), facts(right)
        self.kinds.setText(_html(("", *titles, "Ratio"), _kinds(a, b), "lrrr"))
        self.stages.setText(_html(titles, map(_stages, compare.stages(a, b)), "ll"))


def _cost(line: Line) -> Cells:
    name = f"<span title='{escape(line.help)}'>{escape(line.title)}</span>"
    ratio = _times(line.ratio) if line.ratio is not None else NONE
    return (name, _value(line.left, line.unit), _value(line.right, line.unit), ratio)


def _times(ratio: float) -> str:
    return f"× {ratio:,.2f}" if ratio < 10 else f"× {ratio:,.0f}"


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return NONE
    if unit in ("%", "px"):
        return f"{value:,g} {unit}"
    return quantity(int(value), unit)


def _kinds(a: Facts, b: Facts) -> Iterable[Cells]:
    colours = theme.current()
    for kind, left, right in compare.kinds(a, b):
        chip = theme.family_colour(colours, CATALOGUE[kind].family).name()
        side = "left" if left else "right"
        yield (
            f"<span style='color:{chip}'>■</span> {escape(kind)}",
            f"{left:,}" if left else NONE,
            f"{right:,}" if right else NONE,
            _times(right / left) if left and right else f"only on the {side}",
        )


def _stages(pair: tuple[Stage | None, Stage | None]) -> Cells:
    left, right = pair
    pair_of_one = left is not None and right is not None and compare.answer(left, right)
    differs = pair_of_one and _what(left) != _what(right)
    return _stage(left, strong=differs), _stage(right, strong=differs)


def _what(stage: Stage | None) -> str:
    if stage is None:
        return ""
    return f"{stage.kind} ×{stage.repeat}" if stage.repeat > 1 else stage.kind


def _stage(stage: Stage | None, *, strong: bool) -> str:
    if stage is None:
        return f"<span style='color:{theme.current().muted}'>{NONE}</span>"
    what = escape(_what(stage))
    return (
        f"{escape(stage.name)} &nbsp; {f'<b>{what}</b>' if strong else what} &nbsp; "
        f"<span style='color:{theme.current().muted}'>{escape(stage.output)}</span>"
    )


def _html(titles: Cells, rows: Iterable[Cells], sides: str) -> str:
    """A table over the whole width; `sides` has l or r for every column."""
    colours = theme.current()
    share = 100 // len(sides)

    def line(cells: Cells, style: str) -> str:
        return "".join(
            f"<td width='{share}%' align='{'right' if side == 'r' else 'left'}' "
            f"style='padding: 3px 8px; {style}'>{cell}</td>"
            for cell, side in zip(cells, sides, strict=True)
        )

    head = line([escape(t) for t in titles], f"color:{colours.muted}")
    body = "".join(
        f"<tr bgcolor='{colours.base if at % 2 else colours.window}'>{line(cells, '')}</tr>"
        for at, cells in enumerate(rows, 1)
    )
    return f"<table width='100%' cellspacing='0'><tr>{head}</tr>{body}</table>"


def _table() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _choice(name: str) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(name)
    for group in grouped(tuple(PRESETS.values()), ORDERS[0]):
        for preset in group.presets:
            choice.addItem(preset.title, preset.id)
    return choice


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
