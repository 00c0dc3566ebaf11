"""Dragging a tab out of its row: to the other side, to a place in a row, or to a new side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from app.ui.tabs.group import Group

_EDGE = 0.33  # share of a side, at its left and right, that stands for a side of its own
_LINE = 4  # px


@dataclass(frozen=True)
class Target:
    """Before the tab at an index of a side, with the part of it that is marked.

    A `new` side comes to the left of it or to the right.
    """

    group: Group
    area: QRect
    index: int = 0
    new: str = ""  # or "left", "right"


def target_at(groups: Sequence[Group], own: Group, at: QPoint) -> Target | None:
    """Where a tab of `own` would go that is let go at a point of the screen."""
    for group in groups:
        here = group.mapFromGlobal(at)
        if group.rect().contains(here):
            return _in_group(groups, own, group, here)
    return None


def _in_group(groups: Sequence[Group], own: Group, group: Group, here: QPoint) -> Target | None:
    bar, rect = group.bar, group.rect()
    if here.y() <= bar.geometry().bottom():
        index = bar.place_at(bar.mapFrom(group, here).x())
        line = QRect(0, 0, _LINE, bar.height())
        line.moveTopLeft(bar.mapTo(group, QPoint(max(bar.edge(index) - _LINE // 2, 0), 0)))
        return Target(group, line, index)
    if group is not own:
        return Target(group, rect, len(group.tabs))
    if len(groups) > 1 or len(own.tabs) < 2:  # there are two sides at most
        return None
    half = rect.width() // 2
    if here.x() < rect.width() * _EDGE:
        return Target(group, rect.adjusted(0, 0, half - rect.width(), 0), new="left")
    if here.x() > rect.width() * (1 - _EDGE):
        return Target(group, rect.adjusted(half, 0, 0, 0), new="right")
    return None
