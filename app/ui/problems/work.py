"""Long work in short steps, between which the window answers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Work(QObject):
    """Works through one iterator, a step whenever nothing else is to be done.

    Only the latest counts: what is started or dropped in the middle of another is its end.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        return self._idle.isActive()

    def start(self, steps: Iterator[object]) -> None:
        self._steps = steps
        self._idle.start()

    def drop(self) -> None:
        self._steps = iter(())
        self._idle.stop()

    def _step(self) -> None:
        steps = self._steps
        try:
            next(steps)
        except StopIteration:
            if steps is self._steps:  # nothing new was started by the last step
                self.drop()


def awaited(widget: QWidget) -> bool:
    """Whether its menu may come up late: it is still seen, and nothing else came up since."""
    other = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return other is None and widget.isVisible()
