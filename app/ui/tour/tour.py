"""Leads through the steps: looks whether the deed is done, and where that is which it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui import settings
from app.ui.announcing import announce
from app.ui.language import tr
from app.ui.sheet import Sheet
from app.ui.tour.coach import Bubble, Shade
from app.ui.tour.steps import PRESET, STEPS

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_LOOK = 150  # ms: whatever is moved, closed or done meanwhile, it is looked at anew


class Tour(QObject):
    """Holds nothing up: everything can be done meanwhile. Closing its tab ends it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shade = Shade(window)
        self.bubble: Bubble = Bubble(window)
        self.at = -1
        self._sheet: Sheet = window.editor.sheet
        self._before = self._sheet.network
        self.bubble.left.connect(self.end)
        self.bubble.back.connect(lambda: self._go(self.at - 1))
        self.bubble.on.connect(lambda: self._go(self.at + 1))
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self.look)
        self._go(0)
        self._looks.start()

    @property
    def _here(self) -> bool:
        """Whether its tab is the one in front."""
        return self._window.shows_canvas and self._window.editor.sheet is self._sheet

    @property
    def _waits(self) -> bool:
        """Whether the next step would take away what was undone."""
        edits = any(step.edits for step in STEPS[self.at + 1 : self.at + 2])
        return edits and self._window.editor.redo_label is not None

    def _go(self, at: int) -> None:
        if at >= len(STEPS):
            self.end()
            return
        self.at, step = at, STEPS[at]
        tab = self._window.tabs.tab_of(self._sheet)
        if tab is None:
            self.end()
            return
        self._window.show_canvas()
        self._window.tabs.activate(tab)
        step.prepare(self._window.editor)
        if step.shows:
            self._window.docks.front(step.shows)
        self._before = self._sheet.network
        self.bubble.say(tr(step.title), tr(step.text), at, len(STEPS))
        for part in (self._shade, self.bubble):
            part.show()
            part.raise_()
        self.look()
        announce(self.bubble, f"{tr(step.title)}. {tr(step.text)}")

    def look(self) -> None:
        """Go on where the deed is done, else point at where it is to be done."""
        if self._window.tabs.tab_of(self._sheet) is None:
            self.end()
            return
        step = STEPS[self.at]
        if self._here and not self._waits and step.done(self._window, self._before):
            self._go(self.at + 1)
            return
        place = step.place(self._window) if self._here else None
        self._shade.setVisible(self._here)
        self._shade.show_hole(place)
        self.bubble.stand_by(place)

    def end(self) -> None:
        """Take everything away; the network stays."""
        self._looks.stop()
        self._shade.hide()
        self.bubble.hide()
        for part in (self._shade, self.bubble, self):
            part.deleteLater()


def start(window: MainWindow) -> Tour:
    """From the first step, on the network of the tour, in a tab of its own."""
    for running in window.findChildren(Tour):
        running.end()
    settings.set_toured()
    window.documents.open_preset(PRESET)
    return Tour(window)


def at_first_start(window: MainWindow) -> None:
    """Once, where there is nothing that the person came for."""
    if not settings.toured() and not window.shows_canvas:
        window.ready.connect(lambda: start(window))
