"""What can be done about the chosen row: why it is told, and its repairs with their previews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from app.advice.repair import Preview
from app.advice.telling import shape_said, signed
from app.ui.formats import counted
from app.ui.language import tr
from app.ui.problems.model import Item

NONE = "No repair is known: what to do has to be decided by hand."
_KEPT = "\N{NO-BREAK SPACE}"  # a change of a shape stands in one line
_LEVEL = 3  # px from the top of a button to the top of its text
_FOLLOWS = "It goes away with the problems before it."
_OF_CODE = {
    "untrusted": "Read the layer's code, and trust it in the bar over the canvas.",
    "pending": "It goes away once that is known.",
    "custom-code": "Open the layer's code, and change it where it fails.",
}


class RepairsPane(QScrollArea):
    """One card for each repair. `chosen` carries the repair that is to be made."""

    chosen = Signal(object)  # Repair

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Repairs"))
        self.item: Item | None = None
        self.buttons: list[QPushButton] = []
        self.show_repairs(None, ())

    def show_repairs(
        self, item: Item | None, repairs: Sequence[Repair], *, looking: bool = False
    ) -> None:
        """Of one problem or advice; of nothing, where there is none. More may come: `looking`."""
        self.item, self.buttons = item, []
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(10, 8, 10, 8)
        box.setSpacing(8)
        if isinstance(item, Advice):
            box.addWidget(_text(item.reason))
            box.addWidget(_text(tr("Source: {what}.", what=item.source), muted=True))
        for repair in repairs:
            box.addWidget(self._card(repair))
        if item is not None and not repairs and not looking:
            box.addWidget(_text(_unmended(item), muted=True))
        box.addStretch(1)
        self.setWidget(page)

    def _card(self, repair: Repair) -> QWidget:
        card = QFrame()
        card.setObjectName("repair")
        row = QHBoxLayout(card)
        row.setContentsMargins(0, 0, 0, 0)
        button = _Button(tr("Apply"))
        button.setAccessibleName(tr("Apply: {title}", title=tr(repair.title)))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(repair))
        self.buttons.append(button)
        said = QVBoxLayout()
        said.setContentsMargins(0, _LEVEL, 0, 0)
        said.setSpacing(1)
        said.addWidget(_text(repair.title))
        changes = (tr(shape_said(s)).replace(" ", _KEPT) for s in repair.preview.shapes)
        said.addWidget(_text(";  ".join(changes), muted=True))
        said.addWidget(_text(";  ".join(_costs(repair.preview)), muted=True))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        return card


def _costs(preview: Preview) -> Iterator[str]:
    """What the repair costs, and what is wrong after it."""
    yield tr("{number} parameters", number=signed(preview.parameters))
    yield signed(preview.macs, "MACs")
    if preview.problems:
        yield tr("{problems} left", problems=counted(preview.problems, "problem"))


def _unmended(item: Item) -> str:
    """What there is to say where no repair is offered."""
    if isinstance(item, Advice):
        return NONE
    return _FOLLOWS if item.consequence else _OF_CODE.get(item.rule, NONE)


class _Button(QPushButton):
    """Pressed by Enter too, as Qt has it in dialogs only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _text(text: str, muted: bool = False) -> QLabel:
    label = QLabel(tr(text))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if not text:  # to show it before it has a parent would open a window
        label.hide()
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
