"""How the page of results is laid out: classes, images, and one image large, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui import scale
from app.ui.buttons import flat
from app.ui.language import tr
from app.ui.plots.elided import ElidedLabel
from app.ui.results.closeup import Closeup
from app.ui.results.grid import SIDES, Grid
from app.ui.results.lists import ORDERS
from app.ui.results.overview import OverviewTabs
from app.ui.results.pictures import Pictures


class Frame(QWidget):
    """The widgets, and what is said in the place of results where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = Pictures(self)
        self.overview = OverviewTabs()
        self.grid = Grid(self.pictures)
        self.closeup = Closeup(self.pictures)
        self.title = ElidedLabel()
        self.weights = QComboBox()
        self.weights.addItems([tr("Newest weights"), tr("Best weights")])
        self.weights.setAccessibleName(tr("Weights"))
        self.back = flat("Back to the Present Run", "Leave the past run that is shown")
        tip = "What the network makes of an image file, which can be dropped or pasted, too"
        self.own = flat("Own Image…", tip)
        self.export = flat("Export…", "All predictions as CSV, or the picture at the left as PNG")
        self.order = QComboBox()
        self.order.setAccessibleName(tr("Which images"))
        self.order.addItems([tr(title) for _, title in ORDERS])
        self.list_title = ElidedLabel()
        self.sides = QSlider(Qt.Orientation.Horizontal)
        self.sides.setRange(*SIDES)
        self.sides.setValue(self.grid.side)
        self.sides.setToolTip(tr("Size of the images"))
        self.sides.setAccessibleName(tr("Size of the images"))
        self.sides.valueChanged.connect(self.grid.set_side)
        scale.follow(self.sides, lambda: self.sides.setFixedWidth(scale.px(60)))
        self.reason = QLabel(wordWrap=True)
        self.reason.setContentsMargins(6, 2, 6, 2)
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.past = QPushButton(tr("Choose a Past Run"))
        self._lay_out()
        self.setFocusProxy(self.overview.matrix)

    def show_parts(self, *, network: bool, results: bool) -> None:
        """Whether there is a network to be asked, and what it made of the validation."""
        self._stack.setCurrentIndex(1 if results else 0)
        self.own.setVisible(network)
        self.export.setVisible(results)
        self.closeup.setVisible(network)
        self.past.setVisible(not network)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 2, 6, 2)
        bar.addWidget(self.title, 1)
        for widget in (self.weights, self.back, self.own, self.export):
            bar.addWidget(widget)
        classes = _split(self.overview, self._images(), 380, 380)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(classes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(_split(place, self.closeup, 760, 500), 1)

    def _images(self) -> QWidget:
        above = QHBoxLayout()
        above.setContentsMargins(6, 2, 6, 2)
        above.setSpacing(8)
        above.addWidget(self.order)
        above.addWidget(self.list_title, 1)
        above.addWidget(self.sides)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.grid, 1)
        column.addWidget(self.reason)
        return holder

    def _nothing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addStretch(1)
        column.addWidget(self.nothing)
        column.addWidget(self.past, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return holder


def _split(left: QWidget, right: QWidget, *sizes: int) -> QSplitter:
    both = QSplitter(Qt.Orientation.Horizontal)
    for part in (left, right):
        both.addWidget(part)
    both.setChildrenCollapsible(False)
    both.setSizes([*sizes])
    return both
