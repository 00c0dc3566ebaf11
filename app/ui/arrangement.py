"""How a person has arranged the window: docks, layouts by name, and how pages share their room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from app.ui import settings

_VERSION = 1  # of what docks are told by


def layouts() -> Sequence[str]:
    """The names of the person's own layouts."""
    return [name for name in settings.texts(settings.store().value("layouts", [])) if name]


def keep_layout(name: str, window: QMainWindow) -> None:
    """Where the docks stand now, under a name."""
    kept = settings.store()
    kept.setValue("layouts", sorted({*layouts(), name}))
    kept.setValue(f"layout_of/{_key(name)}", window.saveState(_VERSION))


def use_layout(name: str, window: QMainWindow) -> bool:
    """Put the docks where they stood under that name; false where that is not known."""
    stored = settings.store().value(f"layout_of/{_key(name)}")
    return isinstance(stored, QByteArray) and window.restoreState(stored, _VERSION)


def forget_layout(name: str) -> None:
    kept = settings.store()
    kept.setValue("layouts", [other for other in layouts() if other != name])
    kept.remove(f"layout_of/{_key(name)}")


def _key(name: str) -> str:
    """A name as a key, in which a slash would be a group."""
    return name.encode().hex()


def keep_split(name: str, split: QSplitter) -> None:
    """How the parts of a page share its room."""
    settings.store().setValue(f"split/{name}", split.saveState())


def restore_split(name: str, split: QSplitter) -> None:
    """As they did when they were last moved; a damaged setting leaves them as they are."""
    stored = settings.store().value(f"split/{name}")
    if isinstance(stored, QByteArray):
        split.restoreState(stored)


def keep_close_up_share(share: float) -> None:
    """Of the width of the feature maps, as the handle was left."""
    settings.store().setValue("close_up_share", str(share))


def close_up_share() -> float | None:
    """None where the handle was never moved, or the setting is damaged."""
    try:
        share = float(str(settings.store().value("close_up_share")))
    except ValueError:
        return None
    return share if 0 < share < 1 else None


def save_layout(window: QMainWindow) -> None:
    kept = settings.store()
    kept.setValue("geometry", window.saveGeometry())
    kept.setValue("layout", window.saveState(_VERSION))


def restore_layout(window: QMainWindow) -> bool:
    """Puts docks and window where they were; a damaged setting leaves the docks as they are.

    Answers whether the docks were put.
    """
    kept = settings.store()
    geometry, layout = kept.value("geometry"), kept.value("layout")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    return isinstance(layout, QByteArray) and window.restoreState(layout, _VERSION)
