"""The menu that chooses what the canvas shows of a network while it learns."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.language import tr
from app.ui.live.modes import MODES, Mode
from app.ui.live.showing import LiveCanvas


class LiveMenu(QMenu):
    """One entry a mode; the choice holds for all open networks. `told` says what is shown now."""

    told = Signal(str)

    def __init__(self, live: LiveCanvas, parent: QWidget) -> None:
        super().__init__(tr("&While It Learns"), parent)
        self._live = live
        self._group = QActionGroup(self)
        for mode in MODES:
            self._add(mode)
        self._group.actions()[0].setChecked(True)

    def next(self) -> None:
        """Go on to the next mode; after the last comes the first."""
        entries = self._group.actions()
        checked = self._group.checkedAction()
        at = entries.index(checked) if checked is not None else -1
        entries[(at + 1) % len(entries)].trigger()

    def _add(self, mode: Mode) -> None:
        entry: QAction = self.addAction(tr(mode.title))
        entry.setStatusTip(tr(mode.help))
        entry.setCheckable(True)
        entry.triggered.connect(lambda: self._choose(mode))
        self._group.addAction(entry)

    def _choose(self, mode: Mode) -> None:
        self._live.choose(mode)
        title = tr(mode.title).replace("&", "")
        waits = not self._live.has_figures
        self.told.emit(tr("{title}: shown once it learns", title=title) if waits else title)
