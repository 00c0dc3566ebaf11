"""Work that is done once a frame, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

_FRAME = QEvent.Type.UpdateRequest


class NextFrame(QObject):
    """Calls `work` right before the window of a widget is painted next, if it was asked to."""

    def __init__(self, widget: QWidget, work: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._work = widget, work
        self._window: QWindow | None = None  # that is waited for

    def ask(self) -> None:
        """Have the window painted, and work before; at once where no window is seen."""
        window = self._widget.window().windowHandle()
        if window is None or not window.isExposed():
            self._work()
        elif self._window is not window:
            self.drop()
            self._window = window
            window.installEventFilter(self)
            window.requestUpdate()

    def drop(self) -> None:
        """There is nothing to do any more."""
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == _FRAME and watched is self._window:
            self.drop()
            self._work()
        return False
