"""Layouts of the window by name: three that are always there, and those that were saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QMenu

from app.ui import arrangement
from app.ui.language import tr
from app.ui.menus import Item, fill

if TYPE_CHECKING:
    from app.ui.window import MainWindow

MOST = 60  # characters of a name

# The docks that are seen; of those in one place the last is in front. Share of the height below.
READY: Mapping[str, tuple[Sequence[str], float]] = {
    "Draw": (("palette", "steps", "inspector", "code", "summary", "problems"), 0.19),
    "Train": (("inspector", "problems", "maps", "training"), 0.5),
    "Read Code": (("inspector", "problems", "code"), 0.6),
}


class Layouts(QMenu):
    """View > Layouts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("La&youts"), window)
        self._window = window
        self.aboutToShow.connect(self._fill)

    def use(self, name: str) -> None:
        """Put the docks where the layout has them."""
        docks = self._window.docks
        if name not in READY:
            if not arrangement.use_layout(name, self._window):
                self._window.tell(tr("The layout {name} cannot be read.", name=name))
            return
        seen, share = READY[name]
        docks.reset()
        for dock in docks.keys() - set(seen):
            docks[dock].hide()
        for dock in seen:
            docks.front(dock)
        docks.give_height(round(self._window.height() * share))

    def save(self) -> None:
        """Keep where everything stands under a name that is asked for."""
        title, label = tr("Save Layout"), tr("Name of the layout:")
        name, accepted = QInputDialog.getText(self._window, title, label)
        name = name.strip()[:MOST]
        if not accepted or not name:
            return
        if name in READY:
            self._window.tell(tr("{name} is always there. Choose another name.", name=name))
            return
        arrangement.keep_layout(name, self._window)
        self._window.tell(tr("Saved the layout {name}", name=name))

    def _fill(self) -> None:
        self.clear()
        fill(self, [self._item(tr(name), name) for name in READY])
        own = arrangement.layouts()
        if own:
            self.addSeparator()
            fill(self, [self._item(name.replace("&", "&&"), name) for name in own])
        self.addSeparator()
        fill(self, [(tr("Save Layout…"), self.save)])
        if own:
            remove = self.addMenu(tr("Remove Layout"))
            for name in own:
                entry = remove.addAction(name.replace("&", "&&"))
                entry.triggered.connect(lambda _=False, n=name: arrangement.forget_layout(n))

    def _item(self, text: str, name: str) -> Item:
        return text, lambda: self.use(name)
