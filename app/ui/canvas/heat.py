"""The heat map: how the cards in view compare by one cost; no Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from app.analysis.costs import Cost
from app.analysis.report import NodeReport
from app.ui.formats import percent, quantity

LEVELS = 8  # shades beside none: few enough that each card's picture is drawn once


@dataclass(frozen=True)
class Heat:
    """One cost over the shown graph: its greatest value, and the sum where that has a meaning."""

    cost: Cost
    most: int
    total: int | None

    @classmethod
    def over(cls, cost: Cost, reports: Iterable[NodeReport]) -> Heat:
        values = [cost.of(r) or 0 for r in reports]
        return cls(cost, max(values, default=0), sum(values) if cost.adds_up else None)

    @property
    def middle(self) -> tuple[float, str]:
        """Half of the greatest value: how far along the shades it stands, and its figure."""
        half = self.most // 2
        place = math.sqrt(half / self.most) if self.most else 0.0
        return place, quantity(half, self.cost.unit)

    def level(self, report: NodeReport) -> int:
        """0 for nothing, LEVELS for the greatest; by the square root, which lifts the small."""
        value = self.cost.of(report)
        return math.ceil(LEVELS * math.sqrt(value / self.most)) if value and self.most else 0

    def text(self, report: NodeReport) -> str:
        """The figure, and its share of all where that has a meaning."""
        value = self.cost.of(report)
        if value is None:
            return ""
        shown = quantity(value, self.cost.unit)
        return f"{shown}   {percent(value / self.total)}" if value and self.total else shown
