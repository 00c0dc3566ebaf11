"""The bar over the canvas while the drawing is another network than the one that learns."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from app.ui import scale
from app.ui.announcing import announce
from app.ui.banner import MARGINS, Banner
from app.ui.language import tr

_BESIDE = 900  # px at 100 % from which there is room for the buttons beside the text


class GrowthBar(Banner):
    """What it can be asked for; it is shown as long as there is something to be said."""

    continue_requested = Signal()
    anew_requested = Signal()
    back_requested = Signal()
    earlier_requested = Signal()  # what this network had learned before it became another

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda colours: colours.good, parent)
        self.setObjectName("growth")
        self.earlier = self._button("Go Back to Then", self.earlier_requested)
        self.go_on = self._button("Continue with These Weights…", self.continue_requested)
        self.anew = self._button("Start Anew", self.anew_requested)
        self.back = self._button("Back to the Network That Learns", self.back_requested)
        self.go_on.setToolTip(
            tr("Shows what becomes of every layer, and what changes, before the run goes on")
        )
        self.anew.setToolTip(tr("Ends the run, and begins one of the network as drawn"))
        self.back.setToolTip(tr("Takes the edits back: draws the network that the run is of"))
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.earlier, self.go_on, self.anew, self.back):
            row.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(*MARGINS)
        self._box.addWidget(self.says, 1)
        self._box.addLayout(row)

    def show_text(self, text: str, *, possible: bool, drawn: bool, earlier: str = "") -> None:
        """Nothing hides it.

        Whether it is `possible` to go on, or at least there is a network `drawn` to begin with;
        `earlier` is the way back to when the run was of this network.
        """
        new = bool(text) and self.isHidden()
        self.says.setText(text)
        self.setAccessibleName(text)
        self.go_on.setEnabled(possible)
        self.anew.setEnabled(drawn)
        self.earlier.setVisible(bool(earlier))
        self.earlier.setText(earlier)
        self.setVisible(bool(text))
        if new:
            announce(self, text)

    def _button(self, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(tr(text))
        button.clicked.connect(lambda: signal.emit())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= scale.px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)
