"""What is open when the window is closed, so that it is open again when it starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.targets import load
from app.ui import settings
from app.ui.canvas.navigator import Look
from app.ui.tabs import left
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class _Kept(msgspec.Struct, frozen=True):
    """A tab: its file, the instances entered in it, the part in view there, and its side."""

    path: str
    trail: tuple[str, ...] = ()
    side: int = 0
    active: bool = False
    look: Look | None = None


def keep(window: MainWindow) -> None:
    """Only files: what was never saved has been asked about."""
    for tab in window.tabs.tabs:
        left.keep(tab)
    found = [
        _Kept(
            str(tab.sheet.path),
            tab.sheet.trail,
            side,
            tab is window.tabs.active,
            tab.canvas.look,
        )
        for side, group in enumerate(window.tabs.groups)
        for tab in group.tabs
        if tab.sheet.path is not None
    ]
    settings.set_session(msgspec.json.encode(found).decode())


def restore(window: MainWindow) -> None:
    """Open the files again that are still there, in silence where one cannot be read."""
    try:
        found = msgspec.json.decode(settings.session() or "[]", type=list[_Kept])
    except msgspec.MsgspecError:
        return
    settings.set_session("")  # or what a crash left would be open twice
    tabs, front = window.tabs, None
    for kept in found:
        path = Path(kept.path)
        if not path.is_file():
            continue
        try:
            document = load(str(path))
        except SkipwireError:
            continue
        window.documents.show(document, path)
        tab = tabs.active
        tab.show_part(kept.trail, kept.look)
        if kept.side and len(tabs.tabs) > 1 and tab in tabs.groups[0].tabs:
            tabs.move_across(tab)
        if kept.active:
            front = tab
    if front is not None:
        tabs.activate(front)
