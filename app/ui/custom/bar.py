"""The bar over the canvas that says which code is not run, and offers to show or to trust it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui import theme
from app.ui.language import tr

_LINE = 2  # px


class TrustBar(QFrame):
    """Shown while the network has code that nobody has trusted."""

    show_requested = Signal()
    trust_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trust")
        self.says = QLabel()
        self.says.setWordWrap(True)
        self.show_code = QPushButton(tr("Show Code"))
        self.show_code.clicked.connect(self.show_requested)
        self.trust = QPushButton(tr("Trust This Code"))
        self.trust.clicked.connect(self.trust_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self.says, 1)
        row.addWidget(self.show_code)
        row.addWidget(self.trust)
        self.hide()

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

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, line = theme.current(), QRect(self.rect())
        line.setTop(line.bottom() - _LINE + 1)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.card))
        painter.fillRect(line, QColor(colours.warning))
        painter.end()
