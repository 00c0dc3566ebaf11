"""The command palette, which searches all that the window can do and go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def open_palette(window: MainWindow, query: str = "") -> None:
    """Open the palette over the window, with this typed already."""
    from app.ui.commands.palette import CommandPalette  # which lists the action that opens it

    found = window.findChild(CommandPalette)
    (found if isinstance(found, CommandPalette) else CommandPalette(window)).ask(query)
