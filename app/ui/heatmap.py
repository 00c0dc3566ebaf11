"""The menu that chooses what the cards of the canvas are coloured by."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.analysis.costs import COSTS, Cost
from app.ui.language import tr
from app.ui.tabs import Tab, Workspace


class HeatMenu(QMenu):
    """One entry a cost, and one for none of them; the choice holds for all open networks."""

    def __init__(self, tabs: Workspace, parent: QWidget) -> None:
        super().__init__(tr("&Heat Map"), parent)
        self._tabs = tabs
        self._cost: Cost | None = None
        tabs.added.connect(self._colour)
        self._group = QActionGroup(self)
        self._add("&None", None).setChecked(True)
        for cost in COSTS:
            self._add(cost.title, cost).setStatusTip(tr(cost.help))

    def next(self) -> None:
        """Go on to the next cost; after the last comes none."""
        entries = self._group.actions()
        at = entries.index(self._group.checkedAction())
        entries[(at + 1) % len(entries)].trigger()

    def _add(self, text: str, cost: Cost | None) -> QAction:
        entry = self.addAction(tr(text))
        entry.setCheckable(True)
        entry.triggered.connect(lambda: self._choose(cost))
        return self._group.addAction(entry)

    def _choose(self, cost: Cost | None) -> None:
        self._cost = cost
        for tab in self._tabs.tabs:
            tab.canvas.weigh_by(cost)

    def _colour(self, tab: Tab) -> None:
        if self._cost is not None:
            tab.canvas.weigh_by(self._cost)
