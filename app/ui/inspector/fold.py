"""A heading that shows and hides what is below it, and says in short what that is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.ui.language import tr
from app.ui.plots.elided import ElidedLabel


class Fold(QWidget):
    """Closed at first; the summary is shown while it is closed."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setObjectName(f"fold {title}")
        self.button.setText(tr(title))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAutoRaise(True)
        self.summary = ElidedLabel()
        self.summary.setObjectName(f"summary {title}")
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._content = content
        heading = QHBoxLayout()
        heading.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        heading.addWidget(self.summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading)
        column.addWidget(content)
        self.button.clicked.connect(lambda: self.unfold(not self.unfolded))
        self.unfold(False)

    @property
    def unfolded(self) -> bool:
        return self._content.isVisibleTo(self)

    def unfold(self, on: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self._content.setVisible(on)
        self.summary.setVisible(not on)
