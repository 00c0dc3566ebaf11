"""What can be done about the chosen row: why it is told, and its repairs with their previews."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.advice import Advice, Repair
from app.advice.telling import cost_said, shape_said
from app.ui.problems.model import Item

NONE = "No repair is known: what is missing has to be decided by hand."
_FOLLOWS = "It goes away with the problems before it."


class RepairsPane(QScrollArea):
    """One card for each repair. `chosen` carries the repair that is to be made."""

    chosen = Signal(object)  # Repair

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Repairs")
        self.buttons: list[QPushButton] = []
        self.show_repairs(None, ())

    def show_repairs(self, item: Item | None, repairs: Sequence[Repair]) -> None:
        """Of one problem or advice; of nothing, where there is none."""
        self.buttons = []
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(10, 8, 10, 8)
        box.setSpacing(8)
        if isinstance(item, Advice):
            box.addWidget(_text(item.reason))
            box.addWidget(_text(f"Source: {item.source}.", muted=True))
        for repair in repairs:
            box.addWidget(self._card(repair))
        if item is not None and not repairs:
            follows = not isinstance(item, Advice) and item.consequence
            box.addWidget(_text(_FOLLOWS if follows else NONE, muted=True))
        box.addStretch(1)
        self.setWidget(page)

    def _card(self, repair: Repair) -> QWidget:
        card = QFrame()
        card.setObjectName("repair")
        row = QHBoxLayout(card)
        row.setContentsMargins(0, 0, 0, 0)
        button = _Button("Apply")
        button.setAccessibleName(f"Apply: {repair.title}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(repair))
        self.buttons.append(button)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(_text(repair.title))
        said.addWidget(_text(";  ".join(map(shape_said, repair.preview.shapes)), muted=True))
        said.addWidget(_text(cost_said(repair.preview), muted=True))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        return card


class _Button(QPushButton):
    """Pressed by Enter too, as Qt has it in dialogs only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _text(text: str, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setVisible(bool(text))
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
