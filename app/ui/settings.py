"""What the application remembers between sessions: recent files, theme, layout of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

MAX_RECENT = 12
_LAYOUT_VERSION = 1


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Skipwire", "Skipwire")


def recent() -> Sequence[Path]:
    """Files opened or saved lately, newest first."""
    stored = _settings().value("recent", [])
    found = [stored] if isinstance(stored, str) else stored
    return [Path(p) for p in found if isinstance(p, str)] if isinstance(found, list) else []


def remember(path: Path) -> None:
    others = [p for p in recent() if p != path]
    _settings().setValue("recent", [str(p) for p in [path, *others][:MAX_RECENT]])


def theme() -> str:
    """The chosen theme's name; empty to follow the system."""
    return str(_settings().value("theme", ""))


def set_theme(name: str) -> None:
    _settings().setValue("theme", name)


def save_layout(window: QMainWindow) -> None:
    settings = _settings()
    settings.setValue("geometry", window.saveGeometry())
    settings.setValue("layout", window.saveState(_LAYOUT_VERSION))


def restore_layout(window: QMainWindow) -> None:
    """Puts docks and window where they were; a damaged setting leaves them as they are."""
    settings = _settings()
    geometry, layout = settings.value("geometry"), settings.value("layout")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    if isinstance(layout, QByteArray):
        window.restoreState(layout, _LAYOUT_VERSION)
