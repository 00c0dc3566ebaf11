"""Menus that are made where they open: what can be done, each with its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.ui import scale

_ARROW = 12  # pixels at 100 %
Item = tuple[str, Callable[[], object]]


def fill(menu: QMenu, items: Sequence[Item]) -> None:
    """Add an entry for each item."""
    for text, callback in items:
        menu.addAction(text).triggered.connect(lambda _=False, c=callback: c())


class MenuButton(QToolButton):
    """Opens its menu wherever it is pressed; it has room for the arrow beside its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(scale.px(_ARROW), 0)
