"""The worker that looks into data, as the window sees it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.training.messages import DATA, DataRefused
from app.ui.training.aside import Aside


class Studio(Aside):
    """A newer errand ends the one before; what it cannot do is told as a DataRefused."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(DATA, parent=parent)
        self.died.connect(self._refuse)

    def _refuse(self, reason: str) -> None:
        self.told.emit(DataRefused(f"The data cannot be looked into. {reason}"), b"")
