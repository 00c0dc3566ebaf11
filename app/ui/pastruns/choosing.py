"""Choosing kept runs whose curves are to be drawn beside those of another."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.runs.folder import RunFolder
from app.runs.listing import listing
from app.runs.overview import overview
from app.runs.place import runs_folder
from app.ui.language import tr
from app.ui.pastruns.details import called

_OFFERED = 15  # the newest
MOST = 5  # beside one, beyond which nobody tells them apart


class RunChooser(QToolButton):
    """A menu of the newest runs, each to be ticked; `chosen` follows every tick."""

    chosen = Signal(object)  # list of name and RunHistory

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self.setText(tr("Compare"))
        self.setToolTip(tr("Draw the curves of earlier runs beside these"))
        self.setAutoRaise(True)
        self.setPopupMode(self.ToolButtonPopupMode.InstantPopup)
        self.own = ""  # the folder of the run that they stand beside
        self._ticked: dict[Path, str] = {}  # with what the runs are called
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._offer)
        self.setMenu(menu)

    def _offer(self) -> None:
        menu = self.menu()
        menu.clear()
        there = (f for f in listing(runs_folder()) if str(f.path) != self.own)
        runs = [overview(folder) for folder in islice(there, _OFFERED)]
        for run, name in zip(runs, called(runs), strict=True):
            path = run.folder.path
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(path in self._ticked)
            action.setEnabled(path in self._ticked or len(self._ticked) < MOST)
            action.triggered.connect(lambda on, p=path, n=name: self._tick(p, n, on=on))
        menu.addSeparator()
        none = menu.addAction(tr("None of them") if runs else tr("There are no other runs yet"))
        none.setEnabled(bool(self._ticked))
        none.triggered.connect(lambda: self._take({}))

    def _tick(self, path: Path, name: str, *, on: bool) -> None:
        others = {p: n for p, n in self._ticked.items() if p != path}
        self._take({**others, path: name} if on else others)

    def _take(self, ticked: dict[Path, str]) -> None:
        self._ticked = ticked
        self.chosen.emit([(name, RunFolder(path).history()) for path, name in ticked.items()])
