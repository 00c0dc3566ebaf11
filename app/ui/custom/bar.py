"""The bar over the canvas that says which code is not run, and offers to show or to trust it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.banner import MARGINS, Banner
from app.ui.language import tr


class TrustBar(Banner):
    """Shown while the network has code that nobody has trusted."""

    show_requested = Signal()
    trust_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda colours: colours.warning, parent)
        self.setObjectName("trust")
        self.show_code = QPushButton(tr("Show Code"))
        self.show_code.clicked.connect(self.show_requested)
        self.trust = QPushButton(tr("Trust This Code"))
        self.trust.clicked.connect(self.trust_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(*MARGINS)
        row.addWidget(self.says, 1)
        row.addWidget(self.show_code)
        row.addWidget(self.trust)

    def show_layers(self, names: Sequence[str]) -> None:
        """The layers whose code is not trusted; none hides the bar."""
        self.says.setText(
            tr(
                "This network carries code: {names}. Nothing of it is run, and so it has no "
                "shapes, no training and no export, until you trust it. Trusted code can do "
                "whatever you can do on this computer.",
                names=", ".join(names),
            )
        )
        self.setVisible(bool(names))
