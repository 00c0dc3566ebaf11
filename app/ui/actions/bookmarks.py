"""Bookmarks: a number key goes to a place, with Ctrl it marks one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions.spec import ActionSpec, drawing
from app.ui.bookmarks import show_bookmarks
from app.ui.going import bookmark, clear_bookmarks, go_to_bookmark, set_bookmark
from app.ui.language import tr
from nodes.network.bookmarks import NUMBERS

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def _there(w: MainWindow, number: int) -> bool:
    mark = bookmark(w, number)
    return w.shows_canvas and mark is not None and w.editor.leads(mark.trail)


def _name(w: MainWindow, number: int) -> str:
    """What the row reads now: the name of the place."""
    mark = bookmark(w, number)
    if mark is None:
        return tr(f"Go to Bookmark &{number}")
    return tr(f"&{number}: {mark.name.replace('&', '&&')}")


def _go(number: int) -> ActionSpec:
    return ActionSpec(
        f"bookmarks.go_{number}", f"Go to Bookmark &{number}", str(number),
        lambda w: go_to_bookmark(w, number),
        tip="Show the place that has the number", enabled=lambda w: _there(w, number),
        now=lambda w: _name(w, number),
    )  # fmt: skip


def _set(number: int) -> ActionSpec:
    first = "|" if number == NUMBERS[0] else ""
    return ActionSpec(
        f"bookmarks.set_{number}", f"{first}Set Bookmark {number}", f"Ctrl+{number}",
        lambda w: set_bookmark(w, number),
        tip="Give what is in view the number; it is saved with the network", enabled=drawing,
    )  # fmt: skip


ACTIONS: tuple[ActionSpec, ...] = (
    *map(_go, NUMBERS),
    *map(_set, NUMBERS),
    ActionSpec("bookmarks.edit", "|&Edit Bookmarks…", "", lambda w: show_bookmarks(w),
               tip="Rename and remove them, or go to one", enabled=drawing),
    ActionSpec("bookmarks.clear", "&Remove All Bookmarks", "", lambda w: clear_bookmarks(w),
               enabled=lambda w: w.shows_canvas and bool(w.editor.bookmarks)),
)  # fmt: skip
