"""The menu of the files that were opened or saved lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from app.ui import settings
from app.ui.language import tr


class RecentMenu(QMenu):
    """Is filled whenever it opens; files that are gone cannot be chosen."""

    def __init__(self, open_path: Callable[[Path], None], parent: QWidget) -> None:
        super().__init__(tr("Open &Recent"), parent)
        self._open = open_path
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for path in settings.recent():
            entry = self.addAction(str(path).replace("&", "&&"))
            entry.triggered.connect(lambda _=False, p=path: self._open(p))
            entry.setEnabled(path.exists())
        if self.isEmpty():
            self.addAction(tr("No recent files")).setEnabled(False)
