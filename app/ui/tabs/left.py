"""Where one was in a file whose tab was closed: there it is seen when it is opened again."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.ui import settings
from app.ui.canvas.navigator import Look
from app.ui.tabs.tab import Tab

_MOST = 60  # files, the latest


class _Place(msgspec.Struct, frozen=True):
    """The instances that were entered, and the part in view there."""

    trail: tuple[str, ...]
    look: Look


def keep(tab: Tab) -> None:
    """Remember where a tab is; without a file there is nothing to be opened again."""
    path, look = tab.sheet.path, tab.canvas.look
    if path is None or look is None:
        return
    known = _read()
    known.pop(str(path), None)
    known[str(path)] = _Place(tab.sheet.trail, look)
    kept = dict(list(known.items())[-_MOST:])
    settings.set_places(msgspec.json.encode(kept).decode())


def show(tab: Tab, path: Path) -> None:
    """Have a tab where its file was left, if that is known."""
    if (place := _read().get(str(path))) is not None:
        tab.show_part(place.trail, place.look)


def _read() -> dict[str, _Place]:
    try:
        return msgspec.json.decode(settings.places() or "{}", type=dict[str, _Place])
    except msgspec.MsgspecError:
        return {}
