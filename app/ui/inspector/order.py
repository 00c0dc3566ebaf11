"""The wires into a port that takes many, in their order, which can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.language import tr
from nodes.network import Wire
from nodes.shapes import text as shape
from nodes.spec import Shape


class WireOrder(QWidget):
    """`reordered` carries all the wires in the order asked for."""

    reordered = Signal(object)  # tuple[Wire, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wires: tuple[Wire, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("wire order")
        self.list.setAccessibleName(tr("Order of the wires"))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(20)
        self.list.currentRowChanged.connect(self._enable)
        self.up = self._button("Move up", Qt.ArrowType.UpArrow, -1)
        self.down = self._button("Move down", Qt.ArrowType.DownArrow, 1)
        heading = QHBoxLayout()
        heading.addWidget(QLabel(tr("Order of the wires")), 1)
        heading.addWidget(self.up)
        heading.addWidget(self.down)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(heading)
        column.addWidget(self.list)

    def show_wires(self, wires: Sequence[Wire], shapes: Sequence[Shape | None]) -> None:
        current = self._current()
        self._wires = tuple(wires)
        self.list.clear()
        for i, (wire, carried) in enumerate(zip(wires, shapes, strict=True), 1):
            says = f"{i}  {wire.source.node}"
            if wire.source.port != "output":
                says += f".{wire.source.port}"
            self.list.addItem(tr(f"{says}   {shape(carried)}" if carried else says))
        rows = min(len(wires), 6)
        height = sum(self.list.sizeHintForRow(k) for k in range(rows)) + 2 * self.list.frameWidth()
        self.list.setFixedHeight(height)
        if current in self._wires:
            self.list.setCurrentRow(self._wires.index(current))
        self._enable(self.list.currentRow())
        self.setVisible(len(wires) > 1)

    def _current(self) -> Wire | None:
        row = self.list.currentRow()
        return self._wires[row] if 0 <= row < len(self._wires) else None

    def _button(self, text: str, arrow: Qt.ArrowType, by: int) -> QToolButton:
        button = QToolButton()
        button.setArrowType(arrow)
        button.setToolTip(tr(text))
        button.setAccessibleName(tr(text))
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self._move(by))
        return button

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        order = list(self._wires)
        order.insert(row + by, order.pop(row))
        self.reordered.emit(tuple(order))

    def _enable(self, row: int) -> None:
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._wires) - 1)
