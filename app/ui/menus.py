"""Menus that are made where they open: what can be done, each with its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

Item = tuple[str, Callable[[], object]]


def fill(menu: QMenu, items: Sequence[Item]) -> None:
    """Add an entry for each item."""
    for text, callback in items:
        menu.addAction(text).triggered.connect(lambda _=False, c=callback: c())
