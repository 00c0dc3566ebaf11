"""A line over the canvas that offers what can be done next; it asks nothing, forces nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.ui.icons import icon
from app.ui.language import tr
from app.ui.menus import Item

_TOP = 10  # pixels from the upper edge
_MOST = 0.9  # of the width of the view


class Offer(QFrame):
    """Stands in the upper middle of a view until it is taken, closed or withdrawn."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("offer")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 6, 6)
        self._row.addWidget(self._text, 1)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.withdraw)
        self._row.addWidget(self._close)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def make(self, text: str, choices: Sequence[Item]) -> None:
        """Offer these in the place of what was offered before."""
        self.withdraw()
        self._text.setText(tr(text))
        self._close.setToolTip(tr("Close (Esc)"))
        self._close.setAccessibleName(tr("Close"))
        self.setAccessibleName(tr(text))
        for name, callback in choices:
            button = QPushButton(tr(name))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, take=callback: self._take(take))
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)
        self.show()
        self._place()
        self.raise_()

    def withdraw(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.hide()

    def _take(self, callback: Callable[[], object]) -> None:
        self.withdraw()
        callback()

    def _place(self) -> None:
        over = self._over
        self._text.setWordWrap(False)
        width = min(self.sizeHint().width(), int(over.width() * _MOST))
        self._text.setWordWrap(width < self.sizeHint().width())
        height = self.heightForWidth(width) if self.hasHeightForWidth() else -1
        self.resize(width, max(height, self.sizeHint().height()))
        self.move((over.width() - width) // 2, _TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
